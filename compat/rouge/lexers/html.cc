#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"name", R"([\p{L}:_-][\p{Word}\p{Cf}:.·-]*)"},
};

void BeginScript(Lexer& l) {
  l.Put(NameTag);
  l.Inner(lexers::javascript).Reset();
}

void BeginStyle(Lexer& l) {
  l.Put(NameTag);
  l.language = &lexers::css;
  l.Inner(lexers::css).Reset();
}

void InnerStyle(Lexer& l) { l.Continue(l.language == nullptr ? lexers::css : *l.language, l.Match()); }

constexpr Rule kRules[] = {
    State("root"),
    {R"([^<&]+)", Text},
    {R"(&\S*?;)", NameEntity},
    {R"((?si)<!DOCTYPE .*?>)", CommentPreproc},
    {R"((?s)<!\[CDATA\[.*?\]\]>)", CommentPreproc},
    {R"(<!--)", Comment, "comment"},
    {R"((?s)<\?.*?\?>)", CommentPreproc},
    {R"(<\s*script\s*)", BeginScript, Push("script_content").Push("tag")},
    {R"(<\s*style\s*)", BeginStyle, Push("style_content").Push("tag")},
    {R"(</)", NameTag, "tag_end"},
    {R"(<)", NameTag, "tag_start"},
    {R"(<\s*@{name})", NameTag, "tag"},
    {R"(<\s*/\s*@{name}\s*>)", NameTag},

    State("tag_end"),
    Mixin("tag_end_end"),
    {R"(@{name})", NameTag, Goto("tag_end_end")},

    State("tag_end_end"),
    {R"(\s+)", Text},
    {R"(>)", NameTag, Pop()},

    State("tag_start"),
    {R"(\s+)", Text},
    {R"(@{name})", NameTag, Goto("tag")},
    {R"()", Nothing(), Goto("tag")},

    State("comment"),
    {R"([^-]+)", Comment},
    {R"(-->)", Comment, Pop()},
    {R"(-)", Comment},

    State("tag"),
    {R"(\s+)", Text},
    {R"([\p{L}:_\[\]()*.-][\p{Word}\p{Cf}:.·\[\]()*-]*\s*=\s*)", NameAttribute, "attr"},
    {R"([\p{L}:_*#-][\p{Word}\p{Cf}:.·*#-]*)", NameAttribute},
    {R"(/?\s*>)", NameTag, Pop()},

    State("attr"),
    {R"(")", Str, Goto("dq")},
    {R"(')", Str, Goto("sq")},
    {R"([^\s>]+)", Str, Pop()},

    State("dq"),
    {R"(")", Str, Pop()},
    {R"([^"]+)", Str},

    State("sq"),
    {R"(')", Str, Pop()},
    {R"([^']+)", Str},

    State("script_content"),
    {R"([^<]+)", [](Lexer& l) { l.Continue(lexers::javascript, l.Match()); }},
    {R"(<\s*/\s*script\s*>)", NameTag, Pop()},
    {R"(<)", [](Lexer& l) { l.Continue(lexers::javascript, l.Match()); }},

    State("style_content"),
    {R"([^<]+)", InnerStyle},
    {R"(<\s*/\s*style\s*>)", NameTag, Pop()},
    {R"(<)", InnerStyle},
};

bool Detect(std::string_view text) {
  const std::string_view doctype = Doctype(text);
  if (!doctype.empty() && Like(doctype, R"((?i).*\bhtml\b)")) return true;
  return !text.starts_with("<?xml") && Like(text, R"((?s).*<\s*html\b)");
}

}  // namespace

const Definition lexers::html = {.tag = "html", .rules = kRules, .parts = kParts, .detect = Detect};

}  // namespace tincture::rouge
