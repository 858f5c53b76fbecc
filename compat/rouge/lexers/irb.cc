// A session of Ruby's own shell: what follows the prompt is Ruby, the rest is what irb writes.
#include <algorithm>

#include "compat/rouge/lexers/console.h"

namespace tincture::rouge {

namespace {

size_t PromptLength(const ConsoleSession&, std::string_view line) {
  constexpr size_t kNameLength = 3;
  const size_t at = std::min(line.find("irb"), line.find("pry"));
  const size_t end = at == line.npos ? at : line.find_first_of(">\"*", at + kNameLength);
  return end == line.npos ? 0 : end + 1;
}

void Stream(Lexer& l, std::string_view text) {
  const ConsoleSession session = {.prompt_ends = {},
                                  .error_starts = {},
                                  .allow_comments = true,
                                  .shell = &lexers::ruby,
                                  .output = &lexers::irb_output,
                                  .prompt_length = PromptLength};
  StreamConsole(l, session, text);
}

}  // namespace

const Definition lexers::irb = {.tag = "irb", .aliases = "pry", .stream = Stream};

}  // namespace tincture::rouge
