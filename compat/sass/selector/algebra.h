// The algebra under @extend and the selector functions, on pieces of selectors.
// Results live in the arena; spans passed in are kept by them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "compat/sass/selector/selector.h"

namespace tincture::compat::sass {

using Simples = std::span<const Simple* const>;
using Components = std::vector<Component>;

// Where results live, and whose rules hold.
struct Algebra {
  Arena& arena;
  const ValueRules& rules;
};

// Whether `a` matches whatever `b` matches. `parents` stand before `b`: a pseudo-class's argument may ask for them.
bool CompoundIsSuperselector(const ValueRules& rules, Simples a, Simples b, std::span<const Component> parents = {});
bool ComplexIsSuperselector(const ValueRules& rules, std::span<const Component> a, std::span<const Component> b);
// As if both were followed by one and the same compound.
bool ParentIsSuperselector(const ValueRules& rules, std::span<const Component> a, std::span<const Component> b);

// One compound that matches what both match; nothing where there is none.
std::optional<Simples> UnifyCompounds(const Algebra& algebra, Simples a, Simples b);
// Everything that all of them match; nothing where there is none.
std::optional<std::vector<const Complex*>> UnifyComplexes(const Algebra& algebra,
                                                          std::span<const Complex* const> complexes);

// `.a (.b .c)`: all orders in which the ancestors may stand.
std::vector<const Complex*> Weave(const Algebra& algebra, std::span<const Complex* const> complexes,
                                  bool line_break = false);

// One choice of each. Fails where there would be more than a machine can hold.
template <class Choice>
std::vector<std::vector<Choice>> Paths(const std::vector<std::vector<Choice>>& choices);

[[noreturn]] void FailTooManySelectors();
inline constexpr size_t kMaxPaths = 20'000;

template <class Choice>
std::vector<std::vector<Choice>> Paths(const std::vector<std::vector<Choice>>& choices) {
  size_t count = 1;
  for (const std::vector<Choice>& options : choices) {
    count *= options.size();
    if (count > kMaxPaths) FailTooManySelectors();
  }
  std::vector<std::vector<Choice>> paths = {{}};
  for (const std::vector<Choice>& options : choices) {
    std::vector<std::vector<Choice>> longer;
    longer.reserve(paths.size() * options.size());
    for (const Choice& option : options) {
      for (const std::vector<Choice>& path : paths) {
        longer.push_back(path);
        longer.back().push_back(option);
      }
    }
    paths = std::move(longer);
  }
  return paths;
}

const Complex* NewComplexOf(Arena& arena, std::string_view leading, const Components& components, bool line_break);
// `first` then `second`, whose leading combinators go to the end of `first`.
const Complex* Concatenate(Arena& arena, const Complex& first, const Complex& second, bool line_break = false);
const Complex* WithCombinators(Arena& arena, const Complex& complex, std::string_view combinators);

}  // namespace tincture::compat::sass
