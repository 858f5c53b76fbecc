#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"([^<&]+)", Text},
    {R"(&\S*?;)", NameEntity},
    {R"(<!\[CDATA\[)", CommentPreproc, "actionscript_content"},
    {R"(<!--)", Comment, "comment"},
    {R"(<\?.*?\?>)", CommentPreproc},
    {R"(<![^>]*>)", CommentPreproc},
    {R"(<\s*[\w:.-]+)", NameTag, "tag"},
    {R"(<\s*/\s*[\w:.-]+\s*>)", NameTag},

    State("comment"),
    {R"([^-]+)", Comment},
    {R"(-->)", Comment, Pop()},
    {R"(-)", Comment},

    State("tag"),
    {R"(\s+)", Text},
    {R"([\w.:-]+\s*=)", NameAttribute, "attribute"},
    {R"(/?\s*>)", NameTag, "root"},

    State("attribute"),
    {R"(\s+)", Text},
    {R"((")({|\@{))", Groups(Str, Punctuation), "actionscript_attribute"},
    {R"(".*?"|'.*?'|[^\s>]+)", Str, "tag"},

    State("actionscript_content"),
    {R"(\]\]>)", CommentPreproc, Pop()},
    {R"((?s).*?(?=\]\]>))", Delegate(lexers::actionscript)},

    State("actionscript_attribute"),
    {R"((})("))", Groups(Punctuation, Str), "tag"},
    {R"((?s).*?(?=}"))", Delegate(lexers::actionscript)},
};

}  // namespace

const Definition lexers::mxml = {.tag = "mxml", .rules = kRules};

}  // namespace tincture::rouge
