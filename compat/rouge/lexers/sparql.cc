#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"builtins",
     "abs avg bnode bound ceil coalesce concat contains count datatype day encode_for_uri floor group_concat "
     "hours if iri isblank isiri isliteral isnumeric isuri lang langmatches lcase max md5 min minutes month now "
     "rand regex replace round sameterm sample seconds separator sha1 sha256 sha384 sha512 str strafter "
     "strbefore strdt strends strlang strlen strstarts struuid substr sum timezone tz ucase uri uuid year"},
    {"keywords",
     "add all as asc ask base bind bindings by clear construct copy create data default delete desc describe "
     "distinct drop exists filter from graph group having in insert limit load minus move named not offset "
     "optional order prefix select reduced service silent to undef union using values where with"},
    {"own", "isblank isiri isliteral isnumeric isuri"},
};

constexpr WordClass kNames[] = {
    {"own", Error},
    {"builtins", NameBuiltin},
    {"keywords", Keyword},
    {nullptr, Error},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"(#.*)", CommentSingle},
    {R"(""")", StrDouble, "string_double_literal"},
    {R"(")", StrDouble, "string_double"},
    {R"(''')", StrSingle, "string_single_literal"},
    {R"(')", StrSingle, "string_single"},
    {R"([$?][[:word:]]+)", NameVariable},
    {R"(([[:word:]-]*)(:)([[:word:]-]+)?)", Groups(NameNamespace, Operator, StrSymbol)},
    {R"(<[^>]*>)", NameNamespace},
    {R"((?i)true|false)", KeywordConstant},
    {R"(a\b)", Keyword},
    {R"((?i)[A-Z][[:word:]]+\b)", WordsIgnoringCase(kNames)},
    {R"((?i)[+\-]?(?:\d+\.\d*|\.\d+)(?:[e][+\-]?[0-9]+)?)", NumFloat},
    {R"([+\-]?\d+)", NumInteger},
    {R"([\]\[(){}.,;=])", Punctuation},
    {R"([/?*+=!<>]|&&|\|\||\^\^)", Operator},

    State("string_double_common"),
    Mixin("string_escapes"),
    {R"(\\)", StrDouble},
    {R"([^"\\]+)", StrDouble},

    State("string_double"),
    {R"(")", StrDouble, Goto("string_end")},
    Mixin("string_double_common"),

    State("string_double_literal"),
    {R"(""")", StrDouble, Goto("string_end")},
    {R"(")", StrDouble},
    Mixin("string_double_common"),

    State("string_single_common"),
    Mixin("string_escapes"),
    {R"(\\)", StrSingle},
    {R"([^'\\]+)", StrSingle},

    State("string_single"),
    {R"(')", StrSingle, Goto("string_end")},
    Mixin("string_single_common"),

    State("string_single_literal"),
    {R"(''')", StrSingle, Goto("string_end")},
    {R"(')", StrSingle},
    Mixin("string_single_common"),

    State("string_escapes"),
    {R"(\\[tbnrf"'\\])", StrEscape},
    {R"(\\u\h{4})", StrEscape},
    {R"(\\U\h{8})", StrEscape},

    State("string_end"),
    {R"((@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*))", Groups(Operator, NameProperty)},
    {R"(\^\^)", Operator},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::sparql = {.tag = "sparql", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
