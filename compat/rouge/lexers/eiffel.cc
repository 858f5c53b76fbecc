#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "across agent alias all and attached as assign attribute check class convert create debug deferred "
     "detachable do else elseif end ensure expanded export external feature from frozen if implies inherit "
     "inspect invariant like local loop not note obsolete old once or Precursor redefine rename require rescue "
     "retry select separate some then undefine until variant Void when xor"},
};

constexpr Part kParts[] = {
    {"digits", R"(\d(?:_*\d)*)"},
    {"hex", R"(0[xX][\da-fA-F](?:_*[\da-fA-F])*)"},
    {"octal", R"(0[cC][0-7](?:_*[0-7])*)"},
    {"binary", R"(0[bB][01](?:_*[01])*)"},
    {"escape", R"~(%[A-DFHLNQR-V%'"()<>]|%/(?:@{hex}|@{octal}|@{binary}|@{digits})/)~"},
    {"verbatim", R"((?:[^"%\x08\f\x0b]|@{escape})+?)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"("\[)", StrOther, "aligned_verbatim_string"},
    {R"("\{)", StrOther, "non_aligned_verbatim_string"},
    {R"~("(?:[^%\x08\f\n\r\x0b]|@{escape})*?")~", StrDouble},
    {R"(--.*)", CommentSingle},
    {R"('(?:[^%\x08\f\n\r\t\x0b]|@{escape})')", StrChar},
    {R"(@{keywords}\b)", Keyword},
    {R"((?:Current|Result)\b)", KeywordVariable},
    {R"((?:True|False)\b)", KeywordConstant},
    {R"(\b@{hex}b)", NumHex},
    {R"(\b@{octal}\b)", NumOct},
    {R"(\b@{binary}\b)", NumBin},
    {R"(@{digits})", NumInteger},
    {R"((?:@{digits})?\.(?:(?:@{digits})?[eE][+-]?)?@{digits}|@{digits}\.?)", NumFloat},
    {R"(:=|<<|>>|\(\||\|\)|->|\.|[{}\[\];(),:?])", PunctuationIndicator},
    {R"(\\\\|\|\.\.\||\.\.|\/[~\/]?|[><\/]=?|[-+*^=~])", Operator},
    {R"([A-Z][\dA-Z_]*)", NameClass},
    {R"([A-Za-z][\dA-Za-z_]*)", Name},
    {R"(\s+)", Text},

    State("aligned_verbatim_string"),
    {R"(]")", StrOther, Pop()},
    {R"(@{verbatim})", StrOther},

    State("non_aligned_verbatim_string"),
    {R"(}")", StrOther, Pop()},
    {R"(@{verbatim})", StrOther},
};

}  // namespace

const Definition lexers::eiffel = {.tag = "eiffel", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
