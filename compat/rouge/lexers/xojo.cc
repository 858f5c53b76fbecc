#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "addhandler aggregates array asc assigns attributes begin break byref byval call case catch class const "
     "continue char ctype declare delegate dim do downto each else elseif end enum event exception exit extends "
     "false finally for function global goto if implements inherits interface lib loop mod module new next nil "
     "object of optional paramarray private property protected public raise raiseevent rect redim removehandler "
     "return select shared soft static step sub super then to true try until using uend uhile"},
    {"types",
     "boolean cfstringref cgfloat cstring curency date double int8 int16 int32 int64 integer ostype pstring ptr "
     "short single single string structure variant uinteger uint8 uint16 uint32 uint64 ushort windowptr wstring"},
    {"operators", "addressof weakaddressof and as in is isa mod not or xor"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"((?i)rem\b.*?$)", CommentSingle},
    {R"([/'].*$)", CommentSingle},
    {R"((?is)\#tag Note.*?\#tag EndNote)", CommentPreproc},
    {R"(\s*[#].*$)", CommentPreproc},
    {R"(".*?")", StrDouble},
    {R"([(){}!#,:])", Punctuation},
    {R"((?i)\b@{keywords}\b)", Keyword},
    {R"((?i)\b@{types}\b)", KeywordDeclaration},
    {R"((?i)\b@{operators}\b)", Operator},
    {R"([+-]?(\d+\.\d*|\d*\.\d+))", NumFloat},
    {R"([+-]?\d+)", NumInteger},
    {R"((?i)&[CH][0-9a-f]+)", NumHex},
    {R"((?i)&O[0-7]+)", NumOct},
    {R"(\b[\w.]+\b)", Text},
    {R"(<=|>=|<>|[=><+\-*/\\])", Operator},
};

}  // namespace

const Definition lexers::xojo = {.tag = "xojo", .aliases = "realbasic", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
