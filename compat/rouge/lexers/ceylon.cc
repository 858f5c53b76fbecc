#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

// Four words are keywords only behind a line break and ten spaces: so they stand in Rouge's pattern.
constexpr Part kParts[] = {
    {"continued", R"(\n[ ]{10})"},
};

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"([^\S\n]+)", Text},
    {R"(//.*?\n)", CommentSingle},
    {R"(/\*)", CommentMultiline},

    State("root"),
    Mixin("whitespace"),
    {R"((shared|abstract|formal|default|actual|variable|deprecated|small|@{continued}late|literal|doc|by|see|throws|optional|license|tagged|final|native|@{continued}annotation|sealed)\b)",
     NameDecorator},
    {R"((break|case|catch|continue|else|finally|for|in|@{continued}if|return|switch|this|throw|try|while|is|exists|dynamic|@{continued}nonempty|then|outer|assert|let)\b)",
     Keyword},
    {R"((abstracts|extends|satisfies|super|given|of|out|assign)\b)", KeywordDeclaration},
    {R"((function|value|void|new)\b)", KeywordType},
    {R"((assembly|module|package)(\s+))", Groups(KeywordNamespace, Text), "import"},
    {R"((true|false|null)\b)", KeywordConstant},
    {R"((class|interface|object|alias)(\s+))", Groups(KeywordDeclaration, Text), "class"},
    {R"((import)(\s+))", Groups(KeywordNamespace, Text), "import"},
    {R"~("(\\\\|\\"|[^"])*")~", Str},
    {R"('\\.'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}')", StrChar},
    {R"("[^`]*``[^`]*``[^`]*")", StrInterpol},
    {R"((\.)([a-z_]\w*))", Groups(Operator, NameAttribute)},
    {R"([a-zA-Z_]\w*:)", NameLabel},
    {R"((\\I[a-z]|[A-Z])\w*)", NameDecorator},
    {R"([a-zA-Z_]\w*)", Name},
    {R"([~^*!%&\[\](){}<>|+=:;,./?`-])", Operator},
    {R"(\d{1,3}(_\d{3})+\.\d{1,3}(_\d{3})+[kMGTPmunpf]?)", NumFloat},
    {R"(\d{1,3}(_\d{3})+\.[0-9]+([eE][+-]?[0-9]+)?[kMGTPmunpf]?)", NumFloat},
    {R"([0-9][0-9]*\.\d{1,3}(_\d{3})+[kMGTPmunpf]?)", NumFloat},
    {R"([0-9][0-9]*\.[0-9]+([eE][+-]?[0-9]+)?[kMGTPmunpf]?)", NumFloat},
    {R"(#([0-9a-fA-F]{4})(_[0-9a-fA-F]{4})+)", NumHex},
    {R"(#[0-9a-fA-F]+)", NumHex},
    {R"(\$([01]{4})(_[01]{4})+)", NumBin},
    {R"(\$[01]+)", NumBin},
    {R"(\d{1,3}(_\d{3})+[kMGTP]?)", NumInteger},
    {R"([0-9]+[kMGTP]?)", NumInteger},
    {R"(\n)", Text},

    State("class"),
    Mixin("whitespace"),
    {R"([A-Za-z_]\w*)", NameClass, Pop()},

    State("import"),
    {R"([a-z][\w.]*)", NameNamespace, Pop()},
    {R"~("(\\\\|\\"|[^"])*")~", Str, Pop()},
};

}  // namespace

const Definition lexers::ceylon = {.tag = "ceylon", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
