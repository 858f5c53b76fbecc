#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),           {R"(#.*?\n)", Comment},    {R"(".*?")", StrDouble},
    {R"('.*?')", StrSingle}, {R"((?i)[a-z]\w*)", Name}, {R"(\d+)", Num},
    {R"([^\w#"']+)", Text},
};

}  // namespace

const Definition lexers::conf = {.tag = "conf", .aliases = "config configuration", .rules = kRules};

}  // namespace tincture::rouge
