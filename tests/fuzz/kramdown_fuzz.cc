// Converts whatever libFuzzer makes up. The first bytes choose the options (kinds of bits below), the rest is the
// document.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "compat/kramdown/kramdown.h"
#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"

namespace tincture::kramdown {
namespace {

constexpr size_t kOptionBytes = 6;

// What kramdown's own adapter does with Rouge.
class Rouge : public SyntaxHighlighter {
 public:
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang, CodeKind,
                                       const HighlighterOptions& options) override {
    const std::optional<rouge::Fancy> found = rouge::FindFancy(lang.value_or("guess"), code);
    if (options.disable || !found) return std::nullopt;
    const rouge::Lexed lexed = rouge::Lex(*found->lexer, found->options, code);
    return rouge::FormatHtmlLegacy(lexed.tokens, {.wrap = options.wrap, .line_numbers = options.line_numbers});
  }
};

// The bits of the option bytes, taken one after another; zero bytes are Jekyll's defaults.
class Chooser {
 public:
  explicit Chooser(std::string_view bytes) : bytes_(bytes) {}
  unsigned Take(int count) {
    unsigned value = 0;
    for (; count > 0; --count, ++next_) {
      value = value << 1 | (static_cast<unsigned char>(bytes_[next_ / 8]) >> (next_ % 8) & 1);
    }
    return value;
  }
  bool Flag() { return Take(1) != 0; }

 private:
  std::string_view bytes_;
  size_t next_ = 0;
};

Input ChooseInput(unsigned number) {
  constexpr Input kInputs[] = {Input::kGfm, Input::kKramdown, Input::kGfm, Input::kSmartyPants};
  return kInputs[number];
}

void ChooseParsing(Chooser& choose, Options& options) {
  options.input = ChooseInput(choose.Take(2));
  options.hard_wrap = choose.Flag();
  options.auto_ids = !choose.Flag();
  options.auto_id_stripping = choose.Flag();
  options.parse_block_html = choose.Flag();
  options.parse_span_html = !choose.Flag();
  options.html_to_native = choose.Flag();
  options.quirk_paragraph_end = !choose.Flag();
  options.quirk_no_auto_typographic = choose.Flag();
  if (choose.Flag()) options.auto_id_prefix = "pre-";
  if (choose.Flag()) options.link_defs = {{"a", "/url?a&b", {}}, {"B c", "", "A \"title\""}};
  if (choose.Flag()) options.forbidden_inline_options = {"template", "parse_block_html", "input"};
}

void ChooseWriting(Chooser& choose, Options& options) {
  options.entity_output = static_cast<EntityOutput>(choose.Take(2));
  options.header_offset = static_cast<int>(choose.Take(2)) * 2 - 2 + (choose.Flag() ? 1 : 2);
  options.footnote_nr = choose.Flag() ? 7 : 1;
  if (choose.Flag()) options.footnote_backlink = choose.Flag() ? "" : "&ref; <b>";
  options.footnote_backlink_inline = choose.Flag();
  if (choose.Flag()) options.footnote_prefix = "p";
  if (choose.Flag()) options.toc_levels = {2, 3};
  if (choose.Flag()) options.smart_quotes = {"apos", "39", "quot", "nonsense"};
  if (choose.Flag()) options.typographic_symbols = {{"mdash", "--"}, {"hellip", ""}, {"laquo_space", "<"}};
  options.remove_line_breaks_for_cjk = choose.Flag();
  if (choose.Flag()) options.math_engine.reset();
  options.ascii_source = choose.Flag();
}

void ChooseHighlighter(Chooser& choose, Options& options) {
  if (choose.Flag()) options.syntax_highlighter.reset();
  options.highlight_block.guess_lang = options.highlight_span.guess_lang = choose.Flag();
  if (choose.Flag()) options.highlight_block.default_lang = "ruby";
  if (choose.Flag()) options.highlight_span.default_lang = "html?x=1&y";
  options.highlight_block.line_numbers = choose.Flag();
  options.highlight_block.disable = choose.Flag();
}

void Run(std::string_view data) {
  Chooser choose(data.substr(0, kOptionBytes));
  Options options;
  ChooseParsing(choose, options);
  ChooseWriting(choose, options);
  ChooseHighlighter(choose, options);
  Rouge highlighter;
  Convert(data.substr(kOptionBytes), options, &highlighter);
}

}  // namespace
}  // namespace tincture::kramdown

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size >= tincture::kramdown::kOptionBytes) {
    tincture::kramdown::Run({reinterpret_cast<const char*>(data), size});
  }
  return 0;
}
