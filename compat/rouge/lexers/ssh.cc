#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"((?i)[a-z0-9]+)", Keyword, "statement"},
    Mixin("base"),

    State("statement"),
    {R"(\n)", Text, Pop()},
    {R"((?:yes|no|confirm|ask|always|auto|none|force)\b)", NameConstant},
    {R"(\d+)", Num},
    {R"([^#\s;{}$\\]+)", Text},
    Mixin("base"),

    State("base"),
    {R"(\s+)", Text},
    {R"(#.*)", CommentSingle},
};

}  // namespace

const Definition lexers::ssh = {.tag = "ssh", .rules = kRules};

}  // namespace tincture::rouge
