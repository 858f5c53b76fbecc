#include "compat/rouge/token.h"

#include <iterator>

#include "compat/rouge/token_name.h"

namespace tincture::rouge {

namespace {

struct Names {
  std::string_view qualified_name;
  std::string_view css_class;
};

constexpr Names kNames[] = {
#define TOKEN(name, qualified_name, css_class) {qualified_name, css_class},
#include "compat/rouge/tokens.inc"
#undef TOKEN
};

}  // namespace

std::string_view QualifiedName(Token token) { return kNames[token].qualified_name; }

std::optional<Token> TokenNamed(std::string_view qualified_name) {
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i].qualified_name == qualified_name) return static_cast<Token>(i);
  }
  return std::nullopt;
}

std::string_view CssClass(Token token) { return kNames[token].css_class; }

void TokenList::Add(Token token, std::string_view piece) {
  if (piece.empty()) return;
  text.append(piece);
  if (!pieces.empty() && pieces.back().token == token) {
    pieces.back().end = text.size();
  } else {
    pieces.push_back({token, text.size()});
  }
}

TokenList TokenList::Plain(std::string_view whole) {
  TokenList list;
  list.Add(Text, whole);
  return list;
}

}  // namespace tincture::rouge
