// What the lexers of terminal sessions share: Rouge's ConsoleLexer.
#pragma once

#include "compat/rouge/lexer.h"

namespace tincture::rouge {

struct ConsoleSession {
  std::vector<std::string> prompt_ends;
  std::vector<std::string> error_starts;
  bool allow_comments = false;
  const Definition* shell = nullptr;
  // Null for plain Generic::Output.
  const Definition* output = nullptr;
  // Where the prompt of a line ends; 0 where there is none.
  size_t (*prompt_length)(const ConsoleSession& session, std::string_view line) = nullptr;
};

void StreamConsole(Lexer& l, const ConsoleSession& session, std::string_view text);

}  // namespace tincture::rouge
