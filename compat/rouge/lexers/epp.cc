#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"open", R"(<%%|<%=|<%#|(<%-|<%)(\s*\|)?)"},
    {"close", R"(%%>|(\|\s*)?(-%>|%>))"},
};

// Unlike other templates the text around it is plain.
Lexer& Around(Lexer& l) { return l.options().contains("parent") ? l.Parent() : l.Inner(lexers::plaintext); }

void Start(Lexer& l) {
  Around(l).Reset();
  l.Inner(lexers::puppet).Reset();
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(<%#)", Comment, "comment"},
    {R"(@{open})", CommentPreproc, "puppet"},
    {R"((?s).+?(?=@{open})|.+)", [](Lexer& l) { Around(l).ContinueLex(l.Match()); }},

    State("comment"),
    {R"(@{close})", Comment, Pop()},
    {R"((?s).+?(?=@{close})|.+)", Comment},

    State("puppet"),
    {R"(@{close})", CommentPreproc, Pop()},
    {R"((?s).+?(?=@{close})|.+)", [](Lexer& l) { l.Continue(lexers::puppet, l.Match()); }},
};

}  // namespace

const Definition lexers::epp = {.tag = "epp", .rules = kRules, .parts = kParts, .start = Start};

}  // namespace tincture::rouge
