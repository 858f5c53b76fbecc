#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "var arg classvar const super this"},
    {"constants",
     "true false nil inf thisThread thisMethod thisFunction thisProcess thisFunctionDef currentEnvironment "
     "topEnvironment"},
    {"reserved", "case do for forBy loop if while new newCopyArgs"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"constants", KeywordConstant},
    {"reserved", KeywordReserved},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},

    State("comments"),
    {R"(//.*?$)", CommentSingle},
    {R"(/[*])", CommentMultiline, "nested_comment"},

    State("nested_comment"),
    {R"(/[*])", CommentMultiline, "nested_comment"},
    {R"([*]/)", CommentMultiline, Pop()},
    {R"([^*/]+)", CommentMultiline},
    {R"(.)", CommentMultiline},

    State("root"),
    Mixin("whitespace"),
    Mixin("comments"),
    {R"([\-+]?0[xX]\h+)", NumHex},
    {R"([\-+]?\d+r[0-9a-zA-Z]*(\.[0-9A-Z]*)?)", NumFloat},
    {R"([\-+]?((\d+(\.\d+)?([eE][\-+]?\d+)?(pi)?)|pi))", NumFloat},
    {R"([\-+]?\d+)", NumInteger},
    {R"(\$(\\.|.))", StrChar},
    {R"~("([^\\"]|\\.)*")~", Str},
    {R"('([^\\']|\\.)*')", StrOther},
    {R"(\\\w+)", StrOther},
    {R"([A-Za-z_]\w*:)", NameLabel},
    {R"([A-Z]\w*)", NameClass},
    {R"(_\w+)", NameFunction},
    {R"([a-z]\w*)", Words(kNames)},
    {R"(~\w+)", NameVariableGlobal},
    {R"([\{\}()\[\];,\.])", Punctuation},
    {R"([\+\-\*\/&\|%<>=]+)", Operator},
    {R"([\^:#])", Operator},
    {R"(\b_\b)", NameBuiltin},
};

}  // namespace

const Definition lexers::supercollider = {.tag = "supercollider", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
