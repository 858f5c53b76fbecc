#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"letter", R"([[:alpha:]]|_)"},
    {"keyword",
     R"(\b(?:break|default|func|interface|select|case|defer|go|map|struct|chan|else|goto|package|switch|const|fallthrough|if|range|type|continue|for|import|return|var)\b)"},
    {"decimals", R"([0-9]+)"},
    {"exponent", R"([eE][+\-]?@{decimals})"},
    {"float", R"(@{decimals}\.@{decimals}?@{exponent}?|@{decimals}@{exponent}|\.@{decimals}@{exponent}?)"},
    {"escaped", R"(\\[abfnrtv\\'"])"},
    {"little_u", R"(\\u[0-9A-Fa-f]{4})"},
    {"big_u", R"(\\U[0-9A-Fa-f]{8})"},
};

constexpr Rule kRules[] = {
    State("simple_tokens"),
    {R"(//(?:(?!\n).)*|(?s:/\*(?:(?!\*/).)*\*/))", Comment},
    {R"(@{keyword})", Keyword},
    {R"(\b(?:bool|byte|complex64|complex128|error|float32|float64|int8|int16|int32|int64|int|rune|string|uint8|uint16|uint32|uint64|uintptr|uint)\b)",
     KeywordType},
    {R"(\b(?:append|cap|close|complex|copy|delete|imag|len|make|new|panic|print|println|real|recover)\b)", NameBuiltin},
    {R"(\b(?:true|false|iota|nil)\b)", NameConstant},
    {R"((?:@{decimals}|@{float})i)", Num},
    {R"(@{float})", Num},
    {R"(0[xX][0-9A-Fa-f]+|[0-9][0-9]*|0[0-7]*)", Num},
    {R"('(?:[^\n]|@{little_u}|@{big_u}|@{escaped}|\\[0-7]{3}|\\x[0-9A-Fa-f]{2})')", StrChar},
    {R"(\+=|\+\+|\+|&\^=|&\^|&=|&&|&|==|=|\!=|\!|-=|--|-|\|=|\|\||\||<=|<-|<<=|<<|<|\*=|\*|\^=|\^|>>=|>>|>=|>|\/|\/=|:=|%|%=|\.\.\.|\.|:)",
     Operator},
    {R"([()\[\]{},;])", Punctuation},
    {R"((?!@{keyword})@{letter}(?:@{letter}|[[:digit:]])*)", Name},
    {R"(\s+)", Text},

    State("root"),
    Mixin("simple_tokens"),
    {R"(`)", Str, "raw_string"},
    {R"(")", Str, "interpreted_string"},

    State("interpreted_string"),
    {R"(@{escaped}|@{little_u}|@{big_u}|\\x[0-9A-Fa-f]{2})", StrEscape},
    {R"(\\.)", Error},
    {R"(")", Str, Pop()},
    {R"([^"\\]+)", Str},

    State("raw_string"),
    {R"(`)", Str, Pop()},
    {R"([^`]+)", Str},
};

}  // namespace

const Definition lexers::go = {.tag = "go", .aliases = "golang", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
