#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT ANYUNION "
     "AUTO false nil true void async fail_nth rerun"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("inline_break"),
    {R"([ \t]+)", Text},
    {R"()", Nothing(), Pop()},

    State("space_break"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    {R"()", Nothing(), Pop()},

    State("term"),
    {R"((?i)-?0x[\da-f]+)", NumHex},
    {R"(-?\d+)", NumInteger},
    {R"("[^"]*")", StrDouble},
    {R"(`[^`]*`)", StrBacktick},
    {R"('[^']*')", StrSingle},
    {R"(r[0-9]+)", KeywordPseudo},
    {R"([a-zA-Z_][a-zA-Z0-9_]*)", Words(kNames)},

    State("mods_list"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    Mixin("term"),
    {R"([,:])", Punctuation},
    {R"(\))", Punctuation, Pop()},

    State("syscall_mods"),
    {R"(\()", Punctuation, "mods_list"},
    {R"()", Nothing(), Pop()},

    State("syscall_args"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    Mixin("term"),
    {R"([@&=,<>{}\[\]])", Punctuation},
    {R"([!#\$%\^\*\-\+\/\|~:;.\?])", Punctuation},
    {R"(\()", Punctuation, "syscall_args"},
    {R"(\))", Punctuation, Pop()},

    State("root"),
    {R"(\s+)", Text},
    {R"(#.*$)", Comment},
    {R"((r[0-9]+)(\s+)(=))", Groups(KeywordPseudo, Text, Punctuation)},
    {R"(([a-zA-Z_][a-zA-Z0-9_]*)(\$)?([a-zA-Z0-9_]+)?(\s+)?(\())",
     Groups(NameFunction, Punctuation, NameFunctionMagic, Text, Punctuation),
     Push("syscall_mods").Push("inline_break").Push("syscall_args").Push("space_break")},
};

}  // namespace

const Definition lexers::syzprog = {.tag = "syzprog", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
