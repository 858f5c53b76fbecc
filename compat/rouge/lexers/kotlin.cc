#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "abstract annotation as break by catch class companion const constructor continue crossinline do dynamic "
     "else enum external false final finally for fun get if import in infix inline inner interface internal is "
     "lateinit noinline null object open operator out override package private protected public reified return "
     "sealed set super suspend tailrec this throw true try typealias typeof val var vararg when where while "
     "yield"},
};

constexpr Part kParts[] = {
    {"chars", R"([-_\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}\p{Nd}\p{Pc}\p{Cf}\p{Mn}\p{Mc}]*)"},
    {"class_name", R"(`?[\p{Lu}]@{chars}`?)"},
    {"name", R"(`?[_\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}]@{chars}`?)"},
    {"digits", R"(([0-9][0-9_]*[0-9])|[0-9])"},
    {"exponent", R"([eE][+-]?(@{digits}))"},
    {"double", R"(((@{digits})?\.@{digits}(@{exponent})?)|(@{digits}@{exponent}))"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\b(companion)(\s+)(object)\b)", Groups(Keyword, Text, Keyword)},
    {R"(\b(class|data\s+class|interface|object)(\s+))", Groups(KeywordDeclaration, Text), "class"},
    {R"(\b(fun)(\s+))", Groups(Keyword, Text), "function"},
    {R"(\b(package|import)(\s+))", Groups(Keyword, Text), "package"},
    {R"(\b(val|var)(\s+)(\())", Groups(KeywordDeclaration, Text, Punctuation), "destructure"},
    {R"(\b(val|var)(\s+))", Groups(KeywordDeclaration, Text), "property"},
    {R"((return|continue|break|this|super)(@@{name})?\b)", Groups(Keyword, NameDecorator)},
    {R"(\bfun\b)", Keyword},
    {R"(\b@{keywords}\b)", Keyword},
    {R"(^\s*\[.*?\])", NameAttribute},
    {R"([^\S\n]+)", Text},
    {R"(\\\n)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"(/[*].*[*]/)", CommentMultiline},
    {R"(/[*].*)", CommentMultiline, "comment"},
    {R"(\n)", Text},
    {R"((::)(class))", Groups(Operator, Keyword)},
    {R"(::|!!|\?[:.])", Operator},
    {R"((\.\.))", Operator},
    {R"((@{double}[fF]?)|(@{digits}[fF]))", NumFloat},
    {R"(0[bB]([01][01_]*[01]|[01])[uU]?L?)", NumBin},
    {R"(0[xX]([0-9a-fA-F][0-9a-fA-F_]*[0-9a-fA-F]|[0-9a-fA-F])[uU]?L?)", NumHex},
    {R"((([1-9][0-9_]*[0-9])|[0-9])[uU]?L?)", NumInteger},
    {R"([~!%^&*()+=|\[\]:;,.<>/?-])", Punctuation},
    {R"([{}])", Punctuation},
    {R"~(@"(""|[^"])*")~", Str},
    {R"~((?s)""".*?""")~", Str},
    {R"~("(\\\\|\\"|[^"\n])*["\n])~", Str},
    {R"('\\.'|'[^\\]')", StrChar},
    {R"((@@{class_name}))", NameDecorator},
    {R"((@{class_name})(<))", Groups(NameClass, Punctuation), "generic_parameters"},
    {R"(@{class_name})", NameClass},
    {R"((@{name})(?=\s*[({]))", NameFunction},
    {R"((@{name})@)", NameDecorator},
    {R"(@{name})", Name},

    State("package"),
    {R"(\S+)", NameNamespace, Pop()},

    State("class"),
    {R"(@{class_name})", NameClass, Pop()},

    State("function"),
    {R"((<))", Punctuation, "generic_parameters"},
    {R"((\s+))", Text},
    {R"((@{class_name})(\.))", Groups(NameClass, Punctuation)},
    {R"(@{name})", NameFunction, Pop()},

    State("generic_parameters"),
    {R"(@{class_name})", NameClass},
    {R"((<))", Punctuation, "generic_parameters"},
    {R"((reified|out|in))", Keyword},
    {R"(([,:.?]))", Punctuation},
    {R"((\s+))", Text},
    {R"((>))", Punctuation, Pop()},

    State("property"),
    {R"((<))", Punctuation, "generic_parameters"},
    {R"((\s+))", Text},
    {R"(@{name})", NameProperty, Pop()},

    State("destructure"),
    {R"((,))", Punctuation},
    {R"((\)))", Punctuation, Pop()},
    {R"((\s+))", Text},
    {R"(@{name})", NameProperty},

    State("comment"),
    {R"(/[*])", CommentMultiline, "comment"},
    {R"([*]/)", CommentMultiline, Pop()},
    {R"([^/*]+)", CommentMultiline},
    {R"([/*])", CommentMultiline},
};

}  // namespace

const Definition lexers::kotlin = {.tag = "kotlin", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
