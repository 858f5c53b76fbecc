#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("basic"),
    {R"([!#].*?\n)", Comment},
    {R"(\s+)", Text},
    {R"(\\\n)", StrEscape},

    State("root"),
    Mixin("basic"),
    {R"(([\w.-]+)(\s*)([=:]))", Groups(NameProperty, Text, Punctuation), "value"},

    State("value"),
    {R"(\n)", Text, Pop()},
    Mixin("basic"),
    {R"(")", Str, "dq"},
    {R"('.*?')", Str},
    Mixin("esc_str"),
    {R"([^\\\n]+)", Str},

    State("dq"),
    {R"(")", Str, Pop()},
    Mixin("esc_str"),
    {R"([^\\"]+)", Str},

    State("esc_str"),
    {R"(\\u[0-9]{4})", StrEscape},
    {R"((?s)\\.)", StrEscape},
};

}  // namespace

const Definition lexers::properties = {.tag = "properties", .rules = kRules};

}  // namespace tincture::rouge
