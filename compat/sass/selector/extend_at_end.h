// @extend as Ruby Sass does it: when everything is evaluated, each rule's selector is extended by all that was said,
// and what comes out again.
#pragma once

#include <unordered_map>
#include <vector>

#include "compat/sass/selector/algebra.h"
#include "compat/sass/selector/extend.h"

namespace tincture::compat::sass {

struct LateExtension {
  const Complex* extender = nullptr;
  Simples targets;  // all of them are to be there
  Span span;
  MediaContext media = 0;
  bool optional = false;
  bool matched = false;  // its target was in some rule
};

class LateExtender {
 public:
  // Keeps `extensions`, and marks those that matched.
  LateExtender(const Algebra& algebra, std::vector<LateExtension>& extensions);

  const SelectorList* Extend(const SelectorList* list, MediaContext media);

 private:
  using Complexes = std::vector<const Complex*>;
  // Targets that led here: they are not followed again.
  using Seen = std::vector<std::vector<const Simple*>>;

  bool MayMatch(Simples simples) const;
  Complexes ExtendList(const SelectorList& list, MediaContext media, const Seen& seen, bool original);
  Complexes ExtendComplex(const Complex& complex, MediaContext media, const Seen& seen, bool original);
  Complexes ExtendCompound(const Component& component, MediaContext media, const Seen& seen);
  bool ExtendPseudos(std::vector<const Simple*>& members, MediaContext media, const Seen& seen, Seen& seen_after);
  std::vector<const Simple*> WithSelector(const Simple& pseudo, const Complexes& complexes);
  // The extensions of `members`, those of one extender together, in their order.
  std::vector<std::vector<size_t>> Groups(const std::vector<const Simple*>& members) const;
  const Complex* Extended(const std::vector<size_t>& group, const std::vector<const Simple*>& members, uint64_t source,
                          MediaContext media);
  Complexes Trim(const std::vector<Complexes>& groups) const;

  Algebra algebra_;
  std::vector<LateExtension>& extensions_;
  std::unordered_multimap<uint32_t, size_t> by_hash_;  // of the target
  int depth_ = 0;
  size_t made_ = 0;  // for this rule
  size_t made_for_all_ = 0;
};

}  // namespace tincture::compat::sass
