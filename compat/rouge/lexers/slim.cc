// A line more indented than the one that began a filter or a text belongs to it.
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"ruby", R"([\w!?@$])"},
    {"dot", R"((?:\\\n|.))"},
};

enum Texts { kBlockIndentation, kLastIndentation, kBlockState };

void Start(Lexer& l) {
  l.Inner(lexers::ruby).Reset();
  l.Inner(lexers::html).Reset();
}

void StartBlock(Lexer& l, std::string_view state) {
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

void Ruby(Lexer& l) { l.Continue(lexers::ruby, l.Match()); }

// Punctuation, then Ruby.
void MarkedRuby(Lexer& l) {
  l.Put(Punctuation, l.Match(1));
  l.Continue(lexers::ruby, l.Match(2));
}

void Html(Lexer& l) { l.Continue(lexers::html, l.Match()); }

const Definition* FilterNamed(std::string_view name) {
  if (name == "coffee") return &lexers::coffeescript;
  for (const Definition* lexer : {&lexers::ruby, &lexers::erb, &lexers::javascript, &lexers::css, &lexers::markdown,
                                  &lexers::scss, &lexers::sass}) {
    if (lexer->tag == name) return lexer;
  }
  return nullptr;
}

void Filter(Lexer& l) {
  l.Put(NameDecorator);
  l.Pop();
  StartBlock(l, "filter_block");
  l.language = FilterNamed(l.Match(1));
  if (l.language != nullptr) l.Inner(*l.language).Reset();
}

void InFilter(Lexer& l) {
  if (l.language == nullptr) return l.Put(NameDecorator);
  l.Continue(*l.language, l.Match());
}

void PlainText(Lexer& l) {
  l.Put(Punctuation);
  l.Pop();
  StartBlock(l, "plain_block");
  l.Goto("plain_block");
}

void EndLine(Lexer& l) {
  l.Put(Text);
  l.ResetStack();
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s*\n)", Text},
    {R"(\s*)", Indentation},

    State("content"),
    Mixin("css"),
    {R"(/@{dot}*)", Comment, "indented_block"},
    {R"((doctype)(\s+)(.*))", Groups(NameNamespace, TextWhitespace, Text), Pop()},
    {R"((\w*):\s*\n)", Filter},
    {R"([\|'](?=\s))", PlainText},
    {R"(-|==|=)", Punctuation, "ruby_line"},
    {R"((\*)(@{ruby}+\(.*?\)))", MarkedRuby, "tag"},
    {R"((\*)(@{ruby}+))", MarkedRuby, "tag"},
    {R"(</?[\w\s='"]+?/?>)", Html, Pop()},
    {R"(\w+)", NameTag, "tag"},

    State("tag"),
    Mixin("css"),
    Mixin("indented_block"),
    Mixin("interpolation"),
    {R"([<>])", Punctuation},
    {R"(\s+?)", TextWhitespace},
    {R"((\*)(@{ruby}+))", MarkedRuby},
    {R"((\*)(\{@{dot}+?\}))", MarkedRuby},
    {R"(([\w\-]+)(\s*)(=))", Groups(NameAttribute, TextWhitespace, Punctuation), "html_attr"},
    {R"((=)(@{dot}+))", MarkedRuby},
    {R"(&\S*?;)", NameEntity},
    {R"(@{dot}+?)", Text},
    {R"(\s*\n)", TextWhitespace, Pop()},

    State("css"),
    {R"(\.[\w-]*)", NameClass, Goto("tag")},
    {R"(#[a-zA-Z][\w:-]*)", NameFunction, Goto("tag")},

    State("html_attr"),
    {R"(\s*(['"])@{dot}*?\1)", Str, Pop()},
    {R"(@{ruby}+\(.*?\))", Ruby, Pop()},
    {R"(@{ruby}+)", Ruby, Pop()},
    {R"(\s+)", TextWhitespace},

    State("ruby_line"),
    Mixin("indented_block"),
    {R"([,\\]\s*\n)", Ruby},
    {R"([ ]\|[ \t]*\n)", StrEscape},
    {R"(.*?(?=([,\\]$| \|)?[ \t]*$))", Ruby},

    State("filter_block"),
    {R"(([^#\n]|#[^{\n]|(\\\\)*\\#\{)+)", InFilter},
    Mixin("interpolation"),
    Mixin("indented_block"),

    State("plain_block"),
    Mixin("interpolation"),
    {R"(</?[\w\s='"]+?/?>)", Html},
    {R"(&\S*?;)", NameEntity},
    {R"(@{dot}+?)", Text},
    Mixin("indented_block"),

    State("interpolation"),
    {R"(#[{])", StrInterpol, "ruby_interp"},

    State("ruby_interp"),
    {R"([}])", StrInterpol, Pop()},
    Mixin("ruby_interp_inner"),

    State("ruby_interp_inner"),
    {R"([{])", Ruby, "ruby_interp_inner"},
    {R"([}])", Ruby, Pop()},
    {R"([^{}]+)", Ruby},

    State("indented_block"),
    {R"((?<!\\)\n)", EndLine},
};

}  // namespace

const Definition lexers::slim = {.tag = "slim", .rules = kRules, .parts = kParts, .start = Start};

}  // namespace tincture::rouge
