// Session: what a lexer and those it delegates to share while one text is lexed. One thread.
#pragma once

#include <map>

#include "compat/rouge/grammar.h"
#include "compat/rouge/token.h"

namespace tincture::rouge {

struct Session {
  TokenList tokens;
  // The text has other than ASCII characters.
  bool unicode = false;
  MatchBudget budget;
  // The budget is spent: the tokens are of no use.
  bool gave_up = false;
  // Grammars in use, so that the table that all threads share is asked once a text.
  std::map<const Definition*, const Grammar*> grammars;

  const Grammar& GrammarOf(const Definition& definition) {
    const Grammar*& grammar = grammars[&definition];
    if (grammar == nullptr) grammar = &Grammar::Of(definition);
    return *grammar;
  }
};

}  // namespace tincture::rouge
