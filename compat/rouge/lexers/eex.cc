#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"open", R"(<%%|<%=|<%#|<%)"},
    {"close", R"(%%>|%>)"},
};

void Start(Lexer& l) {
  ResetParent(l);
  l.Inner(lexers::elixir).Reset();
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(<%#)", Comment, "comment"},
    {R"(@{open})", CommentPreproc, "elixir"},
    {R"((?s).+?(?=@{open})|.+)", [](Lexer& l) { l.Parent().ContinueLex(l.Match()); }},

    State("comment"),
    {R"(@{close})", Comment, Pop()},
    {R"((?s).+?(?=@{close})|.+)", Comment},

    State("elixir"),
    {R"(@{close})", CommentPreproc, Pop()},
    {R"((?s).+?(?=@{close})|.+)", [](Lexer& l) { l.Continue(lexers::elixir, l.Match()); }},
};

}  // namespace

const Definition lexers::eex = {.tag = "eex", .aliases = "leex heex", .rules = kRules, .parts = kParts, .start = Start};

}  // namespace tincture::rouge
