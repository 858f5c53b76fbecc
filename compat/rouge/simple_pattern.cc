#include "compat/rouge/simple_pattern.h"

namespace tincture::rouge {

namespace {

constexpr std::string_view kSpecial = R"(.^$|()[]{*+?\)";

ByteSet Range(uint8_t first, uint8_t last) {
  ByteSet set;
  for (size_t byte = first; byte <= last; ++byte) set.set(byte);
  return set;
}

ByteSet One(char c) { return Range(static_cast<uint8_t>(c), static_cast<uint8_t>(c)); }

ByteSet Any(std::string_view bytes) {
  ByteSet set;
  for (const char c : bytes) set |= One(c);
  return set;
}

bool IsAlnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

ByteSet IgnoringCase(ByteSet set) {
  for (size_t upper = 'A'; upper <= 'Z'; ++upper) {
    const bool either = set[upper] || set[upper + 32];
    set[upper] = set[upper + 32] = either;
  }
  return set;
}

struct Escaped {
  ByteSet bytes;
  // Where it is a single character, which can begin a range.
  std::optional<char> character;
};

// What follows a backslash; nothing for what is more than a set.
std::optional<Escaped> ReadEscape(char c) {
  constexpr std::string_view kLetters = "ntrfv";
  constexpr std::string_view kControls = "\n\t\r\f\v";
  if (const size_t at = kLetters.find(c); at != kLetters.npos) return Escaped{One(kControls[at]), kControls[at]};
  if (!IsAlnum(c) && static_cast<uint8_t>(c) < 0x80) return Escaped{One(c), c};
  const ByteSet digits = Range('0', '9');
  switch (c) {
    case 's':
      return Escaped{Any(" \t\r\n\f\v"), {}};
    case 'S':
      return Escaped{~Any(" \t\r\n\f\v"), {}};
    case 'd':
      return Escaped{digits, {}};
    case 'D':
      return Escaped{~digits, {}};
    case 'h':
      return Escaped{digits | Range('a', 'f') | Range('A', 'F'), {}};
    case 'w':
      return Escaped{digits | Range('a', 'z') | Range('A', 'Z') | One('_'), {}};
    case 'W':
      return Escaped{~(digits | Range('a', 'z') | Range('A', 'Z') | One('_')), {}};
    default:
      return std::nullopt;
  }
}

}  // namespace

class SimplePatternParser {
 public:
  SimplePatternParser(std::string_view source, bool unicode) : rest_(source), unicode_(unicode) {}

  std::optional<SimplePattern> Parse() {
    if (!TakeFlags()) return std::nullopt;
    if (rest_.starts_with('^')) rest_.remove_prefix(1);
    while (!rest_.empty() && rest_ != "$") {
      if (!TakePart()) return std::nullopt;
    }
    pattern_.ends_line_ = rest_ == "$";
    if (pattern_.parts_.empty() || !NeverGoesBack()) return std::nullopt;
    return std::move(pattern_);
  }

 private:
  bool TakeFlags() {
    if (!rest_.starts_with("(?")) return true;
    const size_t end = rest_.find_first_not_of("is", 2);
    if (end == rest_.npos || rest_[end] != ')') return false;
    const std::string_view flags = rest_.substr(2, end - 2);
    ignore_case_ = flags.find('i') != flags.npos;
    dot_is_all_ = flags.find('s') != flags.npos;
    rest_.remove_prefix(end + 1);
    // Letters beyond ASCII that are the same as k and s but for case.
    return !(ignore_case_ && unicode_);
  }

  bool TakePart() {
    SimplePattern::Part part;
    const std::optional<ByteSet> bytes = TakeSet();
    if (!bytes) return false;
    part.bytes = ignore_case_ ? IgnoringCase(*bytes) : *bytes;
    TakeQuantifier(part);
    const bool is_lazy = rest_.starts_with('?');
    if (rest_.starts_with('+') || rest_.starts_with('*')) return false;
    if (is_lazy) {
      rest_.remove_prefix(1);
      // A lazy one goes as far as a greedy one where what follows stops both.
      if (!part.repeats || lazy_ != kNone) return false;
      lazy_ = pattern_.parts_.size();
    }
    pattern_.parts_.push_back(part);
    return rest_.empty() || rest_[0] != '{';
  }

  void TakeQuantifier(SimplePattern::Part& part) {
    if (rest_.empty() || std::string_view("+*?").find(rest_[0]) == std::string_view::npos) return;
    part.needed = rest_[0] == '+';
    part.repeats = rest_[0] != '?';
    rest_.remove_prefix(1);
  }

