#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "as assert await break case catch continue default do else finally for if in is new rethrow return super "
     "switch this throw try while with yield"},
    {"declarations",
     "abstract async dynamic const covariant external extends factory final get implements late native on "
     "operator required set static sync typedef var"},
    {"types",
     "bool Comparable double Dynamic enum Function int List Map Never Null num Object Pattern Set String Symbol "
     "Type Uri void"},
    {"imports", "import deferred export library part\\s*of part source"},
};

constexpr Part kParts[] = {
    {"id", R"([a-zA-Z_]\w*)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"((?s)^(\s*(?:[a-zA-Z_][a-zA-Z\d_.\[\]]*\s+)+?)([a-zA-Z_]\w*)(\s*)(\())",
     [](Lexer& l) {
       l.Recurse(l.Match(1));
       l.Put(NameFunction, l.Match(2));
       l.Put(Text, l.Match(3));
       l.Put(Punctuation, l.Match(4));
     }},
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},
    {R"(")", Str, "dqs"},
    {R"(')", Str, "sqs"},
    {R"(r"[^"]*")", StrOther},
    {R"(r'[^']*')", StrOther},
    {R"((?i)#@{id}*)", StrSymbol},
    {R"(@@{id})", NameDecorator},
    {R"(@{keywords}\b)", Keyword},
    {R"(@{declarations}\b)", KeywordDeclaration},
    {R"(@{types}\b)", KeywordType},
    {R"((?:true|false|null)\b)", KeywordConstant},
    {R"((?:class|interface|mixin)\b)", KeywordDeclaration, "class"},
    {R"(@{imports}\b)", KeywordNamespace, "import"},
    {R"((\.)(@{id}))", Groups(Operator, NameAttribute)},
    {R"(@{id}:)", NameLabel},
    {R"(\$?@{id})", Name},
    {R"([~^*!%&\|+=:\/?-])", Operator},
    {R"([\[\](){}<>\.,;])", Punctuation},
    {R"(\d*\.\d+([eE]\-?\d+)?)", NumFloat},
    {R"(0x[\da-fA-F]+)", NumHex},
    {R"(\d+L?)", NumInteger},
    {R"(\n)", Text},

    State("class"),
    {R"(\s+)", Text},
    {R"(@{id})", NameClass, Pop()},

    State("dqs"),
    {R"(")", Str, Pop()},
    {R"([^\\\$"]+)", Str},
    Mixin("string"),

    State("sqs"),
    {R"(')", Str, Pop()},
    {R"([^\\\$']+)", Str},
    Mixin("string"),

    State("import"),
    {R"(;)", Operator, Pop()},
    {R"((?:show|hide)\b)", KeywordDeclaration},
    Mixin("root"),

    State("string"),
    Mixin("interpolation"),
    {R"(\\[nrt\"\'\\])", StrEscape},

    State("interpolation"),
    {R"(\$@{id})", StrInterpol},
    {R"(\$\{[^\}]+\})", StrInterpol},
};

}  // namespace

const Definition lexers::dart = {.tag = "dart", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
