#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Code(Lexer& l) {
  l.Put(NameLabel, l.Match(1));
  l.Continue(lexers::haskell, l.Match(2));
}

constexpr Rule kRules[] = {
    State("root"),     {R"(\s*?\n(?=>))", Text, "code"}, {R"(.*?\n)", Text},
    {R"(.+\z)", Text},

    State("code"),     {R"((>)( .*?(\n|\z)))", Code},    {R"(\s*\n(?=\s*[^>]))", Text, Pop()},
};

}  // namespace

const Definition lexers::literate_haskell = {
    .tag = "literate_haskell", .aliases = "lithaskell lhaskell lhs", .rules = kRules};

}  // namespace tincture::rouge