  std::optional<ByteSet> TakeSet() {
    const char c = rest_[0];
    if (c == '[') return TakeClass();
    rest_.remove_prefix(1);
    if (c == '\\') return TakeEscape();
    if (c == '.') return dot_is_all_ ? ~ByteSet() : ~One('\n');
    if (kSpecial.find(c) != kSpecial.npos || static_cast<uint8_t>(c) >= 0x80) return std::nullopt;
    return One(c);
  }

  std::optional<ByteSet> TakeEscape() {
    const std::optional<Escaped> escaped = rest_.empty() ? std::nullopt : ReadEscape(rest_[0]);
    if (!escaped) return std::nullopt;
    rest_.remove_prefix(1);
    return escaped->bytes;
  }

  std::optional<ByteSet> TakeClass() {
    rest_.remove_prefix(1);
    const bool negated = rest_.starts_with('^');
    if (negated) rest_.remove_prefix(1);
    ByteSet set;
    if (rest_.starts_with(']')) return std::nullopt;
    while (!rest_.starts_with(']')) {
      if (!TakeMember(set)) return std::nullopt;
    }
    rest_.remove_prefix(1);
    if (ignore_case_) set = IgnoringCase(set);
    return negated ? ~set : set;
  }

  // One character of a class, or one after a backslash.
  std::optional<Escaped> TakeMemberCharacter() {
    if (rest_.empty() || rest_[0] == '[' || rest_.starts_with("&&")) return std::nullopt;
    const char c = rest_[0];
    rest_.remove_prefix(1);
    if (c != '\\') return static_cast<uint8_t>(c) < 0x80 ? std::optional(Escaped{One(c), c}) : std::nullopt;
    const std::optional<Escaped> escaped = rest_.empty() ? std::nullopt : ReadEscape(rest_[0]);
    if (escaped) rest_.remove_prefix(1);
    return escaped;
  }

  bool TakeMember(ByteSet& set) {
    const std::optional<Escaped> first = TakeMemberCharacter();
    if (!first) return false;
    const bool is_range = rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']';
    if (!is_range) return set |= first->bytes, true;
    rest_.remove_prefix(1);
    const std::optional<Escaped> last = TakeMemberCharacter();
    if (!last || !first->character || !last->character || *first->character > *last->character) return false;
    set |= Range(static_cast<uint8_t>(*first->character), static_cast<uint8_t>(*last->character));
    return true;
  }

  // Whether what a part may take or leave is never what comes after it.
  bool NeverGoesBack() const {
    for (size_t i = 0; i < pattern_.parts_.size(); ++i) {
      const SimplePattern::Part& part = pattern_.parts_[i];
      if (part.needed && !part.repeats) continue;
      bool can_fail = pattern_.ends_line_;
      bool reached = true;
      ByteSet next;
      for (size_t j = i + 1; j < pattern_.parts_.size(); ++j) {
        if (reached) next |= pattern_.parts_[j].bytes;
        if (pattern_.parts_[j].needed) reached = false, can_fail = true;
      }
      if (reached && pattern_.ends_line_) next |= One('\n');
      if ((can_fail || i == lazy_) && (part.bytes & next).any()) return false;
    }
    return lazy_ == kNone || LazyIsStopped();
  }

  // A lazy part is followed by one that must match.
  bool LazyIsStopped() const {
    if (lazy_ + 1 == pattern_.parts_.size()) return pattern_.ends_line_;
    return pattern_.parts_[lazy_ + 1].needed;
  }

  static constexpr size_t kNone = ~size_t{0};
  std::string_view rest_;
  const bool unicode_;
  bool ignore_case_ = false;
  bool dot_is_all_ = false;
  size_t lazy_ = kNone;
  SimplePattern pattern_;
};

std::optional<SimplePattern> SimplePattern::Of(std::string_view source, bool unicode) {
  return SimplePatternParser(source, unicode).Parse();
}

size_t SimplePattern::Match(std::string_view text) const {
  size_t at = 0;
  const auto takes = [&](const Part& part) { return at < text.size() && part.bytes[static_cast<uint8_t>(text[at])]; };
  for (const Part& part : parts_) {
    const size_t begin = at;
    if (takes(part)) ++at;
    // The bytes of one character belong together; a set has all bytes above ASCII or none.
    while (at > begin && at < text.size() && (static_cast<uint8_t>(text[at]) & 0xc0) == 0x80) ++at;
    if (part.needed && at == begin) return std::string_view::npos;
    while (part.repeats && takes(part)) ++at;
  }
  if (ends_line_ && at < text.size() && text[at] != '\n') return std::string_view::npos;
  return at;
}

ByteSet SimplePattern::FirstBytes() const {
  ByteSet bytes;
  for (const Part& part : parts_) {
    bytes |= part.bytes;
    if (part.needed) break;
  }
  return bytes;
}

bool SimplePattern::CanBeEmpty() const {
  for (const Part& part : parts_) {
    if (part.needed) return false;
  }
  return true;
}

}  // namespace tincture::rouge
