#include "compat/kramdown/attribute_list.h"

#include <string>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

bool IsIdChar(char c) { return IsWord(c) || c == '-'; }

bool IsTokenEnd(std::string_view text, size_t pos) { return pos >= text.size() || IsSpace(text[pos]); }

// key="value": past the closing quote, which has white space or the end behind it.
size_t MatchPair(std::string_view text, size_t pos, std::string_view& key, std::string_view& value) {
  const size_t key_end = MatchIdName(text, pos);
  if (key_end == kNoMatch || key_end + 1 >= text.size() || text[key_end] != '=') return kNoMatch;
  const char quote = text[key_end + 1];
  if (quote != '"' && quote != '\'') return kNoMatch;
  const size_t start = key_end + 2;
  for (size_t i = start; i < text.size(); ++i) {
    if (text[i] == quote && IsTokenEnd(text, i + 1)) {
      key = text.substr(pos, key_end - pos);
      value = text.substr(start, i - start);
      return i + 1;
    }
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '}') {
      ++i;
    } else if (text[i] == '}' || text[i] == '\x02') {
      return kNoMatch;
    }
  }
  return kNoMatch;
}

size_t MatchId(std::string_view text, size_t pos) {
  if (pos + 1 >= text.size() || text[pos] != '#' || !IsAsciiAlpha(text[pos + 1])) return kNoMatch;
  size_t end = pos + 2;
  while (end < text.size() && (IsIdChar(text[end]) || text[end] == ':')) ++end;
  return end;
}

size_t MatchClass(std::string_view text, size_t pos) {
  if (pos >= text.size() || text[pos] != '.') return kNoMatch;
  size_t end = pos + 1;
  while (end < text.size() && !IsSpace(text[end]) && text[end] != '.' && text[end] != '#') ++end;
  return end == pos + 1 ? kNoMatch : end;
}

// `#id.class.class`, calling `use` for each part.
template <class Use>
size_t MatchIdsAndClasses(std::string_view text, size_t pos, Use use) {
  size_t end = pos;
  while (!IsTokenEnd(text, end)) {
    const bool is_id = text[end] == '#';
    const size_t part_end = is_id ? MatchId(text, end) : MatchClass(text, end);
    if (part_end == kNoMatch) return kNoMatch;
    use(is_id, text.substr(end + 1, part_end - end - 1));
    end = part_end;
  }
  return end == pos ? kNoMatch : end;
}

std::string_view Unescape(Arena& arena, std::string_view value, char quote) {
  if (value.find('\\') == std::string_view::npos) return value;
  std::string result;
  for (size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size() && (value[i + 1] == '}' || value[i + 1] == quote)) ++i;
    result += value[i];
  }
  return arena.Copy(result);
}

// One attribute, reference or group of ids and classes at `pos`.
size_t ParseToken(Document& document, std::string_view text, size_t pos, Ial& ial) {
  std::string_view key, value;
  if (const size_t end = MatchPair(text, pos, key, value); end != kNoMatch) {
    ial.attr.Set(document.arena, key, Unescape(document.arena, value, text[end - 1]));
    return end;
  }
  const size_t ref_end = MatchIdName(text, pos);
  if (ref_end != kNoMatch && IsTokenEnd(text, ref_end)) {
    ial.AddRef(document.arena, text.substr(pos, ref_end - pos));
    return ref_end;
  }
  if (MatchIdsAndClasses(text, pos, [](bool, std::string_view) {}) == kNoMatch) return kNoMatch;
  return MatchIdsAndClasses(text, pos, [&](bool is_id, std::string_view name) {
    if (is_id) {
      ial.attr.Set(document.arena, "id", name);
    } else {
      ial.attr.AddClass(document.arena, name);
    }
  });
}

void UpdateWith(Arena& arena, Attributes& attr, const Attributes& more) {
  for (const Attribute* entry = more.first(); entry; entry = entry->next) {
    if (entry->name == "class") {
      attr.AddClass(arena, entry->value);
    } else {
      attr.Set(arena, entry->name, entry->value);
    }
  }
}

}  // namespace

