#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"((?s)^(    .*?\n)+)", [](Lexer& l) { l.Continue(lexers::coffeescript, l.Match()); }},
    {R"((?s)^([ ]{0,3}(\S.*?|)\n)*)", [](Lexer& l) { l.Continue(lexers::markdown, l.Match()); }},
};

}  // namespace

const Definition lexers::literate_coffeescript = {
    .tag = "literate_coffeescript", .aliases = "litcoffee", .rules = kRules};

}  // namespace tincture::rouge
