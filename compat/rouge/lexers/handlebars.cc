#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"id", R"([\w$-]+)"},
};

void InParent(Lexer& l) { l.Parent().ContinueLex(l.Match()); }

void BeforeStache(Lexer& l) {
  InParent(l);
  if (l.Parent().IsState("attr")) l.Parent().Pop();
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\\{+)", InParent},
    {R"({{!--)", Comment, "comment"},
    {R"({{!.*?}})", Comment},
    {R"({{{?)", Keyword, Push("stache").Push("open_sym")},
    {R"((?s)(.+?)(?=\\|{{))", BeforeStache},
    {R"((?s).+)", InParent},

    State("comment"),
    {R"({{)", Comment, PushSame()},
    {R"(}})", Comment, Pop()},
    {R"([^{}]+)", Comment},
    {R"([{}])", Comment},

    State("stache"),
    {R"(}}}?)", Keyword, Pop()},
    {R"(\|)", Punctuation},
    {R"(~)", Keyword},
    {R"(\s+)", Text},
    {R"([=])", Operator},
    {R"([\[\]])", Punctuation},
    {R"([\(\)])", Punctuation},
    {R"([.](?=[}\s]))", NameVariable},
    {R"([.][.])", NameVariable},
    {R"([/.])", Punctuation},
    {R"~("(\\.|.)*?")~", StrDouble},
    {R"('(\\.|.)*?')", StrSingle},
    {R"(\d+(?=}\s))", Num},
    {R"((true|false)(?=[}\s]))", KeywordConstant},
    {R"(else(?=[}\s]))", Keyword},
    {R"(this(?=[}\s]))", NameBuiltinPseudo},
    {R"(@@{id})", NameAttribute},
    {R"(@{id})", NameVariable},

    State("open_sym"),
    {R"([#/])", Keyword, Goto("block_name")},
    {R"([>^&~])", Keyword},
    {R"()", Nothing(), Pop()},

    State("block_name"),
    {R"(if(?=[}\s]))", Keyword},
    {R"(@{id})", NameNamespace, Pop()},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::handlebars = {
    .tag = "handlebars", .aliases = "hbs mustache", .rules = kRules, .parts = kParts, .start = ResetParent};

}  // namespace tincture::rouge
