// TemplateParser: a source to the nodes of a Template, as Liquid's Document, Block and BlockBody parse.
// Private to liquid/exec and to the tags that parse in their own way.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/exec/markup_builder.h"
#include "liquid/exec/tag.h"
#include "liquid/exec/template.h"
#include "liquid/syntax/markup.h"
#include "liquid/syntax/tokenizer.h"

namespace tincture::liquid {

class TemplateParser {
 public:
  // Blocks within blocks, as Liquid's Block::MAX_DEPTH.
  static constexpr int kMaxDepth = 100;

  TemplateParser(Template& result, bool trims_start);

  // False: error() says why.
  bool ParseDocument();
  LiquidError& error() { return error_; }
  bool failed() const { return failed_; }

  const Environment& environment() const { return environment_; }
  const std::string& path() const { return template_.path_; }
  Arena& arena() { return template_.arena_; }
  ExpressionParser& expressions() { return builder_.expressions(); }

  // By the error mode. `line`: for messages. Null, false: failed().
  const Variable* ParseVariable(std::string_view markup, uint32_t line);
  bool ParseCondition(std::string_view markup, uint32_t line, Condition* out);
  bool ParseLoop(std::string_view markup, uint32_t line, LoopText* out);

  // `opened_at`: the offset of the block's tag.
  TagParser::Part ParsePart(std::string_view block, uint32_t opened_at);
  std::span<const std::string_view> ParseRaw(std::string_view block, uint32_t opened_at);

  // The first error counts.
  void Fail(LiquidError error);
  // `hint`: what the user can do.
  void FailSyntax(std::string_view text, std::string_view hint = {});
  // What Liquid says of a tag that `block` does not know.
  void FailUnknownTag(std::string_view tag, std::string_view block, std::string_view delimiter);

  // The line that Liquid would name now.
  uint32_t line() const { return line_; }

 private:
  // Where a body ended: at a tag that is not registered, or at the end of the source (no tag).
  struct Stop {
    std::string_view tag;
    std::string_view markup;
  };
  // One body under way.
  struct OpenBody {
    size_t first_node;
    bool blank = true;
  };

  OpenBody Open();
  Body Close(const OpenBody& body);
  Stop ParseNodes(OpenBody& body);
  Stop ParseDocumentNodes(OpenBody& body);
  Stop ParseLineNodes(OpenBody& body);
  void ParseLiquidTag(std::string_view markup, OpenBody& body);
  bool CutTag(std::string_view token, Stop* out);
  bool CutLine(std::string_view token, Stop* out) const;
  // False: no such tag.
  bool AddTag(const Stop& tag, uint32_t offset, OpenBody& body);
  void AddVariable(std::string_view token, OpenBody& body);
  void AddText(std::string_view token, OpenBody& body);
  void HandleWhitespace(std::string_view token, const OpenBody& body);
  uint32_t OffsetOf(std::string_view view) const;

  SourcePosition Here();
  void FailNeverClosed(std::string_view block, uint32_t opened_at);
  void FailUnknownTag(std::string_view tag);
  // The strict parser refused: whether to go on with the lax one, after a warning where the mode has one.
  bool AllowsLax(std::string message, std::string_view markup_context, uint32_t line);

  Template& template_;
  const Environment& environment_;
  MarkupBuilder builder_;
  StrictMarkup strict_;
  Tokenizer document_;
  Tokenizer* tokenizer_;
  std::vector<Node> nodes_;  // of all open bodies
  uint32_t line_;
  uint32_t offset_ = 0;  // of the token under way
  // How far Here() has counted.
  uint32_t seen_ = 0;
  uint32_t seen_lines_ = 0;
  uint32_t line_start_ = 0;
  bool trim_next_text_ = false;
  int depth_ = 0;
  bool failed_ = false;
  LiquidError error_;
};

}  // namespace tincture::liquid
