// What OCaml, ReasonML and F# share; not a language of its own.
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "as assert begin class constraint do done downto else end exception external false for fun function "
     "functor if in include inherit initializer lazy let module mutable new nonrec object of open rec sig "
     "struct then to true try type val virtual when while with"},
    {"word_operators", "and asr land lor lsl lxor mod or"},
    {"primitives", "unit int float bool string char list array"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"word_operators", OperatorWord},
    {"primitives", KeywordType},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"operator", R"([;,_!$%&*+./:<=>?@^|~#-]+)"},
    {"id", R"((?i)[a-z_][\w']*)"},
    {"upper_id", R"([A-Z][\w']*)"},
};

constexpr Rule kRules[] = {
    State("names"),
    {R"(@{id})", Words(kNames)},

    State("numbers"),
    {R"((?i)-?\d[\d_]*(.[\d_]*)?(e[+-]?\d[\d_]*))", NumFloat},
    {R"((?i)0x\h[\h_]*)", NumHex},
    {R"((?i)0o[0-7][0-7_]*)", NumOct},
    {R"((?i)0b[01][01_]*)", NumBin},
    {R"(\d[\d_]*)", NumInteger},
    {R"('(?:(\\[\\"'ntbr ])|(\\[0-9]{3})|(\\x\h{2}))')", StrChar},

    State("string"),
    {R"([^\\"]+)", StrDouble},
    Mixin("escape_sequence"),
    {R"(\\\n)", StrDouble},
    {R"(")", StrDouble, Pop()},

    State("escape_sequence"),
    {R"(\\[\\"'ntbr])", StrEscape},
    {R"(\\\d{3})", StrEscape},
    {R"(\\x\h{2})", StrEscape},

    State("dotted"),
    {R"(\s+)", Text},
    {R"([.])", Punctuation},
    {R"(@{upper_id}(?=\s*[.]))", NameNamespace},
    {R"(@{upper_id})", NameClass, Pop()},
    {R"(@{id})", Name, Pop()},
    {R"([({\[])", Punctuation, Pop()},
};

}  // namespace

const Definition lexers::ocaml_common = {.tag = "", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
