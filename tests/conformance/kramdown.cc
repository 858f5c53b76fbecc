// kramdown suite: `input` through the converter must give `html` byte for byte, and `warnings` where the record has
// them. Records with `kramdown` or `config`, or with neither and no `options`, run under Jekyll's defaults.
#include "compat/kramdown/kramdown.h"

#include <string>

#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"
#include "tests/conformance/vectors.h"

namespace tincture::vectors {

namespace {

// What kramdown's own adapter does with Rouge.
class Rouge : public kramdown::SyntaxHighlighter {
 public:
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang, kramdown::CodeKind,
                                       const kramdown::HighlighterOptions& options) override {
    const std::optional<rouge::Fancy> found = rouge::FindFancy(lang.value_or("guess"), code);
    if (!found || (rouge::TagOf(*found->lexer) == "plaintext" && !options.guess_lang)) return std::nullopt;
    rouge::LegacyOptions legacy;
    legacy.wrap = options.wrap;
    legacy.css_class = options.css_class;
    legacy.line_numbers = options.line_numbers;
    legacy.table.start_line = options.start_line;
    return rouge::FormatHtmlLegacy(rouge::Lex(*found->lexer, found->options, code).tokens, legacy);
  }
};

std::string DecodeBase64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const size_t value = alphabet.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    count += 6;
    if (count >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return out;
}

std::string ScalarText(const Json& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsBool()) return value.GetBool() ? "true" : "false";
  if (value.IsInt()) return std::to_string(value.GetInt());
  if (value.IsArray()) {
    std::string joined;
    for (const Json& item : value.GetArray()) joined += (joined.empty() ? "" : ",") + ScalarText(item);
    return joined;
  }
  return {};
}

void SetLinks(kramdown::Options& options, const Json& links) {
  for (const auto& member : links.GetObject()) {
    kramdown::PredefinedLink link{.id = member.name.GetString(), .url = ScalarText(member.value[0]), .title = {}};
    if (member.value.Size() > 1 && member.value[1].IsString()) link.title = ScalarText(member.value[1]);
    options.link_defs.push_back(link);
  }
}

void SetHighlighterOptions(kramdown::HighlighterOptions& options, const Json& given) {
  for (const auto& member : given.GetObject()) {
    const std::string name = member.name.GetString();
    const Json& value = member.value;
    if (name == "default_lang" && value.IsString()) options.default_lang = ScalarText(value);
    if (name == "guess_lang") options.guess_lang = value.IsTrue();
    if (name == "disable") options.disable = value.IsTrue();
    if (name == "css_class") options.css_class = ScalarText(value);
    if (name == "line_numbers") options.line_numbers = value.IsTrue();
    if (name == "start_line") options.start_line = value.GetInt();
  }
}

void SetAllHighlighterOptions(kramdown::Options& options, const Json& given) {
  SetHighlighterOptions(options.highlight_block, given);
  SetHighlighterOptions(options.highlight_span, given);
  if (given.HasMember("block")) SetHighlighterOptions(options.highlight_block, given["block"]);
  if (given.HasMember("span")) SetHighlighterOptions(options.highlight_span, given["span"]);
}

void SetFrom(kramdown::Options& options, const Json& given) {
  for (const auto& member : given.GetObject()) {
    const std::string name = member.name.GetString();
    const Json& value = member.value;
    if (name == "input") {
      options.input = ScalarText(value) == "GFM" ? kramdown::Input::kGfm : kramdown::Input::kKramdown;
    } else if (name == "link_defs") {
      SetLinks(options, value);
    } else if (name == "typographic_symbols") {
      for (const auto& symbol : value.GetObject()) {
        options.typographic_symbols[symbol.name.GetString()] = ScalarText(symbol.value);
      }
    } else if (name == "syntax_highlighter_opts") {
      SetAllHighlighterOptions(options, value);
    } else if (name == "guess_lang") {
      options.highlight_block.guess_lang = options.highlight_span.guess_lang = value.IsTrue();
    } else {
      kramdown::SetOption(options, name, ScalarText(value));
    }
  }
}

kramdown::Options JekyllDefaults() {
  kramdown::Options options;
  options.input = kramdown::Input::kGfm;
  options.hard_wrap = false;
  for (kramdown::HighlighterOptions* highlight : {&options.highlight_block, &options.highlight_span}) {
    highlight->default_lang = "plaintext";
    highlight->guess_lang = true;
  }
  return options;
}

kramdown::Options OptionsOf(const Json& record) {
  if (record.HasMember("options")) {
    kramdown::Options options;
    SetFrom(options, record["options"]);
    return options;
  }
  kramdown::Options options = JekyllDefaults();
  if (record.HasMember("config") && record["config"].HasMember("highlighter")) {
    options.syntax_highlighter = ScalarText(record["config"]["highlighter"]);
  }
  if (record.HasMember("kramdown")) SetFrom(options, record["kramdown"]);
  return options;
}

std::string WarningsOf(const Json& record) {
  std::string lines;
  const auto member = record.FindMember("warnings");
  if (member == record.MemberEnd() || !member->value.IsArray()) return lines;
  for (const Json& warning : member->value.GetArray()) lines += ScalarText(warning) + "\n";
  return lines;
}

void Judge(const Json& record, const Options&, Report& report) {
  Rouge rouge;
  const kramdown::Output output = kramdown::Convert(TextOf(record, "input"), OptionsOf(record), &rouge);
  std::string expected(TextOf(record, "html"));
  if (record.HasMember("html_b64")) expected = DecodeBase64(TextOf(record, "html_b64"));
  std::string actual = output.html;
  if (record.HasMember("warnings")) {
    expected += "--- warnings\n" + WarningsOf(record);
    actual += "--- warnings\n";
    for (const kramdown::Warning& warning : output.warnings) actual += warning.message + "\n";
  }
  report.Compare(TextOf(record, "name"), TextOf(record, "input"), expected, actual);
}

const Registration registration("kramdown", Judge);

}  // namespace

}  // namespace tincture::vectors
