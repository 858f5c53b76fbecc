#include "compat/kramdown/options.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

using Setter = void (*)(Options&, std::string_view);

// "false" and "" are false, everything else is true.
bool ToBool(std::string_view value) { return !value.empty() && Strip(Downcase(value)) != "false"; }

std::optional<int> ToInt(std::string_view value) {
  value = Strip(value);
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return number;
}

// ":name" and "name" are the name, "" and "nil" nothing.
std::optional<std::string> ToSymbol(std::string_view value) {
  value = Strip(value);
  if (value.starts_with(':')) value.remove_prefix(1);
  if (value.empty() || value == "nil") return std::nullopt;
  return std::string(value);
}

std::vector<std::string> ToList(std::string_view value) {
  std::vector<std::string> items;
  for (size_t start = 0; start <= value.size();) {
    const size_t end = std::min(value.find(',', start), value.size());
    items.emplace_back(value.substr(start, end - start));
    start = end + 1;
  }
  return items;
}

// "2..3" or "1,3".
std::optional<std::set<int>> ToLevels(std::string_view value) {
  std::set<int> levels;
  if (value.size() == 4 && value.substr(1, 2) == ".." && IsDigit(value[0]) && IsDigit(value[3])) {
    for (int level = value[0] - '0'; level <= value[3] - '0'; ++level) levels.insert(level);
  } else {
    for (const std::string& item : ToList(value)) {
      if (item.size() != 1 || !IsDigit(item[0])) return std::nullopt;
      levels.insert(item[0] - '0');
    }
  }
  const bool in_range = std::ranges::all_of(levels, [](int level) { return level >= 1 && level <= 6; });
  return in_range ? std::optional(levels) : std::nullopt;
}

std::optional<EntityOutput> ToEntityOutput(std::string_view value) {
  const std::string name = ToSymbol(value).value_or("");
  if (name == "as_char") return EntityOutput::kAsChar;
  if (name == "as_input") return EntityOutput::kAsInput;
  if (name == "numeric") return EntityOutput::kNumeric;
  if (name == "symbolic") return EntityOutput::kSymbolic;
  return std::nullopt;
}

void SetSmartQuotes(Options& options, std::string_view value) {
  const std::vector<std::string> items = ToList(value);
  if (items.size() == 4) std::ranges::copy(items, options.smart_quotes.begin());
}

void SetGfmQuirks(Options& options, std::string_view value) {
  options.quirk_paragraph_end = options.quirk_no_auto_typographic = false;
  for (const std::string& item : ToList(value)) {
    const std::string name = ToSymbol(item).value_or("");
    options.quirk_paragraph_end |= name == "paragraph_end";
    options.quirk_no_auto_typographic |= name == "no_auto_typographic";
  }
}

void SetForbidden(Options& options, std::string_view value) {
  options.forbidden_inline_options.clear();
  for (const std::string& item : ToList(value)) {
    if (const std::optional<std::string> name = ToSymbol(item)) options.forbidden_inline_options.insert(*name);
  }
}

template <bool Options::*member>
void SetBool(Options& options, std::string_view value) {
  options.*member = ToBool(value);
}
template <int Options::*member>
void SetInt(Options& options, std::string_view value) {
  options.*member = ToInt(value).value_or(options.*member);
}
template <std::string Options::*member>
void SetText(Options& options, std::string_view value) {
  options.*member = value;
}
template <std::optional<std::string> Options::*member>
void SetSymbol(Options& options, std::string_view value) {
  options.*member = ToSymbol(value);
}
void SetLevels(Options& options, std::string_view value) {
  options.toc_levels = ToLevels(value).value_or(options.toc_levels);
}
void SetEntityOutput(Options& options, std::string_view value) {
  options.entity_output = ToEntityOutput(value).value_or(options.entity_output);
}
// kramdown makes a class name of it: only the first letter's case is free.
void SetInput(Options& options, std::string_view value) {
  const std::string name = ToSymbol(value).value_or("kramdown");
  if (name == "GFM" || name == "gFM") options.input = Input::kGfm;
  if (name == "kramdown" || name == "Kramdown") options.input = Input::kKramdown;
  if (name == "SmartyPants" || name == "smartyPants") options.input = Input::kSmartyPants;
}
// Has no bearing on HTML, or only as a whole in the configuration.
void Ignore(Options&, std::string_view) {}

const std::map<std::string_view, Setter>& Setters() {
  static const std::map<std::string_view, Setter> setters = {
      {"input", SetInput},
      {"auto_ids", SetBool<&Options::auto_ids>},
      {"auto_id_stripping", SetBool<&Options::auto_id_stripping>},
      {"auto_id_prefix", SetText<&Options::auto_id_prefix>},
      {"parse_block_html", SetBool<&Options::parse_block_html>},
      {"parse_span_html", SetBool<&Options::parse_span_html>},
      {"html_to_native", SetBool<&Options::html_to_native>},
      {"footnote_nr", SetInt<&Options::footnote_nr>},
      {"entity_output", SetEntityOutput},
      {"toc_levels", SetLevels},
      {"smart_quotes", SetSmartQuotes},
      {"header_offset", SetInt<&Options::header_offset>},
      {"syntax_highlighter", SetSymbol<&Options::syntax_highlighter>},
      {"math_engine", SetSymbol<&Options::math_engine>},
      {"footnote_backlink", SetText<&Options::footnote_backlink>},
      {"footnote_backlink_inline", SetBool<&Options::footnote_backlink_inline>},
      {"footnote_prefix", SetText<&Options::footnote_prefix>},
      {"remove_line_breaks_for_cjk", SetBool<&Options::remove_line_breaks_for_cjk>},
      {"forbidden_inline_options", SetForbidden},
      {"hard_wrap", SetBool<&Options::hard_wrap>},
      {"gfm_quirks", SetGfmQuirks},
      {"template", Ignore},
      {"transliterated_header_ids", Ignore},
      {"link_defs", Ignore},
      {"line_width", Ignore},
      {"latex_headers", Ignore},
      {"typographic_symbols", Ignore},
      {"remove_block_html_tags", Ignore},
      {"remove_span_html_tags", Ignore},
      {"syntax_highlighter_opts", Ignore},
      {"math_engine_opts", Ignore},
      {"list_indent", Ignore},
  };
  return setters;
}

}  // namespace

OptionResult SetOption(Options& options, std::string_view name, std::string_view value) {
  const auto setter = Setters().find(name);
  if (setter == Setters().end()) return OptionResult::kUnknown;
  setter->second(options, value);
  return OptionResult::kSet;
}

}  // namespace tincture::kramdown
