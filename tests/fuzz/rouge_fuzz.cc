// Lexes and formats whatever libFuzzer makes up. The first line says how: a byte for the formatters (bits below) and a
// name as in a code fence, options and all ("php?start_inline=1"); the rest is the code. A name that Rouge lacks
// selects some lexer all the same, so that every input lexes.
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>

#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"

namespace tincture::rouge {
namespace {

struct Input {
  unsigned char how;
  std::string_view name;
  std::string_view code;
};

Input Read(std::string_view bytes) {
  const size_t line = std::min(bytes.find('\n'), bytes.size() - 1);
  return {static_cast<unsigned char>(bytes[0]), bytes.substr(1, line == 0 ? 0 : line - 1), bytes.substr(line + 1)};
}

const Definition* SomeLexer(std::string_view name) {
  const auto tags = Tags();
  return Find(tags[std::accumulate(name.begin(), name.end(), size_t{0}) % tags.size()]);
}

void Format(const TokenList& tokens, unsigned char how) {
  const int lines[] = {1, 3};
  LegacyOptions legacy;
  legacy.wrap = (how & 1) != 0;
  legacy.line_numbers = (how & 2) != 0;
  FormatHtmlLegacy(tokens, legacy);
  if ((how & 4) != 0) FormatHtmlTable(tokens, FormatHtmlLineHighlighter(tokens, lines), {});
  if ((how & 8) != 0) FormatHtmlLinewise(tokens, {});
  if ((how & 16) != 0) FormatHtmlLineTable(tokens, {});
}

void Check(const TokenList& tokens) {
  size_t begin = 0;
  for (const TokenList::Piece& piece : tokens.pieces) {
    if (piece.end <= begin || piece.end > tokens.text.size()) __builtin_trap();
    begin = piece.end;
  }
  if (begin != tokens.text.size()) __builtin_trap();
}

void Run(const Input& input) {
  const std::optional<Fancy> fancy = FindFancy(input.name, input.code);
  const Definition* lexer = fancy ? fancy->lexer : SomeLexer(input.name);
  const Lexed lexed = Lex(*lexer, fancy ? fancy->options : Options{}, input.code);
  Check(lexed.tokens);
  Format(lexed.tokens, input.how);
}

}  // namespace
}  // namespace tincture::rouge

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size != 0) tincture::rouge::Run(tincture::rouge::Read({reinterpret_cast<const char*>(data), size}));
  return 0;
}
