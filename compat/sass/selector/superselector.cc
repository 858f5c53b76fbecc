// What matches everything that another matches.
#include <algorithm>

#include "compat/sass/selector/algebra.h"

namespace tincture::compat::sass {

namespace {

using Rules = ValueRules;

bool IsSubselectorPseudo(std::string_view name) {
  return name == "is" || name == "matches" || name == "where" || name == "any" || name == "nth-child" ||
         name == "nth-last-child";
}

bool IsClass(const Simple& simple) { return simple.kind == SimpleKind::kPseudo && !simple.element; }
bool IsElement(const Simple& simple) { return simple.kind == SimpleKind::kPseudo && simple.element; }

bool SimpleIsSuperselector(const Rules& rules, const Simple& a, const Simple& b);

// `:is(.a b, .c b)` is within `b`: every one of its complexes ends so.
bool HoldsForArgument(const Rules& rules, const Simple& a, const Simple& b) {
  if (a == b) return true;
  if (!IsClass(b) || !b.selector || !IsSubselectorPseudo(WithoutVendor(b.name))) return false;
  return std::ranges::all_of(b.selector->complexes, [&](const Complex* complex) {
    return !complex->components.empty() &&
           std::ranges::any_of(complex->components.back().simples,
                               [&](const Simple* simple) { return SimpleIsSuperselector(rules, a, *simple); });
  });
}

bool SameNamespace(const Simple& a, const Simple& b) {
  return a.has_namespace == b.has_namespace && a.name_space == b.name_space;
}

bool AnyNamespace(const Simple& simple) { return simple.has_namespace && simple.name_space == "*"; }

bool ListIsSuperselector(const Rules& rules, std::span<const Complex* const> a, std::span<const Complex* const> b);

bool PseudoIsSuperselector(const Rules& rules, const Simple& a, const Simple& b) {
  if (HoldsForArgument(rules, a, b)) return true;
  if (!a.selector) return a == b;
  if (IsElement(a) && IsElement(b) && WithoutVendor(a.name) == "slotted" && a.name == b.name) {
    return b.selector && ListIsSuperselector(rules, a.selector->complexes, b.selector->complexes);
  }
  const Simple* const one = &a;
  const Simple* const other = &b;
  return CompoundIsSuperselector(rules, {&one, 1}, {&other, 1});
}

bool SimpleIsSuperselector(const Rules& rules, const Simple& a, const Simple& b) {
  switch (a.kind) {
    case SimpleKind::kUniversal:
      if (rules.old_superselector) return HoldsForArgument(rules, a, b);
      if (AnyNamespace(a)) return true;
      if (b.kind == SimpleKind::kType || b.kind == SimpleKind::kUniversal) return SameNamespace(a, b);
      return !a.has_namespace || HoldsForArgument(rules, a, b);
    case SimpleKind::kType:
      return HoldsForArgument(rules, a, b) ||
             (b.kind == SimpleKind::kType && a.name == b.name && (AnyNamespace(a) || SameNamespace(a, b)));
    case SimpleKind::kPseudo:
      return PseudoIsSuperselector(rules, a, b);
    default:
      return HoldsForArgument(rules, a, b);
  }
}

bool AnyIsWithin(const Rules& rules, const Simple& a, Simples compound) {
  return std::ranges::any_of(compound, [&](const Simple* simple) { return SimpleIsSuperselector(rules, a, *simple); });
}

bool IsComplicated(Simples compound) {
  return std::ranges::any_of(compound, [](const Simple* simple) {
    return simple->kind == SimpleKind::kPseudo && (simple->element || simple->selector);
  });
}

size_t PlaceOfElement(Simples compound) {
  return static_cast<size_t>(std::ranges::find_if(compound, [](const Simple* s) { return IsElement(*s); }) -
                             compound.begin());
}

// Where `b` has nothing to compare with, it matches everything.
bool PartIsSuperselector(const Rules& rules, Simples a, Simples b, std::span<const Component> parents) {
  if (a.empty()) return true;
  if (!b.empty()) return CompoundIsSuperselector(rules, a, b, parents);
  static constexpr Simple kEverything = {.kind = SimpleKind::kUniversal, .has_namespace = true, .name_space = "*"};
  static constexpr const Simple* kCompound[] = {&kEverything};
  return CompoundIsSuperselector(rules, a, kCompound, parents);
}

// Whether any pseudo-class of `compound` called as `pseudo` has an argument that fits.
template <class Fits>
bool AnyArgument(const Simple& pseudo, Simples compound, bool element, const Fits& fits) {
  return std::ranges::any_of(compound, [&](const Simple* other) {
    return other->kind == SimpleKind::kPseudo && other->element == element && other->name == pseudo.name &&
           other->selector && fits(*other);
  });
}

bool ListHoldsArgument(const Rules& rules, const Simple& pseudo, Simples compound, bool element) {
  return AnyArgument(pseudo, compound, element, [&](const Simple& other) {
    return ListIsSuperselector(rules, pseudo.selector->complexes, other.selector->complexes);
  });
}

bool IsIsSuperselector(const Rules& rules, const Simple& pseudo, Simples compound, std::span<const Component> parents) {
  if (ListHoldsArgument(rules, pseudo, compound, false)) return true;
  Components whole(parents.begin(), parents.end());
  whole.push_back({compound});
  return std::ranges::any_of(pseudo.selector->complexes, [&](const Complex* complex) {
    return complex->leading.empty() && ComplexIsSuperselector(rules, complex->components, whole);
  });
}

bool ExcludesBy(const Rules& rules, const Simple& simple, const Simple& pseudo, const Complex& complex) {
  if (simple.kind == SimpleKind::kType || simple.kind == SimpleKind::kId) {
    return std::ranges::any_of(complex.components.back().simples,
                               [&](const Simple* other) { return other->kind == simple.kind && !(*other == simple); });
  }
  if (simple.kind != SimpleKind::kPseudo || !simple.selector || simple.name != pseudo.name) return false;
  const Complex* const one = &complex;
  return ListIsSuperselector(rules, simple.selector->complexes, {&one, 1});
}

bool NotIsSuperselector(const Rules& rules, const Simple& pseudo, Simples compound) {
  return std::ranges::all_of(pseudo.selector->complexes, [&](const Complex* complex) {
    if (IsBogus(*complex)) return false;
    return std::ranges::any_of(compound,
                               [&](const Simple* simple) { return ExcludesBy(rules, *simple, pseudo, *complex); });
  });
}

bool NthIsSuperselector(const Rules& rules, const Simple& pseudo, Simples compound) {
  return AnyArgument(pseudo, compound, pseudo.element, [&](const Simple& other) {
    return other.argument == pseudo.argument &&
           ListIsSuperselector(rules, pseudo.selector->complexes, other.selector->complexes);
  });
}

bool SelectorPseudoIsSuperselector(const Rules& rules, const Simple& pseudo, Simples compound,
                                   std::span<const Component> parents) {
  const std::string_view name = WithoutVendor(pseudo.name);
  if (name == "is" || name == "matches" || name == "any" || name == "where") {
    return IsIsSuperselector(rules, pseudo, compound, parents);
  }
  if (name == "has" || name == "host" || name == "host-context")
    return ListHoldsArgument(rules, pseudo, compound, false);
  if (name == "slotted") return ListHoldsArgument(rules, pseudo, compound, true);
  if (name == "not") return NotIsSuperselector(rules, pseudo, compound);
  if (name == "current") {
    return AnyArgument(pseudo, compound, false,
                       [&](const Simple& other) { return *other.selector == *pseudo.selector; });
  }
  return NthIsSuperselector(rules, pseudo, compound);
}

}  // namespace

bool CompoundIsSuperselector(const Rules& rules, Simples a, Simples b, std::span<const Component> parents) {
  if (!IsComplicated(a) && !IsComplicated(b)) {
    return a.size() <= b.size() &&
           std::ranges::all_of(a, [&](const Simple* simple) { return AnyIsWithin(rules, *simple, b); });
  }
  // A pseudo-element changes what is matched: both have the same, and before and after it each is compared for itself.
  const size_t in_a = PlaceOfElement(a);
  const size_t in_b = PlaceOfElement(b);
  if (in_a < a.size() && in_b < b.size()) {
    return PseudoIsSuperselector(rules, *a[in_a], *b[in_b]) &&
           PartIsSuperselector(rules, a.first(in_a), b.first(in_b), parents) &&
           PartIsSuperselector(rules, a.subspan(in_a + 1), b.subspan(in_b + 1), parents);
  }
  if (in_a < a.size() || in_b < b.size()) return false;
  return std::ranges::all_of(a, [&](const Simple* simple) {
    return simple->selector ? SelectorPseudoIsSuperselector(rules, *simple, b, parents)
                            : AnyIsWithin(rules, *simple, b);
  });
}

namespace {

char FirstCombinator(const Component& component) {
  return component.combinators.empty() ? ' ' : component.combinators[0];
}

// Whether `x a y` holds for all that `x b y` holds for.
bool IsSupercombinator(char a, char b) { return a == b || (a == ' ' && b == '>') || (a == '~' && b == '+'); }

// Whether `between` may stand between two compounds that `previous` joins.
bool FitsPrevious(char previous, std::span<const Component> between) {
  if (between.empty() || previous == ' ') return true;
  if (previous != '~') return false;
  return std::ranges::all_of(between, [](const Component& component) {
    return FirstCombinator(component) == '~' || FirstCombinator(component) == '+';
  });
}

bool HasDoubleCombinator(std::span<const Component> components) {
  return std::ranges::any_of(components, [](const Component& c) { return c.combinators.size() > 1; });
}

std::span<const Component> ParentsFor(const Component& component, std::span<const Component> parents) {
  return IsComplicated(component.simples) ? parents : std::span<const Component>();
}

// The first place from `from` on, but not the last of `b`, whose compound `component` holds; the size of `b` for none.
size_t PlaceWithin(const Rules& rules, const Component& component, std::span<const Component> b, size_t from) {
  for (size_t place = from; place + 1 < b.size(); ++place) {
    if (b[place].combinators.size() > 1) return b.size();
    const std::span<const Component> parents = ParentsFor(component, b.subspan(from, place - from));
    if (CompoundIsSuperselector(rules, component.simples, b[place].simples, parents)) return place;
  }
  return b.size();
}

// `a ~ b` holds for siblings only, `a > b` and `a + b` for what is next.
bool LastStepFits(char combinator, std::span<const Component> rest) {
  if (combinator == '~') {
    return std::ranges::all_of(rest.first(rest.size() - 1), [](const Component& component) {
      return IsSupercombinator('~', FirstCombinator(component));
    });
  }
  return combinator == ' ' || rest.size() == 1;
}

}  // namespace

namespace {

// How many parts are left, counting combinators.
size_t Parts(std::span<const Component> components) {
  size_t parts = components.size();
  for (const Component& component : components) parts += component.combinators.size();
  return parts;
}

bool OldComplexIsSuperselector(const Rules& rules, std::span<const Component> a, std::span<const Component> b) {
  while (true) {
    const size_t parts = Parts(a);
    const size_t others = Parts(b);
    if (a.empty() || b.empty() || parts > others) return false;
    if (a.size() == 1) {
      return CompoundIsSuperselector(rules, a[0].simples, b.back().simples, b.first(b.size() - 1));
    }
    const size_t place = PlaceWithin(rules, a[0], b, 0);
    if (place == b.size()) return false;
    const char one = FirstCombinator(a[0]);
    const char other = FirstCombinator(b[place]);
    if (one == ' ' && other != ' ' && other != '>') return false;
    if (one == '~' && (other == '>' || other == ' ')) return false;
    if (one != ' ' && one != '~' && one != other) return false;
    if (one != ' ' && parts == 3 && others > 3) return false;
    a = a.subspan(1);
    b = b.subspan(place + 1);
  }
}

}  // namespace

bool ComplexIsSuperselector(const Rules& rules, std::span<const Component> a, std::span<const Component> b) {
  if (a.empty() || b.empty() || !a.back().combinators.empty() || !b.back().combinators.empty()) return false;
  if (rules.old_superselector) return OldComplexIsSuperselector(rules, a, b);
  char previous = ' ';
  size_t in_b = 0;
  for (size_t in_a = 0;; ++in_a) {
    if (in_b >= b.size() || a.size() - in_a > b.size() - in_b) return false;
    const Component& component = a[in_a];
    if (component.combinators.size() > 1) return false;
    if (in_a + 1 == a.size()) {
      return !HasDoubleCombinator(b) &&
             CompoundIsSuperselector(rules, component.simples, b.back().simples,
                                     ParentsFor(component, b.subspan(in_b, b.size() - 1 - in_b)));
    }
    const size_t place = PlaceWithin(rules, component, b, in_b);
    if (place == b.size()) return false;
    if (!FitsPrevious(previous, b.subspan(in_b, place - in_b))) return false;
    const char combinator = FirstCombinator(component);
    if (!IsSupercombinator(combinator, FirstCombinator(b[place]))) return false;
    in_b = place + 1;
    previous = combinator;
    if (in_a + 2 == a.size() && !LastStepFits(combinator, b.subspan(in_b))) return false;
  }
}

bool ParentIsSuperselector(const Rules& rules, std::span<const Component> a, std::span<const Component> b) {
  if (a.size() > b.size()) return false;
  static constexpr Simple kSame = {.kind = SimpleKind::kPlaceholder, .name = "<same>"};
  static constexpr const Simple* kCompound[] = {&kSame};
  const Component base = {kCompound};
  Components longer_a(a.begin(), a.end());
  Components longer_b(b.begin(), b.end());
  longer_a.push_back(base);
  longer_b.push_back(base);
  return ComplexIsSuperselector(rules, longer_a, longer_b);
}

bool IsSuperselector(const Rules& rules, const Complex& a, const Complex& b) {
  return (a.needs & ~b.has) == 0 && a.leading.empty() && b.leading.empty() &&
         ComplexIsSuperselector(rules, a.components, b.components);
}

namespace {

bool ListIsSuperselector(const Rules& rules, std::span<const Complex* const> a, std::span<const Complex* const> b) {
  return std::ranges::all_of(b, [&](const Complex* inner) {
    return std::ranges::any_of(a, [&](const Complex* outer) { return IsSuperselector(rules, *outer, *inner); });
  });
}

}  // namespace

bool IsSuperselector(const Rules& rules, const SelectorList& a, const SelectorList& b) {
  return ListIsSuperselector(rules, a.complexes, b.complexes);
}

}  // namespace tincture::compat::sass
