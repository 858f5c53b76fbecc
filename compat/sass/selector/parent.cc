// What `&` stands for.
#include <algorithm>
#include <vector>

#include "compat/sass/error.h"
#include "compat/sass/selector/algebra.h"
#include "compat/sass/small_vector.h"

namespace tincture::compat::sass {

namespace {

using Complexes = SmallVector<const Complex*, 16>;

bool HasParent(const Complex& complex) {
  return !complex.plain && std::ranges::any_of(complex.components, [](const Component& component) {
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

  // Appends what becomes of `child`.
  void Resolve(const Complex& child, bool implicit, Complexes& out);

 private:
  // Nothing where the component stays as it is.
  bool ResolveComponent(const Component& component, Complexes& resolved);
  std::span<const Simple* const> ResolvePseudos(std::span<const Simple* const> simples);
  const Complex* Attach(const Complex& before, const Complex& complex, size_t items, bool bare);
  const Complex* AfterParent(const Complex& parent, const Component& component, std::span<const Simple* const> simples);

  Arena& arena_;
  const Dialect& dialect_;
  const SelectorList& parent_;
};

std::span<const Simple* const> Resolver::ResolvePseudos(std::span<const Simple* const> simples) {
  SmallVector<const Simple*, 16> resolved;
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
  return arena_.CopySpan(resolved.span());
}

const Complex* Resolver::AfterParent(const Complex& parent, const Component& component,
                                     std::span<const Simple* const> simples) {
  if (parent.components.empty() || !parent.components.back().combinators.empty()) {
    Fail("Selector \"" + TextOf(parent) + "\" can't be used as a parent in a compound selector.");
  }
  const Component& last = parent.components.back();
  SmallVector<const Simple*, 16> joined;
  joined.append(last.simples);
  const std::string_view suffix = simples[0]->name;
  if (!suffix.empty()) joined.back() = WithSuffix(arena_, *joined.back(), suffix);
  joined.append(simples.subspan(1));
  const std::span<Component> components = arena_.CopySpan(parent.components);
  components.back() = {arena_.CopySpan(joined.span()), component.combinators, component.line_break};
  return NewComplex(arena_, parent.leading, components, parent.line_break);
}

bool Resolver::ResolveComponent(const Component& component, Complexes& resolved) {
  const std::span<const Simple* const> simples = component.simples;
  const bool pseudos = std::ranges::any_of(
      simples, [](const Simple* simple) { return simple->selector && ContainsParent(*simple->selector); });
  const bool is_parent = simples[0]->kind == SimpleKind::kParent;
  if (!pseudos && !is_parent) return false;
  const std::span<const Simple* const> inner = pseudos ? ResolvePseudos(simples) : simples;
  if (!is_parent) {
    resolved.push_back(NewComplexOf(arena_, {}, {{inner, component.combinators, component.line_break}}, false));
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

void Resolver::Resolve(const Complex& child, bool implicit, Complexes& out) {
  if (!HasParent(child)) {
    if (!implicit) return out.push_back(&child);
    for (const Complex* parent : parent_.complexes) out.push_back(Concatenate(arena_, *parent, child));
    return;
  }
  Complexes sofar;
  Complexes resolved;
  for (const Component& component : child.components) {
    resolved.clear();
    if (!ResolveComponent(component, resolved)) resolved.push_back(NewComplex(arena_, {}, {&component, 1}, false));
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
    sofar.assign(longer);
  }
  out.append(sofar);
}

// The first of each column, then the second of each, ... `ends`: where in `all` each column ends.
std::span<const Complex* const> Vertically(Arena& arena, const Complexes& all, std::span<const size_t> ends) {
  if (ends.size() == 1) return arena.CopySpan(all.span());
  Complexes flat;
  for (size_t row = 0; flat.size() < all.size(); ++row) {
    size_t begin = 0;
    for (const size_t end : ends) {
      if (begin + row < end) flat.push_back(all[begin + row]);
      begin = end;
    }
  }
  return arena.CopySpan(flat.span());
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
  Complexes all;
  SmallVector<size_t, 16> ends;
  for (const Complex* complex : child->complexes) {
    if (!keep_parents) {
      resolver.Resolve(*complex, implicit, all);
    } else if (!implicit) {
      all.push_back(complex);
    } else {
      for (const Complex* outer : parent->complexes) all.push_back(Concatenate(arena, *outer, *complex));
    }
    ends.push_back(all.size());
  }
  return NewSelectorList(arena, Vertically(arena, all, ends));
}

}  // namespace tincture::compat::sass
