// @extend, by the rules of https://sass-lang.com/documentation/at-rules/extend and its two laws: a selector that was
// there stays there, and what an extension makes is at least as specific as what it was made from.
#include "compat/sass/selector/extend.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "compat/sass/selector/algebra.h"
#include "compat/sass/selector/extend_at_end.h"

namespace tincture::compat::sass {

namespace {

struct HashNode {
  template <class Node>
  size_t operator()(const Node* node) const {
    return node->hash;
  }
};
struct SameNode {
  template <class Node>
  bool operator()(const Node* a, const Node* b) const {
    return *a == *b;
  }
};
template <class Node, class Value>
using NodeMap = std::unordered_map<const Node*, Value, HashNode, SameNode>;

// `extender {@extend target}`. Two of the same become one that remembers both. In the arena.
struct Extension {
  const Complex* extender = nullptr;
  const Simple* target = nullptr;
  Span span;
  MediaContext media = 0;
  bool optional = false;
  const Extension* left = nullptr;
  const Extension* right = nullptr;
};

// The extensions of one target, in the order of their extenders.
class Sources {
 public:
  const Extension* Find(const Complex* extender) const {
    const auto found = places_.find(extender);
    return found == places_.end() ? nullptr : all_[found->second];
  }
  void Set(const Extension* extension) {
    const auto [place, is_new] = places_.try_emplace(extension->extender, all_.size());
    if (is_new) {
      all_.push_back(extension);
    } else {
      all_[place->second] = extension;
    }
  }
  const std::vector<const Extension*>& all() const { return all_; }

 private:
  std::vector<const Extension*> all_;
  NodeMap<Complex, size_t> places_;
};

// Targets and their extensions, in the order of the targets.
class Extensions {
 public:
  Sources& operator[](const Simple* target) {
    const auto [place, is_new] = places_.try_emplace(target, all_.size());
    if (is_new) all_.push_back({target, {}});
    return all_[place->second].sources;
  }
  const Sources* Find(const Simple* target) const {
    const auto found = places_.find(target);
    return found == places_.end() ? nullptr : &all_[found->second].sources;
  }
  size_t size() const { return all_.size(); }
  bool empty() const { return all_.empty(); }

  struct Entry {
    const Simple* target;
    Sources sources;
  };
  const std::deque<Entry>& all() const { return all_; }

 private:
  std::deque<Entry> all_;
  NodeMap<Simple, size_t> places_;
};

// Something that may stand in a simple selector's place.
struct Extender {
  const Complex* complex = nullptr;
  bool original = false;  // it is what stood there
  const Extension* extension = nullptr;
};

enum class ExtendMode { kNormal, kReplace, kAllTargets };

using Complexes = std::vector<const Complex*>;
using Handle = ExtensionStore::Handle;

// Handles that were added, each once.
class HandleSet {
 public:
  void Add(Handle handle) {
    if (seen_.insert(handle).second) all_.push_back(handle);
  }
  const std::vector<Handle>& all() const { return all_; }

 private:
  std::vector<Handle> all_;
  std::unordered_set<Handle> seen_;
};

struct Rule {
  const SelectorList* selector = nullptr;
  MediaContext media = 0;
};

}  // namespace

struct ExtensionStore::State {
  State(Arena& arena_, const Dialect& dialect_, ExtendMode mode_)
      : arena(arena_), algebra{arena_, dialect_.values}, mode(mode_) {}

  Arena& arena;
  Algebra algebra;
  ExtendMode mode;
  std::vector<Rule> rules;
  size_t registered = 0;                 // so many of the rules are in `selectors`: done when first asked for
  NodeMap<Simple, HandleSet> selectors;  // rules by the simples in them
  Extensions extensions;                 // by target
  NodeMap<Simple, std::vector<const Extension*>> by_extender;      // by the simples in their extenders
  std::unordered_map<const Simple*, uint64_t> source_specificity;  // by the very node
  std::unordered_set<const Complex*> originals;                    // likewise
  std::vector<LateExtension> late;                                 // where extensions wait for the end
  size_t late_done = 0;

  bool waits() const { return algebra.rules.extends_at_end && mode == ExtendMode::kNormal; }
  void ExtendLate();

  void RegisterAll();
  void Register(const SelectorList& list, Handle handle);
  void AddSimplesOf(const Complex& complex, const Extension* extension, bool with_specificity);
  void MarkOriginals(const SelectorList& list);

