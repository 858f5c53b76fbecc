#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstract as async base break case catch const construct continue default delegate delete do dynamic else "
     "ensures enum errordomain extern false finally for foreach get global if in inline interface internal is "
     "lock new null out override owned private protected public ref requires return set signal sizeof static "
     "switch this throw throws true try typeof unowned var value virtual void weak while yield"},
    {"types",
     "bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint uint8 "
     "uint16 uint32 uint64 ulong ushort"},
};

constexpr Part kParts[] = {
    {"id", R"((?i)@?[_a-z]\w*)"},
};

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/[*].*?[*]/)", CommentMultiline},

    State("root"),
    Mixin("whitespace"),
    {R"(^\s*\[.*?\])", NameAttribute},
    {R"((<\[)\s*(@{id}:)?)", Keyword},
    {R"(\]>)", Keyword},
    {R"([~!%^&*()+=|\[\]{}:;,.<>\/?-])", Punctuation},
    {R"~(@"(\\.|.)*?")~", Str},
    {R"~("(\\.|.)*?["\n])~", Str},
    {R"('(\\.|.)')", StrChar},
    {R"((?i)0x[0-9a-f]+[lu]?)", Num},
    {R"((?i)[0-9]([.][0-9]*)?(e[+-][0-9]+)?[fldu]?)", Num},
    {R"(\b(@{keywords})\b)", Keyword},
    {R"(\b(@{types})\b)", KeywordType},
    {R"(class|struct)", Keyword, "class"},
    {R"(namespace|using)", Keyword, "namespace"},
    {R"(@{id}(?=\s*[(]))", NameFunction},
    {R"(@{id})", Name},
    {R"(#.*)", CommentPreproc},

    State("class"),
    Mixin("whitespace"),
    {R"(@{id})", NameClass, Pop()},

    State("namespace"),
    Mixin("whitespace"),
    {R"((?=[(]))", Text, Pop()},
    {R"((@{id}|[.])+)", NameNamespace, Pop()},
};

}  // namespace

const Definition lexers::vala = {.tag = "vala", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
