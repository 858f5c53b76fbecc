// ExtensionStore: the selectors and the @extends of one module, and what comes out of them.
// Selectors may be added before and after the extensions that reach them: a handle always gives the selector as it is
// after all that was added so far.
// Owned by the evaluator, one a module. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "compat/sass/error.h"
#include "compat/sass/selector/selector.h"

namespace tincture::compat::sass {

// The media queries around a rule, as a number that the evaluator gives: equal for equal queries, 0 for none.
using MediaContext = uint32_t;

// An @extend whose target nothing in reach has.
struct UnsatisfiedExtend {
  const Simple* target = nullptr;
  const Complex* extender = nullptr;
  Span span;
};

class ExtensionStore {
 public:
  using Handle = uint32_t;

  ExtensionStore(Arena& arena, const Dialect& dialect);
  ~ExtensionStore();
  ExtensionStore(ExtensionStore&&) noexcept;

  Handle AddSelector(const SelectorList* selector, MediaContext media);
  const SelectorList* Selector(Handle handle) const;

  // `extender {@extend target}`. Throws SassError at `span` where media contexts do not agree.
  void AddExtension(const SelectorList* extender, const Simple* target, Span span, bool optional, MediaContext media);

  // The same for a compound, where the dialect takes one: all of it has to be there, or (libsass) each of its parts is
  // extended.
  void AddExtension(const SelectorList* extender, std::span<const Simple* const> target, Span span, bool optional,
                    MediaContext media);

  // Extends this store's selectors with what `others` (modules downstream, which use this one) extend.
  void AddExtensions(std::span<ExtensionStore* const> others);

  bool empty() const;
  bool HasSimple(const Simple& simple) const;  // in any selector, generated ones too
  // Mandatory extensions whose target is in no selector of this store. To be asked when all rules are there: Ruby
  // Sass's extensions are carried out then.
  std::vector<UnsatisfiedExtend> Unsatisfied() const;

 private:
  struct State;
  explicit ExtensionStore(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
  friend const SelectorList* ExtendOrReplace(Arena&, const Dialect&, const SelectorList*, const SelectorList*,
                                             const SelectorList*, bool);
};

// selector-extend() and selector-replace(): each compound of `targets` is extended as a unit. Fails (error.h).
const SelectorList* ExtendOrReplace(Arena& arena, const Dialect& dialect, const SelectorList* selector,
                                    const SelectorList* targets, const SelectorList* extenders, bool replace);

}  // namespace tincture::compat::sass
