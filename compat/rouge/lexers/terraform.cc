#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "terraform module provider variable resource data provisioner output"},
    {"declarations", "var local"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"declarations", KeywordDeclaration},
    {"constants", KeywordConstant},
    {nullptr, NameOther},
};

constexpr Rule kRules[] = {
    Prepend("hash"),
    {R"([.,()*])", Punctuation},

    Prepend("array"),
    {R"([.,()*])", Punctuation},

    State("strings"),
    {R"(\\.)", StrEscape},
    {R"(\$\{)", Keyword, "interpolation"},

    State("dq"),
    {R"([^\\"\$]+)", StrDouble},
    Mixin("strings"),
    {R"(")", StrDouble, Pop()},

    State("sq"),
    {R"([^\\'\$]+)", StrSingle},
    Mixin("strings"),
    {R"(')", StrSingle, Pop()},

    State("heredoc"),
    {R"(\n)", StrHeredoc, "heredoc_nl"},
    {R"([^$\n]+)", StrHeredoc},
    {R"([$])", StrHeredoc},
    Mixin("strings"),

    State("interpolation"),
    {R"(\})", Keyword, Pop()},
    Mixin("expression"),

    State("regexps"),
    {R"("\/)", StrDelimiter, Goto("regexp_inner")},

    State("regexp_inner"),
    {R"([^"\/\\]+)", StrRegex},
    {R"(\\.)", StrRegex},
    {R"(\/")", StrDelimiter, Pop()},
    {R"(["\/])", StrRegex},

    State("expression"),
    Mixin("regexps"),
    Mixin("primitives"),
    {R"(\s+)", Text},
    {R"(\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=)", Operator},
    {R"([-<>+*%&|\^/!=?:]=?)", Operator},
    {R"([(\[,])", Punctuation},
    {R"([)\].])", Punctuation},
    {R"((?i)[$a-z_\-][a-z0-9_\-]*)", Words(kNames)},
};

}  // namespace

const Definition lexers::terraform = {
    .tag = "terraform", .aliases = "tf", .parent = &lexers::hcl, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
