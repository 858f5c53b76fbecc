// What `&` stands for.
#include <algorithm>
#include <vector>

#include "compat/sass/error.h"
#include "compat/sass/selector/algebra.h"

namespace tincture::compat::sass {

namespace {

using Complexes = std::vector<const Complex*>;

bool HasParent(const Complex& complex) {
  return std::ranges::any_of(complex.components, [](const Component& component) {
    return std::ranges::any_of(component.simples, [](const Simple* simple) {
      return simple->kind == SimpleKind::kParent || (simple->selector && ContainsParent(*simple->selector));
    });
  });
}

std::string_view Joined(Arena& arena, std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return arena.Copy(std::string(a) + std::string(b));
}

const Simple* WithSuffix(Arena& arena, const Simple& simple, std::string_view suffix) {
  const bool fits = simple.kind == SimpleKind::kType || simple.kind == SimpleKind::kId ||
                    simple.kind == SimpleKind::kClass || simple.kind == SimpleKind::kPlaceholder ||
                    (simple.kind == SimpleKind::kPseudo && !simple.has_argument && !simple.selector);
  if (!fits) Fail("Selector \"" + TextOf(simple) + "\" can't have a suffix");
  Simple longer = simple;
  longer.name = arena.Copy(std::string(simple.name) + std::string(suffix));
  return NewSimple(arena, longer);
}

// Compounds and combinators.
size_t ItemsOf(const Complex& complex) {
  size_t items = complex.leading.size() + complex.components.size();
  for (const Component& component : complex.components) items += component.combinators.size();
  return items;
}

class Resolver {
 public:
  Resolver(Arena& arena, const Dialect& dialect, const SelectorList& parent)
      : arena_(arena), dialect_(dialect), parent_(parent) {}

  Complexes Resolve(const Complex& child, bool implicit);

 private:
  // Nothing where the component stays as it is.
  bool ResolveComponent(const Component& component, Complexes& resolved);
  std::vector<const Simple*> ResolvePseudos(std::span<const Simple* const> simples);
  const Complex* Attach(const Complex& before, const Complex& complex, size_t items, bool bare);
  const Complex* AfterParent(const Complex& parent, const Component& component,
                             const std::vector<const Simple*>& simples);

