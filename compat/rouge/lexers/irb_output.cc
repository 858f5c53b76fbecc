#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Start(Lexer& l) { l.Push("stdout"); }

constexpr Rule kRules[] = {
    State("has_irb_output"),
    {R"(=>)", Punctuation, Pop()},
    {R"(.+?(\n|$))", GenericOutput},

    State("irb_error"),
    {R"(.+?(\n|$))", GenericError},
    Mixin("has_irb_output"),

    State("stdout"),
    {R"(\w+?(Error|Exception):.+?(\n|$))", GenericError, "irb_error"},
    Mixin("has_irb_output"),

    Prepend("root"),
    {R"(#<)", KeywordType, "irb_object"},

    State("irb_object"),
    {R"(>)", KeywordType, Pop()},
    Mixin("root"),
};

}  // namespace

const Definition lexers::irb_output = {.tag = "irb_output", .parent = &lexers::ruby, .rules = kRules, .start = Start};

}  // namespace tincture::rouge
