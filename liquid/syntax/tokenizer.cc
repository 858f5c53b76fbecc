#include "liquid/syntax/tokenizer.h"

#include <algorithm>

namespace tincture::liquid {

namespace {

// Where the next `{{` or `{%` begins at or after `from`, or the end.
size_t FindStart(std::string_view source, size_t from) {
  for (size_t at = source.find('{', from); at != std::string_view::npos; at = source.find('{', at + 1)) {
    if (at + 1 < source.size() && (source[at + 1] == '{' || source[at + 1] == '%')) return at;
  }
  return source.size();
}

}  // namespace

std::optional<TemplateToken> Tokenizer::Next() {
  if (position_ >= source_.size()) return std::nullopt;
  const TemplateToken token = mode_ == Mode::kLines ? NextLine() : NextInDocument();
  if (line_ != 0) {
    line_ += mode_ == Mode::kLines ? 1 : static_cast<uint32_t>(std::count(token.text.begin(), token.text.end(), '\n'));
  }
  return token;
}

TemplateToken Tokenizer::NextInDocument() {
  const size_t start = FindStart(source_, position_);
  if (start > position_) return {TemplateToken::Kind::kText, Take(start)};
  if (source_[start + 1] == '%') return {TemplateToken::Kind::kTag, Take(TagEnd())};
  return {TemplateToken::Kind::kVariable, Take(VariableEnd())};
}

TemplateToken Tokenizer::NextLine() {
  const size_t end = std::min(source_.find('\n', position_), source_.size());
  const std::string_view line = Take(end);
  ++position_;
  return {TemplateToken::Kind::kLine, line};
}

size_t Tokenizer::TagEnd() const {
  if (!no_tag_end_) {
    const size_t end = source_.find("%}", position_ + 2);
    if (end != std::string_view::npos) return end + 2;
    no_tag_end_ = true;
  }
  return position_ + 2;
}

size_t Tokenizer::VariableEnd() const {
  if (!no_brace_) {
    const size_t end = source_.find('}', position_ + 2);
    if (end != std::string_view::npos) return end + (source_.substr(end + 1, 1) == "}" ? 2 : 1);
    no_brace_ = true;
  }
  return position_ + 2;
}

std::string_view Tokenizer::Take(size_t end) {
  const std::string_view taken = source_.substr(position_, end - position_);
  position_ = end;
  return taken;
}

}  // namespace tincture::liquid
