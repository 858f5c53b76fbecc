// How a built-in function gets its arguments and what it may ask of the running compilation.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compat/sass/dialect.h"
#include "compat/sass/error.h"
#include "compat/sass/selector/selector.h"
#include "compat/sass/syntax/names.h"
#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"
#include "liquid/support/arena.h"

namespace tincture::compat::sass {

// The running compilation, as a built-in sees it. Implemented by the evaluator.
class Host : public Remarks {
 public:
  virtual const ValueContext& values() = 0;
  virtual Names& names() = 0;
  // What `&` stands for here; null at the top.
  virtual const SelectorList* parent() = 0;
  // Calls what get-function() made, or the function named by a string (deprecated).
  virtual Value CallFunction(Value function, std::span<const Value> positional, std::span<const Keyword> keywords) = 0;
  // For random() and unique-id(): a seeded generator, so that builds repeat.
  virtual uint64_t Random() = 0;

  Arena& arena() { return values().arena; }
  const Dialect& dialect() { return values().dialect; }
  int precision() { return values().precision; }
  bool compressed() { return values().style == Style::kCompressed; }
};

// One call of a built-in. The arguments stand in the order of the parameters, however they were given.
class Call {
 public:
  Call(Host& host, std::span<const Value> arguments) : host_(host), arguments_(arguments) {}

  Host& host() { return host_; }
  Arena& arena() { return host_.arena(); }
  const Dialect& dialect() { return host_.dialect(); }
  size_t size() const { return arguments_.size(); }
  const ValueContext& values() { return host_.values(); }
  // Value() for an optional one that was not given. A rest parameter is a list with its keywords (an argument list).
  const Value& operator[](size_t i) const { return arguments_[i]; }
  bool Has(size_t i) const { return !arguments_[i].absent(); }

 private:
  Host& host_;
  std::span<const Value> arguments_;
};

using Run = Value (*)(Call& call);

// One signature. Several in a row with one name are overloads: the first that the arguments fit is called.
// `parameters`: "$color, $amount, $weight?, $rest..." (`?` or `: default`: optional), names folded to `-`.
struct BuiltIn {
  std::string_view name;        // folded; "" where the function has no global name
  std::string_view module;      // "math", "color", ...; "" where it is in no module
  std::string_view member;      // its name in the module
  std::string_view parameters;
  Run run;
  uint8_t dialects = 7;         // whose global name it is: kInDart | kInLibsass | kInRuby
};
enum : uint8_t { kInDart = 1, kInLibsass = 2, kInRuby = 4 };

// A module's variable: math.$pi.
struct BuiltInVariable {
  std::string_view module;
  std::string_view name;
  double number;
};

// All of compat/sass/functions (overloads of one name stand together).
std::span<const BuiltIn> BuiltIns();
std::span<const BuiltInVariable> BuiltInVariables();

}  // namespace tincture::compat::sass
