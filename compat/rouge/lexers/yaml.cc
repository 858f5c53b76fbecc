// YAML: the lexer keeps a stack of indentations, `levels`, to tell where block scalars and collections end.
#include <algorithm>

#include "compat/rouge/detect.h"
#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"plain_start", R"([^ \t\n\r\f\v?:,\[\]{}#&*!\|>'"%@`])"},
};

enum Numbers { kNextIndent, kBlockScalarIndent };
constexpr long kNone = -1;

void ResetIndent(Lexer& l) {
  l.levels = {0};
  l.numbers[kNextIndent] = 0;
  l.numbers[kBlockScalarIndent] = kNone;
}

long Indent(const Lexer& l) { return l.levels.empty() ? 0 : l.levels.back(); }

// How much of an indentation of `size` belongs to the level it falls back to.
size_t SaveIndent(Lexer& l, size_t size) {
  l.numbers[kNextIndent] = static_cast<long>(size);
  if (l.numbers[kNextIndent] >= Indent(l)) return size;
  while (l.numbers[kNextIndent] < Indent(l)) l.levels.pop_back();
  return static_cast<size_t>(Indent(l));
}

void ContinueIndent(Lexer& l) { l.numbers[kNextIndent] += static_cast<long>(l.Match().size()); }

void SetIndent(Lexer& l, size_t size) {
  if (Indent(l) < l.numbers[kNextIndent]) l.levels.push_back(l.numbers[kNextIndent]);
  l.numbers[kNextIndent] += static_cast<long>(size);
}

void BeginLine(Lexer& l) {
  const size_t indent = SaveIndent(l, l.Match().size());
  l.Put(Text, l.Match().substr(0, indent));
  l.Put(Error, l.Match().substr(indent));
}

void BlankLineOfScalar(Lexer& l) {
  const long indent = l.numbers[kBlockScalarIndent];
  const size_t mark = indent == kNone ? l.Match().size() : std::min(l.Match().size(), static_cast<size_t>(indent));
  l.Put(Text, l.Match().substr(0, mark));
  l.Put(NameConstant, l.Match().substr(mark));
}

void IndentOfScalar(Lexer& l) {
  l.Put(Text);
  const long size = static_cast<long>(l.Match().size());
  long& scalar_indent = l.numbers[kBlockScalarIndent];
  const long dedent_level = scalar_indent == kNone ? Indent(l) : scalar_indent;
  if (scalar_indent == kNone) scalar_indent = size;
  if (size >= dedent_level) return;
  SaveIndent(l, l.Match().size());
  l.Pop();
  l.Push("indentation");
}

void BlockScalarHeader(Lexer& l) {
  l.numbers[kBlockScalarIndent] = kNone;
  l.Goto("ignored_line");
  if (l.Match().empty()) return;
  const std::string_view increment = l.Matched(2) ? l.Match(2) : l.Match(3);
  if (!increment.empty()) l.numbers[kBlockScalarIndent] = Indent(l) + (increment[0] - '0');
  l.Put(PunctuationIndicator);
}

void IndentOfPlainScalar(Lexer& l) {
  l.Put(Text);
  l.Pop();
  if (static_cast<long>(l.Match().size()) > Indent(l)) return;
  l.Pop();
  SaveIndent(l, l.Match().size());
  l.Push("indentation");
}