  Arena& arena_;
  const Dialect& dialect_;
  const SelectorList& parent_;
};

std::vector<const Simple*> Resolver::ResolvePseudos(std::span<const Simple* const> simples) {
  std::vector<const Simple*> resolved;
  for (const Simple* simple : simples) {
    if (!simple->selector || !ContainsParent(*simple->selector)) {
      resolved.push_back(simple);
      continue;
    }
    Simple pseudo = *simple;
    pseudo.selector = ResolveParent(arena_, dialect_, simple->selector, &parent_, false);
    const bool splits = dialect_.values.not_splits_on_parents && WithoutVendor(pseudo.name) == "not" &&
                        simple->selector->complexes.size() == 1;
    const std::span<const Complex* const> all = pseudo.selector->complexes;
    const size_t step = splits ? 1 : all.size();
    for (size_t i = 0; i < all.size(); i += step) {
      pseudo.selector = NewSelectorList(arena_, all.subspan(i, step));
      resolved.push_back(NewSimple(arena_, pseudo));
    }
  }
  return resolved;
}

const Complex* Resolver::AfterParent(const Complex& parent, const Component& component,
                                     const std::vector<const Simple*>& simples) {
  if (parent.components.empty() || !parent.components.back().combinators.empty()) {
    Fail("Selector \"" + TextOf(parent) + "\" can't be used as a parent in a compound selector.");
  }
  const Component& last = parent.components.back();
  std::vector<const Simple*> joined(last.simples.begin(), last.simples.end());
  const std::string_view suffix = simples[0]->name;
  if (!suffix.empty()) joined.back() = WithSuffix(arena_, *joined.back(), suffix);
  joined.insert(joined.end(), simples.begin() + 1, simples.end());
  Components components(parent.components.begin(), parent.components.end() - 1);
  components.push_back(
      {arena_.CopySpan(std::span<const Simple* const>(joined)), component.combinators, component.line_break});
  return NewComplexOf(arena_, parent.leading, components, parent.line_break);
}

bool Resolver::ResolveComponent(const Component& component, Complexes& resolved) {
  const std::span<const Simple* const> simples = component.simples;
  const bool pseudos = std::ranges::any_of(
      simples, [](const Simple* simple) { return simple->selector && ContainsParent(*simple->selector); });
  const bool is_parent = simples[0]->kind == SimpleKind::kParent;
  if (!pseudos && !is_parent) return false;
  const std::vector<const Simple*> inner = ResolvePseudos(simples);
  if (!is_parent) {
    resolved.push_back(NewComplexOf(
        arena_, {},
        {{arena_.CopySpan(std::span<const Simple* const>(inner)), component.combinators, component.line_break}},
        false));
  } else if (simples.size() == 1 && simples[0]->name.empty()) {
    for (const Complex* parent : parent_.complexes) {
      resolved.push_back(WithCombinators(arena_, *parent, component.combinators));
    }
  } else {
    for (const Complex* parent : parent_.complexes) resolved.push_back(AfterParent(*parent, component, inner));
  }
  return true;
}

// Ruby Sass: of two items the first takes over the line break, and the parent, where it is all of the second, is
// left without; of more, the break stays in their midst.
const Complex* Resolver::Attach(const Complex& before, const Complex& complex, size_t items, bool bare) {
  if (!dialect_.moves_line_breaks || !complex.line_break) return Concatenate(arena_, before, complex);
  if (items == 2) {
    const Complex* joined = Concatenate(arena_, before, complex);
    if (bare) complex.line_break = false;
    return joined;
  }
  Components components(before.components.begin(), before.components.end());
  components.back().line_break = true;
  components.insert(components.end(), complex.components.begin(), complex.components.end());
  return NewComplexOf(arena_, before.leading, components, before.line_break);
}

Complexes Resolver::Resolve(const Complex& child, bool implicit) {
  if (!HasParent(child)) {
    if (!implicit) return {&child};
    Complexes result;
    for (const Complex* parent : parent_.complexes) result.push_back(Concatenate(arena_, *parent, child));
    return result;
  }
  Complexes sofar;
  for (const Component& component : child.components) {
    Complexes resolved;
    if (!ResolveComponent(component, resolved)) resolved.push_back(NewComplexOf(arena_, {}, {component}, false));
    if (sofar.empty()) {
      for (const Complex* complex : resolved) {
        const std::string_view leading = Joined(arena_, child.leading, complex->leading);
        sofar.push_back(NewComplex(arena_, leading, complex->components, complex->line_break));
      }
      continue;
    }
    const bool bare = component.simples.size() == 1 && component.simples[0]->name.empty();
    Complexes longer;
    for (const Complex* before : sofar) {
      for (const Complex* complex : resolved) longer.push_back(Attach(*before, *complex, ItemsOf(child), bare));
    }
    sofar = std::move(longer);
  }
  return sofar;
}

// The first of each, then the second of each, ...
Complexes Vertically(const std::vector<Complexes>& columns) {
  Complexes flat;
  size_t longest = 0;
  for (const Complexes& column : columns) longest = std::max(longest, column.size());
  for (size_t row = 0; row < longest; ++row) {
    for (const Complexes& column : columns) {
      if (row < column.size()) flat.push_back(column[row]);
    }
  }
  return flat;
}

bool HasSuffixedParent(const SelectorList& list) {
  return std::ranges::any_of(list.complexes, [](const Complex* complex) {
    return std::ranges::any_of(complex->components, [](const Component& component) {
      return std::ranges::any_of(component.simples, [](const Simple* simple) {
        return (simple->kind == SimpleKind::kParent && !simple->name.empty()) ||
               (simple->selector && HasSuffixedParent(*simple->selector));
      });
    });
  });
}

}  // namespace

const SelectorList* ResolveParent(Arena& arena, const Dialect& dialect, const SelectorList* child,
                                  const SelectorList* parent, bool implicit, bool keep_parents) {
  if (!parent) {
    if (!keep_parents && HasSuffixedParent(*child)) {
      Fail("A top-level selector may not contain a parent selector with a suffix.");
    }
    return child;
  }
  Resolver resolver(arena, dialect, *parent);
  std::vector<Complexes> columns;
  for (const Complex* complex : child->complexes) {
    if (!keep_parents) {
      columns.push_back(resolver.Resolve(*complex, implicit));
      continue;
    }
    Complexes column;
    if (!implicit) column.push_back(complex);
    for (const Complex* outer : parent->complexes) {
      if (implicit) column.push_back(Concatenate(arena, *outer, *complex));
    }
    columns.push_back(column);
  }
  const Complexes flat = Vertically(columns);
  return NewSelectorList(arena, arena.CopySpan(std::span<const Complex* const>(flat)));
}

}  // namespace tincture::compat::sass
