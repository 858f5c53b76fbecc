#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstract case catch def do else extends final finally for forSome if implicit lazy match new override "
     "private protected requires return sealed super this throw try val var while with yield"},
};

constexpr Part kParts[] = {
    {"letter", R"([\p{L}$_])"},
    {"op", R"((?!\p{Space}|@{letter}|[0-9]|[(){}\[\]]|[‘’".;,])[\x{20}-\x{7F}\p{Sm}\p{So}])"},
    {"idrest", R"(@{letter}(?:@{letter}|[0-9])*(?:(?<=_)@{op}+)?)"},
    {"typechunk", R"((?:@{idrest}|@{op}+\`[^`]+`))"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"((class|trait|object)(\s+))", Groups(Keyword, Text), "class"},
    {R"('@{idrest}(?!'))", StrSymbol},
    {R"([^\S\n]+)", Text},
    {R"(//.*)", CommentSingle},
    {R"(/\*)", CommentMultiline, "comment"},
    {R"(@@{idrest})", NameDecorator},
    {R"((def)(\s+)(@{idrest}|@{op}+|`[^`]+`)(\s*))", Groups(Keyword, Text, NameFunction, Text)},
    {R"((val)(\s+)(@{idrest}|@{op}+|`[^`]+`)(\s*))", Groups(Keyword, Text, NameVariable, Text)},
    {R"((this)(\n*)(\.)(@{idrest}))", Groups(Keyword, Text, Operator, NameProperty)},
    {R"((@{idrest}|_)(\n*)(\.)(@{idrest}))", Groups(NameVariable, Text, Operator, NameProperty)},
    {R"([\p{Lu}$_]@{idrest}\b)", NameClass},
    {R"((@{idrest})(\p{Space}*)(\())", Groups(NameFunction, Text, Operator)},
    {R"((\.)(@{idrest}))", Groups(Operator, NameProperty)},
    {R"(@{keywords}\b|(<[%:-]|=>|>:|[#=@_\x{21D2}\x{2190}])(\b|(?=\s)|$))", Keyword},
    {R"(:(?!@{op}))", Keyword, "type"},
    {R"((true|false|null)\b)", KeywordConstant},
    {R"((import|package)(\s+))", Groups(Keyword, Text), "import"},
    {R"((type)(\s+))", Groups(Keyword, Text), "type"},
    {R"~((?s)""".*?"""(?!"))~", Str},
    {R"~("(\\\\|\\"|[^"])*")~", Str},
    {R"('\\.'|'[^\\]'|'\\u[0-9a-fA-F]{4}')", StrChar},
    {R"(@{idrest})", Name},
    {R"(`[^`]+`)", Name},
    {R"(\[)", Operator, "typeparam"},
    {R"([\(\)\{\};,.#])", Operator},
    {R"(@{op}+)", Operator},
    {R"(([0-9][0-9]*\.[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?[fFdD]?)", NumFloat},
    {R"(([0-9][0-9]*[fFdD]))", NumFloat},
    {R"(0x[0-9a-fA-F]+)", NumHex},
    {R"([0-9]+L?)", NumInteger},
    {R"(\n)", Text},

    State("class"),
    {R"((@{idrest}|@{op}+|`[^`]+`)(\s*)(\[))", Groups(NameClass, Text, Operator), "typeparam"},
    {R"(\s+)", Text},
    {R"({)", Operator, Pop()},
    {R"(\()", Operator, Pop()},
    {R"(//.*)", CommentSingle, Pop()},
    {R"(@{idrest}|@{op}+|`[^`]+`)", NameClass, Pop()},

    State("type"),
    {R"(\s+)", Text},
    {R"(<[%:]|>:|[#_\x{21D2}]|forSome|type)", Keyword},
    {R"(([,\);}]|=>|=)(\s*))", Groups(Operator, Text), Pop()},
    {R"([\(\{])", Operator, "type"},
    {R"((@{typechunk}(?:\.@{typechunk})*)(\s*)(\[))", Groups(KeywordType, Text, Operator), Pop().Push("typeparam")},
    {R"((@{typechunk}(?:\.@{typechunk})*)(\s*)$)", Groups(KeywordType, Text), Pop()},
    {R"(//.*)", CommentSingle, Pop()},
    {R"(\.|@{idrest}|@{op}+|`[^`]+`)", KeywordType},

    State("typeparam"),
    {R"([\s,]+)", Text},
    {R"(<[%:]|=>|>:|[#_\x{21D2}]|forSome|type)", Keyword},
    {R"(([\]\)\}]))", Operator, Pop()},
    {R"([\(\[\{])", Operator, "typeparam"},
    {R"(\.|@{idrest}|@{op}+|`[^`]+`)", KeywordType},

    State("comment"),
    {R"([^/\*]+)", CommentMultiline},
    {R"(/\*)", CommentMultiline, "comment"},
    {R"(\*/)", CommentMultiline, Pop()},
    {R"([*/])", CommentMultiline},

    State("import"),
    {R"((@{idrest}|\.)+)", NameNamespace, Pop()},
};

}  // namespace

const Definition lexers::scala = {.tag = "scala", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
