#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"identifier", R"((?:\S+|"[^"]+"|'[^']+'))"},
};

constexpr Rule kRules[] = {
    State("basic"),
    {R"(\s+)", Text},
    {R"(#.*?$)", Comment},
    {R"((true|false))", KeywordConstant},
    {R"((@{identifier})(\s*)(=)(\s*)(\{))", Groups(NameNamespace, Text, Operator, Text, Punctuation), "inline"},
    {R"((?<!=)\s*\[[\S]+\])", NameNamespace},
    {R"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)", LiteralDate},
    {R"([+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?)", NumFloat},
    {R"([+-]?\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*)", NumFloat},
    {R"([+-]?(?:nan|inf))", NumFloat},
    {R"(0x\h+(?:_\h+)*)", NumHex},
    {R"(0o[0-7]+(?:_[0-7]+)*)", NumOct},
    {R"(0b[01]+(?:_[01]+)*)", NumBin},
    {R"([+-]?\d+(?:_\d+)*)", NumInteger},

    State("root"),
    Mixin("basic"),
    {R"((@{identifier})(\s*)(=))", Groups(NameProperty, Text, Punctuation), "value"},

    State("value"),
    {R"(\n)", Text, Pop()},
    Mixin("content"),

    State("content"),
    Mixin("basic"),
    {R"((@{identifier})(\s*)(=))", Groups(NameProperty, Text, Punctuation)},
    {R"(""")", Str, "mdq"},
    {R"(")", Str, "dq"},
    {R"(''')", Str, "msq"},
    {R"(')", Str, "sq"},
    Mixin("esc_str"),
    {R"(\,)", Punctuation},
    {R"(\[)", Punctuation, "array"},

    State("dq"),
    {R"(")", Str, Pop()},
    {R"(\n)", Error, Pop()},
    Mixin("esc_str"),
    {R"([^\\"\n]+)", Str},

    State("mdq"),
    {R"(""")", Str, Pop()},
    Mixin("esc_str"),
    {R"([^\\"]+)", Str},
    {R"("+)", Str},

    State("sq"),
    {R"(')", Str, Pop()},
    {R"(\n)", Error, Pop()},
    {R"([^'\n]+)", Str},

    State("msq"),
    {R"(''')", Str, Pop()},
    {R"([^']+)", Str},
    {R"('+)", Str},

    State("esc_str"),
    {R"(\\[0t\tn\n "\\r])", StrEscape},

    State("array"),
    Mixin("content"),
    {R"(\])", Punctuation, Pop()},

    State("inline"),
    Mixin("content"),
    {R"(\})", Punctuation, Pop()},
};

}  // namespace

const Definition lexers::toml = {.tag = "toml", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
