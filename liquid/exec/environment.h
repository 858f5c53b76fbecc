// Environment: the language as one host sets it up: dialect, error mode, filters and tags.
// Set up once, immutable afterwards; shared by all threads. Must outlive the Templates parsed with it.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "liquid/support/arena.h"
#include "liquid/syntax/dialect.h"
#include "liquid/value/drop.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

class Context;
class Tag;
class TagParser;

// One call of a filter.
struct FilterCall {
  Value input;
  // Between the filter's min_args and max_args of them. Keyword arguments come last, as one Hash, as in Ruby.
  std::span<const Value> args;
  Context& context;

  Arena& arena() const;
  DropAccess& access() const;
  const Dialect& dialect() const;
  // args[i], or nil where it was not given.
  Value Arg(size_t i) const { return i < args.size() ? args[i] : Value(); }
  // Stops the filter chain. `kind`: Ruby's class of error (liquid/syntax/liquid_error.h has Liquid's); one that is not
  // Liquid's own, such as "TypeError", prints as "internal" where errors print inline.
  Value Fail(std::string_view kind, std::string_view message) const;
  // For an Error that something else gave.
  Value Fail(const Error& error) const;
};

struct Filter {
  std::string_view name;  // in static storage
  // Arguments after the input. -1: any number.
  int min_args = 0;
  int max_args = 0;
  Value (*call)(const FilterCall& call) = nullptr;
  // Its result hangs on nothing but its input, its arguments and the time zone. Set where times go through it.
  bool is_pure = false;
  // Its work and that of the standard `join` behind it in one call, with the arguments of both. Null: there is no gain.
  Value (*then_join)(const FilterCall& call) = nullptr;
  bool is_join = false;
  // Its result hangs on nothing but its input, its arguments, the variables that it evaluates and what its host counts
  // as variations. TrustFilters sets it.
  bool is_repeatable = false;
};

// Makes the tag that stands at the parser's place. Null: it did not parse, and the parser has been told why.
using TagFactory = std::function<std::unique_ptr<Tag>(TagParser&)>;

class Environment {
 public:
  explicit Environment(const Dialect& dialect = kLiquid4) : dialect(dialect) {}
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  Dialect dialect;
  ErrorMode error_mode = ErrorMode::kWarn;
  bool strict_variables = false;
  bool strict_filters = false;
  // Whether Liquid's own messages name lines. Jekyll's always do.
  bool line_numbers = true;

  // The last one of a name counts.
  void AddFilter(const Filter& filter);
  void AddFilters(std::span<const Filter> filters) {
    for (const Filter& filter : filters) AddFilter(filter);
  }
  void AddTag(std::string_view name, TagFactory factory);
  // Those that there are so far are repeatable.
  void TrustFilters();

  // Null where there is none.
  const Filter* FindFilter(std::string_view name) const;
  const TagFactory* FindTag(std::string_view name) const;

 private:
  struct Hasher {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  // Looked up only, never walked. Node based: pointers to filters stay.
  std::unordered_map<std::string, Filter, Hasher, std::equal_to<>> filters_;
  std::unordered_map<std::string, TagFactory, Hasher, std::equal_to<>> tags_;
};

}  // namespace tincture::liquid
