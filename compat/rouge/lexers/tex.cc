#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"command", R"((?i)\\([a-z]+|\s+|.))"},
};

constexpr Rule kRules[] = {
    State("general"),
    {R"(%.*$)", Comment},
    {R"([{}&_^])", Punctuation},

    State("root"),
    {R"(\\\[)", Punctuation, "displaymath"},
    {R"(\\\()", Punctuation, "inlinemath"},
    {R"(\$\$)", Punctuation, "displaymath"},
    {R"(\$)", Punctuation, "inlinemath"},
    {R"(\\(begin|end)\{.*?\})", NameTag},
    {R"((\\verb)\b(\S)(.*?)(\2))", Groups(NameBuiltin, KeywordPseudo, StrOther, KeywordPseudo)},
    {R"(@{command})", Keyword, "command"},
    Mixin("general"),
    {R"([^\\$%&_^{}]+)", Text},

    State("math"),
    {R"(@{command})", NameVariable},
    Mixin("general"),
    {R"([0-9]+)", Num},
    {R"([-=!+*\/()\[\]])", Operator},
    {R"([^=!+*\/()\[\]\\$%&_^{}0-9-]+)", NameBuiltin},

    State("inlinemath"),
    {R"(\\\))", Punctuation, Pop()},
    {R"(\$)", Punctuation, Pop()},
    Mixin("math"),

    State("displaymath"),
    {R"(\\\])", Punctuation, Pop()},
    {R"(\$\$)", Punctuation, Pop()},
    {R"(\$)", NameBuiltin},
    Mixin("math"),

    State("command"),
    {R"(\[.*?\])", NameAttribute},
    {R"(\*)", Keyword},
    {R"()", Nothing(), Pop()},
};

bool Detect(std::string_view text) {
  return Like(text, R"(\s*\\(documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass))");
}

}  // namespace

const Definition lexers::tex = {
    .tag = "tex", .aliases = "TeX LaTeX latex", .rules = kRules, .parts = kParts, .detect = Detect};

}  // namespace tincture::rouge
