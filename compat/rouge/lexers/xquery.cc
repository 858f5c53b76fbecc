#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"xquery_keywords",
     "let for some every if then else return in satisfies xquery encoding version declare module namespace "
     "copy-namespaces boundary-space construction default collation base-uri preserve strip ordering ordered "
     "unordered order empty greatest least preserve no-preserve inherit no-inherit decimal-format "
     "decimal-separator grouping-separator infinity minus-sign NaN percent per-mille zero-digit digit "
     "pattern-separator exponent-separator import schema at element option function external context item "
     "typeswitch switch case try catch validate lax strict type document element attribute text comment "
     "processing-instruction for let where order group by return allowing tumbling stable sliding window start "
     "end only when previous next count collation ascending descending"},
};

void CloseBrace(Lexer& l) {
  l.Put(Punctuation);
  if (l.StackSize() > 1) l.Pop();
}

constexpr Rule kRules[] = {
    State("tags"),
    {R"(<@{q_name})", NameTag, "start_tag"},
    {R"(<!--)", Comment, "xml_comment"},
    {R"(<\?.*?\?>)", CommentPreproc},
    {R"(<!\[CDATA\[.*?\]\]>)", CommentPreproc},
    {R"(&\S*?;)", NameEntity},

    Prepend("root"),
    Mixin("tags"),
    {R"(\{)", Punctuation},
    {R"(\}`?)", CloseBrace},
    {R"((namespace)(\s+)(@{nc_name}))", Groups(Keyword, TextWhitespace, NameNamespace)},
    {R"(@{xquery_keywords}\b)", Keyword},
    {R"(;)", Punctuation},
    {R"(%)", KeywordDeclaration, "annotation"},
    {R"((\(#)(\s*)(@{eq_name}))", Groups(CommentPreproc, TextWhitespace, NameTag), "pragma"},
    {R"(``\[)", Str, "str_constructor"},

    State("annotation"),
    Mixin("comments_and_whitespace"),
    {R"(@{eq_name})", KeywordDeclaration, Pop()},

    State("pragma"),
    Mixin("comments_and_whitespace"),
    {R"(#\))", CommentPreproc, Pop()},
    {R"(.)", CommentPreproc},

    State("str_constructor"),
    {R"(`\{)", Punctuation, "root"},
    {R"(\]``)", Str, Pop()},
    {R"([^`\]]+)", Str},
    {R"([`\]])", Str},

    State("xml_comment"),
    {R"([^-]+)", Comment},
    {R"(-->)", Comment, Pop()},
    {R"(-)", Comment},

    State("start_tag"),
    {R"(\s+)", TextWhitespace},
    {R"~(([\w.:-]+\s*=)("))~", Groups(NameAttribute, Str), "quot_attr"},
    {R"(([\w.:-]+\s*=)('))", Groups(NameAttribute, Str), "apos_attr"},
    {R"(>)", NameTag, "tag_content"},
    {R"(/>)", NameTag, Pop()},

    State("quot_attr"),
    {R"(")", Str, Pop()},
    {R"(\{\{)", Str},
    {R"(\{)", Punctuation, "root"},
    {R"([^"{>]+)", Str},

    State("apos_attr"),
    {R"(')", Str, Pop()},
    {R"(\{\{)", Str},
    {R"(\{)", Punctuation, "root"},
    {R"([^'{>]+)", Str},

    State("tag_content"),
    {R"(\s+)", TextWhitespace},
    Mixin("tags"),
    {R"((\{\{|\}\}))", Text},
    {R"(\{)", Punctuation, "root"},
    {R"([^{}<&])", Text},
    {R"(</@{q_name}(\s*)>)", NameTag, Pop(2)},
};

}  // namespace

const Definition lexers::xquery = {.tag = "xquery", .parent = &lexers::xpath, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
