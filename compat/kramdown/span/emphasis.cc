// *em* **strong** _em_ __strong__
#include <string>

#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

// A place from which emphasis by `delimiter` finds no end stays such a place, so a failed attempt also settles the
// attempts from every place it went through: that keeps a text of openers linear. The key says all that the outcome
// depends on.
uint64_t DeadEndKey(size_t start, std::string_view delimiter, uint64_t open_flags) {
  const uint64_t kind = (delimiter[0] == '_' ? 1 : 0) | (delimiter.size() == 2 ? 2 : 0);
  return uint64_t{start} << 8 | open_flags << 3 | kind << 1;
}

class EmphasisStop : public SpanStop {
 public:
  explicit EmphasisStop(std::string_view delimiter) : delimiter_(delimiter) {}

  char FirstByte() const override { return delimiter_[0]; }
  bool IsAt(std::string_view text, size_t pos) const override { return StartsWithAt(text, pos, delimiter_); }

  bool Accept(SpanParser& parser, Element& element) override {
    const std::string_view text = parser.text();
    const size_t pos = parser.source.pos;
    if (pos > 0 && IsSpace(text[pos - 1])) return false;
    if (delimiter_.size() == 1 && IsExactlyTwo(text, pos)) return false;
    if (delimiter_[0] == '_' && IsAlnumAt(text, pos + delimiter_.size())) return false;
    return element.HasChildren();
  }

  void Visit(size_t pos, const Element&) override { visited_.push_back(pos); }
  const std::vector<size_t>& visited() const { return visited_; }

 private:
  // `**` belongs to a strong element, `***` closes both.
  bool IsExactlyTwo(std::string_view text, size_t pos) const {
    const char c = delimiter_[0];
    return pos + 1 < text.size() && text[pos + 1] == c && (pos + 2 >= text.size() || text[pos + 2] != c);
  }

  std::string_view delimiter_;
  std::vector<size_t> visited_;
};

void MarkDeadEnds(SpanParser& parser, const EmphasisStop& stop, std::string_view delimiter, uint64_t open_flags) {
  const std::string_view text = parser.text();
  const char c = delimiter[0];
  for (const size_t pos : stop.visited()) {
    if (pos == 0 || text[pos - 1] != c) continue;
    parser.dead_ends.insert(DeadEndKey(pos, delimiter, open_flags));
    // Behind `**` also the place between: from there the second mark is text.
    const bool behind_two = pos > 1 && text[pos - 2] == c && pos < text.size() && text[pos] != c;
    if (behind_two && delimiter.size() == 1) parser.dead_ends.insert(DeadEndKey(pos - 1, delimiter, open_flags));
  }
}

// The element from behind the opening delimiter; null, and the scanner anywhere, when it finds no end.
Element* ParseFrom(SpanParser& parser, size_t start, std::string_view delimiter) {
  const uint64_t flags = parser.OpenFlags();
  if (parser.dead_ends.contains(DeadEndKey(start, delimiter, flags))) return nullptr;
  Element* element = parser.document.New(delimiter.size() == 2 ? ElementType::kStrong : ElementType::kEm);
  element->line = parser.tree->line;
  parser.source.pos = start;
  EmphasisStop stop(delimiter);
  if (ParseSpans(parser, *element, &stop, AllSpanRules(parser.document.options))) {
    parser.source.pos += delimiter.size();
    return element;
  }
  MarkDeadEnds(parser, stop, delimiter, flags);
  return nullptr;
}

// [[:alpha:]]-?[[:alpha:]]*\z before `pos`: inside a word an underscore is one.
bool IsInsideWord(std::string_view text, size_t pos) {
  if (pos == 0) return false;
  const size_t previous = CharBefore(text, pos);
  if (text[previous] != '-') return IsAlphaAt(text, previous);
  return previous > 0 && IsAlphaAt(text, CharBefore(text, previous));
}

bool CannotOpen(SpanParser& parser, size_t start, size_t content, ElementType type) {
  const std::string_view text = parser.text();
  if (text[start] == '_' && IsInsideWord(text, start)) return true;
  return (content < text.size() && IsSpace(text[content])) || parser.OpenCount(type) > 0;
}

}  // namespace

bool ParseEmphasis(SpanParser& parser) {
  const std::string_view text = parser.text();
  const size_t start = parser.source.pos;
  if (text[start] != '*' && text[start] != '_') return false;
  const bool is_double = start + 1 < text.size() && text[start + 1] == text[start];
  const std::string_view delimiter = text.substr(start, is_double ? 2 : 1);
  const size_t content = start + delimiter.size();
  Element* element = nullptr;
  if (!CannotOpen(parser, start, content, is_double ? ElementType::kStrong : ElementType::kEm)) {
    element = ParseFrom(parser, content, delimiter);
    if (!element && is_double && parser.tree->type != ElementType::kEm) {
      element = ParseFrom(parser, start + 1, delimiter.substr(0, 1));
    }
  }
  if (element) {
    parser.Append(element);
    return true;
  }
  parser.source.pos = content;
  parser.AddText(delimiter);
  return true;
}

}  // namespace tincture::kramdown
