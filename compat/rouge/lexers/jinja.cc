#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "as context do else extends from ignore missing import include reversed recursive scoped autoescape "
     "endautoescape block endblock call endcall filter endfilter for endfor if endif macro endmacro set endset "
     "trans endtrans with endwith without"},
    {"tests",
     "callable defined divisibleby equalto escaped even iterable lower mapping none number odd sameas sequence "
     "string undefined upper"},
    {"pseudo_keywords", "true false none True False None"},
    {"word_operators", "is in and or not"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"pseudo_keywords", KeywordPseudo},
    {"word_operators", OperatorWord},
    {"tests", NameBuiltin},
    {nullptr, NameVariable},
};

void InParent(Lexer& l) { l.Parent().ContinueLex(l.Match()); }

constexpr Rule kRules[] = {
    State("root"),
    {R"({#)", Comment, "comment"},
    {R"(##.*)", Comment},
    {R"(({%-?)(\s*)(raw|verbatim)(\s*)(-?%}))",
     [](Lexer& l) {
       l.PutGroups({CommentPreproc, Text, Keyword, Text, CommentPreproc});
       l.Push(l.Match(3));
     }},
    {R"(\{\%)", CommentPreproc, "statement"},
    {R"(\{\{)", CommentPreproc, "expression"},
    {R"((?s)(.+?)(?=\\|{{|{%|{#|##))", InParent},
    {R"((?s).+)", InParent},

    State("filter"),
    {R"((\|\s*)(\w+))", Groups(Operator, NameFunction)},

    State("function"),
    {R"((\w+)(\())", Groups(NameFunction, Punctuation)},

    State("text"),
    {R"(\s+)", Text},

    State("literal"),
    {R"~("(\\.|.)*?")~", StrDouble},
    {R"('(\\.|.)*?')", StrSingle},
    {R"(\d+(?=}\s))", Num},
    {R"((\+|\-|\*|\/\/?|\*\*?|=))", Operator},
    {R"((<=?|>=?|===?|!=))", Operator},
    {R"(,)", Punctuation},
    {R"(\[)", Punctuation},
    {R"(\])", Punctuation},
    {R"(\()", Punctuation},
    {R"(\))", Punctuation},

    State("comment"),
    {R"([^#]+)", Comment},
    {R"(#})", Comment, Pop()},
    {R"(#)", Comment},

    State("expression"),
    {R"(\w+\.?)", NameVariable},
    Mixin("filter"),
    Mixin("function"),
    Mixin("literal"),
    Mixin("text"),
    {R"(%}|}})", CommentPreproc, Pop()},

    State("statement"),
    {R"((\w+\.?))", Words(kNames)},
    Mixin("filter"),
    Mixin("function"),
    Mixin("literal"),
    Mixin("text"),
    {R"(\%\})", CommentPreproc, Pop()},

    State("raw"),
    {R"(({%-?)(\s*)(endraw)(\s*)(-?%}))", Groups(CommentPreproc, Text, Keyword, Text, CommentPreproc), Pop()},
    {R"([^{]+)", Text},
    {R"({)", Text},

    State("verbatim"),
    {R"(({%-?)(\s*)(endverbatim)(\s*)(-?%}))", Groups(CommentPreproc, Text, Keyword, Text, CommentPreproc), Pop()},
    {R"([^{]+)", Text},
    {R"({)", Text},
};

}  // namespace

const Definition lexers::jinja = {
    .tag = "jinja", .aliases = "django", .rules = kRules, .words = kWords, .start = ResetParent};

}  // namespace tincture::rouge
