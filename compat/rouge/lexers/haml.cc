// A line more indented than the one that began a comment or filter belongs to it.
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"identifier", R"([\w:-]+)"},
    {"ruby_var", R"([a-z]\w*)"},
    {"dot", R"([ ]\|\n(?=.*[ ]\|)|.)"},
};

enum Texts { kBlockIndentation, kLastIndentation, kBlockState };

void Start(Lexer& l) {
  l.texts = {};
  l.Inner(lexers::ruby).Reset();
}

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

void RubyState(Lexer& l, std::string_view state) {
  l.Inner(lexers::ruby).Reset();
  l.Push(state);
}

void RubyLine(Lexer& l) {
  l.Put(Punctuation);
  l.ResetStack();
  RubyState(l, "ruby_line");
}

const Definition* FilterNamed(std::string_view name) {
  for (const Definition* lexer :
       {&lexers::javascript, &lexers::css, &lexers::ruby, &lexers::erb, &lexers::markdown, &lexers::sass}) {
    if (lexer->tag == name) return lexer;
  }
  return nullptr;
}

// The option `filters[name]=language`; null where it is not given.
const Definition* FilterByOption(const Options& options, std::string_view name) {
  const std::string key = "filters[" + std::string(name) + "]";
  if (!options.contains(key)) return nullptr;
  const Definition* found = Find(StringOption(options, key).value_or(""));
  return found == nullptr ? &PlainText() : found;
}

// Apart from the lexers of the text itself.
constexpr int kOptionSlot = 1;
enum Numbers { kFilterSlot };

Lexer& FilterLexer(Lexer& l) { return l.Inner(*l.language, l.options(), static_cast<int>(l.numbers[kFilterSlot])); }

void Filter(Lexer& l) {
  l.Put(NameDecorator);
  StartBlock(l, "filter_block");
  const std::string_view name = l.Match(1).substr(0, l.Match(1).find_last_not_of(" \t\r") + 1);
  const Definition* given = FilterByOption(l.options(), name);
  l.numbers[kFilterSlot] = given == nullptr ? 0 : kOptionSlot;
  l.language = given == nullptr ? FilterNamed(name) : given;
  if (l.language != nullptr) FilterLexer(l).Reset();
}

void InFilter(Lexer& l) {
  if (l.language == nullptr) return l.Put(NameDecorator);
  FilterLexer(l).ContinueLex(l.Match());
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s*\n)", Text},
    {R"(\s*)", Indentation},

    State("content"),
    Mixin("css"),
    {R"(%@{identifier})", NameTag, Goto("tag")},
    {R"(!!!@{dot}*\n)", NameNamespace, Pop()},
    {R"((/)(\[@{dot}*?\])(@{dot}*\n))", Groups(Comment, CommentSpecial, Comment), Pop()},
    {R"(/@{dot}*\n)",
     [](Lexer& l) {
       l.Put(Comment);
       StartBlock(l, "html_comment_block");
     }},
    {R"(-#@{dot}*\n)",
     [](Lexer& l) {
       l.Put(Comment);
       StartBlock(l, "haml_comment_block");
     }},
    {R"(-)", RubyLine},
    {R"(:(@{dot}*)\n)", Filter},
    Mixin("eval_or_plain"),

    State("css"),
    {R"(\.@{identifier})", NameClass, Goto("tag")},
    {R"(#@{identifier})", NameFunction, Goto("tag")},

    State("tag"),
    Mixin("css"),
    {R"([{])",
     [](Lexer& l) {
       l.Put(Punctuation);
       RubyState(l, "ruby_tag");
     }},
    {R"(\[@{dot}*?\])", [](Lexer& l) { l.Continue(lexers::ruby, l.Match()); }},
    {R"(\()", Punctuation, "html_attributes"},
    {R"(\s*\n)", Text, Pop()},
    {R"([<>]{1,2}(?=[ \t=]))", Punctuation},
    Mixin("eval_or_plain"),

    State("plain"),
    {R"(([^#\n]|#[^{\n]|(\\\\)*\\#\{)+)", [](Lexer& l) { l.Continue(lexers::html, l.Match()); }},
    Mixin("interpolation"),
    {R"(\n)",
     [](Lexer& l) {
       l.Put(Text);
       l.ResetStack();
     }},

    State("eval_or_plain"),
    {R"([&!]?==)", Punctuation, "plain"},
    {R"([&!]?[=!])", RubyLine},
    {R"()", Nothing(), "plain"},

    State("ruby_line"),
    {R"(\n)", Text, Pop()},
    {R"(,[ \t]*\n)", [](Lexer& l) { l.Continue(lexers::ruby, l.Match()); }},
    {R"([ ]\|[ \t]*\n)", StrEscape},
    {R"(.*?(?=(,$| \|)?[ \t]*$))", [](Lexer& l) { l.Continue(lexers::ruby, l.Match()); }},

    State("ruby_tag"),
    Mixin("ruby_inner"),

    State("html_attributes"),
    {R"(\s+)", Text},
    {R"(@{identifier}\s*=)", NameAttribute, "html_attribute_value"},
    {R"(@{identifier})", NameAttribute},
    {R"(\))", Text, Pop()},

    State("html_attribute_value"),
    {R"(\s+)", Text},
    {R"(@{ruby_var})", NameVariable, Pop()},
    {R"(@@{ruby_var})", NameVariableInstance, Pop()},
    {R"(\$@{ruby_var})", NameVariableGlobal, Pop()},
    {R"('(\\\\|\\'|[^'\n])*')", Str, Pop()},
    {R"~("(\\\\|\\"|[^"\n])*")~", Str, Pop()},

    State("html_comment_block"),
    {R"(@{dot}+)", Comment},
    Mixin("indented_block"),

    State("haml_comment_block"),
    {R"(@{dot}+)", CommentPreproc},
    Mixin("indented_block"),

    State("filter_block"),
    {R"(([^#\n]|#[^{\n]|(\\\\)*\\#\{)+)", InFilter},
    Mixin("interpolation"),
    Mixin("indented_block"),

    State("interpolation"),
    {R"(#[{])", StrInterpol, "ruby"},

    State("ruby"),
    {R"([}])", StrInterpol, Pop()},
    Mixin("ruby_inner"),

    State("ruby_inner"),
    {R"([{])", [](Lexer& l) { l.Continue(lexers::ruby, l.Match()); }, "ruby_inner"},
    {R"([}])", [](Lexer& l) { l.Continue(lexers::ruby, l.Match()); }, Pop()},
    {R"([^{}]+)", [](Lexer& l) { l.Continue(lexers::ruby, l.Match()); }},

    State("indented_block"),
    {R"(\n)",
     [](Lexer& l) {
       l.Put(Text);
       l.ResetStack();
     }},
};

}  // namespace

const Definition lexers::haml = {.tag = "haml", .aliases = "HAML", .rules = kRules, .parts = kParts, .start = Start};

}  // namespace tincture::rouge
