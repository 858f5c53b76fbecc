#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "open let rec and as exception assert lazy if else for in to downto while switch when external type "
     "private mutable constraint include module of with try import export"},
    {"word_operators", "mod land lor lxor lsl lsr asr or"},
    {"types", "bool int float char string unit list array option ref exn format"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"word_operators", OperatorWord},
    {"types", KeywordType},
    {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"([,.:?~\\])", Text},
    {R"(\btrue|false\b)", KeywordConstant},
    {R"(@{upper_id}(?=\s*[.]))", NameNamespace, "dotted"},
    {R"(\@@{id}(\.@{id})*)", NameDecorator},
    {R"(\#@{id})", NameClass},
    {R"(@{upper_id})", NameClass},
    {R"(//.*)", CommentSingle},
    {R"(/\*)", CommentMultiline, "comment"},
    {R"(@{id})", Words(kNames)},
    {R"([(){}\[\];]+)", Punctuation},
    {R"([;_!$%&*+/<=>@^|-]+)", Operator},
    Mixin("numbers"),
    {R"('[^'\/]')", StrChar},
    {R"(')", Keyword},
    {R"(")", StrDouble, "string"},
    {R"(`)", StrDouble, "interpolated_string"},

    State("comment"),
    {R"([^/*]+)", CommentMultiline},
    {R"(/\*)", CommentMultiline, "comment"},
    {R"(\*/)", CommentMultiline, Pop()},
    {R"([*/])", CommentMultiline},

    State("interpolated_string"),
    {R"([$]{)", Punctuation, "interpolated_expression"},
    {R"(`)", StrDouble, Pop()},
    {R"(\\[$`])", StrEscape},
    {R"([^$`\\]+)", StrDouble},
    {R"([\\$])", StrDouble},

    State("interpolated_expression"),
    {R"(})", Punctuation, Pop()},
    Mixin("root"),
};

}  // namespace

const Definition lexers::rescript = {
    .tag = "rescript", .parent = &lexers::ocaml_common, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
