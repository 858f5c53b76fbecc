#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Start(Lexer& l) { l.Push("fields"); }

constexpr Rule kRules[] = {
    State("fields"),
    {R"([:])", Operator, "field_body"},
    {R"([^\n\r:]+)", NameTag},
    {R"([\n\r])", NameTag},

    State("field_body"),
    {R"((\r?\n){2})", Text, Pop(2)},
    {R"(\r?\n(?![ \v\t\f]))", Text, Pop()},
    {R"([^\n\r]+)", NameAttribute},
    {R"([\n\r])", NameAttribute},

    State("root"),
    {R"(\n)", Text},
    {R"(^>.*)", Comment},
    {R"(.+)", Text},
};

}  // namespace

const Definition lexers::email = {.tag = "email", .aliases = "eml e-mail", .rules = kRules, .start = Start};

}  // namespace tincture::rouge
