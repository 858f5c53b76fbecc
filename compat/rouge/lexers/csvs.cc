#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(//[\S\t ]*)", CommentSingle},
    {R"(/\*[^*]*\*/)", CommentMultiline},
    {R"((version)( )(\d+\.\d+))", Groups(Keyword, TextWhitespace, NumFloat)},
    {R"(T?\d{2}:\d{2}:\d{2}(\.\d{5})?(Z|(?:[-+]\d{2}:\d{2}))?)", LiteralDate},
    {R"(\d{4}-\d{2}-\d{2})", LiteralDate},
    {R"(\d{2}\/\d{2}\/\d{4})", LiteralDate},
    {R"((?i)(\d+[.]?\d*|\d*[.]\d+)(e[+-]?[0-9]+)?)", NumFloat},
    {R"(\d+)", NumInteger},
    {R"(@\w+)", KeywordPseudo},
    {R"([-.\w]+:)", NameVariable},
    {R"(^"[^"]+")", NameVariable},
    {R"(\$([-.\w]+|("[^"]+"))\/?)", NameVariable},
    {R"((?i)[A-Z]+)", Keyword},
    {R"("[^"]*")", StrDouble},
    {R"('[^\r\n\f']')", StrChar},
    {R"([,()*])", Punctuation},
};

}  // namespace

const Definition lexers::csvs = {.tag = "csvs", .rules = kRules};

}  // namespace tincture::rouge
