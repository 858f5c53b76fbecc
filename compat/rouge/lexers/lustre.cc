#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "extern unsafe assert const current enum function let node operator returns step struct tel type var model "
     "package needs provides uses is body end include merge"},
    {"word_operators", "div and xor mod or not nor if then else fby pre when with"},
    {"primitives", "int real bool"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"word_operators", OperatorWord},
    {"primitives", KeywordType},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"((?i)[a-z_][\w']*)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(false|true)", KeywordConstant},
    {R"(--.*)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},
    {R"((?s)\(\*.*?\*\))", CommentMultiline},
    {R"(@{id})", Words(kNames)},
    {R"([(){}\[\];]+)", Punctuation},
    {R"([,!$%&*+./:<=>?@^|~#-]+)", Operator},
    {R"((?i)-?\d[\d_]*(.[\d_]*)?(e[+-]?\d[\d_]*))", NumFloat},
    {R"(\d[\d_]*)", NumInteger},
    {R"('(?:(\\[\\"'ntbr ])|(\\[0-9]{3})|(\\x\h{2}))')", StrChar},
    {R"('[.]')", StrChar},
    {R"(")", StrDouble, "string"},
    {R"([~?]@{id})", NameVariable},

    State("string"),
    {R"([^\\"]+)", StrDouble},
    {R"(\\[\\"'ntbr])", StrEscape},
    {R"(\\\d{3})", StrEscape},
    {R"(\\x\h{2})", StrEscape},
    {R"(\\\n)", StrDouble},
    {R"(")", StrDouble, Pop()},
};

}  // namespace

const Definition lexers::lustre = {.tag = "lustre", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
