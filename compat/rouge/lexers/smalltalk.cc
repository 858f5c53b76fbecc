#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"ops", R"([-+*/\\~<>=|&!?,@%])"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"((<)(\w+:)(.*?)(>))", Groups(Punctuation, Keyword, Text, Punctuation)},
    Mixin("whitespaces"),
    Mixin("method_definition"),
    {R"(([|])([\w\s]*)([|]))", Groups(Punctuation, NameVariable, Punctuation)},
    Mixin("objects"),
    {R"(\^|:=|_)", Operator},
    {R"([)}\]])", Punctuation, "after_object"},
    {R"([({\[!])", Punctuation},

    State("method_definition"),
    {R"((?i)([a-z]\w*:)(\s*)(\w+))", Groups(NameFunction, Text, NameVariable)},
    {R"((?i)^(\s*)(\b[a-z]\w*\b)(\s*)$)", Groups(Text, NameFunction, Text)},
    {R"(^(\s*)(@{ops}+)(\s*)(\w+)(\s*)$)", Groups(Text, NameFunction, Text, NameVariable, Text)},

    State("block_variables"),
    Mixin("whitespaces"),
    {R"((:)(\s*)(\w+))", Groups(Operator, Text, NameVariable)},
    {R"([|])", Punctuation, Pop()},
    {R"()", Nothing(), Pop()},

    State("literals"),
    {R"((?s)'(''|.)*?')", Str, "after_object"},
    {R"([$].)", StrChar, "after_object"},
    {R"(#[(])", StrSymbol, "parenth"},
    {R"((\d+r)?-?\d+(\.\d+)?(e-?\d+)?)", Num, "after_object"},
    {R"(#("[^"]*"|@{ops}+|[\w:]+))", StrSymbol, "after_object"},

    State("parenth"),
    {R"([)])", StrSymbol, Goto("after_object")},
    Mixin("inner_parenth"),

    State("inner_parenth"),
    {R"(#[(])", StrSymbol, "inner_parenth"},
    {R"([)])", StrSymbol, Pop()},
    Mixin("whitespaces"),
    Mixin("literals"),
    {R"((@{ops}|[\w:])+)", StrSymbol},

    State("whitespaces"),
    {R"(! !$)", Keyword},
    {R"(\s+)", Text},
    {R"~((?s)".*?")~", Comment},

    State("objects"),
    {R"(\[)", Punctuation, "block_variables"},
    {R"((self|super|true|false|nil|thisContext)\b)", NameBuiltinPseudo, "after_object"},
    {R"([A-Z]\w*(?!:)\b)", NameClass, "after_object"},
    {R"([a-z]\w*(?!:)\b)", NameVariable, "after_object"},
    Mixin("literals"),

    State("after_object"),
    Mixin("whitespaces"),
    {R"((ifTrue|ifFalse|whileTrue|whileFalse|timesRepeat):)", NameBuiltin, Pop()},
    {R"(new(?!:)\b)", NameBuiltin},
    {R"(:=|_)", Operator, Pop()},
    {R"((?i)[a-z]+\w*:)", NameFunction, Pop()},
    {R"((?i)[a-z]+\w*)", NameFunction},
    {R"(@{ops}+)", NameFunction, Pop()},
    {R"([.])", Punctuation, Pop()},
    {R"(;)", Punctuation},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::smalltalk = {.tag = "smalltalk", .aliases = "st squeak", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
