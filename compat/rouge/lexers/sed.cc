#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"edot", R"((?s:\\.|.))"},
};

constexpr Rule kRegexRules[] = {
    State("root"),
    {R"(\\.)", StrEscape},
    {R"(\[)", Punctuation, "brackets"},
    {R"([$^.*])", Operator},
    {R"([()])", Punctuation},
    {R"(.)", StrRegex},

    State("brackets"),
    {R"(\^)", Punctuation, Goto("brackets_int")},
    {R"()", Nothing(), Goto("brackets_int")},

    State("brackets_int"),
    {R"(.-.)", NameVariable},
    {R"(\])", Punctuation, Pop()},
    {R"(.)", StrRegex},
};
const Definition kRegex = {.tag = "", .rules = kRegexRules};

constexpr Rule kReplacementRules[] = {
    State("root"),
    {R"((?s)\\.)", StrEscape},
    {R"(&)", Operator},
    {R"([^\\&]+)", Text},
};
const Definition kReplacement = {.tag = "", .rules = kReplacementRules};

void Substitute(Lexer& l, const Definition& from) {
  l.PutGroups({Keyword, Punctuation});
  l.Continue(from, l.Match(3));
  l.Put(Punctuation, l.Match(4));
  l.Continue(kReplacement, l.Match(5));
  l.Put(Punctuation, l.Match(6));
}

void EndLine(Lexer& l, Token token) {
  l.Put(token);
  l.ResetStack();
}

void Address(Lexer& l, size_t regex) {
  for (size_t i = 1; i < regex; ++i) l.Put(KeywordNamespace, l.Match(i));
  l.Continue(kRegex, l.Match(regex));
  l.Put(KeywordNamespace, l.Match(regex + 1));
}

// Rouge yields the whole match three times.
void WriteFlag(Lexer& l) {
  for (const Token token : {Keyword, Text, Name}) l.Put(token);
}

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},
    {R"(#.*?\n)", [](Lexer& l) { EndLine(l, Comment); }},
    {R"(\n)", [](Lexer& l) { EndLine(l, Text); }},
    {R"(;)", [](Lexer& l) { EndLine(l, Punctuation); }},

    State("root"),
    Mixin("addr_range"),

    State("command"),
    Mixin("whitespace"),
    {R"((?s)(s)(.)(@{edot}*?)(\2)(@{edot}*?)(\2))", [](Lexer& l) { Substitute(l, kRegex); }, Goto("flags")},
    {R"((?s)(y)(.)(@{edot}*?)(\2)(@{edot}*?)(\2))", [](Lexer& l) { Substitute(l, kReplacement); }, Pop()},
    {R"(([aic])(\s*))", Groups(Keyword, Text), Goto("text")},
    {R"([pd])", Keyword},
    {R"((?i)([qQl])(\s+)(\d+))", Groups(Keyword, Text, Num), Pop()},
    {R"([={}dDgGhHlnpPqx])", Keyword, Pop()},
    {R"(([rRwW])(\s+)(\S+))", Groups(Keyword, Text, Name), Pop()},
    {R"(([:btT])(\s+)(\S+))", Groups(Keyword, Text, NameLabel), Pop()},

    State("addr_range"),
    Mixin("whitespace"),
    {R"(\d+)", KeywordNamespace},
    {R"([$,~+!])", KeywordNamespace},
    {R"((/)((?:\\.|.)*?)(/))", [](Lexer& l) { Address(l, 2); }},
    {R"((\\)(.)((?:\\.|.)*?)(\2))", [](Lexer& l) { Address(l, 3); }},
    {R"()", Nothing(), "command"},

    State("text"),
    {R"([^\\\n]+)", Str},
    {R"(\\\n)", StrEscape},
    {R"(\\)", Str},
    {R"(\n)", Text, Pop()},

    State("flags"),
    {R"([gp]+)", Keyword, Pop()},
    {R"(([wW])(\s+)(\S+))", WriteFlag},
    {R"()", Nothing(), Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(sed(\s|\z))"); }

}  // namespace

const Definition lexers::sed = {.tag = "sed", .rules = kRules, .parts = kParts, .detect = Detect};

}  // namespace tincture::rouge
