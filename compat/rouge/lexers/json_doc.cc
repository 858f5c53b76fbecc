#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    Prepend("name"),
    {R"(([$\w]+)(\s*)(:))", Groups(NameAttribute, Text, Punctuation)},

    Prepend("value"),
    {R"(/[*].*?[*]/)", Comment},
    {R"(//.*?$)", CommentSingle},
    {R"((\.\.\.))", CommentSingle},
};

}  // namespace

const Definition lexers::json_doc = {.tag = "json-doc", .aliases = "jsonc", .parent = &lexers::json, .rules = kRules};

}  // namespace tincture::rouge
