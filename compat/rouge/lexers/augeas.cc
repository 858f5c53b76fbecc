#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"reserved",
     "_ let del store value counter seq key label autoload incl excl transform test get put in after set clear "
     "insa insb print_string print_regexp print_endline print_tree lens_ctype lens_atype lens_ktype lens_vtype "
     "lens_format_atype regexp_match"},
};

void Identifier(Lexer& l) {
  if (l.Match() == "module") {
    l.Put(KeywordReserved);
    return l.Push("module");
  }
  if (l.InList("reserved", l.Match())) return l.Put(KeywordReserved);
  const char first = l.Match()[0];
  l.Put(first >= 'A' && first <= 'Z' ? KeywordNamespace : Name);
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(\(\*)", CommentMultiline, "comment"},
    {R"((:)(\w\w*))", Groups(Punctuation, KeywordType)},
    {R"(\w[\w']*)", Identifier},
    {R"(")", Str, "string"},
    {R"(\/)", Str, "regexp"},
    {R"([-*+.=?|]+)", Operator},
    {R"([\[\](){}:;])", Punctuation},

    State("comment"),
    {R"(\*\))", CommentMultiline, Pop()},
    {R"(\(\*)", CommentMultiline, "comment"},
    {R"([^*)]+)", CommentMultiline},
    {R"([*)])", CommentMultiline},

    State("module"),
    {R"(\s+)", Text},
    {R"([A-Z][a-zA-Z0-9_.]*)", NameNamespace, Pop()},

    State("regexp"),
    {R"(\/)", StrRegex, Pop()},
    {R"([^\\\/]+)", StrRegex},
    {R"(\\[\\\/])", StrRegex},
    {R"(\\)", StrRegex},

    State("string"),
    {R"(")", Str, Pop()},
    {R"(\\)", StrEscape, "escape"},
    {R"([^\\"]+)", Str},

    State("escape"),
    {R"([abfnrtv"'&\\])", StrEscape, Pop()},
    {R"(\^[\]\[A-Z@\^_])", StrEscape, Pop()},
    {R"((?i)o[0-7]+)", StrEscape, Pop()},
    {R"((?i)x[\da-f]+)", StrEscape, Pop()},
    {R"(\d+)", StrEscape, Pop()},
    {R"(\s+)", StrEscape, Pop()},
    {R"(.)", Str, Pop()},
};

}  // namespace

const Definition lexers::augeas = {.tag = "augeas", .aliases = "aug", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
