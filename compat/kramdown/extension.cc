#include "compat/kramdown/extension.h"

#include <string>
#include <vector>

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/block/patterns.h"

namespace tincture::kramdown {

namespace {

struct ExtensionTag {
  std::string_view name = {};
  std::string_view attributes = {};
  bool is_stop = false;
  bool closed = false;  // {::name /}
  size_t end = 0;
};

// Past the word characters at `pos`.
size_t SkipWord(std::string_view text, size_t pos) {
  while (pos < text.size() && IsWord(text[pos])) ++pos;
  return pos;
}

size_t TagEnd(std::string_view text, size_t brace_end, bool to_line_end) {
  return to_line_end ? MatchLineEnd(text, brace_end) : brace_end;
}

// {:/name} or {:/}, from behind the slash.
std::optional<ExtensionTag> MatchStopTag(std::string_view text, size_t pos, bool to_line_end) {
  const size_t id_end = MatchIdName(text, pos);
  const size_t brace = id_end == kNoMatch ? pos : id_end;
  if (brace >= text.size() || text[brace] != '}') return std::nullopt;
  const size_t end = TagEnd(text, brace + 1, to_line_end);
  if (end == kNoMatch) return std::nullopt;
  return ExtensionTag{.name = text.substr(pos, brace - pos), .is_stop = true, .end = end};
}

// {::name attributes} or {::name attributes /}, from the name on.
std::optional<ExtensionTag> MatchStartTag(std::string_view text, size_t pos, bool to_line_end) {
  const size_t name_end = SkipWord(text, pos);
  if (name_end == pos || name_end >= text.size()) return std::nullopt;
  ExtensionTag tag{.name = text.substr(pos, name_end - pos)};
  const bool has_attributes = IsSpace(text[name_end]);
  if (!has_attributes && text[name_end] != '}' && text[name_end] != '/') return std::nullopt;
  const std::optional<BraceMatch> braced = MatchBraced(text, name_end - 1, to_line_end);
  if (!braced) return std::nullopt;
  std::string_view inside = braced->content.substr(1);
  tag.closed = inside.ends_with('/');
  if (tag.closed) inside.remove_suffix(1);
  if (!has_attributes && !inside.empty()) return std::nullopt;
  tag.attributes = has_attributes ? inside.substr(1) : inside;
  tag.end = braced->end;
  return tag;
}

std::optional<ExtensionTag> MatchTagAt(std::string_view text, size_t pos, Category category) {
  const bool is_block = category == Category::kBlock;
  if (is_block) pos = SkipOptSpace(text, pos);
  if (StartsWithAt(text, pos, "{::")) return MatchStartTag(text, pos + 3, is_block);
  if (StartsWithAt(text, pos, "{:/")) return MatchStopTag(text, pos + 3, is_block);
  return std::nullopt;
}

struct StopTag {
  size_t start = 0;
  size_t end = 0;
};

// {:/name} or {:/} at `pos`; its end.
size_t MatchStopOf(std::string_view text, size_t pos, std::string_view name) {
  if (!StartsWithAt(text, pos, "{:/")) return kNoMatch;
  pos += 3;
  if (StartsWithAt(text, pos, name)) pos += name.size();
  return pos < text.size() && text[pos] == '}' ? pos + 1 : kNoMatch;
}

std::optional<StopTag> FindBlockStop(Source& source, size_t pos, std::string_view name) {
  if (source.FindNext("{:/", pos) == std::string_view::npos) return std::nullopt;
  const std::string_view text = source.text;
  for (; pos < text.size(); pos = NextLine(text, pos)) {
    size_t end = MatchStopOf(text, SkipOptSpace(text, pos), name);
    if (end == kNoMatch) continue;
    while (end < text.size() && text[end] == ' ') ++end;
    if (end < text.size() && text[end] == '\n') return StopTag{pos, end + 1};
  }
  return std::nullopt;
}

std::optional<StopTag> FindSpanStop(Source& source, size_t pos, std::string_view name) {
  for (; (pos = source.FindNext("{:/", pos)) != std::string_view::npos; ++pos) {
    const size_t end = MatchStopOf(source.text, pos, name);
    if (end != kNoMatch) return StopTag{pos, end};
  }
  return std::nullopt;
}

// `type="html latex"` names the converters that raw text is for.
bool IsForOtherOutput(std::string_view types) {
  bool any = false;
  for (size_t pos = SkipSpace(types, 0); pos < types.size(); pos = SkipSpace(types, pos)) {
    const size_t start = pos;
    while (pos < types.size() && !IsSpace(types[pos])) ++pos;
    if (types.substr(start, pos - start) == "html") return false;
    any = true;
  }
  return any;
}

struct Extension {
  std::string_view name = {};
  const Ial& attributes;
  std::optional<std::string_view> body = {};
  Category category;
  int line;
};

void AppendBody(Document& document, Element& tree, const Extension& extension, ElementType type) {
  if (!extension.body) return;
  Element* element = document.New(type, *extension.body);
  element->category = extension.category;
  element->line = extension.line;
  element->for_other_output = type == ElementType::kRaw && IsForOtherOutput(extension.attributes.attr.Get("type"));
  tree.Append(element);
}

bool IsForbidden(const Options& options, std::string_view name) {
  return name == "forbidden_inline_options" || options.forbidden_inline_options.contains(name);
}

// Complaints about unknown names come last.
void ApplyOptions(Document& document, const Ial& attributes) {
  std::vector<std::string> unknown;
  for (const Attribute* entry = attributes.attr.first(); entry; entry = entry->next) {
    const std::string name(entry->name);
    if (IsForbidden(document.options, name)) {
      document.Warn("Option " + name + " may not be set inline");
    } else if (name == "input" || SetOption(document.options, name, entry->value) == OptionResult::kUnknown) {
      unknown.push_back(name);
    }
  }
  if (attributes.first_ref) unknown.push_back("refs");
  for (const std::string& name : unknown) document.Warn("Unknown kramdown option '" + name + "'");
}

// False for an unknown name.
bool Apply(Document& document, Element& tree, const Extension& extension) {
  if (extension.name == "comment") {
    AppendBody(document, tree, extension, ElementType::kComment);
  } else if (extension.name == "nomarkdown") {
    AppendBody(document, tree, extension, ElementType::kRaw);
  } else if (extension.name == "options") {
    ApplyOptions(document, extension.attributes);
  } else {
    return false;
  }
  return true;
}

std::string_view WithoutNewline(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool IsExtensionTag(std::string_view text, size_t pos, Category category) {
  return MatchTagAt(text, pos, category).has_value();
}

bool ParseExtension(Document& document, Source& source, Element& tree, Category category) {
  const ExtensionTag tag = *MatchTagAt(source.text, source.pos, category);
  const int line = source.Line();
  const std::string place = " on line " + std::to_string(line) + " - ignoring it";
  const std::string name(tag.name);
  // A block's {:/} escapes this, and is then looked for as the extension without a name.
  if (tag.is_stop && (!name.empty() || category == Category::kSpan)) {
    const std::string which = name.empty() ? "" : "for '" + name + "' ";
    document.Warn("Invalid extension stop tag " + which + " found" + place, line);
    return false;
  }
  Ial attributes;
  ParseAttributeList(document, tag.attributes, attributes);
  size_t end = tag.end;
  std::optional<std::string_view> body = {};
  if (!tag.closed) {
    const bool is_block = category == Category::kBlock;
    const std::optional<StopTag> stop =
        is_block ? FindBlockStop(source, end, tag.name) : FindSpanStop(source, end, tag.name);
    if (!stop) {
      document.Warn("No stop tag for extension '" + name + "' found" + place, line);
      return false;
    }
    body = source.text.substr(end, stop->start - end);
    if (is_block) body = WithoutNewline(*body);
    end = stop->end;
  }
  if (tag.is_stop || !Apply(document, tree, {tag.name, attributes, body, category, line})) {
    document.Warn("Invalid extension with name '" + name + "' specified" + place, line);
    return false;
  }
  source.pos = end;
  return true;
}

}  // namespace tincture::kramdown
