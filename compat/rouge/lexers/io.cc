#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"constants", "nil false true"},
    {"builtins", "args call clone do doFile doString else elseif for if list method return super then"},
};

constexpr WordClass kNames[] = {
    {"constants", KeywordConstant},
    {"builtins", NameBuiltin},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(//.*)", CommentSingle},
    {R"(#.*)", CommentSingle},
    {R"((?s)/(\\\n)?[*].*?[*](\\\n)?/)", CommentMultiline},
    {R"(/[+])", CommentMultiline, "nested_comment"},
    {R"~("(\\\\|\\"|[^"])*")~", Str},
    {R"(:?:=)", Keyword},
    {R"([()])", Punctuation},
    {R"([-=;,*+><!/|^.%&\[\]{}])", Operator},
    {R"([A-Z]\w*)", NameClass},
    {R"([a-z_]\w*)", Words(kNames)},
    {R"((?i)(\d+[.]?\d*|\d*[.]\d+)(e[+-]?[0-9]+)?)", NumFloat},
    {R"(\d+)", NumInteger},
    {R"(@@?)", Keyword},

    State("nested_comment"),
    {R"([^/+]+)", CommentMultiline},
    {R"(/[+])", CommentMultiline, "nested_comment"},
    {R"([+]/)", CommentMultiline, Pop()},
};

}  // namespace

const Definition lexers::io = {.tag = "io", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