  const SelectorList* ExtendList(const SelectorList* list, const Extensions& with, MediaContext media);
  bool ExtendComplex(const Complex& complex, const Extensions& with, MediaContext media, Complexes& out);
  bool ExtendComponent(const Component& component, const Extensions& with, MediaContext media, bool in_original,
                       Complexes& out);
  bool ExtendSimple(const Simple* simple, const Extensions& with, MediaContext media,
                    std::vector<const Simple*>* targets_used, std::vector<std::vector<Extender>>& out);
  bool ExtendersOf(const Simple* simple, const Extensions& with, std::vector<const Simple*>* targets_used,
                   std::vector<Extender>& out);
  bool ExtendPseudo(const Simple& pseudo, const Extensions& with, MediaContext media, std::vector<const Simple*>& out);
  void SpreadInPseudo(const Simple& pseudo, const Complex* complex, Complexes& out);
  Extender Original(Simples simples);
  std::optional<Complexes> UnifyExtenders(const std::vector<Extender>& extenders, MediaContext media);
  Complexes UnifyPaths(const Component& component, const std::vector<std::vector<Extender>>& options,
                       MediaContext media, bool in_original);
  template <class IsOriginal>
  Complexes Trim(const Complexes& complexes, const IsOriginal& is_original);
  uint64_t SourceSpecificity(const Complex& complex) const;

