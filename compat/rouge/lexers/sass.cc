// The indented syntax: a line more indented than the one that began a comment belongs to it.
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

enum Texts { kBlockIndentation, kLastIndentation, kBlockState };

void Start(Lexer& l) { l.texts = {}; }

void StartBlock(Lexer& l, std::string_view state) {
  l.Pop();
  l.texts[kBlockState] = state;
  l.texts[kBlockIndentation] = l.texts[kLastIndentation];
}

void Indentation(Lexer& l) {
  l.Put(Text);
  const std::string indent(l.Match());
  l.texts[kLastIndentation] = indent;
  const std::string& block = l.texts[kBlockIndentation];
  if (!l.texts[kBlockState].empty() && indent.starts_with(block) && indent != block)
    return l.Push(l.texts[kBlockState]);
  l.texts[kBlockState].clear();
  l.texts[kBlockIndentation].clear();
  l.Push("content");
}

constexpr Rule kRules[] = {
    State("root"),
    {R"([ \t]*\n)", Text},
    {R"([ \t]*)", Indentation},

    State("content"),
    {R"(//.*?$)",
     [](Lexer& l) {
       l.Put(CommentSingle);
       StartBlock(l, "single_comment");
     }},
    {R"(/[*].*?\n)",
     [](Lexer& l) {
       l.Put(CommentMultiline);
       StartBlock(l, "multi_comment");
     }},
    {R"(@import\b)", Keyword, "import"},
    Mixin("content_common"),
    {R"(=@{id})", NameFunction, "value"},
    {R"([+]@{id})", NameDecorator, "value"},
    {R"(:)", NameAttribute, "old_style_attr"},
    {R"((?=[^\[\n]+?:([^a-z]|$)))", Nothing(), "attribute"},
    {R"()", Nothing(), "selector"},

    State("single_comment"),
    {R"(.*?$)", CommentSingle, Pop()},

    State("multi_comment"),
    {R"(.*?\n)", CommentMultiline, Pop()},

    State("import"),
    {R"([ \t]+)", Text},
    {R"(\S+)", Str},
    {R"(\n)", Text, Pop()},

    State("old_style_attr"),
    Mixin("attr_common"),
    {R"()", Nothing(), Pop().Push("value")},

    State("end_section"),
    {R"(\n)",
     [](Lexer& l) {
       l.Put(Text);
       l.ResetStack();
     }},
};

}  // namespace

const Definition lexers::sass = {.tag = "sass", .parent = &lexers::sass_common, .rules = kRules, .start = Start};

}  // namespace tincture::rouge
