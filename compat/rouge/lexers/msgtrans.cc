#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(^#[^\n]*)", Comment},
    {R"([^\t\n\r ,):?\/]+)", NameVariable},
    {R"([\n\/?])", Operator},
    {R"(:)", Operator, "value"},

    State("value"),
    {R"(\n)", Text, Pop()},
    {R"(%[0-3%])", Operator},
    {R"([^\n%])", Str},
};

}  // namespace

const Definition lexers::msgtrans = {.tag = "msgtrans", .rules = kRules};

}  // namespace tincture::rouge
