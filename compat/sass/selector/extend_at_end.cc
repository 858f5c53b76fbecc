#include "compat/sass/selector/extend_at_end.h"

#include <algorithm>

#include "compat/sass/selector/node_table.h"

namespace tincture::compat::sass {

namespace {

constexpr int kMaxDepth = 150;
constexpr size_t kMaxMade = 200'000;  // for one rule

using SimpleList = std::vector<const Simple*>;

bool Same(const SimpleList& a, const SimpleList& b) {
  return std::ranges::equal(a, b, [](const Simple* x, const Simple* y) { return *x == *y; });
}

bool IsAny(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// With every component made from something at least so specific.
const Complex* WithSource(const Algebra& algebra, const Complex& complex, uint64_t source) {
  Components components(complex.components.begin(), complex.components.end());
  for (Component& component : components) component.source = std::max(component.source, source);
  return NewComplexOf(algebra.arena, complex.leading, components, complex.line_break);
}

uint64_t SourceOf(const Complex& complex) {
  uint64_t highest = 0;
  for (const Component& component : complex.components) highest = std::max(highest, component.source);
  return highest;
}

bool Has(Simples list, const Simple& simple) {
  return std::ranges::any_of(list, [&](const Simple* other) { return *other == simple; });
}

bool AllIn(Simples some, Simples all) {
  return std::ranges::all_of(some, [&](const Simple* simple) { return Has(all, *simple); });
}

// Ruby Sass does not mind the order in a compound here.
bool SameSets(const Complex& a, const Complex& b) {
  return a.leading == b.leading &&
         std::ranges::equal(a.components, b.components, [](const Component& x, const Component& y) {
           return x.combinators == y.combinators && x.simples.size() == y.simples.size() &&
                  AllIn(x.simples, y.simples) && AllIn(y.simples, x.simples);
         });
}

uint32_t HashWithoutOrder(const Complex& complex) {
  uint32_t hash = 0;
  for (const Component& component : complex.components) {
    uint32_t sum = 0;
    for (const Simple* simple : component.simples) sum += simple->hash;
    hash = hash * 31 + sum;
  }
  return hash;
}

// Complexes, each once.
class Different {
 public:
  explicit Different(const Complex* first) { Add(first); }

  void Add(const Complex* complex) {
    const uint32_t hash = HashWithoutOrder(*complex);
    const auto [begin, end] = by_hash_.equal_range(hash);
    for (auto at = begin; at != end; ++at) {
      if (SameSets(*at->second, *complex)) return;
    }
    by_hash_.emplace(hash, complex);
    all_.push_back(complex);
  }
  size_t size() const { return all_.size(); }
  std::vector<const Complex*> Take() { return std::move(all_); }

 private:
  std::vector<const Complex*> all_;
  std::unordered_multimap<uint32_t, const Complex*> by_hash_;
};

}  // namespace

LateExtender::LateExtender(const Algebra& algebra, std::vector<LateExtension>& extensions)
    : algebra_(algebra), extensions_(extensions) {
  for (size_t i = 0; i < extensions.size(); ++i) {
    for (const Simple* target : extensions[i].targets) by_hash_.emplace(target->hash, i);
  }
}

bool LateExtender::MayMatch(Simples simples) const {
  return std::ranges::any_of(simples,
                             [&](const Simple* simple) { return simple->selector || by_hash_.contains(simple->hash); });
}

const SelectorList* LateExtender::Extend(const SelectorList* list, MediaContext media) {
  const bool may = std::ranges::any_of(list->complexes, [&](const Complex* complex) {
    return std::ranges::any_of(complex->components, [&](const Component& c) { return MayMatch(c.simples); });
  });
  if (!may) return list;
  made_ = 0;
  const Complexes extended = ExtendList(*list, media, {}, true);
  made_for_all_ += made_;
  if (made_for_all_ > kMaxMade * 20) FailTooManySelectors();
  return NewSelectorList(algebra_.arena, algebra_.arena.CopySpan(std::span<const Complex* const>(extended)));
}

LateExtender::Complexes LateExtender::ExtendList(const SelectorList& list, MediaContext media, const Seen& seen,
                                                 bool original) {
  Complexes all;
  for (const Complex* complex : list.complexes) {
    const Complexes extended = ExtendComplex(*complex, media, seen, original);
    all.insert(all.end(), extended.begin(), extended.end());
    if (all.size() > kMaxPaths) FailTooManySelectors();
  }
  return all;
}

LateExtender::Complexes LateExtender::ExtendComplex(const Complex& complex, MediaContext media, const Seen& seen,
                                                    bool original) {
  if (std::ranges::none_of(complex.components, [&](const Component& c) { return MayMatch(c.simples); })) {
    return {&complex};
  }
  if (++depth_ > kMaxDepth || ++made_ > kMaxMade) FailTooManySelectors();
  std::vector<Complexes> choices;
  for (size_t i = 0; i < complex.components.size(); ++i) {
    const Component& component = complex.components[i];
    Complexes extended = ExtendCompound(component, media, seen);
    if (original && !IsInvisibleOtherThanBogus(complex)) {
      extended[0] = WithSource(algebra_, *extended[0], complex.specificity);
    }
    if (i == 0 && !complex.leading.empty()) {
      std::erase_if(extended, [&](const Complex* choice) {
        return !choice->leading.empty() && choice->leading != complex.leading;
      });
    }
    for (const Complex*& choice : extended) {
      choice = WithCombinators(algebra_.arena, *choice, component.combinators);
      if (i == 0 && choice->leading.empty() && !complex.leading.empty()) {
        choice = NewComplex(algebra_.arena, complex.leading, choice->components, choice->line_break);
      }
    }
    choices.push_back(std::move(extended));
  }
  std::vector<Complexes> groups;
  for (const Complexes& path : Paths(choices)) {
    groups.push_back(Weave(algebra_, path, complex.line_break));
    made_ += groups.back().size();
    if (made_ > kMaxMade) FailTooManySelectors();
  }
  --depth_;
  return Trim(groups);
}

SimpleList LateExtender::WithSelector(const Simple& pseudo, const Complexes& complexes) {
  const std::string_view name = WithoutVendor(pseudo.name);
  Complexes inside;
  for (const Complex* complex : complexes) {
    const bool single = complex->components.size() == 1 && complex->components[0].simples.size() == 1;
    const Simple* const inner = single ? complex->components[0].simples[0] : nullptr;
    if (!inner || !inner->selector) {
      inside.push_back(complex);
      continue;
    }
    const bool spreads = name == "not" ? WithoutVendor(inner->name) == "matches"
                                       : IsAny(name, {"matches", "any", "current", "nth-child", "nth-last-child"}) &&
                                             inner->name == pseudo.name && inner->argument == pseudo.argument;
    if (spreads) inside.insert(inside.end(), inner->selector->complexes.begin(), inner->selector->complexes.end());
    if (IsAny(name, {"has", "host", "host-context", "slotted"})) inside.push_back(complex);
  }
  const auto made = [&](std::span<const Complex* const> list) {
    Simple changed = pseudo;
    changed.selector = NewSelectorList(algebra_.arena, algebra_.arena.CopySpan(list));
    return NewSimple(algebra_.arena, changed);
  };
  if (name != "not" || pseudo.selector->complexes.size() > 1) return {made(inside)};
  SimpleList several;
  for (const Complex*& complex : inside) several.push_back(made({&complex, 1}));
  return several;
}

bool LateExtender::ExtendPseudos(SimpleList& members, MediaContext media, const Seen& seen, Seen& seen_after) {
  SimpleList changed;
  bool modified = false;
  for (const Simple* simple : members) {
    const SimpleList alone = {simple};
    const bool known = std::ranges::any_of(seen, [&](const SimpleList& list) { return Same(list, alone); });
    if (!simple->selector || known) {
      changed.push_back(simple);
      continue;
    }
    Complexes extended = ExtendList(*simple->selector, media, seen, false);
    if (std::ranges::equal(extended, simple->selector->complexes,
                           [](const Complex* a, const Complex* b) { return *a == *b; })) {
      changed.push_back(simple);
      continue;
    }
    std::erase_if(extended, [](const Complex* complex) { return IsInvisibleOtherThanBogus(*complex); });
    const auto is_long = [](const Complex* complex) { return complex->components.size() > 1; };
    if (WithoutVendor(simple->name) == "not" && std::ranges::none_of(simple->selector->complexes, is_long) &&
        !std::ranges::all_of(extended, is_long)) {
      std::erase_if(extended, is_long);
    }
    modified = true;
    for (const Simple* made : WithSelector(*simple, extended)) {
      changed.push_back(made);
      seen_after.push_back({made});
    }
  }
  members = std::move(changed);
  return modified;
}

std::vector<std::vector<size_t>> LateExtender::Groups(const SimpleList& members) const {
  std::vector<size_t> found;
  for (const Simple* simple : members) {
    const auto [begin, end] = by_hash_.equal_range(simple->hash);
    for (auto at = begin; at != end; ++at) {
      if (AllIn(extensions_[at->second].targets, members)) found.push_back(at->second);
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  NodeTable<Complex, std::vector<size_t>> by_extender;
  for (const size_t index : found) by_extender[extensions_[index].extender].push_back(index);
  std::vector<std::vector<size_t>> groups;
  for (const auto& [extender, group] : by_extender.entries()) groups.push_back(group);
  return groups;
}

// The group's extender in the place of its targets; null where nothing is both.
const Complex* LateExtender::Extended(const std::vector<size_t>& group, const SimpleList& members, uint64_t source,
                                      MediaContext media) {
  const Complex& extender = *extensions_[group[0]].extender;
  SimpleList rest;
  for (const Simple* simple : members) {
    const bool is_target = std::ranges::any_of(group, [&](size_t i) { return Has(extensions_[i].targets, *simple); });
    if (!is_target) rest.push_back(simple);
  }
  for (const size_t i : group) extensions_[i].matched = true;
  if (extender.components.empty() || !extender.components.back().combinators.empty()) return nullptr;
  const std::optional<Simples> unified =
      UnifyCompounds(algebra_, algebra_.arena.CopySpan(Simples(rest)), extender.components.back().simples);
  if (!unified) return nullptr;
  for (const size_t i : group) {
    const LateExtension& extension = extensions_[i];
    if (extension.media == 0 || extension.media == media) continue;
    throw SassError{
        "You may not @extend an outer selector from within @media.\n"
        "You may only @extend selectors within the same directive.",
        extension.span};
  }
  Components components(extender.components.begin(), extender.components.end());
  components.back().simples = *unified;
  components.back().source = 0;
  return WithSource(algebra_, *NewComplexOf(algebra_.arena, extender.leading, components, extender.line_break),
                    std::max(source, extender.specificity));
}

LateExtender::Complexes LateExtender::ExtendCompound(const Component& component, MediaContext media, const Seen& seen) {
  const Component alone = {component.simples, {}, component.line_break, component.source};
  const Complex* const unchanged = NewComplexOf(algebra_.arena, {}, {alone}, false);
  if (!MayMatch(component.simples)) return {unchanged};
  SimpleList members(component.simples.begin(), component.simples.end());
  Seen seen_after = seen;
  const bool modified = ExtendPseudos(members, media, seen, seen_after);
  const Complex* first = unchanged;
  if (modified) {
    Component changed = alone;
    changed.simples = algebra_.arena.CopySpan(Simples(members));
    first = NewComplexOf(algebra_.arena, {}, {changed}, false);
  }
  Different result(first);
  for (const std::vector<size_t>& group : Groups(members)) {
    const Complex* const extended = Extended(group, members, component.source, media);
    if (!extended) continue;
    SimpleList targets;
    for (const size_t i : group) {
      targets.insert(targets.end(), extensions_[i].targets.begin(), extensions_[i].targets.end());
    }
    if (std::ranges::any_of(seen, [&](const SimpleList& list) { return Same(list, targets); })) continue;
    Seen deeper = seen_after;
    deeper.push_back(targets);
    for (const Complex* complex : ExtendComplex(*extended, media, deeper, false)) result.Add(complex);
    if (result.size() > kMaxPaths) FailTooManySelectors();
  }
  return result.Take();
}

LateExtender::Complexes LateExtender::Trim(const std::vector<Complexes>& groups) const {
  constexpr size_t kTooMany = 100;
  std::vector<Complexes> result = groups;
  for (size_t i = 0; i < groups.size() && groups.size() <= kTooMany; ++i) {
    std::erase_if(result[i], [&](const Complex* complex) {
      const uint64_t source = SourceOf(*complex);
      for (size_t j = 0; j < result.size(); ++j) {
        if (i == j) continue;
        for (const Complex* other : result[j]) {
          if (other->specificity >= source && IsSuperselector(algebra_.rules, *other, *complex)) return true;
        }
      }
      return false;
    });
  }
  Complexes flat;
  for (const Complexes& group : result) flat.insert(flat.end(), group.begin(), group.end());
  return flat;
}

}  // namespace tincture::compat::sass
