#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"functions",
     "abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring firstword "
     "flavor foreach if join lastword notdir or origin patsubst realpath shell sort strip subst suffix value "
     "warning wildcard word wordlist words"},
};

constexpr Part kParts[] = {
    {"stop", R"(\$\(|\$\{|\(|\)|\}|\\|$)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(#.*?\n)", Comment},
    {R"(([-s]?include)((?:[\t ]+[^\t\n #]+)+))", Groups(Keyword, StrOther)},
    {R"((ifn?def|ifn?eq)([\t ]+)([^#\n]+))", Groups(Keyword, Text, NameVariable)},
    {R"((?:else|endif)[\t ]*(?=[#\n]))", Keyword},
    {R"((export)([\t ]+)(?=[\w\${}()\t -]+\n))", Groups(Keyword, Text), "export"},
    {R"(export[\t ]+)", Keyword},
    {R"(([\w${}().-]+)([\t ]*)([!?:+]?=))", Groups(NameVariable, Text, Operator), "shell_line"},
    {R"~("(\\\\|\\.|[^"\\])*")~", StrDouble},
    {R"('(\\\\|\\.|[^'\\])*')", StrSingle},
    {R"(([^\n:]+)(:+)([ \t]*))", Groups(NameLabel, Operator, Text), "block_header"},

    State("export"),
    {R"([\w\${}()-])", NameVariable},
    {R"(\n)", Text, Pop()},
    {R"([\t ]+)", Text},

    State("block_header"),
    {R"([^,\\\n#]+)", NameFunction},
    {R"(,)", Punctuation},
    {R"(#.*?)", Comment},
    {R"(\\\n)", Text},
    {R"(\\.)", Text},
    {R"(\n)", Text, Goto("block_body")},

    State("block_body"),
    {R"((ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n))", Groups(Keyword, Text, NameVariable, Comment, Text)},
    {R"((else|endif)([\t ]*)(#.*)?(\n))", Groups(Keyword, Text, Comment, Text)},
    {R"((\t[\t ]*)([@-]?))", Groups(Text, Punctuation), "shell_line"},
    {R"()", [](Lexer& l) { l.Inner(lexers::shell).Reset(); }, Pop()},

    State("shell"),
    {R"((?i)\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}])", NameVariable},
    {R"((\$[({])([\t ]*)(@{functions})([\t ]+))", Groups(NameFunction, Text, NameBuiltin, Text), "shell_expr"},
    {R"((?s)\\.)", [](Lexer& l) { l.Continue(lexers::shell, l.Match()); }},
    {R"((?s).+?(?=@{stop}))", [](Lexer& l) { l.Continue(lexers::shell, l.Match()); }},
    {R"(@{stop})", [](Lexer& l) { l.Continue(lexers::shell, l.Match()); }},

    State("shell_expr"),
    {R"([({])", [](Lexer& l) { l.Continue(lexers::shell, l.Match()); }, PushSame()},
    {R"([)}])", NameFunction, Pop()},
    Mixin("shell"),

    State("shell_line"),
    {R"(\n)", Text, Pop()},
    Mixin("shell"),
};

}  // namespace

const Definition lexers::make = {
    .tag = "make", .aliases = "makefile mf gnumake bsdmake", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
