// Rouge 3.30.0: finds the lexer that a code fence names and turns a text into tokens. formatters.h makes HTML of them.
//
//     const std::optional<Fancy> found = FindFancy("php?start_inline=1", code);
//     if (found) html = FormatHtml(Lex(*found->lexer, found->options, code).tokens);
//
// All functions are pure and safe from any thread. Lexers are immutable and live as long as the program.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/rouge/token.h"

namespace tincture::rouge {

struct Definition;

// Options of a lexer by name. A key without a value ("php?start_inline") has none and counts as true; the last value
// of several counts.
using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

// Rouge's bool_option: absent, "0", "false" and "off" are false.
bool BoolOption(const Options& options, std::string_view key, bool otherwise = false);
// The last value; nothing where the key is absent or has no value.
std::optional<std::string_view> StringOption(const Options& options, std::string_view key);

// The lexer of this tag or alias, by the exact letters; null where Rouge has none.
const Definition* Find(std::string_view name);

struct Fancy {
  const Definition* lexer;
  Options options;
};
// Rouge's Lexer.find_fancy: a name that may carry options in the form of a query ("console?lang=ruby&prompt=>"). The
// name "guess" asks the text itself, and gives plaintext where the text does not say.
std::optional<Fancy> FindFancy(std::string_view name, std::string_view code);

std::string_view TagOf(const Definition& lexer);
const Definition& PlainText();

// Every tag, in order; every name Find knows, with its tag.
std::vector<std::string_view> Tags();
std::vector<std::pair<std::string_view, std::string_view>> Names();

struct Lexed {
  TokenList tokens;
  // Not empty where the text could not be lexed and is one plain Text: says why.
  std::string warning;
};
Lexed Lex(const Definition& lexer, const Options& options, std::string_view text);

}  // namespace tincture::rouge
