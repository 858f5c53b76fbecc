#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"(<#@\s*)", NameTag, "directive_tag"},
    {R"(<#[=]?\s*)", NameTag, "directive_as_csharp"},

    State("directive_as_csharp"),
    {R"(\s*#>\s*)", NameTag, Pop()},
    {R"((?s).*?(?=\s*#>\s*))", Delegate(lexers::csharp)},

    State("directive_tag"),
    {R"(\s+)", Text},
    {R"([\w.:-]+\s*=)", NameAttribute, "attr"},
    {R"(\w+\s*)", NameAttribute},
    {R"(/?\s*#>)", NameTag, Pop()},
};

bool Detect(std::string_view text) { return Like(text, R"((?s).*?<\s*Biml\b)"); }

}  // namespace

const Definition lexers::biml = {.tag = "biml", .parent = &lexers::xml, .rules = kRules, .detect = Detect};

}  // namespace tincture::rouge
