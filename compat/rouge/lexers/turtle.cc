#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(@base\b)", KeywordDeclaration},
    {R"(@prefix\b)", KeywordDeclaration},
    {R"(true\b)", KeywordConstant},
    {R"(false\b)", KeywordConstant},
    {R"~((?s)""".*?""")~", Str},
    {R"~("([^"\\]|\\.)*")~", Str},
    {R"((?s)'''.*?''')", Str},
    {R"('([^'\\]|\\.)*')", Str},
    {R"(#.*$)", CommentSingle},
    {R"(@[^\s,.;]+)", NameAttribute},
    {R"([+-]?[0-9]+\.[0-9]*E[+-]?[0-9]+)", NumFloat},
    {R"([+-]?\.[0-9]+E[+-]?[0-9]+)", NumFloat},
    {R"([+-]?[0-9]+E[+-]?[0-9]+)", NumFloat},
    {R"([+-]?[0-9]*\.[0-9]+?)", NumFloat},
    {R"([+-]?[0-9]+)", NumInteger},
    {R"([.,;(){}\[\]])", Punctuation},
    {R"(\^\^)", Punctuation},
    {R"(<[^>]*>)", NameLabel},
    {R"((?i)base\b)", KeywordDeclaration},
    {R"((?i)prefix\b)", KeywordDeclaration},
    {R"(GRAPH\b)", Keyword},
    {R"(a\b)", Keyword},
    {R"(\s+)", TextWhitespace},
    {R"([^:;<>#\@"\(\).\[\]\{\} ]*:)", NameNamespace},
    {R"([^:;<>#\@"\(\).\[\]\{\} ]+)", Name},
};

}  // namespace

const Definition lexers::turtle = {.tag = "turtle", .rules = kRules};

}  // namespace tincture::rouge
