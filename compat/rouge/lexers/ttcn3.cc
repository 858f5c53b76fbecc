#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "module import group type port component signature external execute const template function altstep "
     "testcase var timer if else select case for while do label goto start stop return break int2char "
     "int2unichar int2bit int2enum int2hex int2oct int2str int2float float2int char2int char2oct unichar2int "
     "unichar2oct bit2int bit2hex bit2oct bit2str hex2int hex2bit hex2oct hex2str oct2int oct2bit oct2hex "
     "oct2str oct2char oct2unichar str2int str2hex str2oct str2float enum2int any2unistr lengthof sizeof "
     "ispresent ischosen isvalue isbound istemplatekind regexp substr replace encvalue decvalue "
     "encvalue_unichar decvalue_unichar encvalue_o decvalue_o get_stringencoding remove_bom rnd hostid send "
     "receive setverdict"},
    {"types",
     "anytype address boolean bitstring charstring hexstring octetstring component enumerated float integer "
     "port record set of union universal"},
    {"reserved",
     "all alt apply assert at configuration conjunct const control delta deterministic disjunct duration fail "
     "finished fuzzy from history implies inconc inv lazy mod mode notinv now omit onentry onexit par pass prev "
     "realtime seq setstate static stepsize stream timestamp until values wait"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"types", KeywordType},
    {"reserved", KeywordReserved},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"digit", R"((?:\d_+\d|\d))"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(module\b)", KeywordDeclaration, "module"},
    {R"(import\b)", KeywordNamespace, "import"},
    {R"(\n+)", Text},
    {R"([ \t\r]+)", Text},
    {R"(\\\n)", Text},
    {R"(//(\\.|.)*?$)", CommentSingle},
    {R"((?s)/(\\\n)?[*].*?[*](\\\n)?/)", CommentMultiline},
    {R"(")", Str, "string"},
    {R"('(?:\\.|[^\\]|\\u[0-9a-f]{4})')", StrChar},
    {R"((?i)@{digit}+\.@{digit}+([eE]@{digit}+)?[fd]?)", NumFloat},
    {R"((?i)'(?:[01]_+[01]|[01])+'B)", NumBin},
    {R"((?i)'(?:\h_+\h|\h)+'H)", NumHex},
    {R"((?i)'(?:[0-7]_+[0-7]|[0-7])+'O)", NumOct},
    {R"(@{digit}+)", NumInteger},
    {R"([~!%^&*+:=\|?<>/-])", Operator},
    {R"([()\[\]{},.;:])", Punctuation},
    {R"((?:true|false|null)\b)", NameBuiltin},
    {R"([a-zA-Z_]\w*)", Words(kNames)},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\([\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3}))", StrEscape},
    {R"([^\\"\n]+)", Str},
    {R"(\\\n)", Str},
    {R"(\\)", Str},

    State("module"),
    {R"(\s+)", Text},
    {R"([a-zA-Z_]\w*)", NameClass, Pop()},

    State("import"),
    {R"(\s+)", Text},
    {R"([\w.]+\*?)", NameNamespace, Pop()},
};

}  // namespace

const Definition lexers::ttcn3 = {.tag = "ttcn3", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
