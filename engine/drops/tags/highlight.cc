// {% highlight ruby linenos mark_lines="1 2" %}...{% endhighlight %}
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "compat/commonmark/commonmark.h"
#include "compat/rouge/formatters.h"
#include "compat/text/escape.h"
#include "engine/config/markdown_processor.h"
#include "engine/drops/code.h"
#include "engine/drops/filter_host.h"
#include "engine/drops/tags/tags.h"
#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

struct Markup {
  std::string language;  // in lower case
  bool line_numbers = false;
  bool marks_lines = false;
  // Where mark_lines has a quoted list, as it must.
  std::optional<std::vector<int>> marked_lines;
};

bool IsLanguageCharacter(char c) { return IsAlnum(c) || std::string_view(".+#_-").find(c) != std::string_view::npos; }
bool IsWordCharacter(char c) { return IsAlnum(c) || c == '_'; }

template <class Predicate>
std::string_view Take(std::string_view& text, Predicate belongs) {
  const auto end = std::ranges::find_if_not(text, belongs);
  const std::string_view taken(text.begin(), end);
  text.remove_prefix(taken.size());
  return taken;
}

// `"1 2 3"`: numbers with one white space character between them.
std::optional<std::vector<int>> TakeList(std::string_view& text) {
  std::vector<int> numbers;
  do {
    text.remove_prefix(1);
    const std::string_view digits = Take(text, IsDigit);
    if (digits.empty()) return std::nullopt;
    numbers.push_back(static_cast<int>(ToFloat(digits.substr(0, 9))));
  } while (!text.empty() && IsSpace(text.front()));
  if (!text.starts_with('"')) return std::nullopt;
  text.remove_prefix(1);
  return numbers;
}

// One option after its white space: `linenos`, `linenos=table`, `mark_lines="1 2"`.
bool TakeOption(std::string_view& text, Markup& markup) {
  if (Take(text, IsSpace).empty()) return false;
  const std::string_view key = Take(text, IsWordCharacter);
  if (key.empty()) return false;
  std::optional<std::vector<int>> list;
  if (text.starts_with('=')) {
    text.remove_prefix(1);
    if (text.starts_with('"')) {
      list = TakeList(text);
      if (!list) return false;
    } else if (Take(text, IsWordCharacter).empty()) {
      return false;
    }
  }
  if (key == "linenos") markup.line_numbers = true;
  if (key == "mark_lines") markup.marks_lines = true, markup.marked_lines = list;
  return true;
}

std::optional<Markup> ParseMarkup(std::string_view text) {
  text = Strip(text);
  Markup markup;
  markup.language = Take(text, IsLanguageCharacter);
  if (markup.language.empty()) return std::nullopt;
  std::ranges::transform(markup.language, markup.language.begin(), ToLower);
  while (!text.empty()) {
    if (!TakeOption(text, markup)) return std::nullopt;
  }
  return markup;
}

std::string SyntaxMessage(std::string_view markup, const compat::Profile& profile) {
  std::string message = "Syntax Error in tag 'highlight' while parsing the following markup:\n\n";
  if (profile.messages_indent_markup) message += "  ";
  message.append(markup).append("\n\nValid syntax: highlight <lang> [linenos]");
  if (profile.highlight_mark_lines) {
    message += " [mark_lines=\"3 4 5\"]\n\nSee https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting";
    message += " for more details.";
  }
  return message + "\n";
}

// /\r?\n/ by what the gem jekyll-commonmark-ghpages puts for it.
std::string HideNewlines(std::string_view html) {
  std::string hidden;
  for (size_t pos = 0; pos < html.size(); ++pos) {
    if (html.substr(pos, 2) == "\r\n") ++pos;
    if (html[pos] == '\n') {
      hidden += commonmark::kGhPagesNewline;
    } else {
      hidden += html[pos];
    }
  }
  return hidden;
}

bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }

