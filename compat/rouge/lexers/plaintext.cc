#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"((?s).+)", Text},
};

}  // namespace

const Definition lexers::plaintext = {.tag = "plaintext", .aliases = "text", .rules = kRules};

}  // namespace tincture::rouge
