#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"preproc", "define elif else endif error if ifdef ifndef include line pragma undef warning"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(;[^\n]*)", Comment},
    {R"(^([ \t]*)(#[ \t]*(?:(?:@{preproc})(?:[ \t].*)?)?)(?=\n))", Groups(Text, CommentPreproc)},
    {R"([-a-z]+:)", KeywordDeclaration},
    {R"((?i)[a-z_]\w+)", NameEntity},
    {R"("[^"]*")", Str},
    {R"((?:&|0x)\h+)", NumHex},
    {R"(\d+)", Num},
    {R"([,\/()])", Punctuation},
    {R"([ \t]+)", Text},
    {R"(\n+)", Text},
};

}  // namespace

const Definition lexers::cmhg = {.tag = "cmhg", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
