#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "break case cast catch class continue default do else enum false for function if import interface macro "
     "new null override package private public return switch this throw true try untyped while"},
    {"imports", "import using"},
    {"declarations", "abstract dynamic extern extends from implements inline static to typedef var"},
    {"reserved", "super trace inline build autoBuild enum"},
    {"constants", "true false null"},
    {"builtins",
     "Void Dynamic Math Class Any Float Int UInt String StringTools Sys EReg isNaN parseFloat parseInt this "
     "Array Map Date DateTools Bool Lambda Reflect Std File FileSystem"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},         {"imports", Keyword},           {"declarations", KeywordDeclaration},
    {"reserved", KeywordReserved}, {"constants", KeywordConstant}, {"builtins", NameBuiltin},
    {nullptr, NameOther},
};

constexpr Part kParts[] = {
    {"id", R"([$a-zA-Z_][a-zA-Z0-9_]*)"},
};

// Rouge pushes a state `namespace` after these, which does not exist: on that it stops.
void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match());
  l.Put(token);
  const bool is_import = l.InList("imports", l.Match());
  if (!is_import && (token == Keyword || token == KeywordDeclaration)) l.Push("expr_start");
}

void Metadata(Lexer& l) {
  l.PutGroups({NameDecorator, Punctuation});
  if (!l.Matched(2)) l.Pop();
}

constexpr Rule kRules[] = {
    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"((?s)/\*.*?\*/)", CommentMultiline},

    State("expr_start"),
    Mixin("comments_and_whitespace"),
    {R"(#(?:if|elseif|else|end).*)", CommentPreproc},
    {R"(~)", StrRegex, Goto("regex")},
    {R"([{])", Punctuation, "object"},
    {R"()", Nothing(), Pop()},

    State("regex"),
    {R"(/)", StrRegex, Goto("regex_end")},
    {R"([^/]\n)", Error, Pop()},
    {R"(\n)", Error, Pop()},
    {R"(\[\^?)", StrEscape, "regex_group"},
    {R"(\\.)", StrEscape},
    {R"([(][?][:=<!])", StrEscape},
    {R"([{][\d,]+[}])", StrEscape},
    {R"([()?])", StrEscape},
    {R"(.)", StrRegex},

    State("regex_end"),
    {R"([gim]+)", StrRegex, Pop()},
    {R"()", Nothing(), Pop()},

    State("regex_group"),
    {R"(/)", StrEscape},
    {R"([^/]\n)", Error, Pop(2)},
    {R"(\])", StrEscape, Pop()},
    {R"(\\.)", StrEscape},
    {R"(.)", StrRegex},

    State("root"),
    {R"(\n)", Text, "statement"},
    {R"(\{)", Punctuation, "expr_start"},
    Mixin("comments_and_whitespace"),
    {R"(@)", NameDecorator, "metadata"},
    {R"(\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>|==|!=)", Operator, "expr_start"},
    {R"([-:<>+*%&|\^/!=]=?)", Operator, "expr_start"},
    {R"([(\[,])", Punctuation, "expr_start"},
    {R"(;)", Punctuation, "statement"},
    {R"([)\]}.])", Punctuation},
    {R"([?])", Punctuation, Push("ternary").Push("expr_start")},
    {R"(@{id})", Identifier},
    {R"(-?\d+\.\d+(?:[eE]\d+)?[fd]?)", NumFloat},
    {R"(0x\h+)", NumHex},
    {R"(-?[0-9]+)", NumInteger},
    {R"(")", StrDouble, "str_double"},
    {R"(')", StrSingle, "str_single"},

    State("statement"),
    {R"((@{id})(\s*)(:))", Groups(NameLabel, Text, Punctuation)},
    Mixin("expr_start"),

    State("object"),
    Mixin("comments_and_whitespace"),
    {R"([}])", Punctuation, Goto("statement")},
    {R"((@{id})(\s*)(:))", Groups(NameAttribute, Text, Punctuation), "expr_start"},
    {R"(:)", Punctuation},
    Mixin("root"),

    State("metadata"),
    {R"((@{id})(\()?)", Metadata},
    {R"(:@{id}(?:\.@{id})*)", NameDecorator, Pop()},
    {R"(\))", NameDecorator, Pop()},
    Mixin("root"),

    State("ternary"),
    {R"(:)", Punctuation, Goto("expr_start")},
    Mixin("root"),

    State("str_double"),
    Mixin("str_escape"),
    {R"(")", StrDouble, Pop()},
    {R"([^\\"]+)", StrDouble},

    State("str_single"),
    Mixin("str_escape"),
    {R"(')", StrSingle, Pop()},
    {R"(\$\$)", StrSingle},
    {R"(\$@{id})", StrInterpol},
    {R"(\$\{)", StrInterpol, "str_interpol"},
    {R"([^\\$']+)", StrSingle},

    State("str_escape"),
    {R"(\\[\\tnr'"])", StrEscape},
    {R"(\\[0-7]{3})", StrEscape},
    {R"(\\x\h{2})", StrEscape},
    {R"(\\u\h{4})", StrEscape},
    {R"(\\u\{\h{1,6}\})", StrEscape},

    State("str_interpol"),
    {R"(\})", StrInterpol, Pop()},
    Mixin("root"),
};

bool Detect(std::string_view text) { return HasShebang(text, R"(haxe(\s|\z))"); }

}  // namespace

const Definition lexers::haxe = {
    .tag = "haxe", .aliases = "hx haxe", .rules = kRules, .parts = kParts, .words = kWords, .detect = Detect};

}  // namespace tincture::rouge
