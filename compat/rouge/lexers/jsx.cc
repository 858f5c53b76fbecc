#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Start(Lexer& l) { l.Push("expr_start"); }

constexpr Rule kRules[] = {
    Prepend("expr_start"),
    Mixin("tag"),

    State("tag"),
    {R"(<)", Punctuation, Push("tag_opening").Push("element").Push("element_name")},

    State("tag_opening"),
    {R"(<\/)",
     [](Lexer& l) {
       l.Put(Punctuation);
       l.Goto("element");
       l.Push("element_name");
     }},
    Mixin("tag"),
    {R"({)", StrInterpol, Push("interpol").Push("expr_start")},
    {R"([^<{]+)", [](Lexer& l) { l.Continue(lexers::html, l.Match()); }},

    State("element"),
    Mixin("comments_and_whitespace"),
    {R"(\/>)", Punctuation, Pop(2)},
    {R"(>)", Punctuation, Pop()},
    {R"({)", StrInterpol, Push("interpol").Push("expr_start")},
    {R"(\w[\w-]*)", NameAttribute},
    {R"(=)", Punctuation},
    {R"((["']).*?(\1))", Str},

    State("element_name"),
    {R"([A-Z]\w*)", NameClass},
    {R"(\w+)", NameTag},
    {R"(\.)", Punctuation},
    {R"()", Nothing(), Pop()},

    State("interpol"),
    {R"(})", StrInterpol, Pop()},
    {R"({)", Punctuation, Push("interpol_inner").Push("statement")},
    Mixin("root"),

    State("interpol_inner"),
    {R"(})", Punctuation, Goto("statement")},
    Mixin("root"),
};

}  // namespace

const Definition lexers::jsx = {
    .tag = "jsx", .aliases = "react", .parent = &lexers::javascript, .rules = kRules, .start = Start};

}  // namespace tincture::rouge
