#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"types", "bool char int real string nat array array? object object? ORDINAL seq set iset map imap multiset"},
    {"literals", "true false null"},
    {"operators", "as is in"},
    {"keywords",
     "abstract allocated assert assume break by calc case class codatatype const constructor datatype decreases "
     "downto else ensures exists expect export extends false for forall fresh function ghost greatest if import "
     "include invariant iterator label least lemma match method modifies modify module nameonly new newtype "
     "null old opened predicate print provides reads refines requires return returns reveal reveals static then "
     "this to trait true twostate type unchanged var while witness yield yields"},
};

constexpr WordClass kNames[] = {
    {"types", KeywordType}, {"literals", KeywordConstant}, {"operators", OperatorWord}, {"keywords", KeywordReserved},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"idchar", R"([0-9a-zA-Z_'?])"},
    {"digits", R"(\d+(?:_\d+)*)"},
    {"hex_digits", R"([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)"},
    {"escape", R"(\\["'ntr\\0])"},
    {"unicode", R"(\\u[0-9a-fA-F]{4})"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(/\*)", CommentMultiline, "comment"},
    {R"(//.*?$)", CommentSingle},
    {R"(\*/)", Error},
    {R"('(?:[^\\'\n\r]|@{escape})')", StrChar},
    {R"('@{unicode}')", StrChar},
    {R"('[^'\n\r]*')", Error},
    {R"('[^'\n\r]*$)", Error},
    {R"~("(?:[^\\"\n\r]|@{escape}|@{unicode})*")~", StrDouble},
    {R"(".*")", Error},
    {R"(".*$)", Error},
    {R"~(@"([^"]|"")*")~", StrOther},
    {R"((?s)@".*)", Error},
    {R"(@{digits}\.@{digits}(?!@{idchar}))", NumFloat},
    {R"(0b[01]+(?:_[01]+)*(?!@{idchar}))", NumBin},
    {R"(0b@{idchar}*)", Error},
    {R"(0x@{hex_digits}(?!@{idchar}))", NumHex},
    {R"(0x@{idchar}*)", Error},
    {R"(@{digits}(?!@{idchar}))", NumInteger},
    {R"(_(?!@{idchar}))", Name},
    {R"(_[0-9_]+[_]?(?!@{idchar}))", Error},
    {R"([0-9_]+_(?!@{idchar}))", Error},
    {R"([0-9]@{idchar}+)", Error},
    {R"(array(?:1[0-9]+|[2-9][0-9]*)\??(?!@{idchar}))", KeywordType},
    {R"(bv(?:0|[1-9][0-9]*)(?!@{idchar}))", KeywordType},
    {R"([0-9a-zA-Z?]@{idchar}*)", Words(kNames)},
    {R"(\.\.)", Operator},
    {R"([*!%&<>\|^+=:.\/-])", Operator},
    {R"([\[\](){},;`])", Punctuation},
    {R"([^\S\n]+)", Text},
    {R"(\n)", Text},
    {R"(.)", Error},

    State("comment"),
    {R"(\*/)", CommentMultiline, Pop()},
    {R"(/\*)", CommentMultiline, "comment"},
    {R"([^*/]+)", CommentMultiline},
    {R"(.)", CommentMultiline},
};

}  // namespace

const Definition lexers::dafny = {.tag = "dafny", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
