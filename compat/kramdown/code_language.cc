#include "compat/kramdown/code_language.h"

#include <algorithm>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

constexpr std::string_view kPrefix = "language-";

bool IsWordBefore(std::string_view text, size_t pos) { return pos > 0 && IsWordAt(text, CharBefore(text, pos)); }

size_t EndOfClass(std::string_view classes, size_t pos) {
  while (pos < classes.size() && !IsSpace(classes[pos])) ++pos;
  return pos;
}

// Start of `language-x`.
size_t FindLanguageClass(std::string_view classes) {
  for (size_t pos = 0; (pos = classes.find(kPrefix, pos)) != std::string_view::npos; ++pos) {
    if (!IsWordBefore(classes, pos) && EndOfClass(classes, pos) > pos + kPrefix.size()) return pos;
  }
  return kNoMatch;
}

void AppendShownBlanks(std::string_view blanks, std::string_view suffix, std::string& out) {
  for (const char c : blanks) {
    out += c == '\t' ? "<span class=\"ws-tab" : "<span class=\"ws-space";
    out += suffix;
    out += c == '\t' ? "\">\t</span>" : "\">&#8901;</span>";
  }
}

}  // namespace

std::optional<std::string_view> FindCodeLanguage(std::string_view classes) {
  const size_t start = FindLanguageClass(classes);
  if (start == kNoMatch) return std::nullopt;
  const size_t name = start + kPrefix.size();
  return classes.substr(name, EndOfClass(classes, start) - name);
}

std::optional<std::string_view> TakeCodeLanguage(Arena& arena, Attributes& attr) {
  const std::string_view classes = attr.Get("class");
  const std::optional<std::string_view> lang = FindCodeLanguage(classes);
  if (!lang) return lang;
  const size_t start = FindLanguageClass(classes);
  const std::string rest =
      std::string(classes.substr(0, start)) + std::string(classes.substr(EndOfClass(classes, start)));
  attr.Set(arena, "class", arena.Copy(Strip(rest)));
  if (attr.Get("class").empty()) attr.Remove("class");
  return lang;
}

void AddHighlighterClass(Arena& arena, Attributes& attr, std::string_view highlighter,
                         std::optional<std::string_view> lang) {
  std::string classes = std::string(attr.Get("class")) + " highlighter-" + std::string(highlighter);
  classes = LeftStrip(classes);
  if (lang) {
    const bool has_language = FindLanguageClass(classes) == 0;
    const std::string wanted = std::string(kPrefix) + std::string(*lang);
    classes = has_language ? wanted + classes.substr(EndOfClass(classes, 0)) : wanted + " " + classes;
  }
  attr.Set(arena, "class", arena.Copy(classes));
}

// /\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*/
void RemoveHighlighterClasses(Arena& arena, Attributes& attr) {
  constexpr std::string_view kHighlighter = "highlighter-";
  if (!attr.Find("class")) return;
  std::string classes(attr.Get("class"));
  for (size_t start = 0; (start = classes.find(kHighlighter, start)) != std::string::npos;) {
    size_t end = start + kHighlighter.size();
    while (end < classes.size() && IsWord(classes[end])) ++end;
    if (IsWordBefore(classes, start) || end == start + kHighlighter.size()) {
      ++start;
      continue;
    }
    const bool has_space_before = start > 0 && IsSpace(classes[start - 1]);
    while (start > 0 && IsSpace(classes[start - 1])) --start;
    if (!has_space_before) end = SkipSpace(classes, end);
    classes.erase(start, end - start);
  }
  attr.Set(arena, "class", arena.Copy(classes));
}

bool HasClassWord(std::string_view classes, std::string_view word) {
  for (size_t pos = 0; (pos = classes.find(word, pos)) != std::string_view::npos; ++pos) {
    if (!IsWordBefore(classes, pos) && !IsWordAt(classes, pos + word.size())) return true;
  }
  return false;
}

std::string ShowWhitespaces(std::string_view code) {
  std::string out;
  for (size_t pos = 0; pos < code.size();) {
    if (!IsBlank(code[pos])) {
      out += code[pos++];
      continue;
    }
    const size_t end = SkipBlanks(code, pos);
    const bool at_start = pos == 0 || code[pos - 1] == '\n';
    const bool at_end = end >= code.size() || code[end] == '\n';
    AppendShownBlanks(code.substr(pos, end - pos), at_start ? "-l" : at_end ? "-r" : "", out);
    pos = end;
  }
  return out;
}

}  // namespace tincture::kramdown
