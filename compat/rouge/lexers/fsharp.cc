#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstract and as assert base begin class default delegate do done downcast downto elif else end exception "
     "extern false finally for fun function global if in inherit inline interface internal lazy let let! match "
     "member module mutable namespace new not null of open or override private public rec return return! select "
     "static struct then to true try type upcast use use! val void when while with yield yield! sig atomic "
     "break checked component const constraint constructor continue eager event external fixed functor include "
     "method mixin object parallel process protected pure sealed tailcall trait virtual volatile"},
    {"keyopts",
     "!= # & && ( ) * \\+ , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ ` { {< | |] } ~ |> "
     "<| <>"},
};

constexpr WordClass kOperators[] = {
    {"keyopts", Punctuation},
    {nullptr, Operator},
};

constexpr Part kParts[] = {
    {"operator", R"([\[\];,{}_()!$%&*+./:<=>?@^|~#-]+)"},
    {"id", R"((?i)([a-z][\w']*)|(``[^`\n\r\t]+``))"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(false|true|[(][)]|\[\])", NameBuiltinPseudo},
    {R"(@{upper_id}(?=\s*[.]))", NameNamespace, "dotted"},
    {R"(@{upper_id})", NameClass},
    {R"([(][*](?![)]))", Comment, "comment"},
    {R"(//.*?$)", CommentSingle},
    Mixin("names"),
    {R"(@{operator})", Words(kOperators)},
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

    State("dotted"),
    {R"(\s+)", Text},
    {R"([.])", Punctuation},
    {R"(@{upper_id}(?=\s*[.]))", NameNamespace},
    {R"(@{upper_id})", NameClass, Pop()},
    {R"(@{id})", Name, Pop()},
    {R"(\[)", Punctuation, Pop()},
};

}  // namespace

const Definition lexers::fsharp = {
    .tag = "fsharp", .parent = &lexers::ocaml_common, .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
