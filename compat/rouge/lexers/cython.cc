#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "by except? fused gil nogil", kAddToParent},
    {"c_keywords", "public readonly extern api inline enum union"},
};

constexpr WordClass kCalled[] = {
    {"keywords", Keyword},         {"exceptions", NameBuiltin}, {"builtins", NameBuiltin},
    {"pseudo", NameBuiltinPseudo}, {nullptr, NameFunction},
};

constexpr Part kParts[] = {
    {"c_identifier", R"((?i)[a-z_]\w*)"},
    {"c_dotted", R"((?i)[a-z_.][\w.]*)"},
};

constexpr int kIndentation = 0;
constexpr int kHasIndentation = 0;

void Declaration(Lexer& l) {
  const std::string_view word = l.Match();
  if (l.InList("keywords", word)) return l.Put(Keyword), l.Pop();
  if (word == "def") return l.Put(Keyword), l.Goto("funcname");
  if (word == "struct" || word == "class") return l.Put(KeywordReserved), l.Goto("classname");
  if (l.InList("c_keywords", word)) return l.Put(KeywordReserved);
  l.Put(KeywordType);
  l.Pop();
}

void Indent(Lexer& l) {
  l.Put(Text);
  l.Goto("c_start");
  if (l.numbers[kHasIndentation] == 0) {
    l.numbers[kHasIndentation] = 1;
    l.texts[kIndentation] = l.Match();
  } else if (l.texts[kIndentation].size() > l.Match().size()) {
    l.numbers[kHasIndentation] = 0;
    l.Pop(2);
  }
}

void NoIndent(Lexer& l) {
  l.numbers[kHasIndentation] = 0;
  l.ResetStack();
}

constexpr Rule kRules[] = {
    Prepend("root"),
    {R"(cp?def|ctypedef)", Keyword, Push("c_definitions").Push("c_start")},
    {R"((from)((?:\\\s|\s)+)(@{c_dotted})((?:\\\s|\s)+)(cimport))",
     Groups(KeywordNamespace, Text, NameNamespace, Text, KeywordNamespace)},
    {R"((cimport)(\s+)(@{c_dotted}))", Groups(KeywordNamespace, Text, NameNamespace)},
    {R"((struct)((?:\\\s|\s)+))", Groups(Keyword, Text), "classname"},
    Mixin("func_call_fix"),
    {R"([(,])", Punctuation, "c_start"},

    Prepend("classname"),
    {R"((?:\\\s|\s)+)", Text},

    Prepend("funcname"),
    {R"((?:\\\s|\s)+)", Text},

    State("func_call_fix"),
    {R"(@{c_identifier}(?=\())", Words(kCalled)},

    State("c_start"),
    {R"([^\S\n]+)", Text},
    {R"(cp?def|ctypedef)", Keyword},
    {R"((?:un)?signed)", KeywordType},
    {R"(@{c_identifier}(?=(?:\*+)|(?:[ \t]*\[)|(?:[ \t]+\w)))", Declaration},
    {R"()", Nothing(), Pop()},

    State("c_definitions"),
    {R"(\n)", Text, "c_indent"},
    Mixin("root"),

    State("c_indent"),
    {R"([ \t]+)", Indent},
    {R"()", NoIndent},
};

}  // namespace

const Definition lexers::cython = {.tag = "cython",
                                   .aliases = "pyx pyrex",
                                   .parent = &lexers::python,
                                   .rules = kRules,
                                   .parts = kParts,
                                   .words = kWords};

}  // namespace tincture::rouge
