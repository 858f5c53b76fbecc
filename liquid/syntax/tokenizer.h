// Tokenizer: cuts a source into texts, `{{ }}` and `{% %}`, as Liquid's TemplateParser pattern does:
//   {% up to the first %}   or   {{ up to the first }, with a second } where it follows
// A `{%` or `{{` without an end is a token of two characters, which parsing then refuses.
// Within `{% liquid %}` (Liquid 5) each line is a token. Linear time on any input. Keeps views into the source.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tincture::liquid {

struct TemplateToken {
  enum class Kind : uint8_t { kText, kVariable, kTag, kLine };
  Kind kind;
  std::string_view text;
};

class Tokenizer {
 public:
  enum class Mode : uint8_t { kDocument, kLines };

  // `line`: that of the first character; 0 where lines are not counted.
  Tokenizer(std::string_view source, uint32_t line, Mode mode = Mode::kDocument)
      : source_(source), line_(line), mode_(mode) {}

  // Nothing at the end. No token is empty, but a line may be.
  std::optional<TemplateToken> Next();
  // The line after the tokens taken so far.
  uint32_t line() const { return line_; }
  Mode mode() const { return mode_; }

 private:
  TemplateToken NextInDocument();
  TemplateToken NextLine();
  size_t TagEnd() const;
  size_t VariableEnd() const;
  std::string_view Take(size_t end);

  std::string_view source_;
  size_t position_ = 0;
  uint32_t line_;
  Mode mode_;
  // Where there is no more of them, so that a million unclosed tags are not a million searches.
  mutable bool no_tag_end_ = false;
  mutable bool no_brace_ = false;
};

}  // namespace tincture::liquid
