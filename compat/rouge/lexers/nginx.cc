#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"id", R"([^\s$;{}()#]+)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"((include)(\s+)([^\s;]+))", Groups(Keyword, Text, Name)},
    {R"(@{id})", Keyword, "statement"},
    Mixin("base"),

    State("block"),
    {R"(})", Punctuation, Pop()},
    {R"(@{id})", KeywordNamespace, "statement"},
    Mixin("base"),

    State("statement"),
    {R"({)", Punctuation, Pop().Push("block")},
    {R"(;)", Punctuation, Pop()},
    Mixin("base"),

    State("base"),
    {R"(\s+)", Text},
    {R"(#.*)", CommentSingle},
    {R"((?:on|off)\b)", NameConstant},
    {R"([$][\w-]+)", NameVariable},
    {R"((?i)([a-z0-9.-]+)(:)([0-9]+))", Groups(NameFunction, Punctuation, NumInteger)},
    {R"((?i)[a-z-]+/[a-z-]+)", NameClass},
    {R"((?i)[0-9]+[kmg]?\b)", NumInteger},
    {R"((~)(\s*)([^\s{]+))", Groups(Punctuation, Text, StrRegex)},
    {R"([:=~])", Punctuation},
    {R"(/@{id}?)", Name},
    {R"([^#\s;{}$\\]+)", Str},
    {R"([$;])", Text},
};

}  // namespace

const Definition lexers::nginx = {.tag = "nginx", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
