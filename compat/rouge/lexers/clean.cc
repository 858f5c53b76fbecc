#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "if otherwise let in with where case of infix infixl infixr class instance generic derive special "
     "implementation definition system module from import qualified as dynamic code inline foreign export ccall "
     "stdcall"},
    {"booleans", "True False"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {nullptr, Name},
};

constexpr WordClass kTypes[] = {
    {"booleans", KeywordConstant},
    {nullptr, KeywordType},
};

constexpr Rule kRules[] = {
    State("common_literals"),
    {R"('(?:[^'\\]|\\(?:x[0-9a-fA-F]+|\d+|.))')", StrChar},
    {R"([+~-]?\d+\.\d+(?:E[+-]?\d+)?\b)", NumFloat},
    {R"([+~-]?\d+E[+-]?\d+\b)", NumFloat},
    {R"([+~-]?\d+)", NumInteger},
    {R"(")", StrDouble, "string"},

    State("comment_doc"),
    {R"(\*\/)", CommentDoc, Pop()},
    {R"(\/\/.*)", CommentDoc},
    {R"(\/\*)", CommentDoc, "comment"},
    {R"([^*\/]+)", CommentDoc},
    {R"([*\/])", CommentDoc},

    State("comment"),
    {R"(\*\/)", CommentMultiline, Pop()},
    {R"(\/\/.*)", CommentMultiline},
    {R"(\/\*)", CommentMultiline, "comment"},
    {R"([^*\/]+)", CommentMultiline},
    {R"([*\/])", CommentMultiline},

    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"(\/\/\*.*)", CommentDoc},
    {R"(\/\/.*)", CommentSingle},
    {R"(\/\*\*)", CommentDoc, "comment_doc"},
    {R"(\/\*)", CommentMultiline, "comment"},
    {R"([+~-]?0[0-7]+)", NumOct},
    {R"([+~-]?0x[0-9a-fA-F]+)", NumHex},
    Mixin("common_literals"),
    {R"((\[)(\s*)(')(?=.*?'\]))", Groups(Punctuation, TextWhitespace, StrSingle), "charlist"},
    {R"(code(\s+inline)?\s*{)", CommentPreproc, "abc"},
    {R"(_*[a-z][\w_`]*)", Words(kNames)},
    {R"(_*[A-Z][\w_`]*)", Words(kTypes)},
    {R"([^\w_\s`])", Punctuation},
    {R"(_\b)", Punctuation},

    State("escapes"),
    {R"((?i)\\x[0-9a-fA-F]{1,2})", StrEscape},
    {R"((?i)\\d\d{0,3})", StrEscape},
    {R"(\\0[0-7]{0,3})", StrEscape},
    {R"(\\[0-7]{1,3})", StrEscape},
    {R"(\\[nrfbtv\\"'])", StrEscape},

    State("string"),
    {R"(")", StrDouble, Pop()},
    Mixin("escapes"),
    {R"([^\\"]+)", StrDouble},

    State("charlist"),
    {R"((')(\]))", Groups(StrSingle, Punctuation), Pop()},
    Mixin("escapes"),
    {R"([^\\'])", StrSingle},

    State("abc_basic"),
    {R"(\s+)", TextWhitespace},
    {R"(\|.*)", CommentSingle},
    Mixin("common_literals"),

    State("abc"),
    Mixin("abc_basic"),
    {R"(})", CommentPreproc, Pop()},
    {R"(\.\w*)", Keyword, "abc_rest_of_line"},
    {R"([\w_]+)", NameBuiltin, "abc_rest_of_line"},

    State("abc_rest_of_line"),
    {R"(\n)", TextWhitespace, Pop()},
    {R"(})", CommentPreproc, Pop(2)},
    Mixin("abc_basic"),
    {R"(\S+)", Name},
};

}  // namespace

const Definition lexers::clean = {.tag = "clean", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
