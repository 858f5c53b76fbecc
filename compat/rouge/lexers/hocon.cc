#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    State("comments"),
    {R"(//.*?$)", CommentSingle},
    {R"(#.*?$)", CommentSingle},

    Prepend("root"),
    Mixin("comments"),

    Prepend("object"),
    {R"(\b(?:include|url|file|classpath)\b)", Keyword},

    State("name"),
    {R"~(("(?:\"|[^"\n])*?")(\s*)([:=]|(?={)))~", Groups(NameLabel, TextWhitespace, Punctuation)},
    {R"(([-\w.]+)(\s*)([:=]|(?={)))", Groups(NameLabel, TextWhitespace, Punctuation)},

    State("value"),
    Mixin("comments"),
    {R"(\n)", TextWhitespace},
    {R"(\s+)", TextWhitespace},
    Mixin("constants"),
    {R"([$][{][?]?)", StrInterpol, "interpolation"},
    {R"(""")", StrDouble, "multiline_string"},
    {R"(")", StrDouble, "string"},
    {R"(\[)", Punctuation, "array"},
    {R"({)", Punctuation, "object"},
    {R"([()=])", Punctuation},
    {R"([^$"{}\[\]:=,\+#`^?!@*&]+?)", Literal},

    State("interpolation"),
    {R"([\w\-\.]+?)", NameVariable},
    {R"(})", StrInterpol, Pop()},

    Prepend("string"),
    {R"([$][{][?]?)", StrInterpol, "interpolation"},
    {R"([^\\"\${]+)", StrDouble},

    State("multiline_string"),
    {R"("[^"]{1,2})", StrDouble},
    Mixin("string"),
    {R"(""")", StrDouble, Pop()},

    Prepend("constants"),
    {R"(\d+\.(\d+\.?){3,})", Literal},
};

}  // namespace

const Definition lexers::hocon = {.tag = "hocon", .parent = &lexers::json, .rules = kRules};

}  // namespace tincture::rouge
