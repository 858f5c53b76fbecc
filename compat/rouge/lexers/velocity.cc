#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"id", R"((?i)[a-z_]\w*)"},
};

void Start(Lexer& l) { ResetParent(l); }

constexpr Rule kRules[] = {
    State("root"),
    {R"([^{#$]+)", [](Lexer& l) { l.Parent().ContinueLex(l.Match()); }},
    {R"((?s)(#)(\*.*?\*)(#))", CommentMultiline},
    {R"((##)(.*?$))", CommentSingle},
    {R"((#\{?)(@{id})(\}?)(\s?\())", Groups(Punctuation, NameFunction, Punctuation, Punctuation), "directive_params"},
    {R"((#\{?)(@{id})(\}|\b))", Groups(Punctuation, NameFunction, Punctuation)},
    {R"(\$\{?)", Punctuation, "variable"},

    State("variable"),
    {R"(@{id})", NameVariable},
    {R"(\()", Punctuation, "func_params"},
    {R"((\.)(@{id}))", Groups(Punctuation, NameVariable)},
    {R"(\})", Punctuation, Pop()},
    {R"()", Nothing(), Pop()},

    State("directive_params"),
    {R"((&&|\|\||==?|!=?|[-<>+*%&|^\/])|\b(eq|ne|gt|lt|ge|le|not|in)\b)", Operator},
    {R"(\[)", Operator, "range_operator"},
    {R"(\b@{id}\b)", NameFunction},
    Mixin("func_params"),

    State("range_operator"),
    {R"([.]{2})", Operator},
    Mixin("func_params"),
    {R"(\])", Operator, Pop()},

    State("func_params"),
    {R"(\$\{?)", Punctuation, "variable"},
    {R"(\s+)", Text},
    {R"(,)", Punctuation},
    {R"~("(\\\\|\\"|[^"])*")~", StrDouble},
    {R"('(\\\\|\\'|[^'])*')", StrSingle},
    {R"(0[xX][0-9a-fA-F]+[Ll]?)", NumHex},
    {R"(\b[0-9]+\b)", NumInteger},
    {R"((true|false|null)\b)", KeywordConstant},
    {R"([(\[])", Punctuation, PushSame()},
    {R"([)\]}])", Punctuation, Pop()},
};

}  // namespace

const Definition lexers::velocity = {.tag = "velocity", .rules = kRules, .parts = kParts, .start = Start};

}  // namespace tincture::rouge
