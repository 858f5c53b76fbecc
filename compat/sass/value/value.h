// Value: one SassScript value, in any dialect. 16 bytes, trivially copyable, immutable.
// Ownership: whatever a Value points at (texts, items, colours) lives in an Arena or in the source and outlives it.
// Threads: values may be read by any thread.
// Errors: an operation that cannot be done throws a ScriptError (error.h) with the reference's message.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compat/sass/syntax/names.h"
#include "liquid/support/arena.h"

namespace tincture::compat::sass {

struct Callable;  // eval/callable.h

enum class Kind : uint8_t {
  kAbsent,  // no value at all: an optional argument that was not given
  kNull,
  kFalse,
  kTrue,
  kNumber,
  kString,
  kColor,
  kList,
  kArgumentList,  // $args...
  kMap,
  kCalculation,
  kOperation,  // `a + b`: only inside a calculation
  kFunction,
  kMixin,
};

enum class Separator : uint8_t { kUndecided, kSpace, kComma, kSlash };

class Value;
struct Color;       // color.h
struct MapBody;     // map.h
struct Units;       // number.h
struct NumberBody;  // number.h

struct ArgumentListBody;
struct CalculationBody;
struct OperationBody;
struct CallableBody;

class Value {
 public:
  constexpr Value() = default;  // kAbsent

  static constexpr Value Null() { return Value(Kind::kNull); }
  static constexpr Value Bool(bool value) { return Value(value ? Kind::kTrue : Kind::kFalse); }
  static constexpr Value Number(double value) {
    Value result(Kind::kNumber);
    result.number_ = value;
    return result;
  }
  // `unit` may be empty. Keeps a view of it.
  static Value Number(Arena& arena, double value, std::string_view unit);
  // Keeps a view of `text`: its meaning, with escapes already undone.
  static constexpr Value String(std::string_view text, bool quoted) {
    Value result(Kind::kString);
    result.flags_ = quoted ? kQuotedFlag : 0;
    result.length_ = static_cast<uint32_t>(text.size());
    result.pointer_ = text.data();
    return result;
  }
  static constexpr Value Unquoted(std::string_view text) { return String(text, false); }
  static constexpr Value Quoted(std::string_view text) { return String(text, true); }
  // Keeps a view of `items`.
  static constexpr Value List(std::span<const Value> items, Separator separator, bool brackets = false) {
    Value result(Kind::kList);
    result.flags_ = static_cast<uint8_t>(static_cast<uint8_t>(separator) | (brackets ? kBracketsFlag : 0));
    result.length_ = static_cast<uint32_t>(items.size());
    result.pointer_ = items.data();
    return result;
  }
  // Copies `items`.
  static Value NewList(Arena& arena, std::span<const Value> items, Separator separator, bool brackets = false) {
    return List(arena.CopySpan(items), separator, brackets);
  }
  static constexpr Value Of(const sass::Color* color) { return Value(Kind::kColor, color); }
  static constexpr Value Of(const MapBody* map) { return Value(Kind::kMap, map); }
  static constexpr Value Of(const ArgumentListBody* list) { return Value(Kind::kArgumentList, list); }
  static constexpr Value Of(const CalculationBody* calculation) { return Value(Kind::kCalculation, calculation); }
  static constexpr Value Of(const OperationBody* operation) { return Value(Kind::kOperation, operation); }
  static constexpr Value Function(const CallableBody* body) { return Value(Kind::kFunction, body); }
  static constexpr Value Mixin(const CallableBody* body) { return Value(Kind::kMixin, body); }

  Kind kind() const { return kind_; }
  bool absent() const { return kind_ == Kind::kAbsent; }
  bool null() const { return kind_ == Kind::kNull; }
  bool is_bool() const { return kind_ == Kind::kFalse || kind_ == Kind::kTrue; }
  bool is_number() const { return kind_ == Kind::kNumber; }
  bool is_string() const { return kind_ == Kind::kString; }
  bool is_color() const { return kind_ == Kind::kColor; }
  bool is_list() const { return kind_ == Kind::kList || kind_ == Kind::kArgumentList; }
  bool is_map() const { return kind_ == Kind::kMap; }
  bool is_calculation() const { return kind_ == Kind::kCalculation; }
  bool is_function() const { return kind_ == Kind::kFunction; }
  bool is_mixin() const { return kind_ == Kind::kMixin; }
  // Everything but false and null.
  bool truthy() const { return kind_ != Kind::kFalse && kind_ != Kind::kNull; }

