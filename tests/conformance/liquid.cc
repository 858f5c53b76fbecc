// Liquid by itself: a template, its variables and partials, and what the gem made of them in each error mode.
#include "tests/conformance/liquid.h"

#include <rapidjson/reader.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/civil.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"

namespace tincture::vectors {

namespace {

using liquid::Context;
using liquid::Environment;
using liquid::ErrorMode;
using liquid::LiquidError;
using liquid::Template;

Judge& JekyllJudge() {
  static Judge judge = nullptr;
  return judge;
}

class Partials : public liquid::FileSystem {
 public:
  explicit Partials(const Json& record) {
    const auto partials = record.FindMember("partials");
    if (partials == record.MemberEnd()) return;
    for (const auto& member : partials->value.GetObject()) {
      sources_[member.name.GetString()] = {member.value.GetString(), member.value.GetStringLength()};
    }
  }

  bool empty() const { return sources_.empty(); }

  Result<std::string_view> Read(std::string_view name) const override {
    const auto found = sources_.find(name);
    if (found != sources_.end()) return std::string_view(found->second);
    return Error{.kind = std::string(liquid::kFileSystemError),
                 .message = "No such template '" + std::string(name) + "'"};
  }

 private:
  std::map<std::string, std::string, std::less<>> sources_;
};

bool Flag(const Json& record, const char* key) {
  const auto member = record.FindMember(key);
  return member != record.MemberEnd() && member->value.IsTrue();
}

// What a record's outcome says, or what we made, as one text to compare and to show.
std::string Describe(std::string_view what, std::string_view kind, std::string_view message) {
  return std::string(what) + ": " + std::string(kind) + ": " + std::string(message) + "\n";
}

std::string DescribeError(const char* what, const Json& error) {
  return Describe(what, TextOf(error, "class"), TextOf(error, "message"));
}

struct Expected {
  std::string rendered;
  std::optional<std::string> raised;
  std::optional<std::string> warnings;
};

std::string DecodeBase64(std::string_view text) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    bits = bits << 6 | static_cast<uint32_t>(kDigits.find(c));
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

// {"$b64": ..} holds bytes that are no UTF-8.
std::string TextOrBytes(const Json& json) {
  if (json.IsObject()) return DecodeBase64(TextOf(json, "$b64"));
  return {json.GetString(), json.GetStringLength()};
}

Expected ReadExpected(const Json& record, const Options& options, bool is_warn_mode) {
  const bool wants_5 = options.profile == "debian" && record.HasMember("liquid5");
  const Json& outcome = wants_5 ? record["liquid5"] : record;
  Expected expected;
  if (outcome.HasMember("parse_error")) {
    expected.rendered = DescribeError("parse error", outcome["parse_error"]);
    return expected;
  }
  expected.rendered = TextOrBytes(outcome["expected"]) + "\n";
  if (outcome.HasMember("errors")) {
    for (const Json& error : outcome["errors"].GetArray()) expected.rendered += DescribeError("error", error);
  }
  if (outcome.HasMember("raises")) expected.raised = DescribeError("raises", outcome["raises"]);
  if (is_warn_mode && options.profile != "debian" && record.HasMember("warnings")) {
    expected.warnings.emplace();
    for (const Json& warning : record["warnings"].GetArray())
      *expected.warnings += warning.GetString() + std::string("\n");
  }
  return expected;
}

struct Run {
  const Json& record;
  const Environment& environment;
  const Partials& partials;
  const Value& assigns;
};

std::string Render(const Run& run, const Template& parsed, bool raises) {
  Context::Options options;
  options.globals = run.assigns;
  if (!run.partials.empty()) options.files = &run.partials;
  options.raise_errors = raises;
  Context context(run.environment, options);
  liquid::Output output;
  parsed.Render(context, output);
  if (raises) return context.failed() ? Describe("raises", context.error()->kind, context.error()->Message()) : "";
  std::string text = output.text() + "\n";
  for (const LiquidError& error : context.errors()) text += Describe("error", error.kind, error.Message());
  return text;
}

// Empty: as expected. Otherwise the two texts.
std::optional<std::pair<std::string, std::string>> Check(const Run& run, const Expected& expected) {
  const std::string source(TextOf(run.record, "template"));
  LiquidError error;
  const auto parsed = Template::Parse({.text = source}, run.environment, &error);
  if (parsed == nullptr) {
    const std::string made = Describe("parse error", error.kind, error.Message());
    return made == expected.rendered ? std::nullopt : std::optional(std::pair(expected.rendered, made));
  }
  if (const std::string made = Render(run, *parsed, false); made != expected.rendered) {
    return std::pair(expected.rendered, made);
  }
  if (const std::string made = Render(run, *parsed, true); made != expected.raised.value_or("")) {
    return std::pair(expected.raised.value_or(""), made);
  }
  if (!expected.warnings) return std::nullopt;
  std::string warnings;
  for (const Error& warning : parsed->warnings()) warnings += warning.message + "\n";
  return warnings == *expected.warnings ? std::nullopt : std::optional(std::pair(*expected.warnings, warnings));
}

ErrorMode ModeNamed(std::string_view name) {
  return name == "lax" ? ErrorMode::kLax : name == "warn" ? ErrorMode::kWarn : ErrorMode::kStrict;
}

void JudgeLiquid(const Json& record, const Options& options, Report& report) {
  if (!record.HasMember("error_modes")) {
    if (JekyllJudge()) return JekyllJudge()(record, options, report);
    return report.Fail(TextOf(record, "name"), "", "", "this program has no Jekyll part");
  }
  const Partials partials(record);
  Arena arena;
  const Value assigns = ParseRecord(options.record, arena).AsHash().Get("assigns");
  for (const Json& mode : record["error_modes"].GetArray()) {
    Environment environment(options.profile == "debian" ? liquid::kLiquid5 : liquid::kLiquid4);
    environment.error_mode = ModeNamed(mode.GetString());
    environment.line_numbers = Flag(record, "line_numbers");
    environment.strict_variables = Flag(record, "strict_variables");
    environment.strict_filters = Flag(record, "strict_filters");
    liquid::AddStandardTags(environment);
    liquid::AddStandardFilters(environment);
    const Expected expected = ReadExpected(record, options, environment.error_mode == ErrorMode::kWarn);
    if (const auto difference = Check({record, environment, partials, assigns}, expected)) {
      return report.Fail(std::string(TextOf(record, "name")) + " (" + mode.GetString() + ")",
                         TextOf(record, "template"), difference->first, difference->second);
    }
  }
  report.Pass();
}

// "2020-01-02 03:04:05.123456789 +0530", or "UTC" at the end.
Value ReadTime(const std::string& text, Arena& arena) {
  int year, month, day, hour, minute, second, nanoseconds, zone = 0;
  std::sscanf(text.c_str(), "%d-%d-%d %d:%d:%d.%d %d", &year, &month, &day, &hour, &minute, &second, &nanoseconds,
              &zone);
  const int32_t offset = (zone / 100 * 60 + zone % 100) * 60;
  const int64_t local = DaysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
  const bool is_utc = text.ends_with("UTC");
  return Value::OfTime(arena, Time{local - offset, nanoseconds, offset, is_utc, is_utc ? "UTC" : ""});
}

Value ReadDate(const std::string& text) {
  int year, month, day;
  std::sscanf(text.c_str(), "%d-%d-%d", &year, &month, &day);
  return Value::Date(DaysFromCivil(year, month, day));
}

// {"$kind": "text"}: the value that stands for.
std::optional<Value> ReadMarked(const Hash::Entry& entry, Arena& arena) {
  const std::string_view kind = entry.key.AsString();
  if (!kind.starts_with('$') || !entry.value.IsString()) return std::nullopt;
  const std::string text(entry.value.AsString());
  if (kind == "$time") return ReadTime(text, arena);
  if (kind == "$date") return ReadDate(text);
  if (kind == "$datetime") return entry.value;
  if (kind == "$float") return Value::Float(std::strtod(text.c_str(), nullptr));
  return std::nullopt;
}

// Takes RapidJSON's events.
class RecordReader : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordReader> {
 public:
  explicit RecordReader(Arena& arena) : arena_(arena) {}
  Value Take() const { return values_.empty() ? Value() : values_.back(); }

