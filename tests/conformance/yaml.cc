// compat/yaml against what SafeYAML and Psych made of each text: values with their types, or the error.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>

#include "compat/profile/profile.h"
#include "compat/yaml/load.h"
#include "compat/yaml/recursion.h"
#include "liquid/support/utf8.h"
#include "liquid/value/civil.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/time_zone.h"
#include "tests/conformance/vectors.h"

namespace tincture::vectors {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
                                 rapidjson::kWriteNanAndInfFlag>;

void WriteText(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

// {"$time": ...} and so on: what the records write for a value that JSON has no notation for.
void WriteMarked(Writer& writer, const char* marker, std::string_view text) {
  writer.StartObject();
  writer.Key(marker);
  WriteText(writer, text);
  writer.EndObject();
}

std::string DateText(int64_t days) {
  const CivilDate date = CivilFromDays(days);
  char text[40];
  std::snprintf(text, sizeof text, "%04lld-%02d-%02d", static_cast<long long>(date.year), date.month, date.day);
  return text;
}

std::string TimeText(const Time& time) {
  const CivilTime civil = ToCivil(time);
  char text[80];
  std::snprintf(text, sizeof text, "%04lld-%02d-%02d %02d:%02d:%02d.%09d ", static_cast<long long>(civil.year),
                civil.month, civil.day, civil.hour, civil.minute, civil.second, time.nanoseconds);
  std::string result = text;
  if (time.is_utc) return result + "UTC";
  const int minutes = std::abs(time.utc_offset) / 60;
  std::snprintf(text, sizeof text, "%c%02d%02d", time.utc_offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
  return result + text;
}

std::string Base64(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t bits = 0;
    for (size_t j = i; j < i + 3; ++j)
      bits = bits << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0u);
    for (size_t j = 0; j < 4; ++j) out += i + j > bytes.size() ? '=' : kAlphabet[bits >> (18 - 6 * j) & 63];
  }
  return out;
}

void WriteFloat(Writer& writer, double number) {
  std::string text;
  AppendFloat(number, text);
  if (!std::isfinite(number)) return WriteMarked(writer, "$float", text);
  writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

void WriteScalar(Writer& writer, const Value& value) {
  switch (value.type()) {
    case Type::kNil:
      writer.Null();
      break;
    case Type::kBool:
      writer.Bool(value.AsBool());
      break;
    case Type::kInt:
      writer.Int64(value.AsInt());
      break;
    case Type::kBigInt:
      writer.RawValue(value.AsBigInt().data(), value.AsBigInt().size(), rapidjson::kNumberType);
      break;
    case Type::kFloat:
      WriteFloat(writer, value.AsFloat());
      break;
    case Type::kTime:
      WriteMarked(writer, "$time", TimeText(value.AsTime()));
      break;
    case Type::kDate:
      WriteMarked(writer, "$date", DateText(value.AsDate()));
      break;
    default:
      if (IsValidUtf8(value.AsString())) {
        WriteText(writer, value.AsString());
      } else {
        WriteMarked(writer, "$b64", Base64(value.AsString()));
      }
  }
}

void Write(Writer& writer, const Value& value, bool types);

bool HasOnlyStringKeys(const Hash& hash) {
  for (const Hash::Entry& entry : hash.entries()) {
    if (!entry.key.IsString()) return false;
  }
  return true;
}

void WritePairs(Writer& writer, const Hash& hash, bool types) {
  writer.StartObject();
  writer.Key("$pairs");
  writer.StartArray();
  for (const Hash::Entry& entry : hash.entries()) {
    writer.StartArray();
    Write(writer, entry.key, types);
    Write(writer, entry.value, types);
    writer.EndArray();
  }
  writer.EndArray();
  writer.EndObject();
}

void WriteHash(Writer& writer, const Hash& hash, bool types) {
  if (!HasOnlyStringKeys(hash)) return WritePairs(writer, hash, types);
  writer.StartObject();
  for (const Hash::Entry& entry : hash.entries()) {
    const std::string_view key = entry.key.AsString();
    writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    Write(writer, entry.value, types);
  }
  writer.EndObject();
}

void Write(Writer& writer, const Value& value, bool types) {
  if (value.IsHash()) return WriteHash(writer, value.AsHash(), types);
  if (value.IsArray()) {
    writer.StartArray();
    for (const Value& item : value.AsArray()) Write(writer, item, types);
    writer.EndArray();
    return;
  }
  if (types) {
    const std::string_view name = RubyClass(value);
    writer.String(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  } else {
    WriteScalar(writer, value);
  }
}

std::string Serialized(const Value& value, bool types) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  Write(writer, value, types);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string Serialized(const Json& json) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  json.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string Described(const Result<Value>& result) {
  if (!result.ok()) return result.error().kind + ": " + result.error().message;
  return Serialized(*result, false) + "\n" + Serialized(*result, true);
}

// JSON texts of one value may differ (1e+20 and 1.0e20): parsed, they are compared as values.
bool Same(const std::string& ours, const Json& theirs) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseNanAndInfFlag>(ours.data(), ours.size());
  return !document.HasParseError() && document == theirs && Serialized(theirs) == Serialized(document);
}

bool HoldsItself(const Value& value) {
  if (value.IsArray()) return std::ranges::any_of(value.AsArray(), HoldsItself);
  if (!value.IsHash()) return yaml::IsWithinItself(value);
  return std::ranges::any_of(value.AsHash().entries(), [](const auto& entry) { return HoldsItself(entry.value); });
}

// The records were made by a program that gave up on values within themselves.
Result<Value> AsRecorded(Result<Value> loaded) {
  if (loaded.ok() && HoldsItself(*loaded)) return Error{.kind = "RuntimeError", .message = "deep"};
  return loaded;
}

bool Matches(const Json& expected, const Result<Value>& actual) {
  const auto error = expected.FindMember("error");
  if (error != expected.MemberEnd()) {
    return !actual.ok() && actual.error().kind == TextOf(error->value, "class") &&
           actual.error().message == TextOf(error->value, "message");
  }
  return actual.ok() && Same(Serialized(*actual, false), expected["json"]) &&
         Same(Serialized(*actual, true), expected["ruby_types"]);
}

void Judge(const Json& record, const Options& options, Report& report) {
  const compat::ProfileId id = compat::ProfileNamed(options.profile).value_or(compat::ProfileId::kJekyll4);
  yaml::Options load;
  load.rules = compat::ProfileOf(id).yaml;
  const std::string_view zone_name = TextOf(record, "tz");
  const TimeZone zone = TimeZone::FromVariable(zone_name.empty() ? "UTC" : zone_name);
  load.zone = &zone;
  const bool psych = load.rules == compat::YamlRules::kPsych && record.HasMember("psych");
  const Json& expected = psych ? record["psych"] : record;
  Arena arena;
  const Result<Value> actual = AsRecorded(yaml::Load(TextOf(record, "yaml"), load, arena));
  if (Matches(expected, actual)) return report.Pass();
  report.Fail(TextOf(record, "name"), TextOf(record, "yaml"), Serialized(expected), Described(actual));
}

const Registration kYaml("yaml", Judge);

}  // namespace

}  // namespace tincture::vectors
