// JSX with what TypeScript adds to JavaScript.
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    Prepend("element_name"),
    {R"((\w+)(,))", Groups(NameOther, Punctuation), Pop(3)},
};

}  // namespace

const Definition lexers::tsx = {.tag = "tsx", .parent = &lexers::jsx, .shares = &lexers::typescript, .rules = kRules};

}  // namespace tincture::rouge
