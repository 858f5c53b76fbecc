#include "compat/kramdown/options.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <span>

#include "compat/kramdown/support/chars.h"
#include "compat/yaml/load.h"
#include "liquid/value/hash.h"

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

// Any other name counts as numeric.
EntityOutput ToEntityOutput(std::string_view value) {
  const std::string name = ToSymbol(value).value_or("");
  if (name == "as_char") return EntityOutput::kAsChar;
  if (name == "as_input") return EntityOutput::kAsInput;
  if (name == "symbolic") return EntityOutput::kSymbolic;
  return EntityOutput::kNumeric;
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
void SetEntityOutput(Options& options, std::string_view value) { options.entity_output = ToEntityOutput(value); }
// kramdown makes a class name of it: only the first letter's case is free.
void SetInput(Options& options, std::string_view value) {
  const std::string name = ToSymbol(value).value_or("kramdown");
  if (name == "GFM" || name == "gFM") options.input = Input::kGfm;
  if (name == "kramdown" || name == "Kramdown") options.input = Input::kKramdown;
  if (name == "SmartyPants" || name == "smartyPants") options.input = Input::kSmartyPants;
}
// The hash that `yaml` is, into `set`; anything else changes nothing.
template <class Set>
void WithHash(Options& options, std::string_view yaml, Set set) {
  Arena arena;
  const Result<Value> value = yaml::Load(yaml, {.rules = compat::YamlRules::kPsych, .path = {}}, arena);
  if (value.ok() && value->IsHash()) set(options, value->AsHash());
}

// Ruby's to_s of what a configuration may hold; lists joined by commas.
std::string ToText(const Value& value) {
  if (value.IsString()) return std::string(value.AsString());
  if (value.IsInt()) return std::to_string(value.AsInt());
  if (value.IsBool()) return value.AsBool() ? "true" : "false";
  std::string joined;
  if (!value.IsArray()) return joined;
  for (const Value& item : value.AsArray()) joined += (joined.empty() ? "" : ",") + ToText(item);
  return joined;
}

std::string KeyOf(const Hash::Entry& entry) { return ToSymbol(ToText(entry.key)).value_or(""); }

void SetTypographicSymbols(Options& options, const Hash& symbols) {
  options.typographic_symbols.clear();
  for (const Hash::Entry& entry : symbols.entries()) options.typographic_symbols[KeyOf(entry)] = ToText(entry.value);
}

void SetLinkDefinitions(Options& options, const Hash& links) {
  options.link_defs.clear();
  for (const Hash::Entry& entry : links.entries()) {
    if (!entry.value.IsArray() || entry.value.AsArray().empty()) continue;
    const std::span<const Value> parts = entry.value.AsArray();
    PredefinedLink link{.id = ToText(entry.key), .url = ToText(parts[0])};
    if (parts.size() > 1 && !parts[1].IsNil()) link.title = ToText(parts[1]);
    options.link_defs.push_back(std::move(link));
  }
}

void SetHighlighterOption(HighlighterOptions& options, std::string_view name, const Value& value) {
  if (name == "guess_lang") options.guess_lang = value.Truthy();
  if (name == "disable") options.disable = value.Truthy();
  if (name == "wrap") options.wrap = value.Truthy();
  if (name == "line_numbers") options.line_numbers = value.Truthy();
  if (name == "start_line") options.start_line = ToInt(ToText(value)).value_or(1);
  if (name == "line_format") options.line_format = ToText(value);
  if (name == "table_class") options.table_class = ToText(value);
  if (name == "gutter_class") options.gutter_class = ToText(value);
  if (name == "code_class") options.code_class = ToText(value);
  if (name == "css_class" && value.Truthy()) options.css_class = ToText(value);
  if (name == "default_lang") options.default_lang = value.Truthy() ? std::optional(ToText(value)) : std::nullopt;
  if (name == "formatter") options.formatter = value.Truthy() ? std::optional(ToText(value)) : std::nullopt;
  if (name == "inline_theme") options.inline_theme = value.Truthy() ? std::optional(ToText(value)) : std::nullopt;
}

void SetHighlighterPart(HighlighterOptions& options, const Hash& values) {
  for (const Hash::Entry& entry : values.entries()) SetHighlighterOption(options, KeyOf(entry), entry.value);
}

const Hash* PartNamed(const Hash& values, std::string_view name) {
  for (const Hash::Entry& entry : values.entries()) {
    if (KeyOf(entry) == name && entry.value.IsHash()) return &entry.value.AsHash();
  }
  return nullptr;
}

// Has no bearing on HTML.
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
      {"link_defs", [](Options& options, std::string_view yaml) { WithHash(options, yaml, SetLinkDefinitions); }},
      {"line_width", Ignore},
      {"latex_headers", Ignore},
      {"typographic_symbols",
       [](Options& options, std::string_view yaml) { WithHash(options, yaml, SetTypographicSymbols); }},
      {"remove_block_html_tags", Ignore},
      {"remove_span_html_tags", Ignore},
      {"syntax_highlighter_opts",
       [](Options& options, std::string_view yaml) { WithHash(options, yaml, SetHighlighterOptions); }},
      {"math_engine_opts", Ignore},
      {"list_indent", Ignore},
  };
  return setters;
}

}  // namespace

void SetHighlighterOptions(Options& options, const Hash& values) {
  options.highlight_block = {};
  options.highlight_span = {};
  SetHighlighterPart(options.highlight_block, values);
  SetHighlighterPart(options.highlight_span, values);
  if (const Hash* block = PartNamed(values, "block")) SetHighlighterPart(options.highlight_block, *block);
  if (const Hash* span = PartNamed(values, "span")) SetHighlighterPart(options.highlight_span, *span);
  options.highlight_span.wrap = false;
}

OptionResult SetOption(Options& options, std::string_view name, const Value& value) {
  if (!value.IsHash()) return SetOption(options, name, ToText(value));
  if (name == "syntax_highlighter_opts") {
    SetHighlighterOptions(options, value.AsHash());
  } else if (name == "typographic_symbols") {
    SetTypographicSymbols(options, value.AsHash());
  } else if (name == "link_defs") {
    SetLinkDefinitions(options, value.AsHash());
  }
  return OptionResult::kSet;
}

OptionResult SetOption(Options& options, std::string_view name, std::string_view value) {
  const auto setter = Setters().find(name);
  if (setter == Setters().end()) return OptionResult::kUnknown;
  setter->second(options, value);
  return OptionResult::kSet;
}

}  // namespace tincture::kramdown
