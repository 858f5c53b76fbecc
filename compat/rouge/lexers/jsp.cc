#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Start(Lexer& l) { ResetParent(l); }

void Html(Lexer& l) { l.Parent().ContinueLex(l.Match()); }

void Java(Lexer& l) { l.Continue(lexers::java, l.Match()); }

constexpr Rule kRules[] = {
    State("root"),
    {R"(<%--)", Comment, "comment"},
    {R"(<%@\s*(page|include|taglib)\s*)", NameTag, "directive"},
    {R"(<jsp:directive\.(page|include|taglib))", NameTag, "xml_directive"},
    {R"(<jsp:(scriptlet|declaration|expression)>)", NameTag, "xml_expression"},
    {R"(<[a-zA-Z]*:[a-zA-Z]*\s*)", NameTag, "tag"},
    {R"(</[a-zA-Z]*:[a-zA-Z]*>)", NameTag},
    {R"(<%[!=]?)", NameTag, "expression"},
    {R"((?s).+?(?=(<%|<\/?[a-zA-Z]*:)))", Html},
    {R"((?s).+)", Html},

    State("comment"),
    {R"(--%>)", Comment, Pop()},
    {R"((?s).)", Comment},

    State("directive"),
    {R"(%>)", NameTag, Pop()},
    Mixin("attributes"),
    {R"((?s).+?(?=%>))", Html},

    State("xml_directive"),
    {R"(/>)", NameTag, Pop()},
    Mixin("attributes"),
    {R"((?s).+?(?=\/>))", Html},

    State("xml_expression"),
    {R"(<\/jsp:(scriptlet|declaration|expression)>)", NameTag, Pop()},
    Mixin("attributes"),
    {R"([^<\/]+)", Java},

    State("expression"),
    {R"(%>)", NameTag, Pop()},
    {R"([^%>]+)", Java},

    State("tag"),
    {R"(\/?>)", NameTag, Pop()},
    Mixin("attributes"),
    {R"((?s).+?(?=\/?>))", Html},

    State("attributes"),
    {R"(\s*[a-zA-Z0-9_:-]+\s*=\s*)", NameAttribute, "attr"},

    State("attr"),
    {R"(")", Str, Goto("double_quotes")},
    {R"(')", Str, Goto("single_quotes")},
    {R"([^\s>]+)", Str, Pop()},

    State("double_quotes"),
    {R"(")", Str, Pop()},
    {R"(\$\{)", StrInterpol, "interp"},
    {R"([^"]+)", Str},

    State("single_quotes"),
    {R"(')", Str, Pop()},
    {R"(\$\{)", StrInterpol, "interp"},
    {R"([^']+)", Str},

    State("interp"),
    {R"(\})", StrInterpol, Pop()},
    {R"(')", Literal, "interp_literal"},
    {R"([^'\}]+)", Java},

    State("interp_literal"),
    {R"(')", Literal, Pop()},
    {R"([^']+)", Literal},
};

}  // namespace

const Definition lexers::jsp = {.tag = "jsp", .rules = kRules, .start = Start};

}  // namespace tincture::rouge
