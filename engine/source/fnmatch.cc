#include "engine/source/entry_filter.h"

namespace tincture::engine {

namespace {

struct SetMatch {
  bool closed = false;
  bool matched = false;
  size_t end = 0;  // just after the ]
};

// [abc], [a-z], [!x], [^x] of `pattern` at `start`, the position after the '['.
SetMatch MatchSet(std::string_view pattern, size_t start, unsigned char c) {
  size_t at = start;
  const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (negated) ++at;
  bool found = false;
  while (at < pattern.size() && pattern[at] != ']') {
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
    const auto low = static_cast<unsigned char>(pattern[at++]);
    auto high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      ++at;
      if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
      high = static_cast<unsigned char>(pattern[at++]);
    }
    found = found || (low <= c && c <= high);
  }
  if (at >= pattern.size()) return {};
  return {true, found != negated, at + 1};
}

size_t CodePointLength(std::string_view text, size_t at) {
  size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) ++length;
  return length;
}

}  // namespace

// The usual two-pointer match: on a mismatch it goes back to the last *, so it takes at most pattern * path steps.
bool Fnmatch(std::string_view pattern, std::string_view path) {
  size_t p = 0;
  size_t s = 0;
  size_t star = std::string_view::npos;
  size_t star_path = 0;
  const auto hidden = [&](size_t at) { return at == 0 && !path.empty() && path[0] == '.'; };
  while (s < path.size()) {
    bool matched = false;
    if (p < pattern.size()) {
      const char c = pattern[p];
      if (c == '*') {
        if (hidden(s)) return false;
        star = ++p;
        star_path = s;
        continue;
      }
      if (c == '?' && !hidden(s)) {
        ++p;
        s += CodePointLength(path, s);
        matched = true;
      } else if (c == '[') {
        const SetMatch set = MatchSet(pattern, p + 1, static_cast<unsigned char>(path[s]));
        if (!set.closed || hidden(s)) return false;
        if (set.matched) {
          p = set.end;
          ++s;
          matched = true;
        }
      } else {
        const size_t literal = c == '\\' && p + 1 < pattern.size() ? p + 1 : p;
        if (pattern[literal] == path[s] && c != '?') {
          p = literal + 1;
          ++s;
          matched = true;
        }
      }
    }
    if (matched) continue;
    if (star == std::string_view::npos) return false;
    p = star;
    s = ++star_path;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace tincture::engine
