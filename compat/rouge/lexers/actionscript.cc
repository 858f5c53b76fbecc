#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "for in while do break return continue switch case default if else throw try catch finally new delete "
     "typeof is this with"},
    {"declarations", "var with function"},
    {"reserved",
     "dynamic final internal native public protected private class const override static package interface "
     "extends implements namespace set get import include super flash_proxy object_proxy trace"},
    {"constants", "true false null NaN Infinity undefined"},
    {"builtins",
     "void Function Math Class Object RegExp decodeURI decodeURIComponent encodeURI encodeURIComponent eval "
     "isFinite isNaN parseFloat parseInt this"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},         {"declarations", KeywordDeclaration},
    {"reserved", KeywordReserved}, {"constants", KeywordConstant},
    {"builtins", NameBuiltin},     {nullptr, NameOther},
};

constexpr Part kParts[] = {
    {"id", R"([$a-zA-Z_][a-zA-Z0-9_]*)"},
};

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match());
  l.Put(token);
  if (token == Keyword || token == KeywordDeclaration) l.Push("expr_start");
}

constexpr Rule kRules[] = {
    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},

    State("expr_start"),
    Mixin("comments_and_whitespace"),
    {R"(/)", StrRegex, Goto("regex")},
    {R"([{])", Punctuation, "object"},
    {R"()", Nothing(), Pop()},

    State("regex"),
    {R"(/)", StrRegex, Goto("regex_end")},
    {R"([^/]\n)", Error, Pop()},
    {R"(\n)", Error, Pop()},
    {R"(\[\^?)", StrEscape, "regex_group"},
    {R"(\\.)", StrEscape},
    {R"([(][?][:=<!])", StrEscape},
    {R"([{][\d,]+[}])", StrEscape},
    {R"([()?])", StrEscape},
    {R"(.)", StrRegex},

    State("regex_end"),
    {R"([gim]+)", StrRegex, Pop()},
    {R"()", Nothing(), Pop()},

    State("regex_group"),
    {R"(/)", StrEscape},
    {R"([^/]\n)", Error, Pop(2)},
    {R"(\])", StrEscape, Pop()},
    {R"(\\.)", StrEscape},
    {R"(.)", StrRegex},

    State("root"),
    {R"((?s)\A\s*#!.*?\n)", CommentPreproc, "statement"},
    {R"(\n)", Text, "statement"},
    Mixin("comments_and_whitespace"),
    {R"(\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|===|!==)", Operator, "expr_start"},
    {R"([:-<>+*%&|\^/!=]=?)", Operator, "expr_start"},
    {R"([(\[,])", Punctuation, "expr_start"},
    {R"(;)", Punctuation, "statement"},
    {R"([)\].])", Punctuation},
    {R"([?])", Punctuation, Push("ternary").Push("expr_start")},
    {R"([{}])", Punctuation, "statement"},
    {R"(@{id})", Identifier},
    {R"(-?[0-9][0-9]*\.[0-9]+([eE][0-9]+)?[fd]?)", NumFloat},
    {R"(0x[0-9a-fA-F]+)", NumHex},
    {R"(-?[0-9]+)", NumInteger},
    {R"~("(\\\\|\\"|[^"])*")~", StrDouble},
    {R"('(\\\\|\\'|[^'])*')", StrSingle},

    State("statement"),
    {R"((@{id})(\s*)(:))", Groups(NameLabel, Text, Punctuation)},
    {R"([{}])", Punctuation},
    Mixin("expr_start"),

    State("object"),
    Mixin("comments_and_whitespace"),
    {R"([}])", Punctuation, Goto("statement")},
    {R"((@{id})(\s*)(:))", Groups(NameAttribute, Text, Punctuation), "expr_start"},
    {R"(:)", Punctuation},
    Mixin("root"),

    State("ternary"),
    {R"(:)", Punctuation, Goto("expr_start")},
    Mixin("root"),
};

}  // namespace

const Definition lexers::actionscript = {
    .tag = "actionscript", .aliases = "as as3", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
