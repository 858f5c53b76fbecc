#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"name", R"((?i)[a-z_@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-][\w@!\$&\.\\:;<>\?\[\]\^`\|~\*/\+\-]*)"},
};

void Entry(Lexer& l) {
  const std::string kind = Downcase(l.Match(1));
  if (kind == "comment") return l.Put(Comment);
  l.Put(NameClass);
  l.Push("closing_brace");
  l.Push(kind == "preamble" ? "value" : kind == "string" ? "field" : "command_body");
  l.Push("opening_brace");
}

constexpr Rule kRules[] = {
    State("root"),
    Mixin("whitespace"),
    {R"(@(@{name}))", Entry},
    {R"(.+)", Comment},

    State("opening_brace"),
    Mixin("whitespace"),
    {R"([{(])", Punctuation, Pop()},

    State("closing_brace"),
    Mixin("whitespace"),
    {R"([})])", Punctuation, Pop()},

    State("command_body"),
    Mixin("whitespace"),
    {R"([^\s\,\}]+)", NameLabel, Pop().Push("fields")},

    State("fields"),
    Mixin("whitespace"),
    {R"(,)", Punctuation, "field"},
    {R"()", Nothing(), Pop()},

    State("field"),
    Mixin("whitespace"),
    {R"(@{name})", NameAttribute, Push("value").Push("equal_sign")},
    {R"()", Nothing(), Pop()},

    State("equal_sign"),
    Mixin("whitespace"),
    {R"(=)", Punctuation, Pop()},

    State("value"),
    Mixin("whitespace"),
    {R"(@{name})", NameVariable},
    {R"(")", Str, "quoted_string"},
    {R"(\{)", Str, "braced_string"},
    {R"(\d+)", Num},
    {R"(#)", Punctuation},
    {R"()", Nothing(), Pop()},

    State("quoted_string"),
    {R"(\{)", Str, "braced_string"},
    {R"(")", Str, Pop()},
    {R"([^\{\"]+)", Str},

    State("braced_string"),
    {R"(\{)", Str, "braced_string"},
    {R"(\})", Str, Pop()},
    {R"([^\{\}]+)", Str},

    State("whitespace"),
    {R"(\s+)", Text},
};

}  // namespace

const Definition lexers::bibtex = {.tag = "bibtex", .aliases = "bib", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
