#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("root"),
    {R"(^ .*$\n?)", Text},
    {R"(^---$\n?)", Punctuation},
    {R"(^[+>]+.*$\n?)", GenericInserted},
    {R"(^\+.*$\n?)", GenericInserted},
    {R"(^[-<]+.*$\n?)", GenericDeleted},
    {R"(^!.*$\n?)", GenericStrong},
    {R"(^([Ii]ndex|diff).*$\n?)", GenericHeading},
    {R"(^(@@[^@]*@@)([^\n]*\n))", Groups(Punctuation, Text)},
    {R"(^\w.*$\n?)", Punctuation},
    {R"(^=.*$\n?)", GenericHeading},
    {R"(\s.*$\n?)", Text},
};

bool Detect(std::string_view text) {
  if (text.starts_with("Index: ") || Like(text, R"(diff[^\n]*?\ba/[^\n]*\bb/)")) return true;
  return Like(text, R"((?s:.*?)(---.*?\n[+][+][+]|[+][+][+].*?\n---))");
}

}  // namespace

const Definition lexers::diff = {.tag = "diff", .aliases = "patch udiff", .rules = kRules, .detect = Detect};

}  // namespace tincture::rouge
