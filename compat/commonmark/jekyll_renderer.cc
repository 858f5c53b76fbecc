#include "compat/commonmark/jekyll_renderer.h"

namespace tincture::commonmark {

namespace {

// As Rouge escapes plain text: quotation marks stay.
std::string EscapePlainText(std::string_view code) {
  std::string escaped;
  for (const char c : code) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string LangAttribute(std::optional<std::string_view> lang) {
  return lang ? " data-lang=\"" + std::string(*lang) + "\"" : std::string();
}

}  // namespace

void JekyllRenderer::CodeBlock(cmark_node* node) {
  const std::optional<std::string_view> lang = FirstWord(FenceInfo(node), " \t\n\v\f\r");
  StartLine();
  Out("<div class=\"" + (lang ? "language-" + std::string(*lang) + " " : std::string()));
  Out("highlighter-rouge\"><div class=\"highlight\"><pre" + Sourcepos(node) + " class=\"highlight\"");
  if (Has(kGithubPreLang)) {
    Out(LangAttribute(lang) + "><code>");
  } else {
    Out("><code" + LangAttribute(lang) + ">");
  }
  Out(Highlighted(cmark_node_get_literal(node), lang));
  Out("</code></pre></div></div>");
  StartLine();
}

std::string JekyllRenderer::Highlighted(std::string_view code, std::optional<std::string_view> lang) {
  const std::optional<std::string> tokens = highlighter() ? highlighter()->Highlight(code, lang) : std::nullopt;
  return tokens ? *tokens : EscapePlainText(code);
}

}  // namespace tincture::commonmark
