#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"at_keywords",
     "selector private protected public encode synchronized try throw catch finally end property synthesize "
     "dynamic optional interface implementation import autoreleasepool"},
    {"at_builtins", "true false YES NO"},
    {"builtins", "YES NO nil"},
};

constexpr WordClass kDirectives[] = {
    {"at_keywords", Keyword},
    {"at_builtins", NameBuiltin},
    {nullptr, Error},
};

constexpr Part kParts[] = {
    {"oid", R"((?i)[a-z$_][a-z0-9$_]*)"},
};

void Method(Lexer& l) {
  l.PutGroups({Keyword, Text});
  if (l.Matched(3)) l.Recurse(l.Match(3));
  l.Put(Text, l.Match(4));
}

constexpr Rule kRules[] = {
    Prepend("statements"),
    {R"(@")", Str, "string"},
    {R"(@'(\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|\\.|[^\\'\n]'))", StrChar},
    {R"((?i)@(\d+[.]\d*|[.]\d+|\d+)e[+-]?\d+l?)", NumFloat},
    {R"((?i)@(\d+[.]\d*|[.]\d+|\d+f)f?)", NumFloat},
    {R"(@0x\h+[lL]?)", NumHex},
    {R"((?i)@0[0-7]+l?)", NumOct},
    {R"(@\d+l?)", NumInteger},
    {R"(\bin\b)", Keyword},
    {R"(@(?:interface|implementation)\b)", Keyword, "objc_classname"},
    {R"(@(?:class|protocol)\b)", Keyword, "forward_classname"},
    {R"(@([[:alnum:]]+))", [](Lexer& l) { l.Put(l.ByWord(kDirectives, l.Match(1))); }},
    {R"([?])", Punctuation, "ternary"},
    {R"(\[)", Punctuation, "message"},
    {R"(@\[)", Punctuation, "array_literal"},
    {R"(@\{)", Punctuation, "dictionary_literal"},

    State("ternary"),
    {R"(:)", Punctuation, Pop()},
    Mixin("statements"),

    State("message_shared"),
    {R"(\])", Punctuation, Pop()},
    {R"(\{)", Punctuation, Pop()},
    {R"(;)", Error},
    Mixin("statements"),

    State("message"),
    {R"((@{oid})(\s*)(:))", Groups(NameFunction, Text, Punctuation), Goto("message_with_args")},
    {R"((@{oid})(\s*)(\]))", Groups(NameFunction, Text, Punctuation), Pop()},
    Mixin("message_shared"),

    State("message_with_args"),
    {R"(\{)", Punctuation, "function"},
    {R"((@{oid})(\s*)(:))", Groups(NameFunction, Text, Punctuation), Pop()},
    Mixin("message_shared"),

    State("array_literal"),
    {R"(])", Punctuation, Pop()},
    {R"(,)", Punctuation},
    Mixin("statements"),

    State("dictionary_literal"),
    {R"(})", Punctuation, Pop()},
    {R"(,)", Punctuation},
    Mixin("statements"),

    State("objc_classname"),
    Mixin("whitespace"),
    {R"((@{oid})(\s*)(:)(\s*)(@{oid}))", Groups(NameClass, Text, Punctuation, Text, NameClass), Pop()},
    {R"((@{oid})(\s*)([(])(\s*)(@{oid})(\s*)([)]))",
     Groups(NameClass, Text, Punctuation, Text, NameLabel, Text, Punctuation), Pop()},
    {R"(@{oid})", NameClass, Pop()},

    State("forward_classname"),
    Mixin("whitespace"),
    {R"((@{oid})(\s*)(,)(\s*))", Groups(NameClass, Text, Punctuation, Text), PushSame()},
    {R"((@{oid})(\s*)(;?))", Groups(NameClass, Text, Punctuation), Pop()},

    Prepend("root"),
    {R"((?i)([-+])(\s*)([(].*?[)])?(\s*)(?=@{oid}:?))", Method, "method_definition"},

    State("method_definition"),
    {R"(,)", Punctuation},
    {R"([.][.][.])", Punctuation},
    {R"(([(].*?[)])(@{oid}))",
     [](Lexer& l) {
       l.Recurse(l.Match(1));
       l.Put(NameVariable, l.Match(2));
     }},
    {R"((@{oid})(\s*)(:))", Groups(NameFunction, Text, Punctuation)},
    {R"(;)", Punctuation, Pop()},
    {R"({)", Punctuation, Goto("function")},
    Mixin("inline_whitespace"),
    {R"(//.*?\n)", CommentSingle},
    {R"(\s+)", Text},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::objective_c = {.tag = "objective_c",
                                        .aliases = "objc obj-c obj_c objectivec",
                                        .parent = &lexers::c,
                                        .rules = kRules,
                                        .parts = kParts,
                                        .words = kWords};

}  // namespace tincture::rouge
