#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Start(Lexer& l) { ResetParent(l); }

void Parent(Lexer& l) { l.Parent().ContinueLex(l.Match()); }

void Perl(Lexer& l) { l.Continue(lexers::perl, l.Match()); }

void PerlLine(Lexer& l) {
  l.Put(CommentPreproc, l.Match(1));
  l.Continue(lexers::perl, l.Match(2));
}

void Component(Lexer& l) {
  l.Put(CommentPreproc, l.Match(1));
  l.Put(Name, l.Match(3));
  l.Put(CommentPreproc, l.Match(4));
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"((?i)<%(text|doc)>)", CommentPreproc, "text_block"},
    {R"((?i)<%(args|flags|attr|init|once|shared|perl|cleanup|filter)>)", CommentPreproc, "perl_block"},
    {R"((?i)(<%(def|method))([^>]*)(>))", Component, "component_block"},
    {R"(^(%)(.*)$)", PerlLine},
    {R"(<%)", CommentPreproc, "component_call"},
    {R"(<&\|)", CommentPreproc, Push("component_with_content").Push("component_sub")},
    {R"(<&)", CommentPreproc, "component_sub"},
    {R"((?s).+?(?=(<\/?&|<\/?%|^%|^#)))", Parent},
    {R"((?s).+)", Parent},

    State("perl_block"),
    {R"((?i)<\/%(args|flags|attr|init|once|shared|perl|cleanup|filter)>)", CommentPreproc, Pop()},
    {R"(\s+)", TextWhitespace},
    {R"(^#.*$)", Comment},
    {R"((?s).*?[^"](?=<\/%))", Perl},

    State("text_block"),
    {R"((?i)<\/%(text|doc)>)", CommentPreproc, Pop()},
    {R"(\s+)", TextWhitespace},
    {R"(^#.*$)", Comment},
    {R"((?s).*?[^"](?=<\/%))", Comment},

    State("component_block"),
    {R"((?i)<\/%(def|method)>)", CommentPreproc, Pop()},
    {R"(\s+)", TextWhitespace},
    {R"(^#.*$)", Comment},
    Mixin("root"),

    State("component_with_content"),
    {R"(<\/&>)", CommentPreproc, Pop()},
    Mixin("root"),

    State("component_sub"),
    {R"(&>)", CommentPreproc, Pop()},
    {R"((?s).*?(?=&>))", Perl},

    State("component_call"),
    {R"(%>)", CommentPreproc, Pop()},
    {R"((?s).*?(?=%>))", Perl},
};

}  // namespace

const Definition lexers::mason = {.tag = "mason", .rules = kRules, .start = Start};

}  // namespace tincture::rouge
