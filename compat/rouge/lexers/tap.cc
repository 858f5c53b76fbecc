#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(^TAP version \d+\n)", NameNamespace},
    {R"(^1\.\.\d+)", KeywordDeclaration, "plan"},
    {R"(^(not ok)([^\S\n]*)(\d*))", Groups(GenericError, Text, NumInteger), "test"},
    {R"(^(ok)([^\S\n]*)(\d*))", Groups(KeywordReserved, Text, NumInteger), "test"},
    {R"(^#.*\n)", Comment},
    {R"(^Bail out!.*\n)", GenericError},
    {R"(^.*\n)", Text},

    State("plan"),
    {R"([^\S\n]+)", Text},
    {R"(#)", Comment, "directive"},
    {R"(\n)", Comment, Pop()},
    {R"(.*\n)", GenericError, Pop()},

    State("test"),
    {R"([^\S\n]+)", Text},
    {R"(#)", Comment, "directive"},
    {R"(\S+)", Text},
    {R"(\n)", Text, Pop()},

    State("directive"),
    {R"([^\S\n]+)", Comment},
    {R"((?i)\bTODO\b)", CommentPreproc},
    {R"((?i)\bSKIP\S*)", CommentPreproc},
    {R"(\S+)", Comment},
    {R"(\n)", Comment, Pop(2)},
};

}  // namespace

const Definition lexers::tap = {.tag = "tap", .aliases = "tap", .rules = kRules};

}  // namespace tincture::rouge
