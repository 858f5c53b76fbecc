// Document: what one conversion knows while it runs: the tree, the definitions collected so far, the warnings.
// Lives for one Convert, used by one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compat/kramdown/element.h"
#include "compat/kramdown/kramdown.h"
#include "liquid/support/arena.h"

namespace tincture::kramdown {

// Deepest nesting of blocks, HTML elements and spans that is still read as such; Ruby's stack ends between 700 and
// 2,000.
inline constexpr int kMaxDepth = 1000;

struct LinkDefinition {
  std::string_view url = {};
  std::optional<std::string_view> title = {};
  // Carries the attribute list that follows the definition; null for a predefined link.
  const Element* eob = nullptr;
};

struct Footnote {
  std::string_view name = {};
  Element* content = nullptr;
  Element* eob = nullptr;
  bool referenced = false;
  bool attributes_applied = false;
};

struct Abbreviation {
  std::string_view id = {};
  std::string_view text = {};
  Element* eob = nullptr;
};

// Definitions by name, kept in the order in which the names first came.
template <class Definition>
class Definitions {
 public:
  // Null where there is none.
  Definition* Find(std::string_view name) {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &items_[found->second];
  }
  // Keeps a view of `name`.
  void Set(std::string_view name, const Definition& definition) {
    const auto [place, is_new] = index_.try_emplace(name, items_.size());
    if (is_new) {
      items_.push_back(definition);
    } else {
      items_[place->second] = definition;
    }
  }
  std::vector<Definition>& items() { return items_; }

 private:
  std::vector<Definition> items_;
  std::unordered_map<std::string_view, size_t> index_;
};

struct Document {
  Arena arena;
  // A copy, because `{::options}` changes it on the way.
  Options options;
  Element* root = nullptr;
  std::unordered_map<std::string_view, Ial*> alds;
  // How many references of attribute lists are still followed: definitions that name one another many times over would
  // cost their product, where Ruby's stack ends.
  int references_left = 2'000'000;
  Definitions<LinkDefinition> links;
  Definitions<Footnote> footnotes;
  Definitions<Abbreviation> abbreviations;
  std::vector<Warning> warnings;

  bool gfm() const { return options.input == Input::kGfm; }
  void Warn(std::string message, int line = 0) { warnings.push_back({std::move(message), line}); }
  Element* New(ElementType type) { return NewElement(arena, type); }
  Element* New(ElementType type, std::string_view value) { return NewElement(arena, type, value); }
};

// Adds `text` to the last child when that is of `type`, else as a new child of it. Keeps the view.
void AddText(Document& document, Element& parent, std::string_view text, ElementType type);

// Ids of links compare without regard to case and to how much white space stands in them.
std::string_view NormalizeLinkId(Arena& arena, std::string_view id);

}  // namespace tincture::kramdown