constexpr Rule kRules[] = {
    State("basic"),
    {R"(#.*$)", CommentSingle},

    State("root"),
    Mixin("basic"),
    {R"(\n+)", Text},
    {R"([ ]+(?=#|$))", Text},
    {R"(^%YAML\b)",
     [](Lexer& l) {
       l.Put(NameTag);
       ResetIndent(l);
     },
     "yaml_directive"},
    {R"(^%TAG\b)",
     [](Lexer& l) {
       l.Put(NameTag);
       ResetIndent(l);
     },
     "tag_directive"},
    {R"(^(?:---|\.\.\.)(?= |$))",
     [](Lexer& l) {
       l.Put(NameNamespace);
       ResetIndent(l);
     },
     "block_line"},
    {R"([ ]*(?!\s|$))", BeginLine, Push("block_line").Push("indentation")},

    State("indentation"),
    {R"(\s*?\n)", Text, Pop(2)},
    {R"([ ]+(?=[-:?](?:[ ]|$)))",
     [](Lexer& l) {
       l.Put(Text);
       ContinueIndent(l);
     }},
    {R"([?:-](?=[ ]|$))",
     [](Lexer& l) {
       SetIndent(l, 1);
       l.Put(PunctuationIndicator);
     }},
    {R"([ ]*)",
     [](Lexer& l) {
       l.Put(Text);
       ContinueIndent(l);
     },
     Pop()},

    State("block_line"),
    {R"([ ]*(?=#|$))", Text, Pop()},
    {R"([ ]+)", Text},
    Mixin("descriptors"),
    Mixin("block_nodes"),
    Mixin("flow_nodes"),
    {R"((?=@{plain_start}|[?:-][^ \t\n\r\f\v]))", NameVariable, "plain_scalar_in_block_context"},

    State("descriptors"),
    {R"(!<[0-9A-Za-z;\/?:@&=+$,_.!~*'()\[\]%-]+>)", KeywordType},
    {R"((?:![\w-]+)?!(?:[\w;/?:@&=+$,.!~*\'()\[\]%-]*))", KeywordType},
    {R"(&[\p{L}\p{Nl}\p{Nd}_-]+)", NameLabel},
    {R"(\*[\p{L}\p{Nl}\p{Nd}_-]+)", NameVariable},

    State("block_nodes"),
    {R"(([^#,:?\[\]{}"'\n]+)(:)(?=\s|$))",
     [](Lexer& l) {
       l.PutGroups({NameAttribute, PunctuationIndicator});
       SetIndent(l, 0);
     }},
    {R"([\|>][+-]?)", PunctuationIndicator, Push("block_scalar_content").Push("block_scalar_header")},

    State("flow_nodes"),
    {R"(\[)", PunctuationIndicator, "flow_sequence"},
    {R"(\{)", PunctuationIndicator, "flow_mapping"},
    {R"(')", StrSingle, "single_quoted_scalar"},
    {R"(")", StrDouble, "double_quoted_scalar"},

    State("flow_collection"),
    {R"(\s+)", Text},
    Mixin("basic"),
    {R"([?:,])", PunctuationIndicator},
    Mixin("descriptors"),
    Mixin("flow_nodes"),
    {R"((?=@{plain_start}))", Nothing(), "plain_scalar_in_flow_context"},

    State("flow_sequence"),
    {R"(\])", PunctuationIndicator, Pop()},
    Mixin("flow_collection"),

    State("flow_mapping"),
    {R"(\})", PunctuationIndicator, Pop()},
    Mixin("flow_collection"),

    State("block_scalar_content"),
    {R"(\n+)", Text},
    {R"(^[ ]+$)", BlankLineOfScalar},
    {R"(^[ ]*)", IndentOfScalar},
    {R"([^\n\r\f\v]+)", Str},

    State("block_scalar_header"),
    {R"((([1-9])[+-]?|[+-]?([1-9])?)(?=[ ]|$))", BlockScalarHeader},

    State("ignored_line"),
    Mixin("basic"),
    {R"([ ]+)", Text},
    {R"(\n)", Text, Pop()},

    State("quoted_scalar_whitespaces"),
    {R"(^[ ]+)", Text},
    {R"([ ]+$)", Text},
    {R"(\n+)", Text},
    {R"([ ]+)", NameVariable},

    State("single_quoted_scalar"),
    Mixin("quoted_scalar_whitespaces"),
    {R"(\\')", StrEscape},
    {R"(')", Str, Pop()},
    {R"([^\s']+)", Str},

    State("double_quoted_scalar"),
    {R"(")", Str, Pop()},
    Mixin("quoted_scalar_whitespaces"),
    {R"(\\[0abt\tn\nvfre "\\N_LP])", StrEscape},
    {R"(\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}))", StrEscape},
    {R"([^ \t\n\r\f\v"\\]+)", Str},

    State("plain_scalar_in_block_context_new_line"),
    {R"(^[ ]+\n)", Text},
    {R"(\n+)", Text},
    {R"(^(?=---|\.\.\.))", Nothing(), Pop(3)},
    {R"(^[ ]*)", IndentOfPlainScalar},

    State("plain_scalar_in_block_context"),
    // A colon before white space ends the scalar, other colons are part of it.
    {R"([ ]*(?=:[ \n]|:$))", Text, Pop()},
    {R"([ ]*:\S+)", Str},
    {R"([ ]+(?=#))", Text, Pop()},
    {R"([ ]+$)", Text},
    {R"(\n+)", Text, "plain_scalar_in_block_context_new_line"},
    {R"([ ]+)", Str},
    {R"(true|false|null)", NameConstant},
    {R"(\d+(?:\.\d+)?(?=(\r?\n)| +#))", Num, Pop()},
    {R"([^\s:]+)", Str},

    State("plain_scalar_in_flow_context"),
    {R"([ ]*(?=[,:?\[\]{}]))", Text, Pop()},
    {R"([ ]+(?=#))", Text, Pop()},
    {R"(^[ ]+)", Text},
    {R"([ ]+$)", Text},
    {R"(\n+)", Text},
    {R"([ ]+)", NameVariable},
    {R"([^\s,:?\[\]{}]+)", NameVariable},

    State("yaml_directive"),
    {R"(([ ]+)(\d+\.\d+))", Groups(Text, Num), Goto("ignored_line")},

    State("tag_directive"),
    {R"(([ ]+)(!|![\w-]*!)([ ]+)(!|!?[\w;/?:@&=+$,.!~*'()\[\]%-]+))", Groups(Text, KeywordType, Text, KeywordType),
     Goto("ignored_line")},
};

bool Detect(std::string_view text) { return Like(text, R"(\s*%YAML)"); }

}  // namespace

const Definition lexers::yaml = {
    .tag = "yaml", .aliases = "yml", .rules = kRules, .parts = kParts, .start = ResetIndent, .detect = Detect};

}  // namespace tincture::rouge
