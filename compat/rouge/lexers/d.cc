#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstract alias align asm assert auto body break case cast catch class const continue debug default "
     "delegate delete deprecated do else enum export extern finally final foreach_reverse foreach for function "
     "goto if immutable import interface invariant inout in is lazy mixin module new nothrow out override "
     "package pragma private protected public pure ref return scope shared static struct super switch "
     "synchronized template this throw try typedef typeid typeof union unittest version volatile while with "
     "__gshared __traits __vector __parameters"},
    {"types",
     "bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real short "
     "ubyte ucent uint ulong ushort void wchar"},
    {"pseudo",
     "__FILE__ __FILE_FULL_PATH__ __MODULE__ __LINE__ __FUNCTION__ __PRETTY_FUNCTION__ __DATE__ __EOF__ "
     "__TIME__ __TIMESTAMP__ __VENDOR__ __VERSION__"},
};

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\n)", Text},
    {R"(\s+)", Text},

    State("root"),
    Mixin("whitespace"),
    {R"(//.*)", CommentSingle},
    {R"(/(\\\n)?[*](.|\n)*?[*](\\\n)?/)", CommentMultiline},
    {R"(/\+)", CommentMultiline, "nested_comment"},
    {R"((@{keywords})\b)", Keyword},
    {R"((@{types})\b)", KeywordType},
    {R"((false|true|null)\b)", KeywordConstant},
    {R"((@{pseudo})\b)", KeywordPseudo},
    {R"(macro\b)", KeywordReserved},
    {R"((string|wstring|dstring|size_t|ptrdiff_t)\b)", NameBuiltin},
    {R"(0[xX]([0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+\-]?[0-9_]+[fFL]?[i]?)", NumFloat},
    {R"([0-9_]+(\.[0-9_]+[eE][+\-]?[0-9_]+|\.[0-9_]*|[eE][+\-]?[0-9_]+)[fFL]?[i]?)", NumFloat},
    {R"(\.(0|[1-9][0-9_]*)([eE][+\-]?[0-9_]+)?[fFL]?[i]?)", NumFloat},
    {R"(0[Bb][01_]+)", NumBin},
    {R"(0[0-7_]+)", NumOct},
    {R"(0[xX][0-9a-fA-F_]+)", NumHex},
    {R"((0|[1-9][0-9_]*)([LUu]|Lu|LU|uL|UL)?)", NumInteger},
    {R"('(\\['"?\\abfnrtv]|\\x[0-9a-fA-F]{2}|\\[0-7]{1,3}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\&\w+;|.)')", StrChar},
    {R"(r"[^"]*"[cwd]?)", Str},
    {R"(`[^`]*`[cwd]?)", Str},
    {R"~("(\\\\|\\"|[^"])*"[cwd]?)~", Str},
    {R"(\\(['\"?\\abfnrtv]|x[0-9a-fA-F]{2}|[0-7]{1,3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|&\w+;))", Str},
    {R"(x"[0-9a-fA-F_\s]*"[cwd]?)", Str},
    {R"(q"\[)", Str, "delimited_bracket"},
    {R"(q"\()", Str, "delimited_parenthesis"},
    {R"(q"<)", Str, "delimited_angle"},
    {R"(q"\{)", Str, "delimited_curly"},
    {R"~(q"([a-zA-Z_]\w*)\n.*?\n\1")~", Str},
    {R"~(q"(.).*?\1")~", Str},
    {R"(q\{)", Str, "token_string"},
    {R"(@([a-zA-Z_]\w*)?)", NameDecorator},
    {R"((~=|\^=|%=|\*=|==|!>=|!<=|!<>=|!<>|!<|!>|!=|>>>=|>>>|>>=|>>|>=|<>=|<>|<<=|<<|<=|\+\+|\+=|--|-=|\|\||\|=|&&|&=|\.\.\.|\.\.|/=)|[/.&|\-+<>!()\[\]{}?,;:$=*%^~])",
     Punctuation},
    {R"([a-zA-Z_]\w*)", Name},
    {R"(#line\s.*\n)", CommentSpecial},

    State("nested_comment"),
    {R"([^+/]+)", CommentMultiline},
    {R"(/\+)", CommentMultiline, PushSame()},
    {R"(\+/)", CommentMultiline, Pop()},
    {R"([+/])", CommentMultiline},

    State("token_string"),
    {R"(\{)", Punctuation, "token_string_nest"},
    {R"(\})", Str, Pop()},
    Mixin("root"),

    State("token_string_nest"),
    {R"(\{)", Punctuation, PushSame()},
    {R"(\})", Punctuation, Pop()},
    Mixin("root"),

    State("delimited_bracket"),
    {R"([^\[\]]+)", Str},
    {R"(\[)", Str, "delimited_inside_bracket"},
    {R"(\]")", Str, Pop()},

    State("delimited_inside_bracket"),
    {R"([^\[\]]+)", Str},
    {R"(\[)", Str, PushSame()},
    {R"(\])", Str, Pop()},

    State("delimited_parenthesis"),
    {R"([^()]+)", Str},
    {R"(\()", Str, "delimited_inside_parenthesis"},
    {R"~(\)")~", Str, Pop()},

    State("delimited_inside_parenthesis"),
    {R"([^()]+)", Str},
    {R"(\()", Str, PushSame()},
    {R"(\))", Str, Pop()},

    State("delimited_angle"),
    {R"([^<>]+)", Str},
    {R"(<)", Str, "delimited_inside_angle"},
    {R"(>")", Str, Pop()},

    State("delimited_inside_angle"),
    {R"([^<>]+)", Str},
    {R"(<)", Str, PushSame()},
    {R"(>)", Str, Pop()},

    State("delimited_curly"),
    {R"([^{}]+)", Str},
    {R"(\{)", Str, "delimited_inside_curly"},
    {R"(\}")", Str, Pop()},

    State("delimited_inside_curly"),
    {R"([^{}]+)", Str},
    {R"(\{)", Str, PushSame()},
    {R"(\})", Str, Pop()},
};

}  // namespace

const Definition lexers::d = {.tag = "d", .aliases = "dlang", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
