// JSX with what TypeScript adds to JavaScript (typescript.cc).
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "is namespace static private protected public implements readonly", kAddToParent},
    {"declarations", "type abstract", kAddToParent},
    {"reserved", "string any void number namespace module declare default interface keyof", kAddToParent},
    {"builtins", "Pick Partial Readonly Record", kAddToParent},
};

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"([?][.])", Punctuation},
    {R"([?]{2})", Operator},

    Prepend("statement"),
    {R"((@{id})(\??)(\s*)(:))", Groups(NameLabel, Punctuation, Text, Punctuation), "expr_start"},

    Prepend("element_name"),
    {R"((\w+)(,))", Groups(NameOther, Punctuation), Pop(3)},
};

}  // namespace

const Definition lexers::tsx = {.tag = "tsx", .parent = &lexers::jsx, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
