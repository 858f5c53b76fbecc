// Selectors that match what several match.
#include <algorithm>

#include "compat/sass/error.h"
#include "compat/sass/selector/algebra.h"

namespace tincture::compat::sass {

void FailTooManySelectors() { Fail("@extend makes too many selectors here."); }

const Complex* NewComplexOf(Arena& arena, std::string_view leading, const Components& components, bool line_break) {
  return NewComplex(arena, leading, arena.CopySpan(std::span<const Component>(components)), line_break);
}

namespace {

std::string_view Joined(Arena& arena, std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return arena.Copy(std::string(a) + std::string(b));
}

}  // namespace

const Complex* Concatenate(Arena& arena, const Complex& first, const Complex& second, bool line_break) {
  const size_t before = first.components.size();
  const size_t count = before + second.components.size();
  auto* components = static_cast<Component*>(arena.Allocate(sizeof(Component) * count, alignof(Component)));
  std::ranges::copy(first.components, components);
  std::ranges::copy(second.components, components + before);
  std::string_view leading = first.leading;
  if (before == 0) {
    leading = Joined(arena, leading, second.leading);
  } else if (!second.leading.empty()) {
    components[before - 1].combinators = Joined(arena, components[before - 1].combinators, second.leading);
  }
  const bool breaks = first.line_break || second.line_break || line_break;
  if (before > 0 && second.leading.empty()) {
    return NewJoinedComplex(arena, first, second, {components, count}, breaks);
  }
  return NewComplex(arena, leading, {components, count}, breaks);
}

const Complex* WithCombinators(Arena& arena, const Complex& complex, std::string_view combinators) {
  if (combinators.empty()) return &complex;
  const std::span<Component> components = arena.CopySpan(complex.components);
  if (components.empty()) {
    return NewComplex(arena, Joined(arena, complex.leading, combinators), components, complex.line_break);
  }
  components.back().combinators = Joined(arena, components.back().combinators, combinators);
  return NewComplex(arena, complex.leading, components, complex.line_break);
}

namespace {

using SimpleList = std::vector<const Simple*>;

bool IsHost(const Simple& simple) {
  return simple.kind == SimpleKind::kPseudo && !simple.element && simple.name == "host";
}
bool IsHostContext(const Simple& simple) {
  return simple.kind == SimpleKind::kPseudo && !simple.element && simple.name == "host-context" && simple.selector;
}

bool Contains(const SimpleList& compound, const Simple& simple) {
  return std::ranges::any_of(compound, [&](const Simple* other) { return *other == simple; });
}

bool IsTag(const Simple& simple) { return simple.kind == SimpleKind::kType || simple.kind == SimpleKind::kUniversal; }

// A type or universal selector that is both; null for none.
const Simple* UnifyTags(Arena& arena, const Simple& a, const Simple& b) {
  Simple both = a;
  const auto any = [](const Simple& simple) { return simple.has_namespace && simple.name_space == "*"; };
  if (!(a.has_namespace == b.has_namespace && a.name_space == b.name_space) && !any(b)) {
    if (!any(a)) return nullptr;
    both.has_namespace = b.has_namespace;
    both.name_space = b.name_space;
  }
  if (b.kind == SimpleKind::kType) {
    if (a.kind == SimpleKind::kType && a.name != b.name) return nullptr;
    both.kind = SimpleKind::kType;
    both.name = b.name;
  }
  return NewSimple(arena, both);
}

bool UnifyWith(const Algebra& algebra, const Simple& simple, SimpleList& compound);

bool UnifyTag(Arena& arena, const Simple& tag, SimpleList& compound) {
  if (!compound.empty() && IsTag(*compound[0])) {
    const Simple* const both = UnifyTags(arena, tag, *compound[0]);
    if (both) compound[0] = both;
    return both != nullptr;
  }
  if (tag.kind == SimpleKind::kUniversal) {
    if (compound.size() == 1 && (IsHost(*compound[0]) || IsHostContext(*compound[0]))) return false;
    if (!compound.empty() && (!tag.has_namespace || tag.name_space == "*")) return true;
  }
  compound.insert(compound.begin(), &tag);
  return true;
}

// `compound` is one universal selector or :host: it knows better.
bool LeavesItToOther(const SimpleList& compound) {
  return compound.size() == 1 &&
         (compound[0]->kind == SimpleKind::kUniversal || IsHost(*compound[0]) || IsHostContext(*compound[0]));
}

bool UnifyOther(const Algebra& algebra, const Simple& simple, SimpleList& compound) {
  const Simple& other = *compound[0];
  SimpleList swapped = {&simple};
  if (!UnifyWith(algebra, other, swapped)) return false;
  compound = std::move(swapped);
  return true;
}

bool UnifyPseudo(const Algebra& algebra, const Simple& pseudo, SimpleList& compound) {
  if (pseudo.name == "host" || pseudo.name == "host-context") {
    const bool fits = std::ranges::all_of(compound, [](const Simple* other) {
      return other->kind == SimpleKind::kPseudo && (IsHost(*other) || other->selector);
    });
    if (!fits) return false;
  } else if (LeavesItToOther(compound)) {
    return UnifyOther(algebra, pseudo, compound);
  }
  if (Contains(compound, pseudo)) return true;
  const auto element = std::ranges::find_if(
      compound, [](const Simple* other) { return other->kind == SimpleKind::kPseudo && other->element; });
  if (element != compound.end() && pseudo.element) return false;  // there can be only one
  if (!algebra.rules.pseudos_before_elements) {
    compound.insert(element, &pseudo);
  } else if (!compound.empty() && compound.back()->kind == SimpleKind::kPseudo && compound.back()->element) {
    compound.insert(
        std::ranges::find_if(compound, [](const Simple* other) { return other->kind == SimpleKind::kPseudo; }),
        &pseudo);
  } else {
    compound.push_back(&pseudo);
  }
  return true;
}

// Adds `simple` to `compound` where CSS wants it; false where nothing matches both.
bool UnifyWith(const Algebra& algebra, const Simple& simple, SimpleList& compound) {
  if (IsTag(simple)) return UnifyTag(algebra.arena, simple, compound);
  if (simple.kind == SimpleKind::kPseudo) return UnifyPseudo(algebra, simple, compound);
  if (simple.kind == SimpleKind::kId) {
    for (const Simple* other : compound) {
      if (other->kind == SimpleKind::kId && !(*other == simple)) return false;
    }
  }
  if (LeavesItToOther(compound)) return UnifyOther(algebra, simple, compound);
  if (Contains(compound, simple)) return true;
  compound.insert(
      std::ranges::find_if(compound, [](const Simple* other) { return other->kind == SimpleKind::kPseudo; }), &simple);
  return true;
}

}  // namespace

std::optional<Simples> UnifyCompounds(const Algebra& algebra, Simples a, Simples b) {
  Arena& arena = algebra.arena;
  SimpleList result(a.begin(), a.end());
  SimpleList after_element;  // pseudo-classes of `b` that follow its pseudo-element stay after it
  bool element_seen = false;
  for (const Simple* simple : b) {
    const bool is_pseudo = simple->kind == SimpleKind::kPseudo;
    if (element_seen && is_pseudo) {
      if (!UnifyWith(algebra, *simple, after_element)) return std::nullopt;
      continue;
    }
    element_seen |= is_pseudo && simple->element && !algebra.rules.pseudos_before_elements;
    if (!UnifyWith(algebra, *simple, result)) return std::nullopt;
  }
  result.insert(result.end(), after_element.begin(), after_element.end());
  return arena.CopySpan(std::span<const Simple* const>(result));
}

namespace {

// What the last compounds of several complexes make together.
struct Base {
  std::optional<Simples> simples;
  std::string_view leading;
  std::string_view trailing;
};

// Two combinators that may be given or not: false where they are given and differ.
bool Agree(std::string_view& known, std::string_view other) {
  if (other.empty()) return true;
  if (!known.empty() && known != other) return false;
  known = other;
  return true;
}

bool AddToBase(const Algebra& algebra, const Complex& complex, Base& base) {
  if (IsUseless(complex) || complex.components.empty()) return false;
  if (complex.components.size() == 1 && complex.leading.size() == 1 && !Agree(base.leading, complex.leading)) {
    return false;
  }
  const Component& last = complex.components.back();
  if (last.combinators.size() == 1 && !Agree(base.trailing, last.combinators)) return false;
  base.simples = base.simples ? UnifyCompounds(algebra, *base.simples, last.simples) : last.simples;
  return base.simples.has_value();
}

}  // namespace

std::optional<std::vector<const Complex*>> UnifyComplexes(const Algebra& algebra,
                                                          std::span<const Complex* const> complexes) {
  Arena& arena = algebra.arena;
  if (complexes.size() == 1) return std::vector<const Complex*>{complexes[0]};
  Base base;
  bool line_break = false;
  std::vector<const Complex*> ancestors;
  for (const Complex* complex : complexes) {
    if (!AddToBase(algebra, *complex, base)) return std::nullopt;
    line_break |= complex->line_break;
    if (complex->components.size() < 2) continue;
    ancestors.push_back(NewComplex(arena, complex->leading, complex->components.first(complex->components.size() - 1),
                                   complex->line_break));
  }
  const Complex* const target = NewComplexOf(arena, base.leading, {{*base.simples, base.trailing}}, line_break);
  if (ancestors.empty()) return std::vector<const Complex*>{target};
  ancestors.back() = Concatenate(arena, *ancestors.back(), *target);
  return Weave(algebra, ancestors);
}

const SelectorList* Unify(Arena& arena, const Dialect& dialect, const SelectorList& a, const SelectorList& b) {
  const Algebra algebra = {arena, dialect.values};
  std::vector<const Complex*> all;
  for (const Complex* one : a.complexes) {
    for (const Complex* other : b.complexes) {
      const Complex* const both[] = {one, other};
      const auto unified = UnifyComplexes(algebra, both);
      if (unified) all.insert(all.end(), unified->begin(), unified->end());
    }
  }
  if (all.empty()) return nullptr;
  return NewSelectorList(arena, arena.CopySpan(std::span<const Complex* const>(all)));
}

}  // namespace tincture::compat::sass
