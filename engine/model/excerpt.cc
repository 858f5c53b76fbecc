#include "engine/model/excerpt.h"

#include <algorithm>
#include <vector>

#include "liquid/support/utf8.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

bool IsWord(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

size_t SkipSpaces(std::string_view text, size_t i) {
  while (i < text.size() && IsSpace(text[i])) ++i;
  return i;
}

// Where the markup of a tag that opens at `open` ("{%") begins, after a dash and white space.
size_t TagMarkup(std::string_view text, size_t open) {
  size_t i = open + 2;
  if (i < text.size() && text[i] == '-') ++i;
  return SkipSpaces(text, i);
}

// scan(/{%-?\s*(\w+)\s*.*?-?%}/m): the names of all tags.
std::vector<std::string_view> TagNames(std::string_view text) {
  std::vector<std::string_view> names;
  for (size_t open = text.find("{%"); open != std::string_view::npos; open = text.find("{%", open)) {
    const size_t start = TagMarkup(text, open);
    size_t end = start;
    while (end < text.size() && IsWord(text[end])) ++end;
    const size_t close = text.find("%}", end);
    if (close == std::string_view::npos) break;
    if (end == start) {
      open += 2;
      continue;
    }
    names.push_back(text.substr(start, end - start));
    open = close + 2;
  }
  return names;
}

// /{%-?\s*end<name>.*?\s*-?%}/m
bool HasEndTag(std::string_view text, const std::string& name) {
  for (size_t open = text.find("{%"); open != std::string_view::npos; open = text.find("{%", open + 2)) {
    const size_t start = TagMarkup(text, open);
    if (text.substr(start).starts_with("end" + name) && text.find("%}", start) != std::string_view::npos) return true;
  }
  return false;
}

void WarnOfChange(const std::string& place, std::string_view separator, Log& log) {
  std::string quoted;
  AppendQuoted(separator, 0, quoted);
  log.Warn("Warning:", "Excerpt modified in " + place + "!");
  log.Warn("", "Found a Liquid block containing the excerpt separator " + quoted + ".");
  log.Warn("", "The block has been modified with the appropriate closing tag.");
  log.Warn("", "Feel free to define a custom excerpt or excerpt_separator in the");
  log.Warn("", "document's Front Matter if the generated excerpt is unsatisfactory.");
}

// Appends the end tags of the blocks that the cut left open, innermost first. Whether there were any.
bool SanctifyLiquidTags(std::string& head, const ExcerptRules& rules) {
  std::vector<std::string> names;
  for (const std::string_view name : TagNames(head)) names.emplace_back(name);
  bool modified = false;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (!rules.is_block(*name) || HasEndTag(head, *name)) continue;
    modified = true;
    head += "\n{% end" + *name + " %}";
  }
  return modified;
}

struct Definition {
  std::string_view label;  // with its brackets
  std::string_view text;   // the whole line
  size_t end = 0;
};

// /^ {0,3}(\[[^\]]+\])(:.+)$/ at the start of a line.
bool MatchDefinition(std::string_view text, size_t line, Definition* definition) {
  size_t i = line;
  while (i < text.size() && i - line < 3 && text[i] == ' ') ++i;
  if (i >= text.size() || text[i] != '[') return false;
  const size_t close = text.find(']', i);
  if (close == std::string_view::npos || close == i + 1 || close + 2 >= text.size()) return false;
  if (text[close + 1] != ':' || text[close + 2] == '\n') return false;
  definition->end = std::min(text.find('\n', close), text.size());
  definition->label = text.substr(i, close + 1 - i);
  definition->text = text.substr(i, definition->end - i);
  return true;
}

std::vector<Definition> LinkDefinitions(std::string_view tail) {
  std::vector<Definition> definitions;
  // A label runs over lines until its `]`: none is left once a search for it fails.
  for (size_t line = 0; line < tail.size();) {
    Definition definition;
    size_t from = line;
    if (MatchDefinition(tail, line, &definition)) {
      definitions.push_back(definition);
      from = definition.end;
    }
    const size_t newline = tail.find('\n', from);
    if (newline == std::string_view::npos) break;
    line = newline + 1;
  }
  return definitions;
}

}  // namespace

std::string ExtractExcerpt(std::string_view content, std::string_view separator, const ExcerptRules& rules,
                           std::string_view relative_path, uint32_t lines_before, Log& log) {
  const size_t cut = content.find(separator);
  std::string head(content.substr(0, cut));
  const std::string_view tail =
      cut == std::string_view::npos ? std::string_view() : content.substr(cut + separator.size());
  if (tail.empty()) return head;
  if (head.find("{%") != std::string::npos && SanctifyLiquidTags(head, rules)) {
    const auto line = lines_before + 1 + static_cast<uint32_t>(std::ranges::count(content.substr(0, cut), '\n'));
    WarnOfChange(PlaceIn(relative_path, line), separator, log);
  }
  std::string definitions;
  for (const Definition& definition : LinkDefinitions(tail)) {
    if (!rules.appends_all_definitions && head.find(definition.label) == std::string::npos) continue;
    if (!definitions.empty()) definitions += '\n';
    definitions += definition.text;
  }
  if (definitions.empty() && !rules.appends_all_definitions) return head;
  return head + "\n\n" + definitions;
}

std::unique_ptr<Excerpt> MakeExcerpt(const Renderable& owner, std::string_view separator, const ExcerptRules& rules,
                                     Arena& arena, Log& log) {
  auto excerpt = std::make_unique<Excerpt>();
  excerpt->owner = &owner;
  excerpt->path = owner.path + "/#excerpt";
  excerpt->relative_path = owner.relative_path + "/#excerpt";
  excerpt->extname = owner.extname;
  HashBuilder data(arena, *owner.data);
  data.Erase("layout");
  data.Erase("excerpt");
  excerpt->data = data.Build();
  const Value& content = owner.text.content();
  const std::string_view body = content.IsString() ? content.AsString() : std::string_view();
  excerpt->text.SetContent(ExtractExcerpt(body, separator, rules, owner.relative_path, owner.lines_before, log));
  return excerpt;
}

}  // namespace tincture::engine
