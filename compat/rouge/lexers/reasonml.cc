#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "switch", kAddToParent},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(false|true|[(][)]|\[\])", NameBuiltinPseudo},
    {R"(@{upper_id}(?=\s*[.]))", NameNamespace, "dotted"},
    {R"(`@{id})", NameTag},
    {R"(@{upper_id})", NameClass},
    {R"(//.*)", CommentSingle},
    {R"(/\*)", CommentMultiline, "comment"},
    Mixin("names"),
    {R"([(){}\[\];]+)", Punctuation},
    {R"(@{operator})", Operator},
    Mixin("numbers"),
    {R"('[^'\/]')", StrChar},
    {R"(')", Keyword},
    {R"(")", StrDouble, "string"},
    {R"([~?]@{id})", NameVariable},

    State("comment"),
    {R"([^/*]+)", CommentMultiline},
    {R"(/\*)", CommentMultiline, "comment"},
    {R"(\*/)", CommentMultiline, Pop()},
    {R"([*/])", CommentMultiline},
};

}  // namespace

const Definition lexers::reasonml = {
    .tag = "reasonml", .parent = &lexers::ocaml_common, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
