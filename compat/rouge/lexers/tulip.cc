#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"id", R"((?i)[a-z][\w-]*)"},
};

constexpr Rule kRules[] = {
    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(#.*?$)", Comment},

    State("root"),
    Mixin("comments_and_whitespace"),
    {R"(\@@{id})", Keyword},
    {R"((\\@{id})([{]))", Groups(NameFunction, Str), "nested_string"},
    {R"(([+]@{id})([{]))", Groups(NameDecorator, Str), "nested_string"},
    {R"(\\@{id})", NameFunction},
    {R"([+]@{id})", NameDecorator},
    {R"("[{])", Str, "dqi"},
    {R"(")", Str, "dq"},
    {R"('{)", Str, "nested_string"},
    {R"('@{id})", Str},
    {R"([.]@{id})", NameTag},
    {R"([$](@{id})?)", NameVariable},
    {R"(-@{id}:?)", NameLabel},
    {R"(%@{id})", NameFunction},
    {R"(`@{id})", OperatorWord},
    {R"([?~%._>,!\[\]:{}()=;\/-])", Punctuation},
    {R"([0-9]+([.][0-9]+)?)", Num},
    {R"(@{id})", Name},
    {R"(<)", CommentPreproc, "angle_brackets"},

    State("dq"),
    {R"([^\\"]+)", Str},
    {R"(")", Str, Pop()},
    {R"(\\.)", StrEscape},

    State("dqi"),
    {R"([$][(])", StrInterpol, "interp_root"},
    {R"([{])", Str, "dqi"},
    {R"([}])", Str, Pop()},
    {R"([^{}$]+)", Str},
    {R"(.)", Str},

    State("interp_root"),
    {R"([)])", StrInterpol, Pop()},
    Mixin("interp"),

    State("interp"),
    {R"([(])", Punctuation, "interp"},
    {R"([)])", Punctuation, Pop()},
    Mixin("root"),

    State("nested_string"),
    {R"(\\.)", StrEscape},
    {R"({)", Str, "nested_string"},
    {R"(})", Str, Pop()},
    {R"([^{}\\]+)", Str},

    State("angle_brackets"),
    Mixin("comments_and_whitespace"),
    {R"(>)", CommentPreproc, Pop()},
    {R"([*:])", Punctuation},
    {R"([A-Z][\w-]*)", KeywordType},
    {R"(@{id})", NameVariable},
};

bool Detect(std::string_view text) { return HasShebang(text, R"(tulip(\s|\z))"); }

}  // namespace

const Definition lexers::tulip = {
    .tag = "tulip", .aliases = "tulip", .rules = kRules, .parts = kParts, .detect = Detect};

}  // namespace tincture::rouge
