#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(--.*)", CommentSingle},
    {R"({-)", CommentMultiline, "multiline_comment"},
    {R"(\b(module|exposing|port|import|as|type|alias|if|then|else|case|of|let|in)\b)", Keyword},
    {R"([a-z]\w*)", Name},
    {R"(_)", Name},
    {R"([A-Z]\w*)", KeywordType},
    {R"((->|::|\/\/|\.\.|&&|\|\||\+\+|\|>|<\||>>|<<|==|\/=|<=|>=))", Operator},
    {R"([+-\/*%=<>^\|!])", Operator},
    {R"(\\)", Operator},
    {R"([@\#$&~?])", Operator},
    {R"(""")", Str, "multiline_string"},
    {R"('(\\.|.)')", StrChar},
    {R"(")", Str, "double_quote"},
    {R"((?i)0x[\da-f]+)", NumHex},
    {R"((?i)\d+e[+-]?\d+)", NumFloat},
    {R"((?i)\d+\.\d+(e[+-]?\d+)?)", NumFloat},
    {R"(\d+)", NumInteger},
    {R"([\[\](),;`{}:])", Punctuation},

    State("multiline_comment"),
    {R"(-})", CommentMultiline, Pop()},
    {R"({-)", CommentMultiline, "multiline_comment"},
    {R"([^-{}]+)", CommentMultiline},
    {R"([-{}])", CommentMultiline},

    State("double_quote"),
    {R"([^\\"]+)", StrDouble},
    {R"(\\")", StrEscape},
    {R"(")", StrDouble, Pop()},

    State("multiline_string"),
    {R"(\\")", StrEscape},
    {R"(""")", Str, Pop()},
    {R"([^"]+)", Str},
    {R"(")", Str},
};

}  // namespace

const Definition lexers::elm = {.tag = "elm", .rules = kRules};

}  // namespace tincture::rouge
