// The words a lexer file is written in. A lexer is a table: named states, each a list of rules tried in order, each
// rule a regular expression, the token it yields and where to go next.
//
//     constexpr Rule kRules[] = {
//         State("root"),
//         {R"(\s+)", Text},
//         {R"((def)(\s+))", Groups(Keyword, Text), "funcname"},
//         {R"([a-z_]\w*)", Words(kIdentifiers)},
//         {R"(")", StrDouble, "string"},
//
//         State("string"),
//         {R"(")", StrDouble, Pop()},
//         {R"([^"]+)", StrDouble},
//     };
//     const Definition lexers::example = {.tag = "example", .aliases = "ex", .rules = kRules};
//
// Patterns are PCRE2's, with Ruby's meaning of ^ $ . \s \w \d \h \b and POSIX classes; (?s) is Ruby's /m. As with
// Ruby's StringScanner the text begins where the rule is tried: look-behind and \A see nothing before that place,
// except that a rule whose pattern begins with ^ is tried only at the beginning of a line. `@{name}` in a pattern
// stands for the part or word list of that name. Everything here is constant data; nothing is compiled before a text
// needs it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compat/rouge/token.h"

namespace tincture::rouge {

class Lexer;
struct Definition;

// What a rule may do beyond one token; runs in the lexer that matched, see lexer.h.
using Callback = void (*)(Lexer&);

// Moves on the state stack, in order, at most four.
struct Next {
  enum Kind : uint8_t { kNone, kPush, kPushSame, kPop, kGoto };
  struct Move {
    Kind kind = kNone;
    uint8_t times = 1;
    const char* state = nullptr;
  };
  static constexpr int kMost = 4;
  Move moves[kMost];

  constexpr Next() = default;
  constexpr Next(const char* state) : moves{{kPush, 1, state}} {}
  constexpr Next Add(Move move) const {
    Next next = *this;
    for (Move& slot : next.moves) {
      if (slot.kind == kNone) {
        slot = move;
        break;
      }
    }
    return next;
  }
  constexpr Next Push(const char* state) const { return Add({kPush, 1, state}); }
  constexpr Next Pop(uint8_t times = 1) const { return Add({kPop, times, nullptr}); }
  constexpr Next Goto(const char* state) const { return Add({kGoto, 1, state}); }
};

constexpr Next Pop(uint8_t times = 1) { return Next().Pop(times); }
constexpr Next Goto(const char* state) { return Next().Goto(state); }
constexpr Next Push(const char* state) { return Next(state); }
// Once more the state we are in.
constexpr Next PushSame() { return Next().Add({Next::kPushSame, 1, nullptr}); }

// A list of words and the token of a word in it; the last entry has no list and gives the token of all other words.
struct WordClass {
  const char* list;
  Token token;
};

struct Action {
  enum Kind : uint8_t { kToken, kGroups, kWords, kWordsIgnoringCase, kCall, kDelegate, kRecurse };
  static constexpr int kMostGroups = 12;
  Kind kind = kToken;
  uint8_t group_count = 0;
  Token tokens[kMostGroups] = {};
  std::span<const WordClass> words;
  Callback call = nullptr;
  const Definition* lexer = nullptr;

  constexpr Action() = default;
  constexpr Action(Token token) : tokens{token} {}
  template <class Function>
  constexpr Action(Function function) : kind(kCall), call(function) {}
};

// One token for each group of the match, in order.
template <class... Tokens>
constexpr Action Groups(Tokens... tokens) {
  static_assert(sizeof...(tokens) <= Action::kMostGroups);
  Action action;
  action.kind = Action::kGroups;
  for (const Token token : {tokens...}) action.tokens[action.group_count++] = token;
  return action;
}
// The token is that of the first list which has the matched word.
constexpr Action Words(std::span<const WordClass> words) {
  Action action;
  action.kind = Action::kWords;
  action.words = words;
  return action;
}
constexpr Action WordsIgnoringCase(std::span<const WordClass> words) {
  Action action = Words(words);
  action.kind = Action::kWordsIgnoringCase;
  return action;
}
// The match is lexed by another lexer, or from the start by this one.
constexpr Action Delegate(const Definition& lexer) {
  Action action;
  action.kind = Action::kDelegate;
  action.lexer = &lexer;
  return action;
}
// No token: the pattern only decides where to go.
constexpr Action Nothing() {
  Action action;
  action.kind = Action::kGroups;
  return action;
}
constexpr Action Recurse() {
  Action action;
  action.kind = Action::kRecurse;
  return action;
}

// A line of the table: a rule, the name of a state that begins here, or of one whose rules are to be tried here.
struct Rule {
  enum Kind : uint8_t { kMatch, kState, kPrepend, kAppend, kMixin };
  Kind kind = kMatch;
  const char* text = nullptr;
  Action action;
  Next next;

  constexpr Rule(const char* pattern, Action action, Next next = {}) : text(pattern), action(action), next(next) {}
  constexpr Rule(Kind kind, const char* name) : kind(kind), text(name) {}
};

constexpr Rule State(const char* name) { return {Rule::kState, name}; }
// The rules below come before (after) those that the parent has in this state.
constexpr Rule Prepend(const char* name) { return {Rule::kPrepend, name}; }
constexpr Rule Append(const char* name) { return {Rule::kAppend, name}; }
constexpr Rule Mixin(const char* name) { return {Rule::kMixin, name}; }

// A named piece of a pattern.
struct Part {
  const char* name;
  const char* pattern;
};

// Words between spaces. `kAddToParent`: the parent's list of that name is part of it.
enum Extends : bool { kReplaceParent, kAddToParent };
struct WordList {
  const char* name;
  const char* words;
  Extends extends = kReplaceParent;
};

struct Definition {
  std::string_view tag;
  // Other names, between spaces.
  std::string_view aliases = {};
  // States, parts and lists that are not here are the parent's.
  const Definition* parent = nullptr;
  // The rules, parts and lists of this one, without its parents', come between the parent's and ours: a Ruby module
  // that several lexers extend.
  const Definition* shares = nullptr;
  std::span<const Rule> rules = {};
  std::span<const Part> parts = {};
  std::span<const WordList> words = {};
  // Runs before each new text, after the parent's.
  Callback start = nullptr;
  // Lexes a text in place of the rules; inherited.
  void (*stream)(Lexer&, std::string_view text) = nullptr;
  // Whether a text says of itself that it is in this language (a `#!` line, a doctype); may be null.
  bool (*detect)(std::string_view text) = nullptr;
};

namespace lexers {
#define LEXER(name) extern const Definition name;
#include "compat/rouge/lexers/list.inc"
#undef LEXER
}  // namespace lexers

}  // namespace tincture::rouge
