#include "compat/commonmark/ghpages_renderer.h"

#include <algorithm>

#include "liquid/support/utf8.h"

namespace tincture::commonmark {

namespace {

// Without what stands before the first letter of each line.
std::string FromFirstLetters(std::string_view html) {
  std::string kept;
  bool at_line_start = true;
  for (const char c : html) {
    if (at_line_start && !IsAlpha(c)) continue;
    kept += c;
    at_line_start = c == '\n';
  }
  return kept;
}

// Letters in lower case, digits, and hyphens for blanks; of the tags in `html` their letters stay too.
std::string BasicId(std::string_view html) {
  std::string id;
  for (const char c : FromFirstLetters(html)) {
    if (IsAlnum(c) || c == '-') id += ToLower(c);
    if (c == ' ') id += '-';
  }
  return id;
}

}  // namespace

std::string GhPagesRenderer::MakeId(std::string_view html) {
  std::string id = BasicId(html);
  if (id.empty()) id = "section";
  const auto [used, is_new] = used_ids_.try_emplace(id, 0);
  return is_new ? id : id + "-" + std::to_string(++used->second);
}

void GhPagesRenderer::Header(cmark_node* node) {
  const std::string level = std::to_string(cmark_node_get_heading_level(node));
  const std::string content = ChildrenApart(node);
  Out("<h" + level + Sourcepos(node) + " id=\"" + MakeId(content) + "\">" + content + "</h" + level + ">");
}

void GhPagesRenderer::CodeBlock(cmark_node* node) {
  const std::optional<std::string_view> lang = FirstWord(FenceInfo(node), " \t\n\v\f\r,");
  const std::string_view code = cmark_node_get_literal(node);
  const std::optional<std::string> tokens = lang && highlighter() ? highlighter()->Highlight(code, lang) : std::nullopt;
  if (!tokens) return PlainCodeBlock(node, lang);
  StartLine();
  Out("<div class=\"language-" + std::string(*lang) + " highlighter-rouge\">");
  Out("<div class=\"highlight\"><pre class=\"highlight\"><code>" + *tokens + "</code></pre></div></div>");
  StartLine();
}

// No newline comes before or after it.
void GhPagesRenderer::PlainCodeBlock(cmark_node* node, std::optional<std::string_view> lang) {
  const std::string name(lang.value_or(""));
  if (Has(kGithubPreLang)) {
    Out("<pre" + Sourcepos(node) + (lang ? " lang=\"" + name + "\"" : "") + "><code>");
  } else {
    Out("<pre" + Sourcepos(node) + "><code" + (lang ? " class=\"language-" + name + "\"" : "") + ">");
  }
  Out(Escape(cmark_node_get_literal(node)) + "</code></pre>");
}

std::string RestoreNewlines(std::string_view html) {
  std::string restored;
  for (size_t pos = 0; pos < html.size();) {
    const size_t found = std::min(html.find(kGhPagesNewline, pos), html.size());
    restored += html.substr(pos, found - pos);
    if (found < html.size()) restored += '\n';
    pos = found + kGhPagesNewline.size();
  }
  return restored;
}

}  // namespace tincture::commonmark