std::string_view WithoutOuterLineEnds(std::string_view text) {
  while (!text.empty() && IsLineEnd(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsLineEnd(text.back())) text.remove_suffix(1);
  return text;
}

// String#chomp.
std::string_view Chomp(std::string_view text) {
  if (text.ends_with("\r\n")) return text.substr(0, text.size() - 2);
  return !text.empty() && IsLineEnd(text.back()) ? text.substr(0, text.size() - 1) : text;
}

class HighlightTag : public liquid::Block {
 public:
  HighlightTag(liquid::Body body, Markup markup, const compat::Profile& profile)
      : Block(body), markup_(std::move(markup)), profile_(profile) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    liquid::Output inner;
    body().Render(context, inner);
    if (context.failed()) return;
    const std::string prefix = VariableText(context, "highlighter_prefix");
    const std::string suffix = VariableText(context, "highlighter_suffix");
    const std::string code = Highlight(context, WithoutOuterLineEnds(inner.text()));
    if (!context.failed()) output.Append(prefix + Figure(Chomp(code)) + suffix);
  }

 private:
  static std::string VariableText(liquid::Context& context, std::string_view name) {
    return std::string(TextOf(context.Find(name), context.access()));
  }

  static std::string PagePath(liquid::Context& context) {
    const Value page = context.Register("page");
    Value path;
    if (page.IsHash()) path = page.AsHash().Get("path");
    if (page.IsDrop()) context.ReadDrop(page.AsDrop(), Symbol("path"), &path);
    return std::string(TextOf(path, context.access()));
  }

  // `pygments` is gone; Jekyll takes Rouge in its place.
  std::string Highlight(liquid::Context& context, std::string_view code) const {
    const Value name = HostOf(context).config().AsHash().Get("highlighter");
    const std::string_view highlighter = name.IsString() ? name.AsString() : "";
    if (highlighter == "rouge" || highlighter == "pygments") {
      const std::string html = HighlightByRouge(context, code);
      return HidesNewlines(context) ? HideNewlines(html) : html;
    }
    return std::string(Strip(text::HtmlEscape(code)));
  }

  bool HidesNewlines(liquid::Context& context) const {
    return ProcessorOf(HostOf(context).config().AsHash(), profile_) == MarkdownProcessor::kCommonMarkGhPages;
  }

  std::string HighlightByRouge(liquid::Context& context, std::string_view code) const {
    const bool marks = markup_.marks_lines && profile_.highlight_mark_lines;
    if (marks && !markup_.marked_lines) {
      context.Fail("SyntaxError",
                   "Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.");
      return {};
    }
    const WarnOfCode warn = [&](std::string_view language, std::string_view message) {
      HostOf(context).WarnOfCode(language, PagePath(context), message);
    };
    const std::optional<LexedCode> lexed = LexCode(markup_.language, code, warn);
    const rouge::TokenList tokens = lexed ? lexed->tokens : rouge::TokenList::Plain(code);
    std::string html =
        marks ? rouge::FormatHtmlLineHighlighter(tokens, *markup_.marked_lines) : rouge::FormatHtml(tokens);
    if (!markup_.line_numbers) return html;
    rouge::TableOptions table;
    table.gutter_class = "gutter";
    table.code_class = "code";
    return rouge::FormatHtmlTable(tokens, std::move(html), table);
  }

  std::string Figure(std::string_view code) const {
    std::string css_class = markup_.language;
    std::ranges::replace(css_class, '+', '-');
    std::string figure = "<figure class=\"highlight\"><pre><code class=\"language-" + css_class + "\" data-lang=\"" +
                         markup_.language + "\">";
    return figure.append(code).append("</code></pre></figure>");
  }

  const Markup markup_;
  const compat::Profile& profile_;
};

}  // namespace

std::unique_ptr<liquid::Tag> MakeHighlightTag(liquid::TagParser& parser, const compat::Profile& profile) {
  std::optional<Markup> markup = ParseMarkup(parser.markup());
  if (!markup) return parser.Fail("SyntaxError", SyntaxMessage(parser.markup(), profile));
  const liquid::Body body = parser.ParseBody();
  if (parser.failed()) return nullptr;
  return std::make_unique<HighlightTag>(body, *std::move(markup), profile);
}

}  // namespace tincture::engine
