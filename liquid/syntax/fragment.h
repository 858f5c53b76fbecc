// The patterns of Liquid's lax parser, scanned by hand. All take a text and a place in it, all are linear.
//   QuotedFragment  "[^"]*" | '[^']*' | ([^\s,|'"] | "[^"]*" | '[^']*')+
//   TagAttributes   (\w+)\s*:\s*(QuotedFragment)
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tincture::liquid {

struct Span {
  size_t begin = 0;
  size_t end = 0;

  std::string_view In(std::string_view text) const { return text.substr(begin, end - begin); }
};

bool IsWordCharacter(char c);  // \w
size_t SkipSpaces(std::string_view text, size_t at);
size_t SkipWord(std::string_view text, size_t at);

// Each gives the end of what matches at `at`, or `at` where nothing does.
size_t SkipQuotedString(std::string_view text, size_t at);
size_t SkipFragment(std::string_view text, size_t at);
// QuotedFragment+, which is also its third alternative: as far as it goes.
size_t SkipFragments(std::string_view text, size_t at);

// The first match at or after `from`.
std::optional<Span> FindFragment(std::string_view text, size_t from = 0);
std::optional<Span> FindFragments(std::string_view text, size_t from = 0);

// The text is as a whole a QuotedFragment.
bool IsFragment(std::string_view text);

struct Attribute {
  std::string_view key;
  std::string_view value;
};
// The next match of TagAttributes at or after *at, which moves behind it.
std::optional<Attribute> NextAttribute(std::string_view text, size_t* at);

}  // namespace tincture::liquid
