#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"builtins",
     "append assign block call capture config_load debug extends for foreach foreachelse break continue "
     "function if elseif else include include_php insert ldelim rdelim literal nocache php section sectionelse "
     "setfilter strip while counter cycle eval fetch html_checkboxes html_image html_options html_radios "
     "html_select_date html_select_time html_table mailto math textformat capitalize cat count_characters "
     "count_paragraphs count_sentences count_words date_format default escape from_charset indent lower nl2br "
     "regex_replace replace spacify string_format strip_tags to_charset truncate unescape upper wordwrap"},
};

constexpr WordClass kNames[] = {
    {"builtins", NameBuiltin},
    {nullptr, NameAttribute},
};

void InParent(Lexer& l) { l.Parent().ContinueLex(l.Match()); }

constexpr Rule kRules[] = {
    State("root"),
    {R"(\{\s+)", InParent},
    {R"((?s)\{\*.*?\*\})", Comment},
    {R"(\{\/?(?![\s*]))", Keyword, "smarty"},
    {R"((?s).+?(?={[\/a-zA-Z0-9$#*"']))", InParent},
    {R"((?s).+)", InParent},

    State("comment"),
    {R"({\*)", Comment, PushSame()},
    {R"(\*})", Comment, Pop()},
    {R"([^{}]+)", Comment},

    State("smarty"),
    {R"(\{\/?(?![\s*]))", Keyword, "smarty"},
    {R"(})", Keyword, Pop()},
    {R"(\s+)", Text},
    {R"([~!%^&*()+=|\[\]:;,.<>/@?-])", Operator},
    {R"(#[a-zA-Z_]\w*#)", NameVariable},
    {R"(\$[a-zA-Z_]\w*(\.\w+)*)", NameVariable},
    {R"((true|false|null)\b)", KeywordConstant},
    {R"([0-9](\.[0-9]*)?(eE[+-][0-9])?[flFLdD]?|0[xX][0-9a-fA-F]+[Ll]?)", Num},
    {R"~("(\\.|.)*?")~", StrDouble},
    {R"('(\\.|.)*?')", StrSingle},
    {R"(([a-zA-Z_]\w*))", Words(kNames)},
};

}  // namespace

const Definition lexers::smarty = {.tag = "smarty", .rules = kRules, .words = kWords, .start = ResetParent};

}  // namespace tincture::rouge
