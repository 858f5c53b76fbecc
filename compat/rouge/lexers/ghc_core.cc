#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(^=====.*=====$)", GenericHeading},
    {R"(^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$)", CommentSingle},
    {R"(^Result size of .+\n.+{[^}]*})", CommentMultiline},
    {R"(--.*$)", CommentSingle},
    {R"(\[)", CommentSpecial, "annotation"},
    {R"((Rec)(\s*)({))", Groups(Keyword, Text, Punctuation)},
    {R"(^(end)(\s*)(Rec)(\s*)(}))", Groups(Keyword, Text, Keyword, Text, Punctuation)},
    {R"((?s)^(".*?"))", NameLabel, "expression"},
    {R"((?s)^(\S+)(?=.*?(=|::)))", NameFunction, "expression"},
    {R"(\s)", Text},
    {R"(.)", Text},

    State("expression"),
    {R"([\n]+)", Text},
    {R"((?=^\S))", Nothing(), Pop()},
    {R"(\s+)", Text, "expression_line"},

    State("expression_line"),
    {R"( )", Text},
    {R"(\[[^=]*\])", KeywordType},
    {R"(\[)", CommentSpecial, "annotation"},
    {R"(\d+\.\d+\#{0,2})", NumFloat},
    {R"(\d+\#{0,2})", NumInteger},
    {R"(".*"#)", Str},
    {R"('.'#)", StrChar},
    {R"(__DEFAULT)", NameConstant},
    {R"([.,(){};])", Punctuation},
    {R"(=>|->|::|=)", Operator},
    {R"(forall|case|of|letrec|let|join)", Keyword},
    {R"(@|\\)", Operator},
    Mixin("name"),
    {R"(\n)", Text, Pop()},

    State("annotation"),
    {R"(\])", CommentSpecial, Pop()},
    {R"(\[)", CommentSpecial, "annotation"},
    {R"([^\[\]]+)", CommentSpecial},

    State("name"),
    {R"([A-Z][^\s.,(){}]*)", KeywordType},
    {R"((^[a-z].*?\d+\.\d+\.\d+)(:)(?=\S))", Groups(NameNamespace, Punctuation)},
    {R"(\S*\(,\)\S*)", NameVariable},
    {R"(\S[^\s.,(){}]*)", NameVariable},
};

}  // namespace

const Definition lexers::ghc_core = {.tag = "ghc-core", .rules = kRules};

}  // namespace tincture::rouge
