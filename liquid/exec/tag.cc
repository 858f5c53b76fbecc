#include "liquid/exec/tag.h"

#include "liquid/exec/template_parser.h"

namespace tincture::liquid {

std::string TagParser::Identity() const { return parser_.path() + ":" + std::to_string(offset_); }

const Environment& TagParser::environment() const { return parser_.environment(); }
Arena& TagParser::arena() { return parser_.arena(); }
bool TagParser::failed() const { return parser_.failed(); }

Expression TagParser::ParseExpression(std::string_view text) { return parser_.expressions().Parse(text); }
Expression TagParser::ParseOperand(std::string_view text) { return parser_.expressions().ParseOperand(text); }
const Variable* TagParser::ParseVariable(std::string_view markup) { return parser_.ParseVariable(markup, line_); }

Condition TagParser::ParseCondition(std::string_view markup) {
  Condition condition;
  parser_.ParseCondition(markup, line_, &condition);
  return condition;
}

TagParser::Part TagParser::ParsePart() { return parser_.ParsePart(name_, offset_); }

Body TagParser::ParseBody() {
  const Part part = ParsePart();
  if (!failed() && !part.closed) FailUnknownTag(part.tag);
  return part.body;
}

std::span<const std::string_view> TagParser::ParseRaw() { return parser_.ParseRaw(name_, offset_); }

std::nullptr_t TagParser::FailSyntax(std::string_view text) {
  parser_.FailSyntax(text);
  return nullptr;
}

std::nullptr_t TagParser::Fail(std::string_view kind, std::string_view text) {
  return Fail({.kind = std::string(kind), .text = std::string(text)});
}

std::nullptr_t TagParser::Fail(LiquidError error) {
  parser_.Fail(std::move(error));
  return nullptr;
}

std::nullptr_t TagParser::FailUnknownTag(std::string_view tag) {
  parser_.FailUnknownTag(tag, name_, "end" + std::string(name_));
  return nullptr;
}

}  // namespace tincture::liquid
