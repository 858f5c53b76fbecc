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
};

}  // namespace

const Definition lexers::typescript = {
    .tag = "typescript", .aliases = "ts", .parent = &lexers::javascript, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
