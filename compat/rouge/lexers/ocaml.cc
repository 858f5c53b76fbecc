#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "match raise", kAddToParent},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(false|true|[(][)]|\[\])", NameBuiltinPseudo},
    {R"(@{upper_id}(?=\s*[.]))", NameNamespace, "dotted"},
    {R"(`@{id})", NameTag},
    {R"(@{upper_id})", NameClass},
    {R"([(][*](?![)]))", Comment, "comment"},
    Mixin("names"),
    {R"([(){}\[\];]+)", Punctuation},
    {R"(@{operator})", Operator},
    Mixin("numbers"),
    {R"('[.]')", StrChar},
    {R"(')", Keyword},
    {R"(")", StrDouble, "string"},
    {R"([~?]@{id})", NameVariable},

    State("comment"),
    {R"([^(*)]+)", Comment},
    {R"([(][*])", Comment, PushSame()},
    {R"([*][)])", Comment, Pop()},
    {R"([(*)])", Comment},
};

}  // namespace

const Definition lexers::ocaml = {.tag = "ocaml", .parent = &lexers::ocaml_common, .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