  bool Null() { return Add(Value()); }
  bool Bool(bool b) { return Add(Value::Bool(b)); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view digits(text, size);
    const bool is_whole = digits.find_first_of(".eE") == std::string_view::npos;
    return Add(is_whole ? IntegerFromDigits(arena_.Copy(digits), arena_) : Value::Float(ToFloat(digits)));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return Add(Value::String(arena_.Copy({text, size})));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool copy) { return String(text, size, copy); }
  bool StartArray() { return true; }
  bool EndArray(rapidjson::SizeType count) {
    const auto items = Last(count);
    const Value array = Value::Array(arena_, items);
    values_.resize(values_.size() - count);
    return Add(array);
  }
  bool StartObject() { return true; }
  bool EndObject(rapidjson::SizeType count) {
    HashBuilder hash(arena_);
    const auto items = Last(count * 2);
    for (size_t i = 0; i < items.size(); i += 2) hash.Set(items[i], items[i + 1]);
    values_.resize(values_.size() - count * 2);
    const auto marked = hash.size() == 1 ? ReadMarked(hash.entries()[0], arena_) : std::nullopt;
    return Add(marked ? *marked : hash.BuildValue());
  }

 private:
  bool Add(const Value& value) {
    values_.push_back(value);
    return true;
  }
  std::span<const Value> Last(size_t count) const { return std::span(values_).last(count); }

  Arena& arena_;
  std::vector<Value> values_;
};

const Registration kLiquid("liquid", JudgeLiquid);

}  // namespace

JekyllLiquid::JekyllLiquid(Judge judge) { JekyllJudge() = judge; }

Value ParseRecord(std::string_view text, Arena& arena) {
  RecordReader reader(arena);
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader().Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, reader);
  return reader.Take();
}

}  // namespace tincture::vectors
