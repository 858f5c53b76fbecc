#include "liquid/value/json.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <string>
#include <vector>

#include "liquid/value/hash.h"
#include "liquid/value/number.h"

namespace tincture {

namespace {

// JSON.parse's max_nesting.
constexpr size_t kMaxNesting = 100;

bool IsInteger(std::string_view number) { return number.find_first_of(".eE") == std::string_view::npos; }

// RapidJSON's events to Values. Open arrays and objects share one stack of items; an object's keys are items too.
class ValueMaker {
 public:
  explicit ValueMaker(Arena& arena) : arena_(arena) {}

  bool Null() { return Add(Value()); }
  bool Bool(bool b) { return Add(Value::Bool(b)); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return Add(Value::String(arena_.Copy({text, size})));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) { return String(text, size, true); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view number(text, size);
    return Add(IsInteger(number) ? ToInteger(number, arena_) : Value::Float(ToFloat(number)));
  }

  bool StartArray() { return Open(); }
  bool EndArray(rapidjson::SizeType) {
    const Value array = Value::Array(arena_, Items());
    return Close(array);
  }
  bool StartObject() { return Open(); }
  bool EndObject(rapidjson::SizeType) {
    HashBuilder hash(arena_);
    const std::span<const Value> items = Items();
    for (size_t i = 0; i < items.size(); i += 2) hash.Set(items[i], items[i + 1]);
    return Close(hash.BuildValue());
  }

  // Never called: numbers come raw.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(int64_t) { return false; }
  bool Uint64(uint64_t) { return false; }
  bool Double(double) { return false; }

  bool is_too_deep() const { return starts_.size() >= kMaxNesting; }
  const Value& result() const { return items_.front(); }

 private:
  bool Add(const Value& value) {
    items_.push_back(value);
    return true;
  }
  bool Open() {
    if (is_too_deep()) return false;
    starts_.push_back(items_.size());
    return true;
  }
  std::span<const Value> Items() const { return std::span(items_).subspan(starts_.back()); }
  bool Close(const Value& value) {
    items_.resize(starts_.back());
    starts_.pop_back();
    return Add(value);
  }

  Arena& arena_;
  std::vector<Value> items_;
  std::vector<size_t> starts_;
};

SourcePosition PositionOf(std::string_view text, size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {.line = lines + 1, .column = static_cast<uint32_t>(before.size() - line_start + 1)};
}

}  // namespace

Result<Value> ParseJson(std::string_view text, Arena& arena) {
  // The iterative parser: no depth of the input reaches the stack.
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  ValueMaker maker(arena);
  const rapidjson::ParseResult parsed = reader.Parse<kFlags>(stream, maker);
  if (parsed) return maker.result();
  const bool was_too_deep = parsed.Code() == rapidjson::kParseErrorTermination;
  return Error{.kind = was_too_deep ? "JSON::NestingError" : "JSON::ParserError",
               .message = was_too_deep ? "nesting of 101 is too deep" : rapidjson::GetParseError_En(parsed.Code()),
               .where = PositionOf(text, std::min(parsed.Offset(), text.size()))};
}

}  // namespace tincture
