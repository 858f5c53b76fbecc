// Options: every option of kramdown 2.4.0 and kramdown-parser-gfm 1.1.0 that its HTML output depends on, under
// kramdown's own names and with kramdown's own defaults. Plain values; one set serves any number of documents and
// threads.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/value/value.h"

namespace tincture::kramdown {

// kSmartyPants is Jekyll's own parser behind `smartify`: typography and HTML only.
enum class Input { kKramdown, kGfm, kSmartyPants };
enum class EntityOutput { kAsChar, kAsInput, kNumeric, kSymbolic };

struct PredefinedLink {
  std::string id = {};
  std::string url = {};
  std::optional<std::string> title = {};
};

// The keys of `syntax_highlighter_opts` that kramdown's Rouge adapter and Rouge's HTMLLegacy formatter read, with the
// `block:` or `span:` part already merged in.
struct HighlighterOptions {
  std::optional<std::string> default_lang = {};
  bool guess_lang = false;
  bool disable = false;
  std::optional<std::string> formatter = {};
  std::string css_class = "highlight";
  bool wrap = true;
  bool line_numbers = false;
  int start_line = 1;
  std::string line_format = "%i";
  std::string table_class = "rouge-table";
  std::string gutter_class = "rouge-gutter";
  std::string code_class = "rouge-code";
  std::optional<std::string> inline_theme = {};
};

struct Options {
  Input input = Input::kKramdown;

  bool auto_ids = true;
  bool auto_id_stripping = false;
  std::string auto_id_prefix = {};
  bool parse_block_html = false;
  bool parse_span_html = true;
  bool html_to_native = false;
  std::vector<PredefinedLink> link_defs = {};
  int footnote_nr = 1;
  EntityOutput entity_output = EntityOutput::kAsChar;
  std::set<int> toc_levels = {1, 2, 3, 4, 5, 6};
  // Names or decimal code points, in the order lsquo, rsquo, ldquo, rdquo.
  std::array<std::string, 4> smart_quotes = {"lsquo", "rsquo", "ldquo", "rdquo"};
  // mdash, ndash, hellip, laquo, raquo, laquo_space, raquo_space to what replaces them.
  std::map<std::string, std::string, std::less<>> typographic_symbols = {};
  int header_offset = 0;
  std::optional<std::string> syntax_highlighter = "rouge";
  HighlighterOptions highlight_block;
  HighlighterOptions highlight_span{.wrap = false};
  std::optional<std::string> math_engine = "mathjax";
  std::string footnote_backlink = "&#8617;";
  bool footnote_backlink_inline = false;
  std::string footnote_prefix = {};
  bool remove_line_breaks_for_cjk = false;
  std::set<std::string, std::less<>> forbidden_inline_options = {"template"};

  // kramdown-parser-gfm's own.
  bool hard_wrap = true;
  bool quirk_paragraph_end = true;
  bool quirk_no_auto_typographic = false;

  // Ruby's encoding of the source is US-ASCII: characters beyond ASCII are then written as numeric entities.
  bool ascii_source = false;
  // Whether the source's encoding has the character; those that it lacks are written as numeric entities. Null: all.
  std::function<bool(uint32_t)> holds = nullptr;
};

// `syntax_highlighter_opts` as a whole: what was set before is forgotten. `block:` and `span:` go to their own.
void SetHighlighterOptions(Options& options, const Hash& values);

// Sets one option from text, as `{::options key="value" /}` and the configuration give it. Unknown values leave the
// option as it was, which is what kramdown does there. `input` is for the configuration only.
enum class OptionResult { kSet, kUnknown };
OptionResult SetOption(Options& options, std::string_view name, std::string_view value);
// The same from a value of the configuration: lists and hashes need not be text.
OptionResult SetOption(Options& options, std::string_view name, const Value& value);

}  // namespace tincture::kramdown
