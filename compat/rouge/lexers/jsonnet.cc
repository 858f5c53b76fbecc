#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "self super local for in if then else import importstr error tailstrict assert"},
    {"declarations", "function"},
    {"constants", "null true false"},
    {"builtins",
     "acos asin atan ceil char codepoint cos exp exponent filter floor force length log makeArray mantissa "
     "objectFields objectHas pow sin sqrt tan thisFile type abs assertEqual escapeStringBash "
     "escapeStringDollars escapeStringJson escapeStringPython filterMap flattenArrays foldl foldr format join "
     "lines manifestIni manifestPython manifestPythonVars map max min mod range set setDiff setInter setMember "
     "setUnion sort split stringChars substr toString uniq"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},          {"declarations", KeywordDeclaration},
    {"constants", KeywordConstant}, {"builtins", NameBuiltin},
    {nullptr, NameOther},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"(#.*?$)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},
    {R"((?i)-?(?:0|[1-9]\d*)\.\d+(?:e[+-]\d+)?)", NumFloat},
    {R"((?i)-?(?:0|[1-9]\d*)(?:e[+-]\d+)?)", NumInteger},
    {R"([{}:\.,;+\[\]=%\(\)])", Punctuation},
    {R"(")", Str, "string_double"},
    {R"(')", Str, "string_single"},
    {R"(\|\|\|)", Str, "string_block"},
    {R"(\$)", Keyword},
    {R"([a-zA-Z_][a-zA-Z0-9_]*)", Words(kNames)},

    State("string"),
    {R"(\\([\\\/bfnrt]|(u[0-9a-fA-F]{4})))", StrEscape},
    {R"(\\.)", StrEscape},

    State("string_double"),
    Mixin("string"),
    {R"(\\")", StrEscape},
    {R"(")", Str, Pop()},
    {R"([^\\"]+)", Str},

    State("string_single"),
    Mixin("string"),
    {R"(')", Str, Pop()},
    {R"([^\\']+)", Str},

    State("string_block"),
    Mixin("string"),
    {R"([|][|][|])", Str, Pop()},
    {R"([^|\\]+)", Str},
    {R"([|])", Str},
};

}  // namespace

const Definition lexers::jsonnet = {.tag = "jsonnet", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