size_t MatchLineEnd(std::string_view text, size_t pos) {
  while (pos < text.size() && IsSpace(text[pos])) {
    if (text[pos++] == '\n') return pos;
  }
  return kNoMatch;
}

size_t MatchIdName(std::string_view text, size_t pos) {
  if (pos >= text.size() || !IsWord(text[pos])) return kNoMatch;
  while (pos < text.size() && IsIdChar(text[pos])) ++pos;
  return pos;
}

std::optional<BraceMatch> MatchBraced(std::string_view text, size_t pos, bool to_line_end) {
  std::optional<BraceMatch> escaped;
  for (size_t brace = pos; (brace = text.find('}', brace)) != std::string_view::npos; ++brace) {
    const bool is_escaped = brace > pos && text[brace - 1] == '\\';
    const size_t end = to_line_end ? MatchLineEnd(text, brace + 1) : brace + 1;
    const BraceMatch match{.content = text.substr(pos, brace - pos), .end = end};
    if (!is_escaped) return end != kNoMatch && brace > pos ? match : escaped;
    if (end != kNoMatch) escaped = match;
  }
  return escaped;
}

std::optional<BraceMatch> MatchIalBlock(std::string_view text, size_t pos) {
  if (!StartsWithAt(text, pos, "{:") || StartsWithAt(text, pos, "{::") || StartsWithAt(text, pos, "{:/")) return {};
  return MatchBraced(text, pos + 2, true);
}

std::optional<BraceMatch> MatchIalBlockStart(std::string_view text, size_t pos) {
  for (int spaces = 0; spaces < 3 && pos < text.size() && text[pos] == ' '; ++spaces) ++pos;
  return MatchIalBlock(text, pos);
}

std::optional<BraceMatch> MatchListItemIal(std::string_view text) {
  size_t pos = SkipSpace(text, 0);
  if (!StartsWithAt(text, pos, "{:")) return {};
  pos += 2;
  const size_t id_end = MatchIdName(text, pos);
  const size_t after_id = id_end == kNoMatch ? pos : id_end;
  if (after_id < text.size() && text[after_id] == ':') return {};
  if (pos < text.size() && text[pos] == '/') return {};
  std::optional<BraceMatch> match = MatchBraced(text, pos, false);
  if (match) match->end = SkipSpace(text, match->end);
  return match;
}

void ParseAttributeList(Document& document, std::string_view content, Ial& ial) {
  const std::string_view stripped = Strip(content);
  if (stripped.empty() || stripped == ":") return;
  bool found = false;
  size_t pos = 0;
  bool at_boundary = true;
  while (pos < content.size()) {
    const size_t token = at_boundary && !IsSpace(content[pos]) ? pos : pos + 1;
    const bool may_start = token == pos || IsSpace(content[pos]);
    at_boundary = false;
    const size_t end = may_start ? ParseToken(document, content, token, ial) : kNoMatch;
    found = found || end != kNoMatch;
    pos = end != kNoMatch ? end : pos + 1;
  }
  if (!found) document.Warn("No or invalid attributes found in IAL/ALD content: " + std::string(content));
}

Ial* NewIal(Document& document) { return document.arena.New<Ial>(); }

void UpdateIal(Document& document, Ial& ial, const Ial& more) {
  for (const Ial::Ref* ref = more.first_ref; ref; ref = ref->next) ial.AddRef(document.arena, ref->name);
  UpdateWith(document.arena, ial.attr, more.attr);
}

void UpdateAttributes(Document& document, Attributes& attr, Ial& ial) {
  if (ial.being_applied) return;  // a definition that refers to itself
  ial.being_applied = true;
  for (const Ial::Ref* ref = ial.first_ref; ref && document.references_left > 0; ref = ref->next) {
    --document.references_left;
    const auto definition = document.alds.find(ref->name);
    if (definition != document.alds.end()) UpdateAttributes(document, attr, *definition->second);
  }
  UpdateWith(document.arena, attr, ial.attr);
  ial.being_applied = false;
}

}  // namespace tincture::kramdown
