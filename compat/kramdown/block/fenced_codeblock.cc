// ~~~ lang            ```lang             (backticks, and up to three spaces before a fence: GFM)
// code
// ~~~
#include <algorithm>

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

struct Fence {
  size_t start = 0;            // of the marks
  size_t marks = 0;            // how many there are
  size_t info_end = 0;         // past the newline of the opening line
  std::string_view info = {};  // what follows the marks, stripped
  bool info_touches = false;
};

bool IsFenceMark(const BlockParser& parser, char c) { return c == '~' || (c == '`' && parser.document.gfm()); }

size_t FenceStart(const BlockParser& parser, size_t pos) {
  return parser.document.gfm() ? SkipOptSpace(parser.text(), pos) : pos;
}

bool IsOneWord(std::string_view info) { return std::none_of(info.begin(), info.end(), IsSpace); }

// Past a line that closes a fence of `marks`: those marks and any number of the last one.
size_t MatchClosing(const BlockParser& parser, size_t pos, std::string_view marks) {
  const std::string_view text = parser.text();
  pos = FenceStart(parser, pos);
  if (!StartsWithAt(text, pos, marks)) return kNoMatch;
  pos += marks.size();
  while (pos < text.size() && text[pos] == marks.back()) ++pos;
  return MatchLineEnd(text, pos);
}

struct Closing {
  size_t start;
  size_t end;
};

std::optional<Closing> FindClosing(const BlockParser& parser, size_t pos, std::string_view marks) {
  for (const std::string_view text = parser.text(); pos < text.size(); pos = NextLine(text, pos)) {
    const size_t end = MatchClosing(parser, pos, marks);
    if (end != kNoMatch) return Closing{pos, end};
  }
  return std::nullopt;
}

std::optional<Fence> MatchOpening(const BlockParser& parser) {
  const std::string_view text = parser.text();
  Fence fence{.start = FenceStart(parser, parser.source.pos)};
  size_t end = fence.start;
  while (end < text.size() && IsFenceMark(parser, text[end])) ++end;
  fence.marks = end - fence.start;
  const size_t newline = text.find('\n', end);
  if (fence.marks < 3 || newline == std::string_view::npos) return std::nullopt;
  fence.info_end = newline + 1;
  fence.info = Strip(text.substr(end, newline - end));
  fence.info_touches = !IsSpace(text[end]);
  return fence;
}

// All lines from `pos` on that could close a fence of `c`.
std::vector<FenceEnd> FindFenceEnds(const BlockParser& parser, size_t pos, char c) {
  const std::string_view text = parser.text();
  std::vector<FenceEnd> ends;
  for (; pos < text.size(); pos = NextLine(text, pos)) {
    const size_t start = FenceStart(parser, pos);
    const size_t end = std::min(text.find_first_not_of(c, start), text.size());
    if (end - start >= 3 && MatchLineEnd(text, end) != kNoMatch) ends.push_back({pos, end - start});
  }
  for (size_t i = ends.size(); i-- > 1;) ends[i - 1].longest = std::max(ends[i - 1].longest, ends[i].longest);
  return ends;
}

// With how many of its marks a fence may find its end, at most. Marks that are all alike are looked up, so that a text
// of open fences stays linear.
size_t MostUsefulMarks(BlockParser& parser, const Fence& fence) {
  const std::string_view marks = parser.text().substr(fence.start, fence.marks);
  const char c = marks.front();
  if (marks.find_first_not_of(c) != std::string_view::npos) return fence.marks;
  std::optional<std::vector<FenceEnd>>& ends = parser.fence_ends[c == '~' ? 0 : 1];
  if (!ends) ends = FindFenceEnds(parser, fence.info_end, c);
  const auto next = std::ranges::lower_bound(*ends, fence.info_end, {}, &FenceEnd::start);
  return next == ends->end() ? 0 : std::min(fence.marks, next->longest);
}

void AppendFenced(BlockParser& parser, std::string_view code, std::string_view lang) {
  Arena& arena = parser.document.arena;
  Element* block = parser.AppendBlock(ElementType::kCodeblock);
  block->value = Text(code);
  if (lang.empty()) return;
  block->detail = lang;
  const size_t options = lang.find('?', 1);
  block->attr.Set(arena, "class", arena.Copy("language-" + std::string(lang.substr(0, options))));
}

}  // namespace

// A fence that finds no end with all its marks is tried with fewer, the others being the language then: ```` opens a
// block that ``` closes, of language "`" (tests/golden/kramdown/fenced_codeblock/closed_by_fewer_marks).
bool ParseFencedCodeblock(BlockParser& parser) {
  const std::optional<Fence> fence = MatchOpening(parser);
  if (!fence || !IsOneWord(fence->info)) return false;
  const std::string_view text = parser.text();
  for (size_t count = MostUsefulMarks(parser, *fence); count >= 3; --count) {
    if (count < fence->marks && !fence->info.empty() && !fence->info_touches) return false;
    const std::optional<Closing> closing = FindClosing(parser, fence->info_end, text.substr(fence->start, count));
    if (!closing) continue;
    const std::string_view spare = text.substr(fence->start + count, fence->marks - count);
    const std::string lang = std::string(spare) + std::string(fence->info);
    AppendFenced(parser, text.substr(fence->info_end, closing->start - fence->info_end),
                 parser.document.arena.Copy(lang));
    parser.source.pos = closing->end;
    return true;
  }
  return false;
}

}  // namespace tincture::kramdown
