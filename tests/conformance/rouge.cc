// Suite rouge: a text in a language and the bare spans that Rouge makes of it.
#include "compat/rouge/rouge.h"

#include "compat/rouge/formatters.h"
#include "tests/conformance/vectors.h"

namespace tincture::vectors {

namespace {

void Judge(const Json& record, const Options&, Report& report) {
  const std::string_view input = TextOf(record, "input");
  const rouge::Definition* lexer = rouge::Find(TextOf(record, "lang"));
  if (lexer == nullptr) return report.Fail(TextOf(record, "name"), input, TextOf(record, "html"), "no such lexer");
  const std::string html = rouge::FormatHtml(rouge::Lex(*lexer, {}, input).tokens);
  report.Compare(TextOf(record, "name"), input, TextOf(record, "html"), html);
}

const Registration kRegistration("rouge", Judge);

}  // namespace

}  // namespace tincture::vectors
