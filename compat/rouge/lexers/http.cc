#include "compat/rouge/guess.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr int kContentType = 0;

void Start(Lexer& l) { l.texts[kContentType] = "text/plain"; }

const Definition& ContentLexer(const Lexer& l) {
  const auto wanted = StringOption(l.options(), "content");
  const Definition* lexer = wanted ? Find(*wanted) : nullptr;
  if (lexer == nullptr) lexer = FindByMimeType(l.texts[kContentType]);
  return lexer == nullptr ? PlainText() : *lexer;
}

void Header(Lexer& l) {
  if (Downcase(l.Match(1)) == "content-type") {
    l.texts[kContentType] = Downcase(l.Match(5).substr(0, l.Match(5).find(';')));
  }
  l.PutGroups({NameAttribute, Text, Punctuation, Text, Str, Text});
}

constexpr Rule kRules[] = {
    State("root"),
    {R"((GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)([ ]+)([^ ]+)([ ]+)(HTTPS?)(/)(\d(?:\.\d)?)(\r?\n|$))",
     Groups(NameFunction, Text, NameNamespace, Text, Keyword, Operator, Num, Text), "headers"},
    {R"((HTTPS?)(/)(\d(?:\.\d))([ ]+)(\d{3})([ ]+)?([^\r\n]*)?(\r?\n|$))",
     Groups(Keyword, Operator, Num, Text, Num, Text, NameException, Text), "headers"},

    State("headers"),
    {R"(([^\s:]+)( *)(:)( *)([^\r\n]+)(\r?\n|$))", Header},
    {R"(([^\r\n]+)(\r?\n|$))", Groups(Str, Text)},
    {R"(\r?\n)", Text, "content"},

    State("content"),
    {R"((?s).+)", [](Lexer& l) { l.Continue(ContentLexer(l), l.Match()); }},
};

}  // namespace

const Definition lexers::http = {.tag = "http", .rules = kRules, .start = Start};

}  // namespace tincture::rouge
