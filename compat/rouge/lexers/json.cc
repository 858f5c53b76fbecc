#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", TextWhitespace},

    State("root"),
    Mixin("whitespace"),
    {R"({)", Punctuation, "object"},
    {R"(\[)", Punctuation, "array"},
    Mixin("name"),
    Mixin("value"),
    {R"([\]}])", Punctuation},

    State("object"),
    Mixin("whitespace"),
    Mixin("name"),
    Mixin("value"),
    {R"(})", Punctuation, Pop()},
    {R"(,)", Punctuation},

    State("name"),
    {R"~(("(?:\\.|[^"\\\n])*?")(\s*)(:))~", Groups(NameLabel, TextWhitespace, Punctuation)},

    State("value"),
    Mixin("whitespace"),
    Mixin("constants"),
    {R"(")", StrDouble, "string"},
    {R"(\[)", Punctuation, "array"},
    {R"({)", Punctuation, "object"},

    State("string"),
    {R"([^\\"]+)", StrDouble},
    {R"(\\.)", StrEscape},
    {R"(")", StrDouble, Pop()},

    State("array"),
    Mixin("value"),
    {R"(\])", Punctuation, Pop()},
    {R"(,)", Punctuation},

    State("constants"),
    {R"((?:true|false|null))", KeywordConstant},
    {R"((?i)-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?)", NumFloat},
    {R"((?i)-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?)", NumInteger},
};

}  // namespace

const Definition lexers::json = {.tag = "json", .rules = kRules};

}  // namespace tincture::rouge
