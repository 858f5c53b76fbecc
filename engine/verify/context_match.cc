#include "engine/verify/context_match.h"

#include <algorithm>
#include <vector>

#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

constexpr size_t kWordsBefore = 12;
constexpr size_t kWordsAfter = 6;
// So many words must agree: with the names and attributes of HTML's tags among them, and without.
constexpr size_t kEnoughWithTags = 6;
constexpr size_t kEnough = 3;

bool IsWordByte(char c) { return IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

std::vector<std::string_view> WordsOf(std::string_view text, bool with_tags) {
  std::vector<std::string_view> words;
  bool in_tag = false;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '<') in_tag = true;
    if (text[at] == '>') in_tag = false;
    size_t end = at;
    while (end < text.size() && IsWordByte(text[end])) ++end;
    if (end > at && (with_tags || !in_tag)) words.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

struct Match {
  size_t place = 0;
  size_t score = 0;
};

size_t WithinWord(std::string_view word, std::string_view text, size_t offset) {
  const auto start = static_cast<size_t>(word.data() - text.data());
  return offset > start ? offset - start : 0;
}

Match BestMatch(std::string_view text, size_t offset, std::string_view other, bool with_tags) {
  const std::vector<std::string_view> a = WordsOf(text, with_tags);
  const std::vector<std::string_view> b = WordsOf(other, with_tags);
  // The word at the place, one that ends there, or the next one.
  const size_t here = static_cast<size_t>(
      std::partition_point(a.begin(), a.end(),
                           [&](std::string_view word) { return word.data() + word.size() < text.data() + offset; }) -
      a.begin());
  Match best;
  for (size_t there = 0; there <= b.size(); ++there) {
    size_t before = 0;
    while (before < std::min({here, there, kWordsBefore}) && a[here - before - 1] == b[there - before - 1]) ++before;
    size_t after = 0;
    while (after < kWordsAfter && here + after < a.size() && there + after < b.size() &&
           a[here + after] == b[there + after]) {
      ++after;
    }
    if (before + after <= best.score) continue;
    size_t place = there < b.size() ? static_cast<size_t>(b[there].data() - other.data()) : other.size();
    if (after > 0) place += WithinWord(a[here], text, offset);
    best = {place, before + after};
  }
  return best;
}

}  // namespace

std::optional<size_t> FindByContext(std::string_view text, size_t offset, std::string_view other) {
  const Match with_tags = BestMatch(text, offset, other, true);
  if (with_tags.score >= kEnoughWithTags) return with_tags.place;
  const Match without = BestMatch(text, offset, other, false);
  if (without.score >= kEnough) return without.place;
  return std::nullopt;
}

}  // namespace tincture::engine