  Extensions ExtendExisting(const std::vector<const Extension*>& existing, const Extensions& with);
  void ExtendRules(const std::vector<Handle>& handles, const Extensions& with);
  const Extension* Merged(const Extension* left, const Extension* right);
};

namespace {

void CheckMedia(const Extension* extension, MediaContext media) {
  if (!extension || extension->media == 0 || extension->media == media) return;
  throw SassError{"You may not @extend selectors across media queries.", extension->span};
}

bool MaybeHas(const Extensions& with, Simples simples) {
  return std::ranges::any_of(simples,
                             [&](const Simple* simple) { return simple->selector || with.Find(simple) != nullptr; });
}

}  // namespace

void ExtensionStore::State::MarkOriginals(const SelectorList& list) {
  if (IsInvisible(list)) return;
  originals.insert(list.complexes.begin(), list.complexes.end());
}

void ExtensionStore::State::Register(const SelectorList& list, Handle handle) {
  for (const Complex* complex : list.complexes) {
    for (const Component& component : complex->components) {
      for (const Simple* simple : component.simples) {
        selectors[simple].Add(handle);
        if (simple->selector) Register(*simple->selector, handle);
      }
    }
  }
}

void ExtensionStore::State::RegisterAll() {
  for (; registered < rules.size(); ++registered) {
    Register(*rules[registered].selector, static_cast<Handle>(registered));
  }
}

void ExtensionStore::State::AddSimplesOf(const Complex& complex, const Extension* extension, bool with_specificity) {
  const auto add = [&](const auto& self, const Complex& part) -> void {
    for (const Component& component : part.components) {
      for (const Simple* simple : component.simples) {
        by_extender[simple].push_back(extension);
        // What @extend makes gets no specificity of its own.
        if (with_specificity) source_specificity.try_emplace(simple, part.specificity);
        if (!with_specificity || !simple->selector) continue;
        for (const Complex* inner : simple->selector->complexes) self(self, *inner);
      }
    }
  };
  add(add, complex);
}

const Extension* ExtensionStore::State::Merged(const Extension* left, const Extension* right) {
  if (left->media != 0 && right->media != 0 && left->media != right->media) {
    throw SassError{"You may not @extend the same selector from within different media queries.", right->span};
  }
  if (right->optional && right->media == 0) return left;
  if (left->optional && left->media == 0) return right;
  Extension both = *left;
  if (both.media == 0) both.media = right->media;
  both.optional = true;
  both.left = left;
  both.right = right;
  return arena.New<Extension>(both);
}

// ---- extending

const SelectorList* ExtensionStore::State::ExtendList(const SelectorList* list, const Extensions& with,
                                                      MediaContext media) {
  Complexes extended;
  bool any = false;
  for (size_t i = 0; i < list->complexes.size(); ++i) {
    const Complex* const complex = list->complexes[i];
    const size_t before = extended.size();
    if (ExtendComplex(*complex, with, media, extended)) {
      if (!any) {
        const Complexes made(extended.begin() + static_cast<std::ptrdiff_t>(before), extended.end());
        extended.assign(list->complexes.begin(), list->complexes.begin() + static_cast<std::ptrdiff_t>(i));
        extended.insert(extended.end(), made.begin(), made.end());
      }
      any = true;
    } else if (any) {
      extended.push_back(complex);
    }
  }
  if (!any) return list;
  const Complexes trimmed =
      Trim(extended, [&](const Complex* complex) { return originals.find(complex) != originals.end(); });
  return NewSelectorList(arena, arena.CopySpan(std::span<const Complex* const>(trimmed)));
}

bool ExtensionStore::State::ExtendComplex(const Complex& complex, const Extensions& with, MediaContext media,
                                          Complexes& out) {
  if (complex.leading.size() > 1) return false;
  if (std::ranges::none_of(complex.components, [&](const Component& c) { return MaybeHas(with, c.simples); })) {
    return false;
  }
  const bool is_original = originals.find(&complex) != originals.end();
  std::vector<Complexes> choices;
  bool any = false;
  for (size_t i = 0; i < complex.components.size(); ++i) {
    const std::span<const Component> component = complex.components.subspan(i, 1);
    Complexes extended;
    if (!ExtendComponent(component[0], with, media, is_original, extended)) {
      if (any) choices.push_back({NewComplex(arena, {}, component, complex.line_break)});
    } else if (any) {
      choices.push_back(std::move(extended));
    } else if (i != 0) {
      choices.push_back({NewComplex(arena, complex.leading, complex.components.first(i), complex.line_break)});
      choices.push_back(std::move(extended));
      any = true;
    } else if (complex.leading.empty()) {
      choices.push_back(std::move(extended));
      any = true;
    } else {
      Complexes led;
      for (const Complex* made : extended) {
        if (!made->leading.empty() && made->leading != complex.leading) continue;
        led.push_back(NewComplex(arena, complex.leading, made->components, complex.line_break || made->line_break));
      }
      choices.push_back(std::move(led));
      any = true;
    }
  }
  if (!any) return false;
  bool first = true;
  for (const Complexes& path : Paths(choices)) {
    for (const Complex* made : Weave(algebra, path, complex.line_break)) {
      // A copy of what was there is what was there.
      const bool keeps = first && is_original;
      if (keeps) originals.insert(made);
      first = false;
      if (out.size() >= kMaxPaths) FailTooManySelectors();
      const bool fresh = algebra.rules.extensions_are_fresh && !keeps;
      out.push_back(fresh ? arena.New<Complex>(*made) : made);
    }
  }
  return true;
}

Extender ExtensionStore::State::Original(Simples simples) {
  return {NewComplexOf(arena, {}, {{simples}}, false), true, nullptr};
}

bool ExtensionStore::State::ExtendersOf(const Simple* simple, const Extensions& with,
                                        std::vector<const Simple*>* targets_used, std::vector<Extender>& out) {
  const Sources* const sources = with.Find(simple);
  if (!sources) return false;
  if (targets_used) targets_used->push_back(simple);
  const Simple* const one[] = {simple};
  if (mode != ExtendMode::kReplace) out.push_back(Original(arena.CopySpan(Simples(one))));
  for (const Extension* extension : sources->all()) out.push_back({extension->extender, false, extension});
  return true;
}

bool ExtensionStore::State::ExtendSimple(const Simple* simple, const Extensions& with, MediaContext media,
                                         std::vector<const Simple*>* targets_used,
                                         std::vector<std::vector<Extender>>& out) {
  std::vector<const Simple*> pseudos;
  if (simple->selector && ExtendPseudo(*simple, with, media, pseudos)) {
    for (const Simple* pseudo : pseudos) {
      std::vector<Extender> extenders;
      const Simple* const one[] = {pseudo};
      if (!ExtendersOf(pseudo, with, targets_used, extenders)) {
        extenders.push_back(Original(arena.CopySpan(Simples(one))));
      }
      out.push_back(std::move(extenders));
    }
    return true;
  }
  std::vector<Extender> extenders;
  if (!ExtendersOf(simple, with, targets_used, extenders)) return false;
  out.push_back(std::move(extenders));
  return true;
}

namespace {

// How many different targets were met.
size_t CountDifferent(const std::vector<const Simple*>& simples) {
  size_t count = 0;
  for (size_t i = 0; i < simples.size(); ++i) {
    count += std::none_of(simples.begin(), simples.begin() + static_cast<std::ptrdiff_t>(i),
                          [&](const Simple* other) { return *other == *simples[i]; });
  }
  return count;
}

}  // namespace

bool ExtensionStore::State::ExtendComponent(const Component& component, const Extensions& with, MediaContext media,
                                            bool in_original, Complexes& out) {
  if (!MaybeHas(with, component.simples)) return false;
  std::vector<const Simple*> targets_used;
  const bool all_needed = mode != ExtendMode::kNormal && with.size() > 1;
  std::vector<std::vector<Extender>> options;
  bool any = false;
  for (size_t i = 0; i < component.simples.size(); ++i) {
    std::vector<std::vector<Extender>> extended;
    if (!ExtendSimple(component.simples[i], with, media, all_needed ? &targets_used : nullptr, extended)) {
      if (any) options.push_back({Original(component.simples.subspan(i, 1))});
      continue;
    }
    if (!any && i != 0) options.push_back({Original(component.simples.first(i))});
    any = true;
    options.insert(options.end(), extended.begin(), extended.end());
  }
  if (!any || (all_needed && CountDifferent(targets_used) != with.size())) return false;
  if (options.size() > 1) {
    out = UnifyPaths(component, options, media, in_original);
    return true;
  }
  for (const Extender& extender : options[0]) {
    CheckMedia(extender.extension, media);
    const Complex* const complex = WithCombinators(arena, *extender.complex, component.combinators);
    if (!IsUseless(*complex)) out.push_back(complex);
  }
  return !out.empty();
}

Complexes ExtensionStore::State::UnifyPaths(const Component& component,
                                            const std::vector<std::vector<Extender>>& options, MediaContext media,
                                            bool in_original) {
  const std::vector<std::vector<Extender>> paths = Paths(options);
  const bool keeps = mode != ExtendMode::kReplace;
  Complexes result;
  if (keeps) {
    // The first path is what was there.
    std::vector<const Simple*> simples;
    for (const Extender& extender : paths[0]) {
      const Simples part = extender.complex->components.back().simples;
      simples.insert(simples.end(), part.begin(), part.end());
    }
    result.push_back(NewComplexOf(
        arena, {}, {{arena.CopySpan(Simples(simples)), component.combinators, component.line_break}}, false));
  }
  for (size_t i = keeps ? 1 : 0; i < paths.size(); ++i) {
    const std::optional<Complexes> unified = UnifyExtenders(paths[i], media);
    if (!unified) continue;
    for (const Complex* complex : *unified) {
      const Complex* const whole = WithCombinators(arena, *complex, component.combinators);
      if (result.size() >= kMaxPaths) FailTooManySelectors();
      if (!IsUseless(*whole)) result.push_back(whole);
    }
  }
  const Complex* const original = in_original && keeps ? result[0] : nullptr;
  return Trim(result, [&](const Complex* complex) { return original && *complex == *original; });
}

std::optional<Complexes> ExtensionStore::State::UnifyExtenders(const std::vector<Extender>& extenders,
                                                               MediaContext media) {
  Complexes to_unify;
  std::vector<const Simple*> original;
  bool line_break = false;
  for (const Extender& extender : extenders) {
    if (extender.original) {
      const Simples simples = extender.complex->components.back().simples;
      original.insert(original.end(), simples.begin(), simples.end());
      line_break |= extender.complex->line_break;
    } else if (IsUseless(*extender.complex)) {
      return std::nullopt;
    } else {
      to_unify.push_back(extender.complex);
    }
  }
  if (!original.empty()) {
    to_unify.insert(to_unify.begin(), NewComplexOf(arena, {}, {{arena.CopySpan(Simples(original))}}, line_break));
  }
  std::optional<Complexes> unified = UnifyComplexes(algebra, to_unify);
  if (!unified) return std::nullopt;
  for (const Extender& extender : extenders) CheckMedia(extender.extension, media);
  return unified;
}

// ---- pseudo-classes with selectors

namespace {

bool IsAny(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool HasLongComplex(const SelectorList& list) {
  return std::ranges::any_of(list.complexes, [](const Complex* complex) { return complex->components.size() > 1; });
}

// The pseudo-class with a selector that is all of `complex`; null for none.
const Simple* OnlyPseudo(const Complex& complex) {
  if (!complex.leading.empty() || complex.components.size() != 1) return nullptr;
  const Component& only = complex.components[0];
  if (!only.combinators.empty() || only.simples.size() != 1) return nullptr;
  const Simple* const simple = only.simples[0];
  return simple->kind == SimpleKind::kPseudo && simple->selector ? simple : nullptr;
}

}  // namespace

// `:is(:is(a))` is `:is(a)`; where an inner pseudo-class does not fit so, it is left out.
void ExtensionStore::State::SpreadInPseudo(const Simple& pseudo, const Complex* complex, Complexes& out) {
  const Simple* const inner = OnlyPseudo(*complex);
  if (!inner) {
    out.push_back(complex);
    return;
  }
  const std::string_view name = WithoutVendor(pseudo.name);
  bool spread = false;
  if (name == "not") {
    spread = IsAny(WithoutVendor(inner->name), {"is", "matches", "where"});
  } else if (IsAny(name, {"is", "matches", "where", "any", "current", "nth-child", "nth-last-child"})) {
    spread =
        inner->name == pseudo.name && inner->has_argument == pseudo.has_argument && inner->argument == pseudo.argument;
  } else if (IsAny(name, {"has", "host", "host-context", "slotted"})) {
    out.push_back(complex);  // each layer of these means more
  }
  if (spread) out.insert(out.end(), inner->selector->complexes.begin(), inner->selector->complexes.end());
}

bool ExtensionStore::State::ExtendPseudo(const Simple& pseudo, const Extensions& with, MediaContext media,
                                         std::vector<const Simple*>& out) {
  const SelectorList* const extended = ExtendList(pseudo.selector, with, media);
  if (extended == pseudo.selector) return false;
  const bool is_not = WithoutVendor(pseudo.name) == "not";
  // Browsers were slow to take complex selectors in :not(): they go where others are left.
  const bool short_only =
      is_not && !HasLongComplex(*pseudo.selector) &&
      std::ranges::any_of(extended->complexes, [](const Complex* c) { return c->components.size() == 1; });
  Complexes complexes;
  for (const Complex* complex : extended->complexes) {
    if (!short_only || complex->components.size() <= 1) SpreadInPseudo(pseudo, complex, complexes);
  }
  const auto with_selector = [&](const Complexes& inner) {
    Simple changed = pseudo;
    changed.double_colon = pseudo.element;
    changed.selector = NewSelectorList(arena, arena.CopySpan(std::span<const Complex* const>(inner)));
    return NewSimple(arena, changed);
  };
  if (!is_not || pseudo.selector->complexes.size() != 1) {
    out.push_back(with_selector(complexes));
    return true;
  }
  // :not(a, b) is younger than :not(a):not(b).
  for (const Complex* complex : complexes) out.push_back(with_selector({complex}));
  return !out.empty();
}

// ---- trimming

uint64_t ExtensionStore::State::SourceSpecificity(const Complex& complex) const {
  uint64_t highest = 0;
  for (const Component& component : complex.components) {
    for (const Simple* simple : component.simples) {
      const auto found = source_specificity.find(simple);
      if (found != source_specificity.end()) highest = std::max(highest, found->second);
    }
  }
  return highest;
}

// Leaves out what another one holds, unless it was there before or is more specific.
template <class IsOriginal>
Complexes ExtensionStore::State::Trim(const Complexes& complexes, const IsOriginal& is_original) {
  constexpr size_t kTooMany = 100;  // quadratic: Sass gives up here
  if (complexes.size() > kTooMany) return complexes;
  std::deque<const Complex*> result;
  std::ptrdiff_t original_count = 0;
  for (size_t i = complexes.size(); i-- > 0;) {
    const Complex* const complex = complexes[i];
    if (is_original(complex)) {
      const auto end = result.begin() + original_count;
      const auto same = std::find_if(result.begin(), end, [&](const Complex* other) { return *other == *complex; });
      if (same != end) {
        std::rotate(result.begin(), same, same + 1);
      } else {
        ++original_count;
        result.push_front(complex);
      }
      continue;
    }
    const uint64_t specificity = SourceSpecificity(*complex);
    const auto holds = [&](const Complex* other) {
      return other->specificity >= specificity && IsSuperselector(algebra.rules, *other, *complex);
    };
    if (std::ranges::any_of(result, holds)) continue;
    if (std::any_of(complexes.begin(), complexes.begin() + static_cast<std::ptrdiff_t>(i), holds)) continue;
    result.push_front(complex);
  }
  return {result.begin(), result.end()};
}

// ---- the store

ExtensionStore::ExtensionStore(Arena& arena, const Dialect& dialect)
    : state_(std::make_unique<State>(arena, dialect, ExtendMode::kNormal)) {}
ExtensionStore::ExtensionStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
ExtensionStore::~ExtensionStore() = default;
ExtensionStore::ExtensionStore(ExtensionStore&&) noexcept = default;

ExtensionStore::Handle ExtensionStore::AddSelector(const SelectorList* selector, MediaContext media) {
  State& state = *state_;
  if (!state.waits()) state.MarkOriginals(*selector);
  if (!state.extensions.empty()) selector = state.ExtendList(selector, state.extensions, media);
  state.rules.push_back({selector, media});
  return static_cast<Handle>(state.rules.size() - 1);
}

const SelectorList* ExtensionStore::Selector(Handle handle) const { return state_->rules[handle].selector; }

void ExtensionStore::AddExtension(const SelectorList* extender, const Simple* target, Span span, bool optional,
                                  MediaContext media) {
  State& state = *state_;
  if (state.waits()) {
    const Simple* const one[] = {target};
    return AddExtension(extender, one, span, optional, media);
  }
  state.RegisterAll();
  const auto rules = state.selectors.find(target);
  const bool has_rules = rules != state.selectors.end();
  const bool has_existing = state.by_extender.find(target) != state.by_extender.end();
  Extensions added;
  for (const Complex* complex : extender->complexes) {
    if (IsUseless(*complex)) continue;
    const auto* extension =
        state.arena.New<Extension>(Extension{complex, target, span, media, optional, nullptr, nullptr});
    Sources& sources = state.extensions[target];
    if (const Extension* const known = sources.Find(complex)) {
      sources.Set(state.Merged(known, extension));
      continue;
    }
    sources.Set(extension);
    state.AddSimplesOf(*complex, extension, true);
    if (has_rules || has_existing) added[target].Set(extension);
  }
  if (added.empty()) return;
  if (has_existing) {
    // With what this very @extend added: it may reach itself.
    const std::vector<const Extension*> existing = state.by_extender[target];
    const Extensions more = state.ExtendExisting(existing, added);
    for (const Extensions::Entry& entry : more.all()) {
      for (const Extension* extension : entry.sources.all()) added[entry.target].Set(extension);
    }
  }
  if (has_rules) state.ExtendRules(std::vector<Handle>(rules->second.all()), added);
}

void ExtensionStore::AddExtension(const SelectorList* extender, std::span<const Simple* const> target, Span span,
                                  bool optional, MediaContext media) {
  State& state = *state_;
  if (!state.waits()) {
    for (const Simple* simple : target) AddExtension(extender, simple, span, optional, media);
    return;
  }
  const Simples targets = state.arena.CopySpan(target);
  for (const Complex* complex : extender->complexes) state.late.push_back({complex, targets, span, media, optional});
}

// Extends the extenders themselves. What comes back is to be added to `with`: extensions may go in circles.
Extensions ExtensionStore::State::ExtendExisting(const std::vector<const Extension*>& existing,
                                                 const Extensions& with) {
  Extensions additional;
  for (const Extension* extension : existing) {
    Complexes made;
    if (!ExtendComplex(*extension->extender, with, extension->media, made)) continue;
    for (size_t i = 0; i < made.size(); ++i) {
      if (i == 0 && *made[0] == *extension->extender) continue;
      Extension copy = *extension;
      copy.extender = made[i];
      copy.left = copy.right = nullptr;
      const Extension* const extended = arena.New<Extension>(copy);
      Sources& sources = extensions[extension->target];
      if (const Extension* const known = sources.Find(made[i])) {
        sources.Set(Merged(known, extended));
        continue;
      }
      sources.Set(extended);
      AddSimplesOf(*made[i], extended, false);
      if (with.Find(extension->target)) additional[extension->target].Set(extended);
    }
  }
  return additional;
}

void ExtensionStore::State::ExtendRules(const std::vector<Handle>& handles, const Extensions& with) {
  for (const Handle handle : handles) {
    Rule& rule = rules[handle];
    const SelectorList* const extended = ExtendList(rule.selector, with, rule.media);
    if (extended == rule.selector) continue;
    rule.selector = extended;
    Register(*extended, handle);
  }
}

namespace {

bool IsPrivate(const Simple& simple) {
  return simple.kind == SimpleKind::kPlaceholder && (simple.name.starts_with('-') || simple.name.starts_with('_'));
}

}  // namespace

void ExtensionStore::AddExtensions(std::span<ExtensionStore* const> others) {
  State& state = *state_;
  state.RegisterAll();
  std::vector<const Extension*> to_extend;
  HandleSet rules;
  Extensions added;
  for (const ExtensionStore* other : others) {
    if (other->empty()) continue;
    for (const auto& [simple, specificity] : other->state_->source_specificity) {
      state.source_specificity.insert_or_assign(simple, specificity);
    }
    for (const Extensions::Entry& entry : other->state_->extensions.all()) {
      if (IsPrivate(*entry.target)) continue;
      const auto extended = state.by_extender.find(entry.target);
      const auto selectors = state.selectors.find(entry.target);
      const bool reaches = extended != state.by_extender.end() || selectors != state.selectors.end();
      if (extended != state.by_extender.end()) {
        to_extend.insert(to_extend.end(), extended->second.begin(), extended->second.end());
      }
      if (selectors != state.selectors.end()) {
        for (const Handle handle : selectors->second.all()) rules.Add(handle);
      }
      Sources& sources = state.extensions[entry.target];
      for (const Extension* extension : entry.sources.all()) {
        const Extension* const known = sources.Find(extension->extender);
        const Extension* const whole = known ? state.Merged(known, extension) : extension;
        sources.Set(whole);
        if (reaches) added[entry.target].Set(whole);
      }
    }
  }
  if (added.empty()) return;
  state.ExtendExisting(to_extend, added);
  state.ExtendRules(rules.all(), added);
}

ExtensionStore ExtensionStore::Clone() const { return ExtensionStore(std::make_unique<State>(*state_)); }

void ExtensionStore::State::ExtendLate() {
  if (late.empty() || late_done == rules.size()) return;
  LateExtender extender(algebra, late);
  for (; late_done < rules.size(); ++late_done) {
    Rule& rule = rules[late_done];
    rule.selector = extender.Extend(rule.selector, rule.media);
  }
}

bool ExtensionStore::empty() const { return state_->extensions.empty() && state_->late.empty(); }

bool ExtensionStore::HasSimple(const Simple& simple) const {
  state_->RegisterAll();
  return state_->selectors.find(&simple) != state_->selectors.end();
}

namespace {

void AddMandatory(const Extension& extension, std::vector<UnsatisfiedExtend>& out) {
  if (extension.left) {
    AddMandatory(*extension.left, out);
    AddMandatory(*extension.right, out);
  } else if (!extension.optional) {
    out.push_back({extension.target, extension.extender, extension.span});
  }
}

}  // namespace

std::vector<UnsatisfiedExtend> ExtensionStore::Unsatisfied() const {
  std::vector<UnsatisfiedExtend> unsatisfied;
  if (state_->waits()) {
    state_->ExtendLate();
    for (const LateExtension& extension : state_->late) {
      if (extension.matched || extension.optional) continue;
      unsatisfied.push_back({extension.targets[0], extension.extender, extension.span});
    }
    return unsatisfied;
  }
  for (const Extensions::Entry& entry : state_->extensions.all()) {
    if (HasSimple(*entry.target)) continue;
    for (const Extension* extension : entry.sources.all()) AddMandatory(*extension, unsatisfied);
  }
  return unsatisfied;
}

const SelectorList* ExtendOrReplace(Arena& arena, const Dialect& dialect, const SelectorList* selector,
                                    const SelectorList* targets, const SelectorList* extenders, bool replace) {
  ExtensionStore::State state(arena, dialect, replace ? ExtendMode::kReplace : ExtendMode::kAllTargets);
  state.MarkOriginals(*selector);
  for (const Complex* target : targets->complexes) {
    const bool is_compound =
        target->leading.empty() && target->components.size() == 1 && target->components[0].combinators.empty();
    if (!is_compound) Fail("Can't extend complex selector " + TextOf(*target) + ".");
    Extensions extensions;
    for (const Simple* simple : target->components[0].simples) {
      for (const Complex* extender : extenders->complexes) {
        extensions[simple].Set(arena.New<Extension>(Extension{extender, simple, {}, 0, true, nullptr, nullptr}));
      }
    }
    selector = state.ExtendList(selector, extensions, 0);
  }
  return selector;
}

}  // namespace tincture::compat::sass
