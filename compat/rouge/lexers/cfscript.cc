#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "if else var xml default break switch do try catch throw in continue for return while required"},
    {"declarations", "component property function remote public package private"},
    {"types", "any array binary boolean component date guid numeric query string struct uuid void xml"},
    {"constants", "application session client cookie super this variables arguments cgi"},
    {"operators",
     "\\+\\+ -- && \\|\\| <= >= < > == != mod eq lt gt lte gte not is and or xor eqv imp equal contains \\?"},
};

constexpr WordClass kNames[] = {
    {"declarations", KeywordDeclaration},
    {"keywords", Keyword},
    {"types", KeywordType},
    {nullptr, NameOther},
};

constexpr Part kParts[] = {
    {"dotted", R"([$a-zA-Z_][a-zA-Z0-9_.]*)"},
};

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match());
  l.Put(token);
  if (token != NameOther) l.Push("expr_start");
}

void Call(Lexer& l) { l.PutGroups({l.InList("keywords", l.Match(1)) ? Keyword : NameFunction, Text, Punctuation}); }

constexpr Rule kRules[] = {
    State("root"),
    Mixin("comments_and_whitespace"),
    {R"((?i)(?:@{operators}|does not contain|greater than(?: or equal to)?|less than(?: or equal to)?)\b)", Operator,
     "expr_start"},
    {R"([-<>+*%&|\^/!=]=?)", Operator, "expr_start"},
    {R"([(\[,])", Punctuation, "expr_start"},
    {R"(;)", Punctuation, "statement"},
    {R"([)\].])", Punctuation},
    {R"([?])", Punctuation, Push("ternary").Push("expr_start")},
    {R"([{}])", Punctuation, "statement"},
    {R"(@{constants}\b)", NameConstant},
    {R"((?:true|false|null)\b)", KeywordConstant},
    {R"(import\b)", KeywordNamespace, "import"},
    {R"((@{dotted})(\s*)(:)(\s*))", Groups(Name, Text, Punctuation, Text), "expr_start"},
    {R"(([A-Za-z_$][\w.]*)(\s*)(\())", Call},
    {R"(@{dotted})", Identifier},
    {R"([0-9][0-9]*\.[0-9]+([eE][0-9]+)?[fd]?)", NumFloat},
    {R"(0x[0-9a-fA-F]+)", NumHex},
    {R"([0-9]+)", NumInteger},
    {R"~("(\\\\|\\"|[^"])*")~", StrDouble},
    {R"('(\\\\|\\'|[^'])*')", StrSingle},

    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},

    State("expr_start"),
    Mixin("comments_and_whitespace"),
    {R"([{])", Punctuation, "object"},
    {R"()", Nothing(), Pop()},

    State("statement"),
    {R"([{}])", Punctuation},
    Mixin("expr_start"),

    State("object"),
    Mixin("comments_and_whitespace"),
    {R"([}])", Punctuation, "expr_start"},
    {R"((@{dotted})(\s*)(:))", Groups(NameOther, Text, Punctuation), "expr_start"},
    {R"(:)", Punctuation},
    Mixin("root"),

    State("ternary"),
    {R"(:)", Punctuation, Goto("expr_start")},
    Mixin("root"),

    State("import"),
    {R"(\s+)", Text},
    {R"((?i)[a-z0-9_.]+\*?)", NameNamespace, Pop()},
};

}  // namespace

const Definition lexers::cfscript = {
    .tag = "cfscript", .aliases = "cfc", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
