#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "and case class default define else elsif if in import inherits node unless"},
    {"constants", "false true undef"},
    {"metaparameters", "before require notify subscribe"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"constants", KeywordConstant},
    {nullptr, Name},
};

constexpr WordClass kProperties[] = {
    {"metaparameters", KeywordPseudo},
    {nullptr, NameProperty},
};

constexpr Part kParts[] = {
    {"qualname", R"((::)?([a-z]\w*::)*\w+)"},
};

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},
    {R"(#.*?\n)", Comment},

    State("root"),
    Mixin("whitespace"),
    {R"([$]@{qualname})", NameVariable},
    {R"(([a-z]\w*)(?=\s*[=+]>))", Words(kProperties)},
    {R"((@{qualname})(?=\s*[(]))", NameFunction},
    {R"([A-Z]\w*)", NameClass},
    {R"([+=|~-]>|<[|~-])", Punctuation},
    {R"([|:}();\[\]])", Punctuation},
    {R"({)", Punctuation, "regex_allowed"},
    {R"(,)", Punctuation, "regex_allowed"},
    {R"((in|and|or)\b)", OperatorWord},
    {R"([=!<>]=)", Operator},
    {R"([=!]~)", Operator, "regex_allowed"},
    {R"([.=<>!+*/-])", Operator},
    {R"((class|include)(\s*)(@{qualname}))", Groups(Keyword, Text, NameClass)},
    {R"(node\b)", Keyword, "regex_allowed"},
    {R"('(\\[\\']|[^'])*')", StrSingle},
    {R"(")", StrDouble, "dquotes"},
    {R"(\d+([.]\d+)?(e[+-]\d+)?)", Num},
    {R"(@{qualname})", Words(kNames)},

    State("regex_allowed"),
    Mixin("whitespace"),
    {R"(/)", StrRegex, "regex"},
    {R"()", Nothing(), Pop()},

    State("regex"),
    {R"(/)", StrRegex, Pop()},
    {R"(\\.)", StrEscape},
    {R"([(){}])", StrInterpol},
    {R"(\[)", StrInterpol, "regex_class"},
    {R"(.)", StrRegex},

    State("regex_class"),
    {R"(\])", StrInterpol, Pop()},
    {R"((?<!\[)-(?=\]))", StrRegex},
    {R"(-)", StrInterpol},
    {R"(\\.)", StrEscape},
    {R"([^\\\]-]+)", StrRegex},

    State("dquotes"),
    {R"(")", StrDouble, Pop()},
    {R"([^$\\"]+)", StrDouble},
    {R"((?s)\\.)", StrEscape},
    {R"([$]@{qualname})", NameVariable},
    {R"([$][{]@{qualname}[}])", NameVariable},
};

}  // namespace

const Definition lexers::puppet = {.tag = "puppet", .aliases = "pp", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
