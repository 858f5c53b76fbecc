#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"dotted", R"([$a-zA-Z_][a-zA-Z0-9_.]*)"},
};

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"((@{dotted})(\s*)({))", Groups(KeywordType, Text, Punctuation), "type_block"},
    {R"((@{dotted})(\s+)(on)(\s+)(@{dotted})(\s*)({))",
     Groups(KeywordType, Text, Keyword, Text, NameLabel, Text, Punctuation), "type_block"},
    {R"([{])", Punctuation, PushSame()},

    State("type_block"),
    {R"((id)(\s*)(:)(\s*)(@{dotted}))", Groups(NameLabel, Text, Punctuation, Text, KeywordDeclaration)},
    {R"((@{dotted})(\s*)(:))", Groups(NameLabel, Text, Punctuation), "expr_start"},
    {R"((signal)(\s+)(@{dotted}))", Groups(KeywordDeclaration, Text, NameLabel), "signal"},
    {R"((property)(\s+)(@{dotted})(\s+)(@{dotted})(\s*)(:?))",
     Groups(KeywordDeclaration, Text, KeywordType, Text, NameLabel, Text, Punctuation), "expr_start"},
    {R"([}])", Punctuation, Pop()},
    Mixin("root"),

    State("signal"),
    Mixin("comments_and_whitespace"),
    {R"(\()", Punctuation, Goto("signal_args")},
    {R"()", Nothing(), Pop()},

    State("signal_args"),
    Mixin("comments_and_whitespace"),
    {R"((@{dotted})(\s+)(@{dotted})(\s*)(,?))", Groups(KeywordType, Text, Name, Text, Punctuation)},
    {R"(\))", Punctuation, Pop()},
};

}  // namespace

const Definition lexers::qml = {.tag = "qml", .parent = &lexers::javascript, .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
