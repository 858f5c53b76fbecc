// Value: what a Liquid expression yields, and what YAML, JSON, CSV, front matter and configuration load as.
// 16 bytes, trivially copyable. It owns nothing: strings, arrays, hashes, times, big integers and ranges live
// in an Arena (or in static storage), Drops in whoever made them; each must outlive the Value.
// Values are immutable, so any thread may read one.
// Integer and Float are never merged, as in Ruby: 1 and 1.0 are equal but print differently.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/support/symbol.h"

namespace tincture {

class Drop;
class Hash;
class Value;

enum class Type : uint8_t {
  kNil,
  kBool,
  kInt,     // 64 bits
  kBigInt,  // an Integer beyond 64 bits: its decimal digits
  kFloat,
  kString,  // bytes; UTF-8 unless flagged
  kRange,   // Integer..Integer, inclusive
  kTime,
  kDate,
  kArray,
  kHash,
  kDrop,
  kEmpty,  // the literal `empty`
  kBlank,  // the literal `blank`
};

// Ruby's encoding of a string, where it changes bytes of the output (DESIGN.md fact 4).
enum StringFlag : uint8_t {
  kAsciiTagged = 1,   // its Ruby encoding is US-ASCII
  kBinaryTagged = 2,  // its Ruby encoding is ASCII-8BIT
};

// A Ruby Time: an instant and the zone it is shown in.
struct Time {
  int64_t seconds = 0;  // since 1970-01-01 00:00:00 UTC
  int32_t nanoseconds = 0;
  int32_t utc_offset = 0;  // seconds east of UTC
  bool is_utc = false;     // prints as "UTC" rather than "+0000"
  // What %Z prints ("CET", "EST"); empty for a fixed offset, for which Ruby prints nothing.
  std::string_view zone = {};
};

struct Range {
  int64_t first = 0;
  int64_t last = 0;
};

class Value {
 public:
  constexpr Value() : bits_{.integer = 0} {}

  static constexpr Value Nil() { return {}; }
  static constexpr Value Bool(bool b) {
    Value v(Type::kBool);
    v.bits_.integer = b;
    return v;
  }
  static constexpr Value Int(int64_t i) {
    Value v(Type::kInt);
    v.bits_.integer = i;
    return v;
  }
  // `digits`: optional '-', then decimal digits, no leading zero, outside the range of int64_t.
  static constexpr Value BigInt(std::string_view digits) { return Text(Type::kBigInt, digits, 0); }
  static constexpr Value Float(double d) {
    Value v(Type::kFloat);
    v.bits_.number = d;
    return v;
  }
  // Keeps the view. `flags`: StringFlag bits.
  static constexpr Value String(std::string_view text, uint8_t flags = 0) { return Text(Type::kString, text, flags); }
  // Keeps the pointer.
  static constexpr Value OfTime(const Time* time) {
    Value v(Type::kTime);
    v.bits_.time = time;
    return v;
  }
  static Value OfTime(Arena& arena, const Time& time) { return OfTime(arena.New<Time>(time)); }
  // A calendar day, counted from 1970-01-01.
  static constexpr Value Date(int64_t days_since_epoch) {
    Value v(Type::kDate);
    v.bits_.integer = days_since_epoch;
    return v;
  }
  // Keeps the view.
  static constexpr Value Array(std::span<const Value> items);
  // Copies `items` (not what they point at) into the arena.
  static Value Array(Arena& arena, std::span<const Value> items);
  static constexpr Value OfHash(const Hash* hash) {
    Value v(Type::kHash);
    v.bits_.hash = hash;
    return v;
  }
  static constexpr Value OfDrop(const Drop* drop) {
    Value v(Type::kDrop);
    v.bits_.drop = drop;
    return v;
  }
  static constexpr Value OfRange(const Range* range) {
    Value v(Type::kRange);
    v.bits_.range = range;
    return v;
  }
  static Value OfRange(Arena& arena, int64_t first, int64_t last) { return OfRange(arena.New<Range>(first, last)); }
  static constexpr Value Empty() { return Value(Type::kEmpty); }
  static constexpr Value Blank() { return Value(Type::kBlank); }

  constexpr Type type() const { return type_; }
  constexpr bool IsNil() const { return type_ == Type::kNil; }
  constexpr bool IsBool() const { return type_ == Type::kBool; }
  constexpr bool IsInt() const { return type_ == Type::kInt; }
  constexpr bool IsFloat() const { return type_ == Type::kFloat; }
  constexpr bool IsString() const { return type_ == Type::kString; }
  constexpr bool IsTime() const { return type_ == Type::kTime; }
  constexpr bool IsDate() const { return type_ == Type::kDate; }
  constexpr bool IsArray() const { return type_ == Type::kArray; }
  constexpr bool IsHash() const { return type_ == Type::kHash; }
  constexpr bool IsDrop() const { return type_ == Type::kDrop; }
  constexpr bool IsRange() const { return type_ == Type::kRange; }
  // Ruby's truth: everything but nil and false.
  constexpr bool Truthy() const { return type_ != Type::kNil && (type_ != Type::kBool || bits_.integer != 0); }

  // Each accessor's precondition is the type in its name.
  constexpr bool AsBool() const { return bits_.integer != 0; }
  constexpr int64_t AsInt() const { return bits_.integer; }
  constexpr double AsFloat() const { return bits_.number; }
  constexpr std::string_view AsString() const { return {bits_.text, size_}; }
  constexpr std::string_view AsBigInt() const { return {bits_.text, size_}; }
  constexpr uint8_t string_flags() const { return flags_; }
  constexpr const Time& AsTime() const { return *bits_.time; }
  constexpr int64_t AsDate() const { return bits_.integer; }
  constexpr std::span<const Value> AsArray() const;
  constexpr const Hash& AsHash() const { return *bits_.hash; }
  constexpr const Drop& AsDrop() const { return *bits_.drop; }
  constexpr const Range& AsRange() const { return *bits_.range; }

 private:
  explicit constexpr Value(Type type) : bits_{.integer = 0}, type_(type) {}
  static constexpr Value Text(Type type, std::string_view text, uint8_t flags) {
    Value v(type);
    v.bits_.text = text.data();
    v.size_ = static_cast<uint32_t>(text.size());
    v.flags_ = flags;
    return v;
  }

  union Bits {
    int64_t integer;
    double number;
    const char* text;
    const Time* time;
    const Range* range;
    const Value* items;
    const Hash* hash;
    const Drop* drop;
  } bits_;
  uint32_t size_ = 0;
  Type type_ = Type::kNil;
  uint8_t flags_ = 0;
};

static_assert(sizeof(Value) == 16);

constexpr Value Value::Array(std::span<const Value> items) {
  Value v(Type::kArray);
  v.bits_.items = items.data();
  v.size_ = static_cast<uint32_t>(items.size());
  return v;
}

inline Value Value::Array(Arena& arena, std::span<const Value> items) { return Array(arena.CopySpan(items)); }

constexpr std::span<const Value> Value::AsArray() const { return {bits_.items, size_}; }

}  // namespace tincture