  // Each of these asks for its kind.
  double number() const { return boxed() ? BoxedNumber() : number_; }  // the magnitude
  const Units& units() const;                                          // of a number
  bool has_units() const { return unit_ != 0 || boxed(); }
  // A number whose magnitude is all that there is of it but for one common unit.
  bool is_simple_number() const { return kind_ == Kind::kNumber && !boxed(); }
  // For simple numbers only.
  static bool SameUnit(const Value& a, const Value& b) { return a.unit_ == b.unit_; }
  Value WithMagnitude(double value) const {
    Value result = *this;
    result.number_ = value;
    return result;
  }
  std::string_view text() const { return {static_cast<const char*>(pointer_), length_}; }  // string
  bool quoted() const { return (flags_ & kQuotedFlag) != 0; }                              // string
  std::span<const Value> items() const;                                                    // list, argument list
  Separator separator() const;                                                             // list, argument list
  bool brackets() const { return kind_ == Kind::kList && (flags_ & kBracketsFlag) != 0; }
  const sass::Color& color() const { return *static_cast<const sass::Color*>(pointer_); }
  const MapBody& map() const { return *static_cast<const MapBody*>(pointer_); }
  const ArgumentListBody& argument_list() const { return *static_cast<const ArgumentListBody*>(pointer_); }
  const CalculationBody& calculation() const { return *static_cast<const CalculationBody*>(pointer_); }
  const OperationBody& operation() const { return *static_cast<const OperationBody*>(pointer_); }
  const CallableBody& callable() const { return *static_cast<const CallableBody*>(pointer_); }

  // `1/2` as the author wrote it: the number is 0.5, and prints as its two halves.
  bool has_slash() const { return boxed() && BoxedSlash(); }
  Value slash_left() const;
  Value slash_right() const;
  Value WithoutSlash(Arena& arena) const { return boxed() ? SlashDropped(arena) : *this; }
  Value WithSlash(Arena& arena, Value left, Value right) const;
  // As it was written, until a variable or an argument passes it on. libsass keeps the zero of a literal that begins
  // with
  // "." or "0." even in the compressed style, and a colour's word.
  Value AsLiteral() const {
    Value result = *this;
    result.flags_ |= kLiteralFlag;
    return result;
  }
  // What a variable gives when it is read.
  Value WithoutLiteral() const {
    Value result = *this;
    if (kind_ == Kind::kNumber || kind_ == Kind::kColor) result.flags_ &= static_cast<uint8_t>(~kLiteralFlag);
    return result;
  }
  Value WithoutLiteralColor() const { return kind_ == Kind::kColor ? WithoutLiteral() : *this; }
  bool literal() const { return (flags_ & kLiteralFlag) != 0; }  // number
  // A number of the same units.
  Value WithNumber(Arena& arena, double value) const;

  // For libsass's source maps: what it was written or computed as (syntax/places.h); 0 where nobody said. Lists and
  // maps have none.
  uint32_t place() const;
  Value At(uint32_t place) const;

 private:
  Value SlashDropped(Arena& arena) const;
  double BoxedNumber() const;
  bool BoxedSlash() const;

  static constexpr uint8_t kQuotedFlag = 1;
  static constexpr uint8_t kSeparatorMask = 3;
  static constexpr uint8_t kBracketsFlag = 4;
  static constexpr uint8_t kBoxedFlag = 8;  // a number whose units or slash need a NumberBody

  constexpr explicit Value(Kind kind) : kind_(kind) {}
  constexpr Value(Kind kind, const void* pointer) : kind_(kind), pointer_(pointer) {}
  bool boxed() const { return (flags_ & kBoxedFlag) != 0; }
  const NumberBody& body() const { return *static_cast<const NumberBody*>(pointer_); }

  static constexpr uint8_t kLiteralFlag = 16;
  static constexpr int kPlaceShift = 5;  // a string's place: `unit_`, and what is left of the flags

  friend Value NewNumber(Arena& arena, double value, const Units& units);

  Kind kind_ = Kind::kAbsent;
  uint8_t flags_ = 0;
  uint16_t unit_ = 0;  // a number's: place in the table of common units (number.h), 0 none
  uint32_t length_ = 0;
  union {
    double number_ = 0;
    const void* pointer_;
  };
};

static_assert(sizeof(Value) == 16);

// A keyword argument that a rest parameter took up; `name` without `$`.
struct Keyword {
  Name name = 0;
  Value value;
};

struct ArgumentListBody {
  std::span<const Value> items;
  std::span<const Keyword> keywords;
  Separator separator = Separator::kComma;
  // Set once somebody asked for the keywords; whoever called the mixin or function complains of keywords nobody read.
  mutable bool keywords_read = false;
};

// `calc(...)`, `min(...)`, ...: what could not be worked out now. Arguments are numbers, unquoted strings,
// calculations and operations.
struct CalculationBody {
  std::string_view name;
  std::span<const Value> arguments;
};

struct OperationBody {
  char op = '+';  // + - * /
  Value left;
  Value right;
};

// A function or mixin as a value. Two are equal when their callables are.
struct CallableBody {
  const Callable* callable = nullptr;  // null: a plain CSS function
  std::string_view name;
};

// A list's items; a map's pairs; nothing for an empty one; a single value is a list of itself.
std::span<const Value> AsList(Arena& arena, const Value& value);
size_t ListLength(const Value& value);
Separator SeparatorOf(const Value& value);

}  // namespace tincture::compat::sass
