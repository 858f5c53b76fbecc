#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"id", R"([a-zA-Z][a-zA-Z0-9_-]*)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(( *)(=)( *))", Groups(TextWhitespace, Punctuation, TextWhitespace), "template"},
    {R"((?:\s*\n)+)", TextWhitespace},
    {R"(\#{1,3}(?: .*)?$)", CommentSingle},
    {R"(@{id})", NameConstant},
    {R"(-@{id})", NameEntity},
    {R"(\s*\.@{id})", NameAttribute},
    {R"(\s+(?=[^\s.]))", TextWhitespace, "template"},

    State("template"),
    {R"(\n)", TextWhitespace, Pop()},
    {R"([^{\n}*]+)", Text},
    {R"(\{)", Punctuation, "placeable"},
    {R"((?=\}))", Punctuation, Pop()},

    State("placeable"),
    {R"(\s+)", TextWhitespace},
    {R"(\{)", Punctuation, "placeable"},
    {R"(\})", Punctuation, Pop()},
    {R"(\$@{id})", NameVariable},
    {R"(-@{id})", NameEntity},
    {R"(\.@{id})", NameAttribute},
    {R"([A-Z]+)", NameBuiltin},
    {R"(@{id})", NameConstant},
    {R"([(),:])", Punctuation},
    {R"(->)", Punctuation},
    {R"(\*)", PunctuationIndicator},
    {R"(-?\d+\.\d+?)", NumFloat},
    {R"(-?\d+)", NumInteger},
    {R"(")", StrDouble, "string"},
    {R"((\[)(-?\d+\.\d+)(\]))", Groups(Punctuation, NumFloat, Punctuation), "template"},
    {R"((\[)(-?\d+)(\]))", Groups(Punctuation, NumInteger, Punctuation), "template"},
    {R"((\[)([a-zA-Z][a-zA-Z0-9_-]+)(\]))", Groups(Punctuation, StrSymbol, Punctuation), "template"},

    State("string"),
    {R"(\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6})", StrEscape},
    {R"(\\.)", StrEscape},
    {R"([^"\\])", StrDouble},
    {R"(")", StrDouble, Pop()},
};

}  // namespace

const Definition lexers::fluent = {.tag = "fluent", .aliases = "ftl", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
