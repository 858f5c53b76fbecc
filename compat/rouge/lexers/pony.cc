#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed end error "
     "for fun if ifdef in interface is isnt lambda let match new not object primitive recover repeat return "
     "struct then this trait try type until use var where while with"},
    {"capabilities", "box iso ref tag trn val"},
    {"types",
     "Number Signed Unsigned Float I8 I16 I32 I64 I128 U8 U32 U64 U128 F32 F64 EventID Align IntFormat "
     "NumberPrefix FloatFormat Type"},
};

constexpr WordClass kNames[] = {
    {"capabilities", KeywordDeclaration},
    {"keywords", KeywordReserved},
    {"types", KeywordType},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(""")", StrDoc, "docstring"},
    {R"(//.*)", CommentSingle},
    {R"(/(\\\n)?[*](.|\n)*?[*](\\\n)?/)", CommentMultiline},
    {R"(")", Str, "string"},
    {R"([~!%^&*+=\|?:<>/-])", Operator},
    {R"((true|false|NULL)\b)", NameConstant},
    {R"([A-Z_][a-zA-Z0-9_]*)", NameClass},
    {R"([()\[\],.';])", Punctuation},
    {R"(0[xX]([0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+\-]?[0-9_]+[fFL]?[i]?)", NumFloat},
    {R"([0-9_]+(\.[0-9_]+[eE][+\-]?[0-9_]+|\.[0-9_]*|[eE][+\-]?[0-9_]+)[fFL]?[i]?)", NumFloat},
    {R"(\.(0|[1-9][0-9_]*)([eE][+\-]?[0-9_]+)?[fFL]?[i]?)", NumFloat},
    {R"(0[xX][0-9a-fA-F_]+)", NumHex},
    {R"((0|[1-9][0-9_]*)([LUu]|Lu|LU|uL|UL)?)", NumInteger},
    {R"((?i)[a-z_][a-z0-9_]*)", Words(kNames)},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\([\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3}))", StrEscape},
    {R"([^\\"\n]+)", Str},
    {R"(\\\n)", Str},
    {R"(\\)", Str},

    State("docstring"),
    {R"(""")", StrDoc, Pop()},
    {R"(\n)", StrDoc},
    {R"(.)", StrDoc},
};

}  // namespace

const Definition lexers::pony = {.tag = "pony", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
