#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"kind_tests", "element attribute schema-element schema-attribute comment text node document-node namespace-node"},
    {"axes",
     "child descendant attribute self descendant-or-self following-sibling following namespace parent ancestor "
     "preceding-sibling preceding ancestor-or-self"},
    {"operators", ", => = := : >= >> > <= << < - \\* != \\+ // / \\|\\| \\|"},
    {"keywords", "let for some every if then else return in satisfies"},
    {"word_operators", "and or eq ge gt le lt ne is div mod idiv intersect except union to"},
    {"constructors", "function array map empty-sequence"},
};

constexpr Part kParts[] = {
    {"digits", R"([0-9]+)"},
    {"string", R"~((?:"(?:""|[^"])*"|'(?:''|[^'])*'))~"},
    {"nc_name", R"((?i)[a-z_][a-z_\-.0-9]*)"},
    {"q_name", R"((?:@{nc_name})(?::@{nc_name})?)"},
    {"eq_name", R"((?:Q\{[^{}]*\}@{nc_name}|@{q_name}))"},
    {"open", R"(\((?!:))"},
};

constexpr Rule kRules[] = {
    State("comments_and_whitespace"),
    {R"(\(:)", Comment, "comment"},
    {R"(\s+)", TextWhitespace},

    State("root"),
    Mixin("comments_and_whitespace"),
    {R"((\.@{digits})|@{digits}(\.[0-9]*)?[eE][+-]?@{digits})", NumFloat},
    {R"(\.@{digits}|@{digits}\.[0-9]*)", NumFloat},
    {R"(@{digits})", Num},
    {R"(@{string})", Str},
    {R"(\$)", NameVariable, "varname"},
    {R"(@{operators})", Operator},
    {R"(@{word_operators}\b)", OperatorWord},
    {R"(@{keywords}\b)", Keyword},
    {R"([?,{}()\[\]])", Punctuation},
    {R"((function)(\s*)(@{open}))", Groups(Keyword, TextWhitespace, Punctuation)},
    {R"((map|array|empty-sequence))", Keyword},
    {R"((@{kind_tests})(\s*)(@{open}))", Groups(Keyword, TextWhitespace, Punctuation), "kindtest"},
    {R"((processing-instruction)(\s*)(@{open}))", Groups(Keyword, TextWhitespace, Punctuation), "kindtestforpi"},
    {R"((@{eq_name})(\s*)(@{open}))", Groups(NameFunction, TextWhitespace, Punctuation)},
    {R"((@{eq_name})(\s*)(#)(\s*)(\d+))",
     Groups(NameFunction, TextWhitespace, NameFunction, TextWhitespace, NameFunction)},
    {R"((cast|castable)(\s+)(as))", Groups(Keyword, TextWhitespace, Keyword), "singletype"},
    {R"((treat)(\s+)(as))", Groups(Keyword, TextWhitespace, Keyword), "itemtype"},
    {R"((instance)(\s+)(of))", Groups(Keyword, TextWhitespace, Keyword), "itemtype"},
    {R"((as)\b)", Keyword, "itemtype"},
    {R"((\*)(\s*)(:)(\s*)(@{nc_name}))", Groups(Operator, TextWhitespace, Punctuation, TextWhitespace, NameTag)},
    {R"((@{axes})(\s*)(::))", Groups(Keyword, TextWhitespace, Operator)},
    {R"(\.\.|\.|\*)", Operator},
    {R"(@)", NameAttribute, "attrname"},
    {R"(@{eq_name})", NameTag},

    State("singletype"),
    Mixin("comments_and_whitespace"),
    {R"(@{eq_name})", KeywordType, Pop()},

    State("itemtype"),
    Mixin("comments_and_whitespace"),
    {R"((@{kind_tests})(\s*)(@{open}))", Groups(KeywordType, TextWhitespace, Punctuation),
     Goto("occurrenceindicator").Push("kindtest")},
    {R"((processing-instruction)(\s*)(@{open}))", Groups(KeywordType, TextWhitespace, Punctuation),
     Goto("occurrenceindicator").Push("kindtestforpi")},
    {R"((item)(\s*)(@{open})(\s*)(\)))", Groups(KeywordType, TextWhitespace, Punctuation, TextWhitespace, Punctuation),
     Goto("occurrenceindicator")},
    {R"((@{constructors})(\s*)(@{open}))", Groups(KeywordType, TextWhitespace, Punctuation)},
    {R"((cast|castable)(\s+)(as))", Groups(Keyword, TextWhitespace, Keyword), Goto("singletype")},
    {R"((treat)(\s+)(as))", Groups(Keyword, TextWhitespace, Keyword), Goto("itemtype")},
    {R"((instance)(\s+)(of))", Groups(Keyword, TextWhitespace, Keyword), Goto("itemtype")},
    {R"((as)\b)", Keyword},
    {R"(@{operators})", Operator, Pop()},
    {R"(@{word_operators}\b)", OperatorWord, Pop()},
    {R"(@{keywords}\b)", Keyword, Pop()},
    {R"([\[),])", Punctuation, Pop()},
    {R"(@{eq_name})", KeywordType, Goto("occurrenceindicator")},

    State("kindtest"),
    Mixin("comments_and_whitespace"),
    {R"([?*])", Operator},
    {R"(,)", Punctuation},
    {R"((element|schema-element)(\s*)(@{open}))", Groups(KeywordType, TextWhitespace, Punctuation), "kindtest"},
    {R"(@{eq_name})", NameTag},
    {R"(\))", Punctuation, Pop()},

    State("kindtestforpi"),
    Mixin("comments_and_whitespace"),
    {R"(@{nc_name})", Name},
    {R"(@{string})", Str},
    {R"(\))", Punctuation, Pop()},

    State("occurrenceindicator"),
    Mixin("comments_and_whitespace"),
    {R"([?*+])", Operator, Pop()},
    {R"((?![?*+]))", Nothing(), Pop()},

    State("varname"),
    Mixin("comments_and_whitespace"),
    {R"((@{eq_name})(\s*)(@{open}))", Groups(NameVariable, TextWhitespace, Punctuation), Pop()},
    {R"(@{eq_name})", NameVariable, Pop()},

    State("attrname"),
    Mixin("comments_and_whitespace"),
    {R"(@{eq_name})", NameAttribute, Pop()},
    {R"(\*)", Operator, Pop()},

    State("comment"),
    {R"(:\))", Comment, Pop()},
    {R"(\(:)", Comment, "comment"},
    {R"([^:(]+)", Comment},
    {R"([:(])", Comment},
};

}  // namespace

const Definition lexers::xpath = {.tag = "xpath", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
