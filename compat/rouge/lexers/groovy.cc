#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "assert break case catch continue default do else finally for if goto instanceof new return switch this "
     "throw try while in as"},
    {"declarations",
     "abstract const enum extends final implements native private protected public static strictfp super "
     "synchronized throws transient volatile"},
    {"types", "def boolean byte char double float int long short void"},
    {"constants", "true false null"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword}, {"declarations", KeywordDeclaration}, {"types", KeywordType}, {"constants", KeywordConstant},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(^(\s*(?:\w[\w.\[\]]*\s+)+?)(\w\w*)(\s*)(\())",
     [](Lexer& l) {
       l.Within(l.Match(1));
       l.Put(NameFunction, l.Match(2));
       l.Put(Text, l.Match(3));
       l.Put(Operator, l.Match(4));
     }},
    {R"([^\S\n]+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/[*].*?[*]/)", CommentMultiline},
    {R"(@\w[\w.]*)", NameDecorator},
    {R"((class|interface|trait)\b)", KeywordDeclaration, "class"},
    {R"(package\b)", KeywordNamespace, "import"},
    {R"(import\b)", KeywordNamespace, "import"},
    {R"~((?s)""".*?""")~", StrDouble},
    {R"((?s)'''.*?''')", StrSingle},
    {R"~("(\\.|\\\n|.)*?")~", StrDouble},
    {R"('(\\.|\\\n|.)*?')", StrSingle},
    {R"((?s)\$/(\$.|.)*?/\$)", Str},
    {R"(/(\\.|\\\n|.)*?/)", Str},
    {R"('\\.'|'[^\\]'|'\\u[0-9a-f]{4}')", StrChar},
    {R"((\.)([a-zA-Z_][a-zA-Z0-9_]*))", Groups(Operator, NameAttribute)},
    {R"([a-zA-Z_][a-zA-Z0-9_]*:)", NameLabel},
    {R"([a-zA-Z_\$][a-zA-Z0-9_]*)", Words(kNames)},
    {R"([~^*!%&\[\](){}<>\|+=:;,./?-])", Operator},
    {R"(\d+\.\d+([eE]\d+)?[fd]?)", NumFloat},
    {R"(0x[0-9a-f]+)", NumHex},
    {R"([0-9]+L?)", NumInteger},
    {R"(\n)", Text},

    State("class"),
    {R"(\s+)", Text},
    {R"(\w\w*)", NameClass, Pop()},

    State("import"),
    {R"(\s+)", Text},
    {R"([\w.]+[*]?)", NameNamespace, Pop()},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(groovy(\s|\z))"); }

}  // namespace

const Definition lexers::groovy = {.tag = "groovy", .rules = kRules, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
