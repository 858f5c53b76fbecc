// Code blocks are lexed in their language: `language` is that of the open fence, null for none known.
#include <algorithm>

#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Part kParts[] = {
    {"edot", R"(\\.|[^\\\n])"},
};

std::string_view Strip(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r\n\f\v") + 1);
}

void InFence(Lexer& l, std::string_view code) {
  if (l.language == nullptr) return l.Put(StrBacktick, code);
  l.Continue(*l.language, code);
}

void Fence(Lexer& l) {
  const std::string_view name = Strip(l.Match(3));
  const auto found = FindFancy(name.empty() ? "guess" : name, l.Match(5));
  l.language = found ? found->lexer : nullptr;
  if (found) l.Inner(*found->lexer, found->options).Reset();
  l.PutGroups({Text, Punctuation, NameLabel});
  if (l.Matched(5)) InFence(l, l.Match(5));
  l.Put(Text, l.Match(6));
  if (l.Matched(7)) return l.Put(Punctuation, l.Match(7));
  l.Push("open_fence", {l.Match(2)});
}

constexpr Rule kRules[] = {
    State("root"),
    {R"((?s)\A(---\s*\n.*?\n?)^(---\s*$\n?))", Delegate(lexers::yaml)},
    {R"(\\.)", StrEscape},
    {R"(^[\S ]+\n(?:---*)\n)", GenericHeading},
    {R"(^[\S ]+\n(?:===*)\n)", GenericSubheading},
    {R"(^#(?=[^#]).*?$)", GenericHeading},
    {R"(^##*.*?$)", GenericSubheading},
    {R"((?s)^([ \t]*)(`{3,}|~{3,})([^\n]*\n)((.*?)(\n\1)(\2))?)", Fence},
    {R"(\n\n((    |\t).*?\n|\n)+)", StrBacktick},
    {R"((`+)(?:@{edot}|\n)+?\1)", StrBacktick},
    {R"(^(\s*[*]){3,}\s*$)", Punctuation},
    {R"(^(\s*[-]){3,}\s*$)", Punctuation},
    {R"(^\s*[*+-](?=\s))", Punctuation},
    {R"(^\s*\d+\.)", Punctuation},
    {R"(^\s*>.*?$)", GenericTraceback},
    {R"(^(\s*)(\[)((?:@{edot})+?)(\])(\s*)(:))", Groups(Text, Punctuation, StrSymbol, Punctuation, Text, Punctuation),
     Push("title").Push("url")},
    {R"((!?\[)((?:@{edot})*?|[^\]]*?)(\])(?=[\[(]))", Groups(Punctuation, NameVariable, Punctuation), "link"},
    {R"([*][*]@{edot}*?[*][*])", GenericStrong},
    {R"(__@{edot}*?__)", GenericStrong},
    {R"([*]@{edot}*?[*])", GenericEmph},
    {R"(_@{edot}*?_)", GenericEmph},
    {R"(<.*?@.+[.].+>)", NameVariable},
    {R"(<(https?|mailto|ftp)://@{edot}*?>)", NameVariable},
    {R"([^\\`\[*\n&<]+)", Text},
    {R"(&\S*;)", [](Lexer& l) { l.Continue(lexers::html, l.Match()); }},
    {R"(<@{edot}*?>)", [](Lexer& l) { l.Continue(lexers::html, l.Match()); }},
    {R"([&<])", Text},
    {R"(\[)", Text},
    {R"(\n)", Text},

    State("open_fence"),
    {R"(^([ \t]*)(@{0}))",
     [](Lexer& l) {
       l.Pop();
       l.PutGroups({Text, Punctuation});
     }},
    {R"(^.*\n)", [](Lexer& l) { InFence(l, l.Match()); }},

    State("link"),
    {R"((\[)(@{edot}*?)(\]))", Groups(Punctuation, StrSymbol, Punctuation), Pop()},
    {R"([(])", Punctuation, Push("inline_title").Push("inline_url")},
    {R"([ \t]+)", Text},
    {R"()", Nothing(), Pop()},

    State("url"),
    {R"([ \t]+)", Text},
    {R"((<)(@{edot}*?)(>))", Groups(NameTag, StrOther, NameTag), Pop()},
    {R"(\S+)", StrOther, Pop()},

    State("title"),
    {R"("@{edot}*?")", NameNamespace},
    {R"('@{edot}*?')", NameNamespace},
    {R"([(]@{edot}*?[)])", NameNamespace},
    {R"(\s*(?=["'()]))", Text},
    {R"()", Nothing(), Pop()},

    State("inline_title"),
    {R"([)])", Punctuation, Pop()},
    Mixin("title"),

    State("inline_url"),
    {R"([^<\s)]+)", StrOther, Pop()},
    {R"(\s+)", Text},
    Mixin("url"),
};

}  // namespace

const Definition lexers::markdown = {.tag = "markdown", .aliases = "md mkd", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
