#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"([;#].*)", Comment},
    {R"(\[.*?\]$)", Keyword},
    {R"((.*?)(=)(.*)(\\\n))", Groups(NameTag, Punctuation, Text, StrEscape), "continuation"},
    {R"((.*?)(=)(.*))", Groups(NameTag, Punctuation, Text)},

    State("continuation"),
    {R"((.*?)(\\\n))", Groups(Text, StrEscape)},
    {R"((.*)')", Text, Pop()},
};

}  // namespace

const Definition lexers::systemd = {.tag = "systemd", .aliases = "unit-file", .rules = kRules};

}  // namespace tincture::rouge
