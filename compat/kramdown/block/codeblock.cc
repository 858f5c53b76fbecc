#include <string>

#include "compat/kramdown/block/block_parser.h"

namespace tincture::kramdown {

namespace {

// Joins the lines that follow lazily (at most three spaces of indentation) to the line before.
std::string JoinLazyLines(std::string_view code) {
  std::string joined;
  for (size_t i = 0; i < code.size(); ++i) {
    const size_t start = code[i] == '\n' ? SkipOptSpace(code, i + 1) : i;
    const bool lazy = code[i] == '\n' && start < code.size() && !IsSpace(code[start]);
    joined += lazy ? ' ' : code[i];
  }
  return joined;
}

}  // namespace

bool ParseCodeblock(BlockParser& parser) {
  Source& source = parser.source;
  if (MatchIndent(source.text, source.pos) == kNoMatch) return false;
  const size_t end = MatchCodeblock(source.text, source.pos);
  if (end == source.pos) return false;
  Element* block = parser.AppendBlock(ElementType::kCodeblock);
  const std::string code = JoinLazyLines(source.text.substr(source.pos, end - source.pos));
  block->value = Text(parser.document.arena.Copy(RemoveIndent(code)));
  source.pos = end;
  return true;
}

std::string RemoveIndent(std::string_view text) {
  std::string result;
  for (size_t pos = 0; pos < text.size();) {
    const size_t indent = MatchIndent(text, pos);
    const size_t end = NextLine(text, pos);
    const size_t start = indent == kNoMatch ? pos : indent;
    result += text.substr(start, end - start);
    pos = end;
  }
  return result;
}

}  // namespace tincture::kramdown
