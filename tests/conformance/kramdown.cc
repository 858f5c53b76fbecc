// kramdown suite: `input` through the converter must give `html` byte for byte, and `warnings` where the record has
// them. Records with `kramdown` or `config`, or with neither and no `options`, run under Jekyll's defaults.
#include "compat/kramdown/kramdown.h"

#include <string>
#include <vector>

#include "compat/kramdown/options_from_config.h"
#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"
#include "liquid/value/hash.h"
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

Value ToValue(const Json& json, Arena& arena) {
  if (json.IsString()) return Value::String({json.GetString(), json.GetStringLength()});
  if (json.IsBool()) return Value::Bool(json.GetBool());
  if (json.IsInt64()) return Value::Int(json.GetInt64());
  if (json.IsArray()) {
    std::vector<Value> items;
    for (const Json& item : json.GetArray()) items.push_back(ToValue(item, arena));
    return Value::Array(arena, items);
  }
  if (!json.IsObject()) return Value::Nil();
  HashBuilder hash(arena);
  for (const auto& member : json.GetObject()) hash.Set(member.name.GetString(), ToValue(member.value, arena));
  return hash.BuildValue();
}

// What Jekyll's default configuration says below a site's own `kramdown:`.
HashBuilder JekyllDefaults(Arena& arena) {
  HashBuilder config(arena);
  config.Set("input", Value::String("GFM"));
  config.Set("hard_wrap", Value::Bool(false));
  config.Set("guess_lang", Value::Bool(true));
  return config;
}

kramdown::Options OptionsOf(const Json& record) {
  Arena arena;
  if (record.HasMember("options")) {
    kramdown::Options options;
    for (const auto& member : record["options"].GetObject()) {
      kramdown::SetOption(options, member.name.GetString(), ToValue(member.value, arena));
    }
    return options;
  }
  HashBuilder config = JekyllDefaults(arena);
  if (record.HasMember("kramdown")) {
    for (const auto& member : record["kramdown"].GetObject()) {
      config.Set(member.name.GetString(), ToValue(member.value, arena));
    }
  }
  const bool has_highlighter = record.HasMember("config") && record["config"].HasMember("highlighter");
  const Value highlighter = has_highlighter ? ToValue(record["config"]["highlighter"], arena) : Value::Nil();
  return kramdown::OptionsFromConfig(config.BuildValue(), highlighter);
}

std::string WarningsOf(const Json& record) {
  std::string lines;
  const auto member = record.FindMember("warnings");
  if (member == record.MemberEnd() || !member->value.IsArray()) return lines;
  for (const Json& warning : member->value.GetArray())
    lines += std::string(warning.GetString(), warning.GetStringLength()) + "\n";
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
