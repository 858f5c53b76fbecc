#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "auto break case const continue default do else enum extern for goto if register restricted return sizeof "
     "static struct switch typedef union volatile virtual while _Alignas _Alignof _Atomic _Generic _Imaginary "
     "_Noreturn _Static_assert _Thread_local"},
    {"types",
     "int long float short double char unsigned signed void jmp_buf FILE DIR div_t ldiv_t mbstate_t "
     "sig_atomic_t fpos_t clock_t time_t va_list size_t ssize_t off_t wchar_t ptrdiff_t wctrans_t wint_t "
     "wctype_t _Bool _Complex int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t "
     "int_least16_t int_least32_t int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t "
     "int_fast8_t int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t "
     "intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t"},
    {"reserved",
     "__asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally __int61 "
     "__try __leave inline _inline __inline naked _naked __naked restrict _restrict __restrict thread _thread "
     "__thread typename _typename __typename"},
    {"builtins", ""},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},     {"types", KeywordType}, {"reserved", KeywordReserved},
    {"builtins", NameBuiltin}, {nullptr, Name},
};

constexpr Part kParts[] = {
    {"ws", R"((?:\s|//.*?\n|/[*].*?[*]/)+)"},
    {"id", R"([a-zA-Z_][a-zA-Z0-9_]*)"},
};

void Start(Lexer& l) { l.Push("bol"); }

void Function(Lexer& l) {
  l.Recurse(l.Match(1));
  l.Put(NameFunction, l.Match(2));
  l.Recurse(l.Match(3));
  l.Recurse(l.Match(4));
  l.Put(Punctuation, l.Match(5));
  if (l.Match(5) == "{") l.Push("function");
}

constexpr Rule kRules[] = {
    State("expr_bol"),
    Mixin("inline_whitespace"),
    {R"(#if\s0)", Comment, "if_0"},
    {R"(#)", CommentPreproc, "macro"},
    {R"()", Nothing(), Pop()},

    State("bol"),
    {R"(@{id}:(?!:))", NameLabel},
    Mixin("expr_bol"),

    State("inline_whitespace"),
    {R"([ \t\r]+)", Text},
    {R"(\\\n)", Text},
    {R"((?s)/(\\\n)?[*].*?[*](\\\n)?/)", CommentMultiline},

    State("whitespace"),
    {R"(\n+)", Text, "bol"},
    {R"(//(\\.|.)*?$)", CommentSingle, "bol"},
    Mixin("inline_whitespace"),

    State("expr_whitespace"),
    {R"(\n+)", Text, "expr_bol"},
    Mixin("whitespace"),

    State("statements"),
    Mixin("whitespace"),
    {R"((u8|u|U|L)?")", Str, "string"},
    {R"((?i)(u8|u|U|L)?'(\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])')", StrChar},
    {R"((?i)(\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*)", NumFloat},
    {R"((?i)\d+e[+-]?\d+[lu]*)", NumFloat},
    {R"((?i)0x[0-9a-f]+[lu]*)", NumHex},
    {R"((?i)0[0-7]+[lu]*)", NumOct},
    {R"((?i)\d+[lu]*)", NumInteger},
    {R"(\*/)", Error},
    {R"([~!%^&*+=\|?:<>/-])", Operator},
    {R"([()\[\],.;])", Punctuation},
    {R"(\bcase\b)", Keyword, "case"},
    {R"((?:true|false|NULL)\b)", NameBuiltin},
    {R"(@{id})", Words(kNames)},

    State("case"),
    {R"(:)", Punctuation, Pop()},
    Mixin("statements"),

    State("root"),
    Mixin("expr_whitespace"),
    {R"((?s)([\w*\s]+?[\s*])(@{id})(\s*\([^;]*?\))(@{ws}?)({|;))", Function},
    {R"(\{)", Punctuation, "function"},
    Mixin("statements"),

    State("function"),
    Mixin("whitespace"),
    Mixin("statements"),
    {R"(;)", Punctuation},
    {R"({)", Punctuation, "function"},
    {R"(})", Punctuation, Pop()},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\([\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3}))", StrEscape},
    {R"([^\\"\n]+)", Str},
    {R"(\\\n)", Str},
    {R"(\\)", Str},

    State("macro"),
    Mixin("include"),
    {R"([^/\n\\]+)", CommentPreproc},
    {R"((?s)\\.)", CommentPreproc},
    Mixin("inline_whitespace"),
    {R"(/)", CommentPreproc},
    {R"(\n)", CommentPreproc, Pop()},

    State("include"),
    {R"((include)(\s*)(<[^>]+>)([^\n]*))", Groups(CommentPreproc, Text, CommentPreprocFile, CommentSingle)},
    {R"((include)(\s*)("[^"]+")([^\n]*))", Groups(CommentPreproc, Text, CommentPreprocFile, CommentSingle)},

    State("if_0"),
    {R"(^\s*#if)", Comment, "if_0"},
    {R"(^\s*#\s*el(?:se|if))", Comment, Pop()},
    {R"((?s)^\s*#\s*endif\b.*?(?<!\\)\n)", Comment, Pop()},
    {R"(.*?\n)", Comment},
};

}  // namespace

const Definition lexers::c = {.tag = "c", .rules = kRules, .parts = kParts, .words = kWords, .start = Start};

}  // namespace tincture::rouge
