#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/[*].*?[*]/)", CommentMultiline},
    {R"(@import\b)", Keyword, "value"},
    Mixin("content_common"),
    {R"((?=[^;{}][;}]))", Nothing(), "attribute"},
    {R"((?=[^;{}:\[]+:[^a-z]))", Nothing(), "attribute"},
    {R"()", Nothing(), "selector"},

    State("end_section"),
    {R"(\n)", Text},
    {R"([;{}])",
     [](Lexer& l) {
       l.Put(Punctuation);
       l.ResetStack();
     }},
};

}  // namespace

const Definition lexers::scss = {.tag = "scss", .parent = &lexers::sass_common, .rules = kRules};

}  // namespace tincture::rouge
