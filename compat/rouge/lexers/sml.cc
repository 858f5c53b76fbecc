#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstype and andalso as case datatype do else end exception fn fun handle if in infix infixr let local "
     "nonfix of op open orelse raise rec then type val with withtype while eqtype functor include sharing sig "
     "signature struct structure where"},
    {"symbols", ": | = => -> # :>"},
};

constexpr WordClass kNames[] = {
    {"keywords", KeywordReserved},
    {"symbols", Punctuation},
    {nullptr, Name},
};

constexpr WordClass kQualifiers[] = {
    {"keywords", Error},
    {nullptr, NameNamespace},
};

constexpr Part kParts[] = {
    {"id", R"([\w']+)"},
    {"symbol", R"([!%&$#/:<=>?@\\~`^|*+-]+)"},
};

void Qualifier(Lexer& l) { l.PutGroups({l.ByWord(kQualifiers, l.Match(1)), Punctuation}); }

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},
    {R"([(][*])", Comment, "comment"},

    State("delimiters"),
    {R"([(\[{])", Punctuation, "main"},
    {R"([)\]}])", Punctuation, Pop()},
    {R"(\b(let|if|local)\b(?!'))", KeywordReserved, PushSame().Add({Next::kPushSame, 1, nullptr})},
    {R"(\b(struct|sig|while)\b(?!'))", KeywordReserved, PushSame()},
    {R"(\b(do|else|end|in|then)\b(?!'))", KeywordReserved, Pop()},

    State("core"),
    {R"([()\[\]{},;_]|[.][.][.])", Punctuation},
    {R"(#")", StrChar, "char"},
    {R"(")", StrDouble, "string"},
    {R"(~?0x[0-9a-fA-F]+)", NumHex},
    {R"(0wx[0-9a-fA-F]+)", NumHex},
    {R"(0w\d+)", NumInteger},
    {R"(~?\d+([.]\d+)?[eE]~?\d+)", NumFloat},
    {R"(~?\d+[.]\d+)", NumFloat},
    {R"(~?\d+)", NumInteger},
    {R"(#\s*[1-9][0-9]*)", NameLabel},
    {R"(#\s*@{id})", NameLabel},
    {R"(#\s+@{symbol})", NameLabel},
    {R"(\b(datatype|abstype)\b(?!'))", KeywordReserved, "dname"},
    {R"((?=\bexception\b(?!')))", Nothing(), "ename"},
    {R"(\b(functor|include|open|signature|structure)\b(?!'))", KeywordReserved, "sname"},
    {R"(\b(type|eqtype)\b(?!'))", KeywordReserved, "tname"},
    {R"('@{id})", NameDecorator},
    {R"((@{id})([.]))", Qualifier, "dotted"},
    {R"(@{id})", Words(kNames)},
    {R"(@{symbol})", Words(kNames)},

    State("dotted"),
    {R"((@{id})([.]))", Qualifier},
    {R"(@{id})", Words(kNames), Pop()},
    {R"(@{symbol})", Words(kNames), Pop()},

    State("root"),
    {R"(#!.*?\n)", CommentPreproc},
    {R"()", Nothing(), "main"},

    State("main"),
    Mixin("whitespace"),
    {R"(\b(val|and)\b(?!'))", KeywordReserved, "vname"},
    {R"(\b(fun)\b(?!'))", KeywordReserved, Goto("main_fun").Push("fname")},
    Mixin("delimiters"),
    Mixin("core"),

    State("main_fun"),
    Mixin("whitespace"),
    {R"(\b(fun|and)\b(?!'))", KeywordReserved, "fname"},
    {R"(\bval\b(?!'))", KeywordReserved, Goto("main").Push("vname")},
    {R"([|])", Punctuation, "fname"},
    {R"(\b(case|handle)\b(?!'))", KeywordReserved, Goto("main")},
    Mixin("delimiters"),
    Mixin("core"),

    State("has_escapes"),
    {R"(\\[\\"abtnvfr])", StrEscape},
    {R"(\\\^[\x40-\x5e])", StrEscape},
    {R"(\\[0-9]{3})", StrEscape},
    {R"(\\u\h{4})", StrEscape},
    {R"(\\\s+\\)", StrInterpol},

    State("string"),
    {R"([^"\\]+)", StrDouble},
    {R"(")", StrDouble, Pop()},
    Mixin("has_escapes"),

    State("char"),
    {R"([^"\\]+)", StrChar},
    {R"(")", StrChar, Pop()},
    Mixin("has_escapes"),

    State("breakout"),
    {R"((?=\b@{keywords}\b(?!')))", Nothing(), Pop()},

    State("sname"),
    Mixin("whitespace"),
    Mixin("breakout"),
    {R"(@{id})", NameNamespace},
    {R"()", Nothing(), Pop()},

    State("has_annotations"),
    {R"('[\w']*)", NameDecorator},
    {R"([(])", Punctuation, "tyvarseq"},

    State("fname"),
    Mixin("whitespace"),
    Mixin("has_annotations"),
    {R"(@{id})", NameFunction, Pop()},
    {R"(@{symbol})", NameFunction, Pop()},

    State("vname"),
    Mixin("whitespace"),
    Mixin("has_annotations"),
    {R"((@{id})(\s*)(=(?!@{symbol})))", Groups(NameVariable, Text, Punctuation), Pop()},
    {R"((@{symbol})(\s*)(=(?!@{symbol})))", Groups(NameVariable, Text, Punctuation)},
    {R"(@{id})", NameVariable, Pop()},
    {R"(@{symbol})", NameVariable, Pop()},
    {R"()", Nothing(), Pop()},

    State("tname"),
    Mixin("whitespace"),
    Mixin("breakout"),
    Mixin("has_annotations"),
    {R"(=(?!@{symbol}))", Punctuation, Goto("typbind")},
    {R"(@{id})", KeywordType},
    {R"(@{symbol})", KeywordType},

    State("typbind"),
    Mixin("whitespace"),
    {R"(\b(and)\b(?!'))", KeywordReserved, Goto("tname")},
    Mixin("breakout"),
    Mixin("core"),

    State("dname"),
    Mixin("whitespace"),
    Mixin("breakout"),
    Mixin("has_annotations"),
    {R"((=)(\s*)(datatype)\b)", Groups(Punctuation, Text, KeywordReserved), Pop()},
    {R"(=(?!@{symbol}))", Punctuation, Goto("datbind").Push("datcon")},
    {R"(@{id})", KeywordType},
    {R"(@{symbol})", KeywordType},

    State("datbind"),
    Mixin("whitespace"),
    {R"(\b(and)\b(?!'))", KeywordReserved, Goto("dname")},
    {R"(\b(withtype)\b(?!'))", KeywordReserved, Goto("tname")},
    {R"(\bof\b(?!'))", KeywordReserved},
    {R"(([|])(\s*)(@{id}))", Groups(Punctuation, Text, NameClass)},
    {R"(([|])(\s+)(@{symbol}))", Groups(Punctuation, Text, NameClass)},
    Mixin("breakout"),
    Mixin("core"),

    State("ename"),
    Mixin("whitespace"),
    {R"((exception|and)(\s+)(@{id}))", Groups(KeywordReserved, Text, NameClass)},
    {R"((exception|and)(\s*)(@{symbol}))", Groups(KeywordReserved, Text, NameClass)},
    {R"(\b(of)\b(?!'))", KeywordReserved},
    Mixin("breakout"),
    Mixin("core"),

    State("datcon"),
    Mixin("whitespace"),
    {R"(@{id})", NameClass, Pop()},
    {R"(@{symbol})", NameClass, Pop()},

    State("tyvarseq"),
    Mixin("whitespace"),
    {R"('[\w']*)", NameDecorator},
    {R"(@{id})", Name},
    {R"(,)", Punctuation},
    {R"([)])", Punctuation, Pop()},
    {R"(@{symbol})", Name},

    State("comment"),
    {R"([^(*)]+)", CommentMultiline},
    {R"([(][*])", CommentMultiline, PushSame()},
    {R"([*][)])", CommentMultiline, Pop()},
    {R"([(*)])", CommentMultiline},
};

}  // namespace

const Definition lexers::sml = {.tag = "sml", .aliases = "ml", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
