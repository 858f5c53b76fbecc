#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", TextWhitespace},

    State("root"),
    {R"(//.*$)", Comment},
    {R"((?s)/\*.+?\*/)", Comment},
    Mixin("whitespace"),
    {R"({)", Punctuation, "dictionary"},
    {R"(\()", Punctuation, "array"},
    {R"~("([^"\\]|\\.)*")~", StrDouble},
    {R"('([^'\\]|\\.)*')", StrSingle},
    {R"(<)", Punctuation, "data"},
    {R"([\w$/:.-]+)", Literal},

    State("dictionary"),
    Mixin("root"),
    {R"([=;])", Punctuation},
    {R"(})", Punctuation, Pop()},

    State("array"),
    Mixin("root"),
    {R"([,])", Punctuation},
    {R"(\))", Punctuation, Pop()},

    State("data"),
    {R"([\h\s]+)", NumHex},
    {R"(>)", Punctuation, Pop()},
};

}  // namespace

const Definition lexers::plist = {.tag = "plist", .rules = kRules};

}  // namespace tincture::rouge
