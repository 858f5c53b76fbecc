#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"([\s]+)", Text},
    {R"([,;{}\[\]()])", Punctuation},
    {R"(\/(\\\n)?\/($|(.|\n)*?[^\\]$))", CommentSingle},
    {R"(\/(\\\n)?\*(.|\n)*?\*(\\\n)?\/)", CommentMultiline},
    {R"(\b(ctype|default|extensions|import|max|oneof|option|optional|packed|repeated|required|returns|rpc|to)\b)",
     Keyword},
    {R"(\b(bool|bytes|double|fixed32|fixed64|float|int32|int64|sfixed32|sfixed64|sint32|sint64|string|uint32|uint64)\b)",
     KeywordType},
    {R"(true|false)", KeywordConstant},
    {R"((package)(\s+))", Groups(KeywordNamespace, Text), "package"},
    {R"((message|extend)(\s+))", Groups(KeywordDeclaration, Text), "message"},
    {R"((enum|group|service)(\s+))", Groups(KeywordDeclaration, Text), "type"},
    {R"(".*?")", Str},
    {R"('.*?')", Str},
    {R"((\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*)", NumFloat},
    {R"((\d+\.\d*|\.\d+|\d+[fF])[fF]?)", NumFloat},
    {R"((\-?(inf|nan))\b)", NumFloat},
    {R"(0x[0-9a-fA-F]+[LlUu]*)", NumHex},
    {R"(0[0-7]+[LlUu]*)", NumOct},
    {R"(\d+[LlUu]*)", NumInteger},
    {R"([+-=])", Operator},
    {R"(([a-zA-Z_][\w.]*)([ \t]*)(=))", Groups(NameAttribute, Text, Operator)},
    {R"([a-zA-Z_][\w.]*)", Name},

    State("package"),
    {R"([a-zA-Z_]\w*)", NameNamespace, Pop()},
    {R"()", Nothing(), Pop()},

    State("message"),
    {R"([a-zA-Z_]\w*)", NameClass, Pop()},
    {R"()", Nothing(), Pop()},

    State("type"),
    {R"([a-zA-Z_]\w*)", Name, Pop()},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::protobuf = {.tag = "protobuf", .aliases = "proto", .rules = kRules};

}  // namespace tincture::rouge
