#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"name", R"([\p{L}:_][\p{Word}\p{Cf}:.·-]*)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"([^<&]+)", Text},
    {R"(&\S*?;)", NameEntity},
    {R"(<!\[CDATA\[.*?\]\]\>)", CommentPreproc},
    {R"(<!--)", Comment, "comment"},
    {R"(<\?.*?\?>)", CommentPreproc},
    {R"(<![^>]*>)", CommentPreproc},
    {R"(<\s*@{name})", NameTag, "tag"},
    {R"(<\s*/\s*@{name}\s*>)", NameTag},

    State("comment"),
    {R"([^-]+)", Comment},
    {R"(-->)", Comment, Pop()},
    {R"(-)", Comment},

    State("tag"),
    {R"(\s+)", Text},
    {R"(@{name}\s*=)", NameAttribute, "attr"},
    {R"(/?\s*>)", NameTag, Pop()},

    State("attr"),
    {R"(\s+)", Text},
    {R"~((?s)".*?"|'.*?'|[^\s>]+)~", Str, Pop()},
};

bool Detect(std::string_view text) {
  const std::string_view doctype = Doctype(text);
  if (doctype.find("html") != doctype.npos) return false;
  return Like(text, R"(<\?xml\b)") || !doctype.empty();
}

}  // namespace

const Definition lexers::xml = {.tag = "xml", .rules = kRules, .parts = kParts, .detect = Detect};

}  // namespace tincture::rouge
