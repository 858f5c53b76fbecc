#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(#.*)", CommentSingle},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/(\\\n)?[*].*?[*](\\\n)?/)", CommentMultiline},

    State("html"),
    {R"([^<>]+)", [](Lexer& l) { l.Continue(lexers::html, l.Match()); }},
    {R"((?s)<.+?>)", [](Lexer& l) { l.Continue(lexers::html, l.Match()); }},
    {R"(>)", Punctuation, Pop()},

    State("id"),
    {R"(([a-zA-Z][a-zA-Z_0-9]*)(\s*)(=))", Groups(Name, Text, Punctuation)},
    {R"([a-zA-Z][a-zA-Z_0-9]*)", NameVariable},
    {R"(([0-9]+)?\.[0-9]+)", NumFloat},
    {R"([0-9]+)", NumInteger},
    {R"~("(\\"|[^"])*")~", StrDouble},
    {R"(<)",
     [](Lexer& l) {
       l.Put(Punctuation);
       l.Inner(lexers::html).Reset();
     },
     "html"},

    State("a_list"),
    Mixin("comments_and_whitespace"),
    Mixin("id"),
    {R"([=;,])", Punctuation},
    {R"(\])", Operator, Pop()},

    State("root"),
    Mixin("comments_and_whitespace"),
    {R"((?i)\b(strict|graph|digraph|subgraph|node|edge)\b)", Keyword},
    {R"([{};:=])", Punctuation},
    {R"(-[->])", Operator},
    {R"(\[)", Operator, "a_list"},
    Mixin("id"),
};

}  // namespace

const Definition lexers::dot = {.tag = "dot", .rules = kRules};

}  // namespace tincture::rouge
