#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", ""},
    {"declarations", ""},
    {"constants", "true false null"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {"declarations", KeywordDeclaration},
    {"constants", KeywordConstant},
    {nullptr, NameOther},
};

constexpr Part kParts[] = {
    {"id", R"((?i)[$a-z_][a-z0-9_]*)"},
};

constexpr int kHeredoc = 0;

void Identifier(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match());
  l.Put(token);
  if (token != KeywordConstant) l.Push("composite");
}

void BeginHeredoc(Lexer& l) {
  l.PutGroups({Operator, Text, StrHeredoc, StrHeredoc, NameConstant, StrHeredoc});
  l.texts[kHeredoc] = l.Match(5);
}

void MaybeEndHeredoc(Lexer& l) {
  if (l.Match(1) != l.texts[kHeredoc]) return l.Put(StrHeredoc);
  l.Put(NameConstant);
  l.Pop(2);
}

constexpr Rule kRules[] = {
    State("multiline_comment"),
    {R"([*]/)", CommentMultiline, Pop()},
    {R"([^*/]+)", CommentMultiline},
    {R"([*/])", CommentMultiline},

    State("comments_and_whitespace"),
    {R"(\s+)", Text},
    {R"(//.*?$)", CommentSingle},
    {R"(#.*?$)", CommentSingle},
    {R"(/[*])", CommentMultiline, "multiline_comment"},

    State("primitives"),
    {R"([0-9][0-9]*\.[0-9]+([eE][0-9]+)?[fd]?([kKmMgG]b?)?)", NumFloat},
    {R"([0-9]+([kKmMgG]b?)?)", NumInteger},
    {R"(")", StrDouble, "dq"},
    {R"(')", StrSingle, "sq"},
    {R"((<<-?)(\s*)(\'?)(\\?)(\w+)(\3))", BeginHeredoc, "heredoc"},

    State("root"),
    Mixin("comments_and_whitespace"),
    Mixin("primitives"),
    {R"(\{)", Punctuation, "hash"},
    {R"(\[)", Punctuation, "array"},
    {R"(@{id})", Identifier},

    State("composite"),
    Mixin("comments_and_whitespace"),
    {R"([{])", Punctuation, Pop().Push("hash")},
    {R"([\[])", Punctuation, Pop().Push("array")},
    Mixin("root"),
    {R"()", Text, Pop()},

    State("hash"),
    Mixin("comments_and_whitespace"),
    {R"(\=)", Punctuation},
    {R"(\})", Punctuation, Pop()},
    Mixin("root"),

    State("array"),
    Mixin("comments_and_whitespace"),
    {R"(,)", Punctuation},
    {R"(\])", Punctuation, Pop()},
    Mixin("root"),

    State("dq"),
    {R"([^\\"]+)", StrDouble},
    {R"(\\")", StrEscape},
    {R"(")", StrDouble, Pop()},

    State("sq"),
    {R"([^\\']+)", StrSingle},
    {R"(\\')", StrEscape},
    {R"(')", StrSingle, Pop()},

    State("heredoc"),
    {R"(\n)", StrHeredoc, "heredoc_nl"},
    {R"([^$\n]+)", StrHeredoc},
    {R"([$])", StrHeredoc},

    State("heredoc_nl"),
    {R"(\s*(\w+)\s*\n)", MaybeEndHeredoc},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::hcl = {.tag = "hcl", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
