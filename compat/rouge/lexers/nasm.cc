#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(^\s*%)", CommentPreproc, "preproc"},
    Mixin("whitespace"),
    {R"((?i)[a-z$._?][\w$.?#@~]*:)", NameLabel},
    {R"((?i)([a-z$._?][\w$.?#@~]*)(\s+)(equ))", Groups(NameConstant, KeywordDeclaration, KeywordDeclaration),
     "instruction_args"},
    {R"(BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE)",
     Keyword, "instruction_args"},
    {R"((?i)(?:res|d)[bwdqt]|times)", KeywordDeclaration, "instruction_args"},
    {R"((?i)[a-z$._?][\w$.?#@~]*)", NameFunction, "instruction_args"},
    {R"([\r\n]+)", Text},

    State("instruction_args"),
    {R"~("(\\\\"|[^"\\n])*"|'(\\\\'|[^'\\n])*'|`(\\\\`|[^`\\n])*`)~", Str},
    {R"((?i)(?:0x[\da-f]+|$0[\da-f]*|\d+[\da-f]*h))", NumHex},
    {R"((?i)[0-7]+q)", NumOct},
    {R"((?i)[01]+b)", NumBin},
    {R"((?i)\d+\.e?\d+)", NumFloat},
    {R"(\d+)", NumInteger},
    Mixin("punctuation"),
    {R"((?i)r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7])",
     NameBuiltin},
    {R"((?i)[a-z$._?][\w$.?#@~]*)", NameVariable},
    {R"([\r\n]+)", Text, Pop()},
    Mixin("whitespace"),

    State("preproc"),
    {R"([^;\n]+)", CommentPreproc},
    {R"(;.*?\n)", CommentSingle, Pop()},
    {R"(\n)", CommentPreproc, Pop()},

    State("whitespace"),
    {R"(\n)", Text},
    {R"([ \t]+)", Text},
    {R"(;.*)", CommentSingle},

    State("punctuation"),
    {R"([,():\[\]]+)", Punctuation},
    {R"([&|^<>+*\/%~-]+)", Operator},
    {R"(\$+)", KeywordConstant},
    {R"((?i)seg|wrt|strict)", OperatorWord},
    {R"((?i)byte|[dq]?word)", KeywordType},
};

}  // namespace

const Definition lexers::nasm = {.tag = "nasm", .rules = kRules};

}  // namespace tincture::rouge
