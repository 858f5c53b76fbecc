#include "compat/rouge/lexer.h"
#include "compat/rouge/token_name.h"

namespace tincture::rouge {

namespace {

// The option `token`: what the text is called instead, such as "Generic.Output".
void Stream(Lexer& l, std::string_view text) {
  const std::optional<Token> token = TokenNamed(StringOption(l.options(), "token").value_or(""));
  l.Put(token.value_or(Text), text);
}

}  // namespace

const Definition lexers::plaintext = {.tag = "plaintext", .aliases = "text", .stream = Stream};

}  // namespace tincture::rouge
