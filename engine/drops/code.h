// Code in pages: its tokens as Rouge gives them, and what was wrong with it.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "compat/rouge/rouge.h"
#include "engine/source/log.h"

namespace tincture::engine {

// What was wrong with code, once for each language: on the first page by path, so that the order of rendering shows
// nowhere. Any thread.
class CodeWarnings {
 public:
  // `page` may be empty. Within a turn the warning is the turn's, to be added when it is over.
  void Add(std::string_view language, std::string_view page, std::string_view message);
  // After rendering: languages in order; then it is empty again.
  void Print(Log& log);

 private:
  struct Warning {
    std::string page;
    std::string message;
  };
  std::mutex mu_;
  std::map<std::string, Warning, std::less<>> warnings_;  // guarded by mu_
};

using WarnOfCode = std::function<void(std::string_view language, std::string_view message)>;

struct LexedCode {
  const rouge::Definition* lexer;
  // Rouge has a lexer that we lack; `lexer` is plain text in its place.
  bool is_missing = false;
  rouge::TokenList tokens;
};
// `name`: as in a code fence, options and all, or "guess". Nothing where Rouge has no such lexer.
std::optional<LexedCode> LexCode(std::string_view name, std::string_view code, const WarnOfCode& warn);

}  // namespace tincture::engine
