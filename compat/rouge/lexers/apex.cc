#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "assert break case catch continue default do else finally for if goto instanceof new return switch this "
     "throw try while insert update delete select from where update like typeof end using scope with data "
     "category group by rollup cube having order asc desc nulls first last limit offset for view reference "
     "tracking viewstat or and"},
    {"declarations",
     "abstract const enum extends final implements native private protected public static super synchronized "
     "throws transient volatile with sharing without inherited virtual global testmethod"},
    {"types", "boolean byte char double float int long short var void"},
    {"constants", "true false null"},
    {"package", "package"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},          {"declarations", KeywordDeclaration}, {"types", KeywordType},
    {"constants", KeywordConstant}, {"package", KeywordNamespace},        {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"((?i)[a-z_][a-z0-9_]*)"},
    {"digit", R"((?:[0-9]_+[0-9]|[0-9]))"},
};

// A name with what it is marked by: `@Test`, `.size`, `call(`, `key:`.
void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, Downcase(l.Match()));
  if (token != Name) return l.Put(token);
  if (l.Match(1) == "@") return l.Put(NameDecorator);
  if (l.Match(3) == ":") return l.PutGroups({Operator, NameLabel, Punctuation});
  if (l.Match(3) == "(") return l.PutGroups({Operator, NameFunction, Punctuation});
  if (l.Match(1) == ".") return l.PutGroups({Operator, NameProperty, Punctuation});
  l.Put(Name);
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},
    {R"((?:class|interface)\b)", KeywordDeclaration, "class"},
    {R"(import\b)", KeywordNamespace, "import"},
    {R"(([@$.]?)(@{id})([:(]?))", Identifier},
    {R"(")", StrDouble, "dq"},
    {R"(')", StrSingle, "sq"},
    {R"(@{digit}+\.@{digit}+([eE]@{digit}+)?[fd]?)", NumFloat},
    {R"((?i)0b(?:[01]_+[01]|[01])+)", NumBin},
    {R"((?i)0x(?:\h_+\h|\h)+)", NumHex},
    {R"(0(?:[0-7]_+[0-7]|[0-7])+)", NumOct},
    {R"(@{digit}+L?)", NumInteger},
    {R"([-+\/*~^!%&<>|=.?])", Operator},
    {R"([\[\](){},:;])", Punctuation},

    State("class"),
    {R"(\s+)", Text},
    {R"(@{id})", NameClass, Pop()},

    State("import"),
    {R"(\s+)", Text},
    {R"((?i)[a-z0-9_.]+\*?)", NameNamespace, Pop()},

    State("escape"),
    {R"(\\[btnfr\\"'])", StrEscape},

    State("dq"),
    Mixin("escape"),
    {R"([^\\"]+)", StrDouble},
    {R"(")", StrDouble, Pop()},

    State("sq"),
    Mixin("escape"),
    {R"([^\\']+)", StrDouble},
    {R"(')", StrDouble, Pop()},
};

}  // namespace

const Definition lexers::apex = {.tag = "apex", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
