#include "compat/kramdown/abbreviations.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

size_t CountChars(std::string_view text) {
  size_t count = 0;
  for (size_t pos = 0; pos < text.size(); pos += CharLength(text, pos)) ++count;
  return count;
}

class Replacer {
 public:
  explicit Replacer(Document& document) : document_(document) {
    for (const Abbreviation& abbreviation : document.abbreviations.items()) {
      by_first_byte_[static_cast<unsigned char>(abbreviation.id[0])].push_back(abbreviation.id);
    }
    for (std::vector<std::string_view>& ids : by_first_byte_) {
      std::ranges::sort(ids, std::greater<>(), CountChars);
    }
  }

  void Replace(Element& parent) {
    for (Element *child = parent.first, *next = nullptr; child; child = next) {
      next = child->next;
      if (child->type != ElementType::kText || parent.content_model == ContentModel::kRaw) {
        Replace(*child);
      } else if (HasAny(child->value.view())) {
        ReplaceText(parent, *child);
      }
    }
  }

 private:
  // Longest first; `whole_word`: no word character may follow.
  std::string_view MatchAt(std::string_view text, size_t pos, bool whole_word) const {
    if (pos >= text.size()) return {};
    for (const std::string_view id : by_first_byte_[static_cast<unsigned char>(text[pos])]) {
      if (!StartsWithAt(text, pos, id)) continue;
      const size_t end = pos + id.size();
      if (!whole_word || end >= text.size() || !IsWord(text[end])) return id;
    }
    return {};
  }

  bool HasAny(std::string_view text) const {
    for (size_t pos = 0; pos < text.size(); ++pos) {
      if (!MatchAt(text, pos, false).empty()) return true;
    }
    return false;
  }

  // Start of the next abbreviation that stands at the start of a line (of the rest, for its first) or behind a
  // character that belongs to no word.
  size_t Find(std::string_view text, size_t from) const {
    for (size_t pos = from; pos < text.size(); pos += CharLength(text, pos)) {
      const bool at_line_start = pos == from || text[pos - 1] == '\n';
      if (at_line_start && !MatchAt(text, pos, true).empty()) return pos;
      const size_t behind = pos + CharLength(text, pos);
      if (IsWord(text[pos]) || MatchAt(text, behind, true).empty()) continue;
      // Such a character may itself begin an abbreviation, which then comes first.
      return MatchAt(text, pos, false).empty() ? behind : pos;
    }
    return kNoMatch;
  }

  void ReplaceText(Element& parent, Element& text_element) {
    const std::string_view text = text_element.value.view();
    size_t from = 0;
    for (size_t at; (at = Find(text, from)) != kNoMatch;) {
      const std::string_view id = MatchAt(text, at, false);
      Insert(parent, text_element, ElementType::kText, text.substr(from, at - from));
      Insert(parent, text_element, ElementType::kAbbreviation, id);
      from = at + id.size();
    }
    Insert(parent, text_element, ElementType::kText, text.substr(from));
    parent.Remove(&text_element);
  }

  void Insert(Element& parent, Element& before, ElementType type, std::string_view value) {
    parent.InsertBefore(document_.New(type, value), &before);
  }

  Document& document_;
  std::array<std::vector<std::string_view>, 256> by_first_byte_;
};

}  // namespace

void ReplaceAbbreviations(Document& document, Element& root) {
  if (document.abbreviations.items().empty()) return;
  Replacer replacer(document);
  replacer.Replace(root);
  for (Footnote& footnote : document.footnotes.items()) replacer.Replace(*footnote.content);
}

}  // namespace tincture::kramdown
