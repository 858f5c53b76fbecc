// @extend, by the rules of https://sass-lang.com/documentation/at-rules/extend and its two laws: a selector that was
// there stays there, and what an extension makes is at least as specific as what it was made from.
#include "compat/sass/selector/extend.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "compat/sass/selector/algebra.h"
#include "compat/sass/selector/extend_at_end.h"
#include "compat/sass/selector/node_table.h"

namespace tincture::compat::sass {

namespace {

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

// The extensions of one target, by their extenders.
using Sources = NodeTable<Complex, const Extension*>;
// By target.
using Extensions = NodeTable<Simple, Sources>;

// Something that may stand in a simple selector's place.
struct Extender {
  const Complex* complex = nullptr;
  bool original = false;  // it is what stood there
  const Extension* extension = nullptr;
};

constexpr size_t kTooManyToTrim = 100;  // quadratic: Sass gives up here

enum class ExtendMode { kNormal, kReplace, kAllTargets };

using Complexes = std::vector<const Complex*>;
using Handle = ExtensionStore::Handle;

struct Rule {
  const SelectorList* selector = nullptr;
  MediaContext media = 0;
  // What has become of it, unless empty. It may grow with each @extend, so it goes to the arena when it is asked for.
  Complexes grown;
  bool grown_trimmed = false;

  std::span<const Complex* const> complexes() const { return grown.empty() ? selector->complexes : grown; }
  bool trimmed() const { return grown.empty() ? selector->trimmed : grown_trimmed; }
};

}  // namespace

struct ExtensionStore::State {
  State(Arena& arena_, const Dialect& dialect_, ExtendMode mode_)
      : arena(arena_), algebra{arena_, dialect_.values}, mode(mode_) {}

  Arena& arena;
  Algebra algebra;
  ExtendMode mode;
  std::vector<Rule> rules;
  size_t registered = 0;  // so many of the rules are in `selectors` and `originals`: done when first asked for
  NodeTable<Simple, std::vector<Handle>> selectors;  // rules by the simples in them; some more than once
  Extensions extensions;
  NodeTable<Simple, std::vector<const Extension*>> by_extender;    // by the simples in their extenders
  std::unordered_map<const Simple*, uint64_t> source_specificity;  // by the very node
  PointerSet originals;
  std::vector<LateExtension> late;  // where extensions wait for the end
  size_t late_done = 0;

  bool waits() const { return algebra.rules.extends_at_end && mode == ExtendMode::kNormal; }
  void ExtendLate();

  void RegisterAll();
  void Register(const SelectorList& list, Handle handle);
  void Register(const Complex& complex, Handle handle);
  std::vector<Handle> EachOnce(const std::vector<Handle>& handles) const;
  void AddSimplesOf(const Complex& complex, const Extension* extension, bool with_specificity);
  void MarkOriginals(const SelectorList& list);

