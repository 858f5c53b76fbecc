#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

void Start(Lexer& l) { l.Push("bol"); }

constexpr Rule kRules[] = {
    State("bol"),
    {R"(#.*)", CommentSingle},
    {R"()", Nothing(), Pop()},

    State("basic"),
    {R"(\s+)", Text},
    {R"(%.*)", CommentSingle},
    {R"(\/\*)", CommentMultiline, "nested_comment"},
    {R"([\[\](){}|.,;!])", Punctuation},
    {R"(:-|-->)", Punctuation},
    {R"("[^"]*")", StrDouble},
    {R"(\d+\.\d+)", NumFloat},
    {R"(\d+)", Num},

    State("atoms"),
    {R"([[:lower:]]([[:word:]])*)", StrSymbol},
    {R"('[^']*')", StrSymbol},

    State("operators"),
    {R"((<|>|=<|>=|==|=:=|=|\/|\/\/|\*|\+|-)(?=\s|[a-zA-Z0-9\[]))", Operator},
    {R"(is)", Operator},
    {R"((mod|div|not))", Operator},
    {R"([#&*+-.\/:<=>?@^~]+)", Operator},

    State("variables"),
    {R"([A-Z]+\w*)", NameVariable},
    {R"(_[[:word:]]*)", NameVariable},

    State("root"),
    Mixin("basic"),
    Mixin("atoms"),
    Mixin("variables"),
    Mixin("operators"),

    State("nested_comment"),
    {R"(/\*)", CommentMultiline, PushSame()},
    {R"(\s*\*[^*\/]+)", CommentMultiline},
    {R"(\*/)", CommentMultiline, Pop()},
};

}  // namespace

const Definition lexers::prolog = {.tag = "prolog", .rules = kRules, .start = Start};

}  // namespace tincture::rouge
