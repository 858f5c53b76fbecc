#include "compat/yaml/simple_events.h"

#include <algorithm>

#include "liquid/support/utf8.h"

namespace tincture::yaml {

namespace {

constexpr size_t kMaxDepth = 32;
constexpr size_t kMaxKey = 100;  // libyaml's own limit is 1024 characters

// Neither a control character, nor a line break to libyaml (U+0085, U+2028, U+2029), nor a mark of byte order.
bool IsPlainText(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if ((byte < ' ' && byte != '\n') || byte == 0x7F) return false;
      ++i;
      continue;
    }
    const CodePoint c = DecodeUtf8(text.substr(i));
    const bool letter = c.valid && c.value >= 0xA0 && c.value < 0xD800 && c.value != 0x2028 && c.value != 0x2029;
    if (!letter) return false;
    i += c.size;
  }
  return true;
}

bool IsKeyCharacter(char c) { return IsAlnum(c) || c == '_' || c == '-'; }

// What begins a plain scalar and nothing else in YAML.
bool StartsPlain(char c) {
  return IsAlnum(c) || c == '_' || c == '/' || c == '.' || c == '(' || c == '+' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view WithoutEndSpaces(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

class SimpleReader {
 public:
  explicit SimpleReader(std::string_view text) : rest_(text) { NextLine(); }

  std::optional<Document> Read() {
    if (at_end_ || indent_ != 0) return std::nullopt;
    document_.present = true;
    const bool read = AtItem() ? Sequence(0, 0) : Mapping(0, 0);
    if (!read || !at_end_) return std::nullopt;
    return std::move(document_);
  }

 private:
  // --- Lines: indent_ spaces, then line_, which is not empty and no comment.

  void NextLine() {
    while (!rest_.empty()) {
      const std::string_view whole = rest_.substr(0, rest_.find('\n'));
      rest_.remove_prefix(std::min(whole.size() + 1, rest_.size()));
      indent_ = std::min(whole.find_first_not_of(' '), whole.size());
      line_ = WithoutEndSpaces(whole.substr(indent_));
      if (!line_.empty() && line_[0] != '#') return;
    }
    at_end_ = true;
  }

  bool AtItem() const { return line_.starts_with("- "); }

  // --- Collections. False: not of this kind.

  // Entries at column `indent`; line_ is at the first one.
  bool Mapping(size_t indent, size_t depth) {
    if (depth > kMaxDepth) return false;
    document_.events.push_back({.kind = EventKind::kMappingStart});
    while (!at_end_ && indent_ == indent && !AtItem()) {
      if (!Entry(indent, depth)) return false;
    }
    document_.events.push_back({.kind = EventKind::kEnd});
    return at_end_ || indent_ <= indent;
  }

  bool Entry(size_t indent, size_t depth) {
    const size_t end = KeyLength();
    if (end == 0) return false;
    AddPlain(line_.substr(0, end));
    const std::string_view value = line_.substr(std::min(line_.find_first_not_of(' ', end + 1), line_.size()));
    if (!value.empty()) return Scalar(value) && Leave(indent);
    NextLine();
    if (!at_end_ && AtItem() && indent_ >= indent) return Sequence(indent_, depth + 1);
    if (!at_end_ && indent_ > indent) return Mapping(indent_, depth + 1);
    AddPlain("");
    return true;
  }

  // A key and its colon, which nothing but a space or the line's end follows: where the colon is. 0: there is none.
  size_t KeyLength() const {
    if (!IsAlpha(line_[0]) && line_[0] != '_') return 0;
    size_t end = 1;
    while (end < line_.size() && IsKeyCharacter(line_[end])) ++end;
    if (end >= line_.size() || end > kMaxKey || line_[end] != ':') return 0;
    return end + 1 == line_.size() || line_[end + 1] == ' ' ? end : 0;
  }

  // Items at column `indent`. One may begin a mapping on its own line.
  bool Sequence(size_t indent, size_t depth) {
    if (depth > kMaxDepth) return false;
    document_.events.push_back({.kind = EventKind::kSequenceStart});
    while (!at_end_ && indent_ == indent && AtItem()) {
      const size_t start = line_.find_first_not_of(' ', 1);
      line_.remove_prefix(start);
      indent_ += start;
      if (KeyLength() > 0) {
        if (!Mapping(indent_, depth + 1)) return false;
      } else if (!Scalar(line_) || !Leave(indent)) {
        return false;
      }
    }
    document_.events.push_back({.kind = EventKind::kEnd});
    return at_end_ || indent_ <= indent;
  }

  // To the next line, which must not go on with what this one has begun.
  bool Leave(size_t indent) {
    NextLine();
    return at_end_ || indent_ <= indent;
  }

  // --- What stands on one line.

  bool Scalar(std::string_view text) {
    if (text[0] == '[') return Brackets(text);
    if (text[0] == '"' || text[0] == '\'') return Quoted(text);
    if (!StartsPlain(text[0]) || text.ends_with(':')) return false;
    for (size_t at = text.find_first_of(":#"); at != std::string_view::npos; at = text.find_first_of(":#", at + 1)) {
      if (text[at] == ':' ? text[at + 1] == ' ' : text[at - 1] == ' ') return false;
    }
    AddPlain(text);
    return true;
  }

  // Without escapes, and nothing behind it.
  bool Quoted(std::string_view text) {
    const char quote = text[0];
    if (text.size() < 2 || text.back() != quote) return false;
    const std::string_view inside = text.substr(1, text.size() - 2);
    if (inside.find_first_of(quote == '"' ? "\"\\" : "'") != std::string_view::npos) return false;
    document_.events.push_back({.kind = EventKind::kScalar, .quoted = true, .text = inside});
    return true;
  }

  // [words and words, "quoted"]
  bool Brackets(std::string_view text) {
    if (!text.ends_with(']')) return false;
    document_.events.push_back({.kind = EventKind::kSequenceStart});
    text = text.substr(1, text.size() - 2);
    if (!Strip(text).empty()) {
      while (true) {
        const size_t comma = text.find(',');
        if (!BracketItem(Strip(text.substr(0, comma)))) return false;
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
      }
    }
    document_.events.push_back({.kind = EventKind::kEnd});
    return true;
  }

  bool BracketItem(std::string_view item) {
    if (item.empty()) return false;
    if (item[0] == '"' || item[0] == '\'') return Quoted(item);
    const auto is_harmless = [](char c) {
      return IsAlnum(c) || c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' || c == '+' ||
             static_cast<unsigned char>(c) >= 0x80;
    };
    if (!IsAlnum(item[0]) || !std::all_of(item.begin(), item.end(), is_harmless)) return false;
    AddPlain(item);
    return true;
  }

  // yaml-cpp takes these words for nothing at all.
  void AddPlain(std::string_view text) {
    const bool is_null = text == "null" || text == "Null" || text == "NULL";
    document_.events.push_back({.kind = EventKind::kScalar, .text = is_null ? std::string_view() : text});
  }

  std::string_view rest_;
  std::string_view line_;
  size_t indent_ = 0;
  bool at_end_ = false;
  Document document_;
};

}  // namespace

std::optional<Document> ReadSimpleEvents(std::string_view text, Arena& arena) {
  if (!IsPlainText(text)) return std::nullopt;
  const std::string_view first_line = text.substr(0, text.find('\n'));
  if (WithoutEndSpaces(first_line) == "---") text.remove_prefix(first_line.size());
  return SimpleReader(arena.Copy(text)).Read();
}

}  // namespace tincture::yaml
