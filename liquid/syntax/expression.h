// The parsed form of what stands between a template's delimiters: expressions, filtered variables, conditions.
// Plain immutable structs in the template's arena; they keep views into the template's source.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "liquid/support/symbol.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

struct Expression;
struct Filter;

// One key of a variable's path: a name known when parsed, or an expression in brackets.
struct LookupKey {
  enum class Command : uint8_t { kNone, kSize, kFirst, kLast };

  Value constant;                       // the key, unless `dynamic`
  Symbol symbol;                        // of `constant` where that is a string
  const Expression* dynamic = nullptr;  // null where the key is known
  Command command = Command::kNone;     // `.size`, `.first`, `.last`: tried where there is no such key
};

// `site.pages[0]["title"]`
struct VariableLookup {
  LookupKey name;
  std::span<const LookupKey> keys;
};

struct RangeLookup;

struct Expression {
  enum class Kind : uint8_t { kConstant, kLookup, kRange };

  Kind kind = Kind::kConstant;
  Value constant;
  const VariableLookup* lookup = nullptr;
  const RangeLookup* range = nullptr;

  static Expression Constant(const Value& value) { return {.constant = value}; }
};

// `(1..x)` with an end that is not known when parsed.
struct RangeLookup {
  Expression first;
  Expression last;
};

struct KeywordArgument {
  Symbol name;
  Expression value;
};

struct FilterUse {
  std::string_view name;
  const Filter* filter = nullptr;  // null where the environment has none of that name
  std::span<const Expression> arguments;
  std::span<const KeywordArgument> keywords;
  bool takes_next = false;  // it and the next filter are one call: Filter::then_join
};

// What `{{ }}` holds, and the right side of `assign`.
struct Variable {
  Expression base;
  std::span<const FilterUse> filters;
};

enum class Operator : uint8_t {
  kNone,  // the left side alone
  kEqual,
  kNotEqual,
  kLess,
  kGreater,
  kLessOrEqual,
  kGreaterOrEqual,
  kContains,
  kUnknown,  // fails when evaluated
};

enum class Relation : uint8_t { kEnd, kAnd, kOr };

struct Comparison {
  Expression left;
  Operator op = Operator::kNone;
  std::string_view op_text;
  Expression right;
  Relation relation = Relation::kEnd;  // to the next comparison
};

// `a and b or c` is `a and (b or c)`: comparisons in order, the first one whose result decides ends it.
struct Condition {
  std::span<const Comparison> comparisons;
};

}  // namespace tincture::liquid
