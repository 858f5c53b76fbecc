#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(^ .*$\n?)", Text},
    {R"(^---$\n?)", Punctuation},
    {R"(^[+>]+.*$\n?)", GenericInserted},
    {R"(^\+.*$\n?)", GenericInserted},
    {R"(^[-<]+.*$\n?)", GenericDeleted},
    {R"(^!.*$\n?)", GenericStrong},
    {R"(^([Ii]ndex|diff).*$\n?)", GenericHeading},
    {R"(^(@@[^@]*@@)([^\n]*\n))", Groups(Punctuation, Text)},
    {R"(^\w.*$\n?)", Punctuation},
    {R"(^=.*$\n?)", GenericHeading},
    {R"(\s.*$\n?)", Text},
};

}  // namespace

const Definition lexers::diff = {.tag = "diff", .aliases = "patch udiff", .rules = kRules};

}  // namespace tincture::rouge
