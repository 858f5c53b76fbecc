#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstract as base break case catch checked const continue default delegate do else enum event explicit "
     "extern false finally fixed for foreach goto if implicit in interface internal is lock new null operator "
     "out override params private protected public readonly ref return sealed sizeof stackalloc static switch "
     "this throw true try typeof unchecked unsafe virtual void volatile while add alias async await get global "
     "partial remove set value where yield nameof ascending by descending equals from group into join let on "
     "orderby select"},
    {"types", "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var"},
    {"preprocessor", "if endif else elif define undef line error warning region endregion pragma"},
};

constexpr Part kParts[] = {
    {"id", R"((?i)@?[_a-z]\w*)"},
};

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/[*].*?[*]/)", CommentMultiline},

    State("nest"),
    {R"({)", Punctuation, "nest"},
    {R"(})", Punctuation, Pop()},
    Mixin("root"),

    State("splice_string"),
    {R"(\\.)", Str},
    {R"({)", Punctuation, "nest"},
    {R"("|\n)", Str, Pop()},
    {R"(.)", Str},

    State("splice_literal"),
    {R"("")", Str},
    {R"({)", Punctuation, "nest"},
    {R"(")", Str, Pop()},
    {R"(.)", Str},

    State("root"),
    Mixin("whitespace"),
    {R"([$]\s*")", Str, "splice_string"},
    {R"([$]@\s*")", Str, "splice_literal"},
    {R"((<\[)\s*(@{id}:)?)", Keyword},
    {R"(\]>)", Keyword},
    {R"([~!%^&*()+=|\[\]{}:;,.<>\/?-])", Punctuation},
    {R"~(@"(""|[^"])*")~", Str},
    {R"~("(\\.|.)*?["\n])~", Str},
    {R"('(\\.|.)')", StrChar},
    {R"((?i)0x[0-9a-f]+[lu]?)", Num},
    {R"((?i)[0-9]([.][0-9]*)?(e[+-][0-9]+)?[fldu]?)", Num},
    {R"(\b(?:class|struct|interface)\b)", Keyword, "class"},
    {R"(\b(?:namespace|using)\b)", Keyword, "namespace"},
    {R"(^#[ \t]*(@{preprocessor})\b.*?\n)", CommentPreproc},
    {R"(\b(@{keywords})\b)", Keyword},
    {R"(\b(@{types})\b)", KeywordType},
    {R"(@{id}(?=\s*[(]))", NameFunction},
    {R"(@{id})", Name},

    State("class"),
    Mixin("whitespace"),
    {R"(@{id})", NameClass, Pop()},

    State("namespace"),
    Mixin("whitespace"),
    {R"((?=[(]))", Text, Pop()},
    {R"((@{id}|[.])+)", NameNamespace, Pop()},
};

}  // namespace

const Definition lexers::csharp = {
    .tag = "csharp", .aliases = "c# cs", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
