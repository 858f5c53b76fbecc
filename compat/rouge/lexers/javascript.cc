#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "as async await break case catch continue debugger default delete do else export finally from for if "
     "import in instanceof new of return super switch this throw try typeof void while yield"},
    {"declarations", "var let const with function class extends constructor get set static"},
    {"reserved", "enum implements interface package private protected public"},
    {"constants", "true false null NaN Infinity undefined"},
    {"builtins",
     "Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI "
     "decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window "
     "navigator self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array "
     "Uint8ClampedArray Int16Array Uint16Array Uint16ClampedArray Int32Array Uint32Array Uint32ClampedArray "
     "Float32Array Float64Array DataView ArrayBuffer"},
};

constexpr WordClass kIdentifiers[] = {
    {"keywords", Keyword},         {"declarations", KeywordDeclaration},
    {"reserved", KeywordReserved}, {"constants", KeywordConstant},
    {"builtins", NameBuiltin},     {nullptr, NameOther},
};

constexpr Part kParts[] = {
    {"id", R"((?i)[\p{L}\p{Nl}$_][\p{Word}]*)"},
};

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kIdentifiers, l.Match());
  l.Put(token);
  if (token == Keyword || token == KeywordDeclaration) l.Push("expr_start");
}

constexpr Rule kRules[] = {
    State("multiline_comment"),
    {R"([*]/)", CommentMultiline, Pop()},
    {R"([^*/]+)", CommentMultiline},
    {R"([*/])", CommentMultiline},

    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(<!--)", Comment},
    {R"(//.*?$)", CommentSingle},
    {R"(/[*])", CommentMultiline, "multiline_comment"},

    State("expr_start"),
    Mixin("comments_and_whitespace"),
    {R"(/)", StrRegex, Goto("regex")},
    {R"([{])", Punctuation, Goto("object")},
    {R"()", Text, Pop()},

    State("regex"),
    {R"(/)", StrRegex, Goto("regex_end")},
    {R"([^/]\n)", Error, Pop()},
    {R"(\n)", Error, Pop()},
    {R"(\[\^)", StrEscape, "regex_group"},
    {R"(\[)", StrEscape, "regex_group"},
    {R"(\\.)", StrEscape},
    {R"([(][?][:=<!])", StrEscape},
    {R"([{][\d,]+[}])", StrEscape},
    {R"([()?])", StrEscape},
    {R"(.)", StrRegex},

    State("regex_end"),
    {R"([gimuy]+)", StrRegex, Pop()},
    {R"()", Nothing(), Pop()},

    State("regex_group"),
    {R"(/)", StrEscape},
    {R"([^/]\n)", Error, Pop(2)},
    {R"(\])", StrEscape, Pop()},
    {R"(\\.)", StrEscape},
    {R"(.)", StrRegex},

    State("bad_regex"),
    {R"([^\n]+)", Error, Pop()},

    State("root"),
    {R"((?s)\A\s*#!.*?\n)", CommentPreproc, "statement"},
    {R"((?<=\n)(?=\s|/|<!--))", Text, "expr_start"},
    Mixin("comments_and_whitespace"),
    {R"(\+\+|--|~|\?\?=?|&&|\|\||\\(?=\n)|<<|>>>?|===|!==)", Operator, "expr_start"},
    {R"([-<>+*%&|\^/!=]=?)", Operator, "expr_start"},
    {R"([(\[,])", Punctuation, "expr_start"},
    {R"(;)", Punctuation, "statement"},
    {R"([)\].])", Punctuation},
    {R"(`)", StrDouble, "template_string"},
    {R"([?][.])", Punctuation},
    {R"([?])", Punctuation, Push("ternary").Push("expr_start")},
    {R"((\@)(\w+)?)", Groups(Punctuation, NameDecorator), "expr_start"},
    {R"([{}])", Punctuation, "statement"},
    {R"(@{id})", Identifier},
    {R"([0-9][0-9]*\.[0-9]+([eE][0-9]+)?[fd]?)", NumFloat},
    {R"((?i)0x[0-9a-fA-F]+)", NumHex},
    {R"((?i)0o[0-7][0-7_]*)", NumOct},
    {R"((?i)0b[01][01_]*)", NumBin},
    {R"([0-9]+)", NumInteger},
    {R"(")", StrDelimiter, "dq"},
    {R"(')", StrDelimiter, "sq"},
    {R"(:)", Punctuation},

    State("dq"),
    {R"(\\[\\nrt"]?)", StrEscape},
    {R"([^\\"]+)", StrDouble},
    {R"(")", StrDelimiter, Pop()},

    State("sq"),
    {R"(\\[\\nrt']?)", StrEscape},
    {R"([^\\']+)", StrSingle},
    {R"(')", StrDelimiter, Pop()},

    State("statement"),
    {R"(case\b)", Keyword, Goto("expr_start")},
    {R"((@{id})(\s*)(:))", Groups(NameLabel, Text, Punctuation)},
    Mixin("expr_start"),

    State("object"),
    Mixin("comments_and_whitespace"),
    {R"([{])", Punctuation, PushSame()},
    {R"([}])", Punctuation, Goto("statement")},
    {R"((@{id})(\s*)(:))", Groups(NameAttribute, Text, Punctuation), "expr_start"},
    {R"(:)", Punctuation},
    Mixin("root"),

    State("ternary"),
    {R"(:)", Punctuation, Goto("expr_start")},
    Mixin("root"),

    State("template_string"),
    {R"([$]{)", Punctuation, "template_string_expr"},
    {R"(`)", StrDouble, Pop()},
    {R"(\\[$`])", StrEscape},
    {R"([^$`\\]+)", StrDouble},
    {R"([\\$])", StrDouble},

    State("template_string_expr"),
    {R"(})", Punctuation, Pop()},
    Mixin("root"),
};

bool Detect(std::string_view text) { return HasShebang(text, R"((node|jsc)(\s|\z))"); }

}  // namespace

const Definition lexers::javascript = {
    .tag = "javascript", .aliases = "js", .rules = kRules, .parts = kParts, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
