#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"word", R"([a-zA-Z0-9\._-]+)"},
    {"section", R"((?:/@{word}))"},
    {"basic", R"(@{word}@{section}+)"},
};

constexpr Rule kRules[] = {
    State("root"),
    Mixin("expression"),

    State("expression"),
    {R"((?s)^\s*\n\s*$)", Text},
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    {R"(/\*)", Comment, "multiline_comment"},
    {R"(true|false|null)", KeywordConstant},
    {R"([0-9])", NumInteger},
    {R"(@{section}+|~@{section}+|@{basic}|[a-z\+]+://(/?@{basic}))", StrOther},
    {R"(")", StrDouble, "double_quoted_string"},
    {R"('')", StrDouble, "indented_string"},
    Mixin("keywords"),
    {R"(\.|\?|\+\+|\+|!=|!|//|==|&&|\|\||->|/|\*|-|<|>|<=|=>)", Operator},
    {R"(\$)", Punctuation},
    {R"([=@])", Operator},
    {R"([;,:])", Punctuation},
    {R"([a-zA-Z_][a-zA-Z0-9-]*)", NameVariable},
    {R"(\()", Punctuation, "atom"},
    {R"({)", Punctuation, "set"},
    {R"(\[)", Punctuation, "list"},

    State("keywords"),
    {R"((?:with|in|inherit)\b)", KeywordNamespace},
    {R"(let\b)", KeywordDeclaration},
    {R"((?:if|then|else)\b)", Keyword},
    {R"((?:rec|assert|map)\b)", KeywordReserved},
    {R"((?:abort|baseNameOf|builtins|derivation|fetchTarball|import|isNull|removeAttrs|throw|toString)\b)",
     KeywordReserved},

    State("multiline_comment"),
    {R"(\*/)", Comment, Pop()},
    {R"(.)", Comment},

    State("interpolation"),
    Mixin("expression"),
    {R"(})", StrInterpol, Pop()},

    State("double_quoted_string"),
    {R"(\\.)", StrEscape},
    {R"(\$\$)", StrEscape},
    {R"(\${)", StrInterpol, "interpolation"},
    {R"(")", StrDouble, Pop()},
    {R"(.)", StrDouble},

    State("indented_string"),
    {R"('''|''\$|\$\$|''\\.)", StrEscape},
    {R"(\${)", StrInterpol, "interpolation"},
    {R"('')", StrDouble, Pop()},
    {R"(.)", StrDouble},

    State("atom"),
    Mixin("expression"),
    {R"(\))", Punctuation, Pop()},

    State("list"),
    {R"(\])", Punctuation, Pop()},
    Mixin("expression"),

    State("set"),
    {R"(})", Punctuation, Pop()},
    Mixin("expression"),
};

}  // namespace

const Definition lexers::nix = {.tag = "nix", .aliases = "nixos", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
