#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"((\S+)(:\s*)(.*)$)", Groups(NameVariable, Punctuation, Str)},
    {R"(^(#+)(\s*Group\s+)(.*)$)", Groups(Punctuation, Keyword, GenericHeading)},
    {R"(^(#+)(.*)(\[.*\])$)", Groups(Punctuation, GenericHeading, Str)},
    {R"(^([\+\-\*])(\s*Relation:)(\s*.*)$)", Groups(Punctuation, Keyword, Str)},
    {R"(^(\s+[\+\-\*]\s*)(Attributes|Parameters)(.*)$)", Groups(Punctuation, Keyword, Str)},
    {R"(^([\+\-\*]\s*)(Request|Response)(\s+\d\d\d)?(.*)$)", Groups(Punctuation, Keyword, Num, Str)},
};

}  // namespace

const Definition lexers::apiblueprint = {
    .tag = "apiblueprint", .aliases = "apiblueprint apib", .parent = &lexers::markdown, .rules = kRules};

}  // namespace tincture::rouge
