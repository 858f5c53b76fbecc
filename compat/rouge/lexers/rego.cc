#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"constants", "true false null"},
    {"operators", "as default else import not package some with"},
};

constexpr WordClass kNames[] = {
    {"constants", KeywordConstant},
    {"operators", OperatorWord},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(#.*)", CommentSingle},
    {R"([\[\](){}|.,;!])", Punctuation},
    {R"("[^"]*")", StrDouble},
    {R"(-?\d+\.\d+([eE][+-]?\d+)?)", NumFloat},
    {R"(-?\d+([eE][+-]?\d+)?)", Num},
    {R"(\\u[0-9a-fA-F]{4})", NumHex},
    {R"(\\["\/bfnrt])", StrEscape},
    {R"(=|!=|>=|<=|>|<|\+|-|\*|%|\/|\||&|:=)", Operator},
    {R"([\/:?@^~]+)", Operator},
    {R"([[:word:]]+)", Words(kNames)},
};

}  // namespace

const Definition lexers::rego = {.tag = "rego", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
