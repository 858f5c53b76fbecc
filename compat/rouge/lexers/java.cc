#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "assert break case catch continue default do else finally for if goto instanceof new return switch this "
     "throw try while"},
    {"declarations",
     "abstract const enum extends final implements native private protected public static strictfp super "
     "synchronized throws transient volatile"},
    {"types", "boolean byte char double float int long short var void"},
};

constexpr Part kParts[] = {
    {"id", R"([[:alpha:]_][[:word:]]*)"},
    {"digit", R"([0-9]_+[0-9]|[0-9])"},
    {"bin_digit", R"([01]_+[01]|[01])"},
    {"oct_digit", R"([0-7]_+[0-7]|[0-7])"},
    {"hex_digit", R"((?i)[0-9a-f]_+[0-9a-f]|[0-9a-f])"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"([^\S\n]+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},
    {R"(@{keywords}\b)", Keyword},
    {R"((\s*(?:[a-zA-Z_][a-zA-Z0-9_.\[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\())",
     [](Lexer& l) {
       l.Recurse(l.Match(1));
       l.Put(NameFunction, l.Match(2));
       l.Put(Text, l.Match(3));
       l.Put(Operator, l.Match(4));
     }},
    {R"(@@{id})", NameDecorator},
    {R"(@{declarations}\b)", KeywordDeclaration},
    {R"(@{types}\b)", KeywordType},
    {R"((?:true|false|null)\b)", KeywordConstant},
    {R"((?:class|interface)\b)", KeywordDeclaration, "class"},
    {R"((?:import|package)\b)", KeywordNamespace, "import"},
    {R"~("(\\\\|\\"|[^"])*")~", Str},
    {R"('(?:\\.|[^\\]|\\u[0-9a-f]{4})')", StrChar},
    {R"((\.)(@{id}))", Groups(Operator, NameAttribute)},
    {R"(@{id}:)", NameLabel},
    {R"([[:upper:]][[:upper:][:digit:]_]*\b)", NameConstant},
    {R"([[:upper:]][[:alnum:]]*\b)", NameClass},
    {R"(\$?@{id})", Name},
    {R"([~^*!%&\[\](){}<>\|+=:;,.\/?-])", Operator},
    {R"(@{digit}+\.@{digit}+([eE]@{digit}+)?[fd]?)", NumFloat},
    {R"((?i)0b@{bin_digit}+)", NumBin},
    {R"((?i)0x@{hex_digit}+)", NumHex},
    {R"(0@{oct_digit}+)", NumOct},
    {R"(@{digit}+L?)", NumInteger},
    {R"(\n)", Text},

    State("class"),
    {R"(\s+)", Text},
    {R"(@{id})", NameClass, Pop()},

    State("import"),
    {R"(\s+)", Text},
    {R"((?i)[a-z0-9_.]+\*?)", NameNamespace, Pop()},
};

}  // namespace

const Definition lexers::java = {.tag = "java", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
