#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abort abstract accept access aliased all array at begin body case constant declare delay delta digits do "
     "else elsif end exception exit for generic goto if in interface is limited loop new null of others out "
     "overriding pragma private protected raise range record renames requeue return reverse select separate "
     "some synchronized tagged task terminate then until use when while with"},
    {"operators", "abs and mod not or rem xor"},
    {"declarations", "entry function package procedure subtype type"},
    {"builtins",
     "boolean character constraint_error duration float integer natural positive long_float long_integer "
     "long_long_float long_long_integer program_error short_float short_integer short_short_integer "
     "storage_error string tasking_error wide_character wide_string wide_wide_character wide_wide_string"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword}, {"operators", OperatorWord}, {"declarations", KeywordDeclaration}, {"builtins", NameBuiltin},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"(\b[[:alpha:]](?:\p{Pc}?[[:alnum:]])*\b)"},
    {"num", R"(\d(_?\d)*)"},
    {"xnum", R"(\h(_?\h)*)"},
    {"exp", R"((?i:(E[-+]?@{num})?))"},
};

void UnitName(Lexer& l) {
  const Token token = l.ByWord(kNames, Downcase(l.Match()));
  if (token == Name || token == NameBuiltin) return l.Put(NameNamespace);
  l.Put(token);
  if (token == KeywordDeclaration) return l.Goto("decl_name");
  l.Pop();
}

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, Downcase(l.Match()));
  l.Put(token);
  if (token == KeywordDeclaration) l.Push("decl_name");
}

constexpr Rule kRules[] = {
    State("whitespace"),
    {R"(\s+)", Text},
    {R"(--.*$)", CommentSingle},

    State("dquote_string"),
    {R"([^"\n]+)", StrDouble},
    {R"("")", StrEscape},
    {R"(")", StrDouble, Pop()},
    {R"(\n)", Error, Pop()},

    State("attr"),
    Mixin("whitespace"),
    {R"(@{id})", NameAttribute, Pop()},
    {R"()", Text, Pop()},

    State("decl_name"),
    Mixin("whitespace"),
    {R"((?i)body\b)", KeywordDeclaration},
    {R"((@{id})(\.))", Groups(NameNamespace, Punctuation)},
    {R"~(@{id}|"(and|or|xor|/?=|<=?|>=?|\+|–|&\|/|mod|rem|\*?\*|abs|not)")~", NameFunction, Pop()},
    {R"()", Text, Pop()},

    State("libunit_name"),
    Mixin("whitespace"),
    {R"(@{id})", UnitName},
    {R"([.,])", Punctuation},
    {R"()", Text, Pop()},

    State("root"),
    Mixin("whitespace"),
    {R"('.')", StrChar},
    {R"("[^"\n]*)", StrDouble, "dquote_string"},
    {R"(@{num}\.@{num}@{exp})", NumFloat},
    {R"(@{num}#@{xnum}\.@{xnum}#@{exp})", NumFloat},
    {R"(2#[01](_?[01])*#@{exp})", NumBin},
    {R"(8#[0-7](_?[0-7])*#@{exp})", NumOct},
    {R"(16#(?:@{xnum})*#@{exp})", NumHex},
    {R"(@{num}#@{xnum}#@{exp})", NumInteger},
    {R"(@{num}#\w+#)", Error},
    {R"(@{num}@{exp})", NumInteger},
    {R"(')", Punctuation, "attr"},
    {R"(<<@{id}>>)", NameLabel},
    {R"((?i)^(?:(limited)(\s+))?(?:(private)(\s+))?(with)\b)",
     Groups(KeywordNamespace, Text, KeywordNamespace, Text, KeywordNamespace), "libunit_name"},
    {R"([+*/&<=>|]|-|=>|\.\.|\*\*|[:></]=|<<|>>|<>)", Operator},
    {R"([.,:;()])", Punctuation},
    {R"(@{id})", Identifier},
    {R"(\b(\p{Pc}|[[alph]])\p{Word}*)", Error},
};

}  // namespace

const Definition lexers::ada = {.tag = "ada", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
