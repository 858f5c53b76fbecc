#include "compat/sass/selector/selector.h"

#include <algorithm>

#include "liquid/support/symbol.h"

namespace tincture::compat::sass {

// ---- equality and hashes

namespace {

bool SameSelector(const SelectorList* a, const SelectorList* b) { return a == b || (a && b && *a == *b); }

uint32_t Mix(uint32_t hash, uint32_t more) { return (hash ^ more) * 0x9E3779B1u + (hash >> 13); }

uint32_t HashOf(const SelectorList& list) {
  uint32_t hash = 7;
  for (const Complex* complex : list.complexes) hash = Mix(hash, complex->hash);
  return hash;
}

uint32_t HashOf(const Simple& simple) {
  uint32_t hash = Mix(static_cast<uint32_t>(simple.kind) * 31 + 1, HashText(simple.name));
  if (simple.has_namespace) hash = Mix(hash, HashText(simple.name_space));
  if (!simple.op.empty()) hash = Mix(hash, HashText(simple.op));
  if (!simple.argument.empty()) hash = Mix(hash, HashText(simple.argument));
  if (simple.selector) hash = Mix(hash, HashOf(*simple.selector));
  return hash;
}

uint32_t HashOf(uint32_t before, std::span<const Component> components) {
  uint32_t hash = before;
  for (const Component& component : components) {
    for (const Simple* simple : component.simples) hash = Mix(hash, simple->hash);
    hash = Mix(hash, HashText(component.combinators));
  }
  return hash;
}

}  // namespace

bool operator==(const Simple& a, const Simple& b) {
  if (&a == &b) return true;
  return a.hash == b.hash && a.kind == b.kind && a.name == b.name && a.has_namespace == b.has_namespace &&
         a.name_space == b.name_space && a.op == b.op && a.has_argument == b.has_argument && a.argument == b.argument &&
         a.modifier == b.modifier && a.element == b.element && SameSelector(a.selector, b.selector);
}

bool operator==(const Component& a, const Component& b) {
  return a.combinators == b.combinators &&
         std::ranges::equal(a.simples, b.simples, [](const Simple* x, const Simple* y) { return *x == *y; });
}

bool operator==(const Complex& a, const Complex& b) {
  if (&a == &b) return true;
  return a.hash == b.hash && a.leading == b.leading && std::ranges::equal(a.components, b.components);
}

bool operator==(const SelectorList& a, const SelectorList& b) {
  return std::ranges::equal(a.complexes, b.complexes, [](const Complex* x, const Complex* y) { return *x == *y; });
}

// ---- specificity: ids count 1,000,000, classes 1,000, types 1

std::string_view WithoutVendor(std::string_view name) {
  if (name.size() < 2 || name[0] != '-' || name[1] == '-') return name;
  const size_t hyphen = name.find('-', 2);
  return hyphen == name.npos ? name : name.substr(hyphen + 1);
}

namespace {

constexpr uint64_t kClassSpecificity = 1000;

uint64_t Highest(const SelectorList& list) {
  uint64_t highest = 0;
  for (const Complex* complex : list.complexes) highest = std::max(highest, complex->specificity);
  return highest;
}

uint64_t PseudoSpecificity(const Simple& pseudo) {
  if (pseudo.element) return 1;
  if (!pseudo.selector) return kClassSpecificity;
  const std::string_view name = WithoutVendor(pseudo.name);
  if (name == "where") return 0;
  if (name == "is" || name == "not" || name == "has" || name == "matches") return Highest(*pseudo.selector);
  if (name == "nth-child" || name == "nth-last-child") return kClassSpecificity + Highest(*pseudo.selector);
  return kClassSpecificity;
}

uint64_t SpecificityOf(const Simple& simple) {
  switch (simple.kind) {
    case SimpleKind::kUniversal:
      return 0;
    case SimpleKind::kType:
      return 1;
    case SimpleKind::kId:
      return kClassSpecificity * kClassSpecificity;
    case SimpleKind::kPseudo:
      return PseudoSpecificity(simple);
    default:
      return kClassSpecificity;
  }
}

}  // namespace

uint64_t SpecificityOf(std::span<const Simple* const> compound) {
  uint64_t sum = 0;
  for (const Simple* simple : compound) sum += SpecificityOf(*simple);
  return sum;
}

// ---- makers

const Simple* NewSimple(Arena& arena, Simple simple) {
  simple.hash = HashOf(simple);
  return arena.New<Simple>(simple);
}

namespace {

void Count(const Simple& simple, Complex* complex) {
  complex->specificity += SpecificityOf(simple);
  const uint64_t bit = BitOf(simple);
  // `:is(.a)` may stand for `.a`, and `*|a` for `b|a`.
  complex->has |= simple.selector ? ~uint64_t{0} : bit;
  complex->plain &= !simple.selector && simple.kind != SimpleKind::kPlaceholder && simple.kind != SimpleKind::kParent;
  const bool exact = simple.kind != SimpleKind::kUniversal && simple.kind != SimpleKind::kType && !simple.selector;
  if (exact) complex->needs |= bit;
}

}  // namespace

const Complex* NewComplex(Arena& arena, std::string_view leading, std::span<const Component> components,
                          bool line_break) {
  Complex complex = {.leading = leading, .components = components, .line_break = line_break};
  complex.hash = HashOf(HashText(leading), components);
  for (const Component& component : components) {
    for (const Simple* simple : component.simples) Count(*simple, &complex);
  }
  return arena.New<Complex>(complex);
}

const Complex* NewJoinedComplex(Arena& arena, const Complex& first, const Complex& second,
                                std::span<const Component> components, bool line_break) {
  Complex complex = first;
  complex.components = components;
  complex.line_break = line_break;
  complex.hash = HashOf(first.hash, second.components);
  complex.specificity += second.specificity;
  complex.plain &= second.plain;
  complex.needs |= second.needs;
  complex.has |= second.has;
  return arena.New<Complex>(complex);
}

const SelectorList* NewSelectorList(Arena& arena, std::span<const Complex* const> complexes) {
  return arena.New<SelectorList>(SelectorList{complexes});
}

// ---- what a selector is good for

namespace {

// Whether any complex in `list`, or in the arguments of its pseudo-classes, is as `test` asks.
template <class Test>
bool AnySimple(const Complex& complex, const Test& test) {
  return std::ranges::any_of(complex.components, [&](const Component& component) {
    return std::ranges::any_of(component.simples, [&](const Simple* simple) { return test(*simple); });
  });
}

bool PseudoIsBogus(const Simple& simple) {
  return simple.kind == SimpleKind::kPseudo && simple.selector && IsBogus(*simple.selector, simple.name != "has");
}

bool IsInvisibleList(const SelectorList& list, bool bogus_counts);

bool IsInvisibleComplex(const Complex& complex, bool bogus_counts) {
  const bool hidden = !complex.plain && AnySimple(complex, [&](const Simple& simple) {
    if (simple.kind == SimpleKind::kPlaceholder) return true;
    if (!simple.selector) return false;
    // `:not(%a)` matches everything.
    if (simple.name == "not") return bogus_counts && IsBogus(*simple.selector);
    return IsInvisibleList(*simple.selector, bogus_counts);
  });
  return hidden || (bogus_counts && IsBogus(complex, false));
}

bool IsInvisibleList(const SelectorList& list, bool bogus_counts) {
  return std::ranges::all_of(list.complexes,
                             [&](const Complex* complex) { return IsInvisibleComplex(*complex, bogus_counts); });
}

}  // namespace

bool IsInvisible(const Dialect& dialect, const SelectorList& list) {
  return IsInvisibleList(list, !dialect.values.bogus_selectors_print);
}
bool IsInvisible(const SelectorList& list) { return IsInvisibleList(list, true); }
bool IsInvisible(const Complex& complex) { return IsInvisibleComplex(complex, true); }
bool IsInvisibleOtherThanBogus(const Complex& complex) { return IsInvisibleComplex(complex, false); }
bool IsInvisibleOtherThanBogus(const SelectorList& list) { return IsInvisibleList(list, false); }

bool IsBogus(const Complex& complex, bool leading_counts) {
  if (complex.components.empty()) return !complex.leading.empty();
  if (complex.leading.size() > (leading_counts ? 0u : 1u)) return true;
  if (!complex.components.back().combinators.empty()) return true;
  return std::ranges::any_of(complex.components,
                             [](const Component& component) { return component.combinators.size() > 1; }) ||
         (!complex.plain && AnySimple(complex, PseudoIsBogus));
}

bool IsBogus(const SelectorList& list, bool leading_counts) {
  return std::ranges::any_of(list.complexes, [&](const Complex* complex) { return IsBogus(*complex, leading_counts); });
}

bool IsUseless(const Complex& complex) {
  return complex.leading.size() > 1 ||
         std::ranges::any_of(complex.components,
                             [](const Component& component) { return component.combinators.size() > 1; }) ||
         (!complex.plain && AnySimple(complex, PseudoIsBogus));
}

bool ContainsParent(const SelectorList& list) {
  return std::ranges::any_of(list.complexes, [](const Complex* complex) {
    return !complex->plain && AnySimple(*complex, [](const Simple& simple) {
      return simple.kind == SimpleKind::kParent || (simple.selector && ContainsParent(*simple.selector));
    });
  });
}

}  // namespace tincture::compat::sass