  const SelectorList* ExtendList(const SelectorList* list, const Extensions& with, MediaContext media);
  bool ExtendComplexes(std::span<const Complex* const> list, bool trimmed, const Extensions& with, MediaContext media,
                       Complexes& out, Complexes* fresh = nullptr);
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
  Complexes Trim(const Complexes& complexes, const IsOriginal& is_original, const std::vector<bool>& kept = {});
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
  for (const Complex* complex : list.complexes) originals.Add(complex);
}

void ExtensionStore::State::Register(const SelectorList& list, Handle handle) {
  for (const Complex* complex : list.complexes) Register(*complex, handle);
}

void ExtensionStore::State::Register(const Complex& complex, Handle handle) {
  for (const Component& component : complex.components) {
    for (const Simple* simple : component.simples) {
      std::vector<Handle>& handles = selectors[simple];
      if (handles.empty() || handles.back() != handle) handles.push_back(handle);
      if (simple->selector) Register(*simple->selector, handle);
    }
  }
}

// In the order of their first places.
std::vector<Handle> ExtensionStore::State::EachOnce(const std::vector<Handle>& handles) const {
  std::vector<Handle> each;
  std::vector<bool> seen(rules.size());
  for (const Handle handle : handles) {
    if (!seen[handle]) each.push_back(handle);
    seen[handle] = true;
  }
  return each;
}

void ExtensionStore::State::RegisterAll() {
  for (; registered < rules.size(); ++registered) {
    const SelectorList& list = *rules[registered].selector;
    // While there was nothing to extend with, nobody asked for originals.
    if (extensions.empty()) MarkOriginals(list);
    Register(list, static_cast<Handle>(registered));
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

namespace {

// A bit for each target.
uint64_t BitsOf(const Extensions& extensions) {
  uint64_t bits = 0;
  for (const auto& [target, sources] : extensions.entries()) bits |= BitOf(*target);
  return bits;
}

}  // namespace

// False where nothing of `list` is extended. `trimmed`: none of them holds another. `fresh` gets what was made.
bool ExtensionStore::State::ExtendComplexes(std::span<const Complex* const> list, bool trimmed, const Extensions& with,
                                            MediaContext media, Complexes& out, Complexes* fresh) {
  const uint64_t targets = BitsOf(with);
  std::vector<bool> kept;  // those of `out` that stay as they are
  size_t done = 0;
  const auto keep_up_to = [&](size_t end) {
    out.insert(out.end(), list.begin() + static_cast<std::ptrdiff_t>(done),
               list.begin() + static_cast<std::ptrdiff_t>(end));
    if (trimmed) kept.resize(out.size(), true);
  };
  bool any = false;
  Complexes made;
  for (size_t i = 0; i < list.size(); ++i) {
    made.clear();
    if ((list[i]->has & targets) == 0 || !ExtendComplex(*list[i], with, media, made)) continue;
    if (!any) out.reserve(list.size() + made.size());
    any = true;
    keep_up_to(i);
    done = i + 1;
    out.insert(out.end(), made.begin(), made.end());
    if (out.size() > kMaxPaths) FailTooManySelectors();
    if (trimmed) kept.resize(out.size(), false);
    if (fresh) std::ranges::copy_if(made, std::back_inserter(*fresh), [&](const Complex* c) { return c != list[i]; });
  }
  if (!any) return false;
  keep_up_to(list.size());
  if (out.size() > kMaxPaths) FailTooManySelectors();
  if (out.size() <= kTooManyToTrim) {
    out = Trim(
        out, [&](const Complex* complex) { return originals.Has(complex); }, kept);
  }
  return true;
}

const SelectorList* ExtensionStore::State::ExtendList(const SelectorList* list, const Extensions& with,
                                                      MediaContext media) {
  Complexes extended;
  if (!ExtendComplexes(list->complexes, list->trimmed, with, media, extended)) return list;
  return arena.New<SelectorList>(SelectorList{arena.CopySpan(std::span<const Complex* const>(extended)), false});
}

bool ExtensionStore::State::ExtendComplex(const Complex& complex, const Extensions& with, MediaContext media,
                                          Complexes& out) {
  if (complex.leading.size() > 1) return false;
  if (std::ranges::none_of(complex.components, [&](const Component& c) { return MaybeHas(with, c.simples); })) {
    return false;
  }
  const bool is_original = originals.Has(&complex);
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
      if (keeps) originals.Add(made);
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
  for (const auto& [extender, extension] : sources->entries()) out.push_back({extender, false, extension});
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

// Leaves out what another one holds, unless it was there before or is more specific. Of those in `kept` none holds
// another.
template <class IsOriginal>
Complexes ExtensionStore::State::Trim(const Complexes& complexes, const IsOriginal& is_original,
                                      const std::vector<bool>& kept) {
  if (complexes.size() > kTooManyToTrim) return complexes;
  const auto is_kept = [&](size_t i) { return i < kept.size() && kept[i]; };
  std::vector<size_t> all(complexes.size());
  std::iota(all.begin(), all.end(), size_t{0});
  std::vector<size_t> fresh;
  std::ranges::copy_if(all, std::back_inserter(fresh), [&](size_t i) { return !is_kept(i); });
  Complexes result;  // from the last to the first
  std::ptrdiff_t original_count = 0;
  std::vector<bool> gone(complexes.size());
  for (size_t i = complexes.size(); i-- > 0;) {
    const Complex* const complex = complexes[i];
    if (is_original(complex)) {
      const auto end = result.rbegin() + original_count;
      const auto same = std::find_if(result.rbegin(), end, [&](const Complex* other) { return *other == *complex; });
      if (same != end) {
        std::rotate(result.rbegin(), same, same + 1);
      } else {
        ++original_count;
        result.push_back(complex);
      }
      continue;
    }
    std::optional<uint64_t> specificity;
    const auto specific_enough = [&](const Complex* other) {
      if (!specificity) specificity = SourceSpecificity(*complex);
      return other->specificity >= *specificity;
    };
    gone[i] = std::ranges::any_of(is_kept(i) ? fresh : all, [&](size_t other) {
      return other != i && !gone[other] && IsSuperselector(algebra.rules, *complexes[other], *complex) &&
             specific_enough(complexes[other]);
    });
    if (!gone[i]) result.push_back(complex);
  }
  std::ranges::reverse(result);
  return result;
}

// ---- the store

ExtensionStore::ExtensionStore(Arena& arena, const Dialect& dialect)
    : state_(std::make_unique<State>(arena, dialect, ExtendMode::kNormal)) {}
ExtensionStore::ExtensionStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
ExtensionStore::~ExtensionStore() = default;
ExtensionStore::ExtensionStore(ExtensionStore&&) noexcept = default;

ExtensionStore::Handle ExtensionStore::AddSelector(const SelectorList* selector, MediaContext media) {
  State& state = *state_;
  if (!state.extensions.empty()) {
    state.MarkOriginals(*selector);
    selector = state.ExtendList(selector, state.extensions, media);
  }
  state.rules.push_back({selector, media, {}, false});
  return static_cast<Handle>(state.rules.size() - 1);
}

const SelectorList* ExtensionStore::Selector(Handle handle) const {
  Rule& rule = state_->rules[handle];
  if (!rule.grown.empty()) {
    Arena& arena = state_->arena;
    rule.selector = arena.New<SelectorList>(SelectorList{arena.CopySpan(rule.complexes()), rule.grown_trimmed});
    rule.grown = {};
  }
  return rule.selector;
}

void ExtensionStore::AddExtension(const SelectorList* extender, const Simple* target, Span span, bool optional,
                                  MediaContext media) {
  State& state = *state_;
  if (state.waits()) {
    const Simple* const one[] = {target};
    return AddExtension(extender, one, span, optional, media);
  }
  state.RegisterAll();
  const bool has_rules = state.selectors.Find(target) != nullptr;
  const bool has_existing = state.by_extender.Find(target) != nullptr;
  Extensions added;
  for (const Complex* complex : extender->complexes) {
    if (IsUseless(*complex)) continue;
    const auto* extension =
        state.arena.New<Extension>(Extension{complex, target, span, media, optional, nullptr, nullptr});
    Sources& sources = state.extensions[target];
    const Extension*& place = sources[complex];
    if (place) {
      place = state.Merged(place, extension);
      continue;
    }
    place = extension;
    state.AddSimplesOf(*complex, extension, true);
    if (has_rules || has_existing) added[target][complex] = extension;
  }
  if (added.empty()) return;
  if (has_existing) {
    // With what this very @extend added: it may reach itself.
    const std::vector<const Extension*> existing = state.by_extender[target];
    const Extensions more = state.ExtendExisting(existing, added);
    for (const auto& [other, sources] : more.entries()) {
      for (const auto& [complex, extension] : sources.entries()) added[other][complex] = extension;
    }
  }
  if (has_rules) state.ExtendRules(state.EachOnce(*state.selectors.Find(target)), added);
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
      const Extension*& place = extensions[extension->target][made[i]];
      if (place) {
        place = Merged(place, extended);
        continue;
      }
      place = extended;
      AddSimplesOf(*made[i], extended, false);
      if (with.Find(extension->target)) additional[extension->target][made[i]] = extended;
    }
  }
  return additional;
}

void ExtensionStore::State::ExtendRules(const std::vector<Handle>& handles, const Extensions& with) {
  for (const Handle handle : handles) {
    Rule& rule = rules[handle];
    Complexes extended;
    Complexes fresh;
    if (!ExtendComplexes(rule.complexes(), rule.trimmed(), with, rule.media, extended, &fresh)) continue;
    for (const Complex* complex : fresh) {
      const bool stays = extended.size() > kTooManyToTrim || std::ranges::find(extended, complex) != extended.end();
      if (stays) Register(*complex, handle);
    }
    rule.grown = std::move(extended);
    rule.grown_trimmed = rule.grown.size() <= kTooManyToTrim;
  }
}

namespace {

bool IsPrivate(const Simple& simple) {
  return simple.kind == SimpleKind::kPlaceholder && (simple.name.starts_with('-') || simple.name.starts_with('_'));
}

}  // namespace

void ExtensionStore::AddExtensions(std::span<ExtensionStore* const> others) {
  State& state = *state_;
  if (std::ranges::all_of(others, [](const ExtensionStore* other) { return other->empty(); })) return;
  state.RegisterAll();
  std::vector<const Extension*> to_extend;
  std::vector<Handle> rules;
  Extensions added;
  for (const ExtensionStore* other : others) {
    if (other->empty()) continue;
    for (const auto& [simple, specificity] : other->state_->source_specificity) {
      state.source_specificity.insert_or_assign(simple, specificity);
    }
    for (const auto& [target, extensions] : other->state_->extensions.entries()) {
      if (IsPrivate(*target)) continue;
      const std::vector<const Extension*>* const extended = state.by_extender.Find(target);
      const std::vector<Handle>* const selectors = state.selectors.Find(target);
      if (extended) to_extend.insert(to_extend.end(), extended->begin(), extended->end());
      if (selectors) rules.insert(rules.end(), selectors->begin(), selectors->end());
      Sources& sources = state.extensions[target];
      for (const auto& [extender, extension] : extensions.entries()) {
        const Extension*& place = sources[extender];
        place = place ? state.Merged(place, extension) : extension;
        if (extended || selectors) added[target][extender] = place;
      }
    }
  }
  if (added.empty()) return;
  state.ExtendExisting(to_extend, added);
  state.ExtendRules(state.EachOnce(rules), added);
}

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
  return state_->selectors.Find(&simple) != nullptr;
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
  for (const auto& [target, sources] : state_->extensions.entries()) {
    if (HasSimple(*target)) continue;
    for (const auto& [extender, extension] : sources.entries()) AddMandatory(*extension, unsatisfied);
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
        extensions[simple][extender] = arena.New<Extension>(Extension{extender, simple, {}, 0, true, nullptr, nullptr});
      }
    }
    selector = state.ExtendList(selector, extensions, 0);
  }
  return selector;
}

}  // namespace tincture::compat::sass
