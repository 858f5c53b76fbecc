#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "if else while for do break continue return next nextfile delete exit print printf getline"},
    {"declarations", "function"},
    {"reserved", "BEGIN END"},
    {"constants", "CONVFMT FS NF NR FNR FILENAME RS OFS ORS OFMT SUBSEP ARGC ARGV ENVIRON"},
    {"builtins",
     "exp log sqrt sin cos atan2 length rand srand int substr index match split sub gsub sprintf system tolower "
     "toupper"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},         {"declarations", KeywordDeclaration},
    {"reserved", KeywordReserved}, {"constants", KeywordConstant},
    {"builtins", NameBuiltin},     {nullptr, NameOther},
};

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match());
  l.Put(token == NameOther && l.Match().starts_with('$') ? NameVariable : token);
  if (token == Keyword || token == KeywordDeclaration) l.Push("expr_start");
}

constexpr Rule kRules[] = {
    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(#.*?$)", CommentSingle},

    State("expr_start"),
    Mixin("comments_and_whitespace"),
    {R"(/)", StrRegex, Goto("regex")},
    {R"()", Text, Pop()},

    State("regex"),
    {R"(/)", StrRegex, Goto("regex_end")},
    {R"([^/]\n)", Error, Pop()},
    {R"(\n)", Error, Pop()},
    {R"(\[\^)", StrEscape, "regex_group"},
    {R"(\[)", StrEscape, "regex_group"},
    {R"(\\.)", StrEscape},
    {R"([(][?][:=<!])", StrEscape},
    {R"([{][\d,]+[}])", StrEscape},
    {R"([()?])", StrEscape},
    {R"(.)", StrRegex},

    State("regex_end"),
    {R"()", Nothing(), Pop()},

    State("regex_group"),
    {R"(/)", StrEscape},
    {R"([^/]\n)", Error, Pop(2)},
    {R"(\])", StrEscape, Pop()},
    {R"(\\.)", StrEscape},
    {R"(.)", StrRegex},

    State("bad_regex"),
    {R"([^\n]+)", Error, Pop()},

    State("root"),
    Mixin("comments_and_whitespace"),
    {R"((?<=\n)(?=\s|/))", Text, "expr_start"},
    {R"([-<>+*/%\^!=]=?|in\b|\+\+|--|\|)", Operator, "expr_start"},
    {R"(&&|\|\||~!?)", Operator, "expr_start"},
    {R"([(\[,])", Punctuation, "expr_start"},
    {R"(;)", Punctuation, "statement"},
    {R"([)\].])", Punctuation},
    {R"([?])", Punctuation, Push("ternary").Push("expr_start")},
    {R"([{}])", Punctuation, "statement"},
    {R"([$a-zA-Z_][a-zA-Z0-9_]*)", Identifier},
    {R"([0-9]+\.[0-9]+)", NumFloat},
    {R"([0-9]+)", NumInteger},
    {R"~("(\\[\\"]|[^"])*")~", StrDouble},
    {R"(:)", Punctuation},

    State("statement"),
    {R"([{}])", Punctuation},
    Mixin("expr_start"),

    State("ternary"),
    {R"(:)", Punctuation, Goto("expr_start")},
    Mixin("root"),
};

bool Detect(std::string_view text) { return HasShebang(text, R"(awk(\s|\z))"); }

}  // namespace

const Definition lexers::awk = {.tag = "awk", .rules = kRules, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
