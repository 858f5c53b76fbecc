#include "compat/yaml/libyaml_scanner.h"

#include <algorithm>
#include <utility>

#include "liquid/support/utf8.h"

namespace tincture::yaml {

namespace {

constexpr std::string_view kScanningScalar = "while scanning a quoted scalar";
constexpr std::string_view kParsingScalar = "while parsing a quoted scalar";
constexpr std::string_view kScanningBlock = "while scanning a block scalar";
// A key may be so far from its ':'.
constexpr size_t kLongestSimpleKey = 1024;
// Flow collections within one another; far beyond what anybody writes, and what yaml-cpp reads.
constexpr int kMaxFlowLevel = 1000;

bool IsNameCharacter(char c) { return IsAlnum(c) || c == '_' || c == '-'; }
bool IsHexDigit(char c) { return IsDigit(c) || (ToLower(c) >= 'a' && ToLower(c) <= 'f'); }

bool IsPrintable(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0x7e) || c == 0x85 || (c >= 0xa0 && c <= 0xd7ff) ||
         (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

std::string_view Utf8Problem(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const size_t size = first >= 0xf0 && first < 0xf8   ? 4
                      : first >= 0xe0 && first < 0xf0 ? 3
                      : first >= 0xc0 && first < 0xe0 ? 2
                                                      : 0;
  if (size == 0) return "invalid leading UTF-8 octet";
  if (text.size() < size) return "incomplete UTF-8 octet sequence";
  for (size_t i = 1; i < size; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return "invalid trailing UTF-8 octet";
  }
  if (size == 3 && first == 0xed) return "invalid Unicode character";
  if (size == 4 && (first > 0xf4 || (first == 0xf4 && static_cast<unsigned char>(text[1]) > 0x8f))) {
    return "invalid Unicode character";
  }
  return "invalid length of a UTF-8 sequence";
}

}  // namespace

std::string_view ReaderProblem(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = DecodeUtf8(text);
    if (!c.valid) return Utf8Problem(text);
    if (!IsPrintable(c.value)) return "control characters are not allowed";
    text.remove_prefix(c.size);
  }
  return {};
}

LibyamlScanner::LibyamlScanner(std::string_view text) : text_(text) {
  simple_keys_.emplace_back();
  Add(TokenKind::kStreamStart, mark_);
  if (text.starts_with("\xef\xbb\xbf")) mark_.offset = 3;
}

const Token* LibyamlScanner::Peek() { return FetchMore() ? &tokens_.front() : nullptr; }

void LibyamlScanner::Skip() {
  tokens_.pop_front();
  ++tokens_taken_;
}

bool LibyamlScanner::Fail(std::string_view context, const Mark& mark, std::string_view problem) {
  if (!failed()) problem_ = {std::string(problem), std::string(context), mark};
  return false;
}

// --- Characters

size_t LibyamlScanner::BreakLength(size_t ahead) const {
  const char c = At(ahead);
  if (AtEnd(ahead)) return 0;
  if (c == '\n') return 1;
  if (c == '\r') return At(ahead + 1) == '\n' ? 2 : 1;
  if (c == '\xc2' && At(ahead + 1) == '\x85') return 2;
  const bool separator = At(ahead + 2) == '\xa8' || At(ahead + 2) == '\xa9';
  return c == '\xe2' && At(ahead + 1) == '\x80' && separator ? 3 : 0;
}

bool LibyamlScanner::IsOneOf(std::string_view set, size_t ahead) const {
  return !AtEnd(ahead) && set.find(At(ahead)) != std::string_view::npos;
}

bool LibyamlScanner::AtDocumentIndicator() const {
  if (mark_.column != 0 || !IsBlankOrEnd(3)) return false;
  const std::string_view three = text_.substr(mark_.offset, 3);
  return three == "---" || three == "...";
}

void LibyamlScanner::Advance(size_t characters) {
  for (; characters > 0 && !AtEnd(); --characters) {
    mark_.offset += DecodeUtf8(text_.substr(mark_.offset)).size;
    ++mark_.index;
    ++mark_.column;
  }
}

void LibyamlScanner::AdvanceLine() {
  const size_t length = BreakLength();
  mark_.index += length == 2 && At() == '\r' ? 2 : 1;
  mark_.offset += length;
  mark_.column = 0;
  ++mark_.line;
}

// --- Which token comes next

// A token at the front that may still become a key has to wait for what follows it.
bool LibyamlScanner::FetchMore() {
  while (!failed()) {
    bool wait = tokens_.empty();
    if (!wait && !AnySimpleKeyAtFront(&wait)) return false;
    if (!wait) return true;
    if (!FetchNext()) return false;
  }
  return false;
}

bool LibyamlScanner::AnySimpleKeyAtFront(bool* found) {
  *found = false;
  for (SimpleKey& key : simple_keys_) {
    bool valid = false;
    if (!CheckSimpleKey(key, &valid)) return false;
    if (valid && key.token_number == tokens_taken_) *found = true;
    if (*found) break;
  }
  return true;
}

bool LibyamlScanner::SkipToToken() {
  while (true) {
    while (At() == ' ' || ((flow_level_ > 0 || !simple_key_allowed_) && At() == '\t')) Advance();
    if (At() == '#') {
      while (!IsBreakOrEnd()) Advance();
    }
    if (!IsBreak()) return true;
    AdvanceLine();
    if (flow_level_ == 0) simple_key_allowed_ = true;
  }
}

bool LibyamlScanner::IsPlainStart() const {
  if (!IsBlankOrEnd() && !IsOneOf("-?:,[]{}#&*!|>'\"%@`")) return true;
  if (At() == '-') return !IsBlank(1);
  return flow_level_ == 0 && IsOneOf("?:") && !IsBlankOrEnd(1);
}

bool LibyamlScanner::FetchNext() {
  if (!SkipToToken() || !DropStaleKeys() || !UnrollIndent(mark_.column)) return false;
  if (AtEnd()) return FetchStreamEnd();
  if (mark_.column == 0 && At() == '%') return FetchDirective();
  if (AtDocumentIndicator()) {
    return FetchDocumentIndicator(At() == '-' ? TokenKind::kDocumentStart : TokenKind::kDocumentEnd);
  }
  return FetchIndicator();
}

bool LibyamlScanner::FetchIndicator() {
  switch (At()) {
    case '[':
      return FetchFlowStart(TokenKind::kFlowSequenceStart);
    case '{':
      return FetchFlowStart(TokenKind::kFlowMappingStart);
    case ']':
      return FetchFlowEnd(TokenKind::kFlowSequenceEnd);
    case '}':
      return FetchFlowEnd(TokenKind::kFlowMappingEnd);
    case ',':
      return FetchFlowEntry();
    case '*':
      return FetchAnchor(TokenKind::kAlias);
    case '&':
      return FetchAnchor(TokenKind::kAnchor);
    case '!':
      return FetchTag();
    case '\'':
    case '"':
      return FetchFlowScalar();
    default:
      break;
  }
  if (At() == '-' && IsBlankOrEnd(1)) return FetchBlockEntry();
  if (At() == '?' && (flow_level_ > 0 || IsBlankOrEnd(1))) return FetchKey();
  if (At() == ':' && (flow_level_ > 0 || IsBlankOrEnd(1))) return FetchValue();
  if (IsOneOf("|>") && flow_level_ == 0) return FetchBlockScalar();
  if (IsPlainStart()) return FetchPlainScalar();
  return Fail("while scanning for the next token", mark_, "found character that cannot start any token");
}

// --- Simple keys and indentation

bool LibyamlScanner::CheckSimpleKey(SimpleKey& key, bool* valid) {
  *valid = false;
  if (!key.possible) return true;
  if (key.mark.line < mark_.line || key.mark.index + kLongestSimpleKey < mark_.index) {
    if (key.required) return Fail("while scanning a simple key", key.mark, "could not find expected ':'");
    key.possible = false;
    return true;
  }
  *valid = true;
  return true;
}

bool LibyamlScanner::DropStaleKeys() {
  bool valid = false;
  return std::ranges::all_of(simple_keys_, [&](SimpleKey& key) { return CheckSimpleKey(key, &valid); });
}

bool LibyamlScanner::SaveSimpleKey() {
  if (!simple_key_allowed_) return true;
  if (!RemoveSimpleKey()) return false;
  const bool required = flow_level_ == 0 && indent_ == mark_.column;
  simple_keys_.back() = {true, required, tokens_taken_ + tokens_.size(), mark_};
  return true;
}

bool LibyamlScanner::RemoveSimpleKey() {
  SimpleKey& key = simple_keys_.back();
  if (key.possible && key.required) {
    return Fail("while scanning a simple key", key.mark, "could not find expected ':'");
  }
  key.possible = false;
  return true;
}

void LibyamlScanner::Insert(size_t place, TokenKind kind, const Mark& mark) {
  const auto at = tokens_.begin() + static_cast<std::ptrdiff_t>(place);
  tokens_.insert(at, {.kind = kind, .begin = mark, .end = mark});
}

// A mapping or sequence begins here; its token belongs before the one at `place`.
void LibyamlScanner::RollIndent(int column, const Mark& mark, size_t place) {
  if (flow_level_ > 0 || indent_ >= column) return;
  indents_.push_back(indent_);
  indent_ = column;
  Insert(place, At() == '-' ? TokenKind::kBlockSequenceStart : TokenKind::kBlockMappingStart, mark);
}

bool LibyamlScanner::UnrollIndent(int column) {
  if (flow_level_ > 0) return true;
  while (indent_ > column) {
    Add(TokenKind::kBlockEnd, mark_);
    indent_ = indents_.back();
    indents_.pop_back();
  }
  return true;
}

// --- Tokens

bool LibyamlScanner::FetchStreamEnd() {
  if (mark_.column != 0) mark_.column = 0, ++mark_.line;
  UnrollIndent(-1);
  if (!RemoveSimpleKey()) return false;
  simple_key_allowed_ = false;
  Add(TokenKind::kStreamEnd, mark_);
  return true;
}

bool LibyamlScanner::FetchDocumentIndicator(TokenKind kind) {
  UnrollIndent(-1);
  if (!RemoveSimpleKey()) return false;
  simple_key_allowed_ = false;
  const Mark begin = mark_;
  Advance(3);
  Add(kind, begin);
  return true;
}

bool LibyamlScanner::FetchFlowStart(TokenKind kind) {
  if (!SaveSimpleKey()) return false;
  if (++flow_level_ > kMaxFlowLevel) return Fail("while parsing", mark_, "exceeded max depth");
  simple_keys_.emplace_back();
  simple_key_allowed_ = true;
  const Mark begin = mark_;
  Advance();
  Add(kind, begin);
  return true;
}

bool LibyamlScanner::FetchFlowEnd(TokenKind kind) {
  if (!RemoveSimpleKey()) return false;
  if (flow_level_ > 0) {
    --flow_level_;
    simple_keys_.pop_back();
  }
  simple_key_allowed_ = false;
  const Mark begin = mark_;
  Advance();
  Add(kind, begin);
  return true;
}

bool LibyamlScanner::FetchFlowEntry() {
  if (!RemoveSimpleKey()) return false;
  simple_key_allowed_ = true;
  const Mark begin = mark_;
  Advance();
  Add(TokenKind::kFlowEntry, begin);
  return true;
}

bool LibyamlScanner::FetchBlockEntry() {
  if (flow_level_ == 0) {
    if (!simple_key_allowed_) return Fail("", mark_, "block sequence entries are not allowed in this context");
    RollIndent(mark_.column, mark_, tokens_.size());
  }
  if (!RemoveSimpleKey()) return false;
  simple_key_allowed_ = true;
  const Mark begin = mark_;
  Advance();
  Add(TokenKind::kBlockEntry, begin);
  return true;
}

bool LibyamlScanner::FetchKey() {
  if (flow_level_ == 0) {
    if (!simple_key_allowed_) return Fail("", mark_, "mapping keys are not allowed in this context");
    RollIndent(mark_.column, mark_, tokens_.size());
  }
  if (!RemoveSimpleKey()) return false;
  simple_key_allowed_ = flow_level_ == 0;
  const Mark begin = mark_;
  Advance();
  Add(TokenKind::kKey, begin);
  return true;
}

bool LibyamlScanner::FetchValue() {
  SimpleKey& key = simple_keys_.back();
  bool valid = false;
  if (!CheckSimpleKey(key, &valid)) return false;
  if (valid) {
    const size_t place = key.token_number - tokens_taken_;
    Insert(place, TokenKind::kKey, key.mark);
    RollIndent(key.mark.column, key.mark, place);
    key.possible = false;
    simple_key_allowed_ = false;
  } else {
    if (flow_level_ == 0) {
      if (!simple_key_allowed_) return Fail("", mark_, "mapping values are not allowed in this context");
      RollIndent(mark_.column, mark_, tokens_.size());
    }
    simple_key_allowed_ = flow_level_ == 0;
  }
  const Mark begin = mark_;
  Advance();
  Add(TokenKind::kValue, begin);
  return true;
}

bool LibyamlScanner::FetchAnchor(TokenKind kind) {
  if (!SaveSimpleKey()) return false;
  simple_key_allowed_ = false;
  const Mark begin = mark_;
  Advance();
  const size_t name = mark_.offset;
  while (!AtEnd() && IsNameCharacter(At())) Advance();
  if (mark_.offset == name || (!IsBlankOrEnd() && !IsOneOf("?:,]}%@`"))) {
    return Fail(kind == TokenKind::kAnchor ? "while scanning an anchor" : "while scanning an alias", begin,
                "did not find expected alphabetic or numeric character");
  }
  Add(kind, begin);
  tokens_.back().text = text_.substr(name, mark_.offset - name);
  return true;
}

// --- Directives and tags

void LibyamlScanner::SkipBlanksAndComment() {
  while (IsBlank()) Advance();
  if (At() != '#') return;
  while (!IsBreakOrEnd()) Advance();
}

bool LibyamlScanner::FetchDirective() {
  UnrollIndent(-1);
  if (!RemoveSimpleKey()) return false;
  simple_key_allowed_ = false;
  constexpr std::string_view kContext = "while scanning a directive";
  const Mark begin = mark_;
  Advance();
  const size_t start = mark_.offset;
  while (!AtEnd() && IsNameCharacter(At())) Advance();
  const std::string_view name = text_.substr(start, mark_.offset - start);
  if (name.empty()) return Fail(kContext, begin, "could not find expected directive name");
  if (!IsBlankOrEnd()) return Fail(kContext, begin, "found unexpected non-alphabetical character");
  Token token{.kind = TokenKind::kVersionDirective, .begin = begin};
  if (name == "YAML") {
    if (!ScanVersion(begin, token)) return false;
  } else if (name == "TAG") {
    if (!ScanTagDirective(begin, token)) return false;
  } else {
    return Fail(kContext, begin, "found unknown directive name");
  }
  token.end = mark_;
  SkipBlanksAndComment();
  if (!IsBreakOrEnd()) return Fail(kContext, begin, "did not find expected comment or line break");
  if (IsBreak()) AdvanceLine();
  tokens_.push_back(token);
  return true;
}

bool LibyamlScanner::ScanVersionNumber(const Mark& begin, int* number) {
  const size_t start = mark_.offset;
  *number = 0;
  while (IsDigit(At())) {
    if (mark_.offset - start == 9) {
      return Fail("while scanning a %YAML directive", begin, "found extremely long version number");
    }
    *number = *number * 10 + (At() - '0');
    Advance();
  }
  if (mark_.offset > start) return true;
  return Fail("while scanning a %YAML directive", begin, "did not find expected version number");
}

bool LibyamlScanner::ScanVersion(const Mark& begin, Token& token) {
  while (IsBlank()) Advance();
  if (!ScanVersionNumber(begin, &token.major)) return false;
  if (At() != '.') {
    return Fail("while scanning a %YAML directive", begin, "did not find expected digit or '.' character");
  }
  Advance();
  return ScanVersionNumber(begin, &token.minor);
}

bool LibyamlScanner::ScanTagDirective(const Mark& begin, Token& token) {
  constexpr std::string_view kContext = "while scanning a %TAG directive";
  token.kind = TokenKind::kTagDirective;
  while (IsBlank()) Advance();
  if (!ScanTagHandle(true, begin, &token.text)) return false;
  if (!IsBlank()) return Fail(kContext, begin, "did not find expected whitespace");
  while (IsBlank()) Advance();
  if (!ScanTagUri(true, true, 0, begin)) return false;
  return IsBlankOrEnd() || Fail(kContext, begin, "did not find expected whitespace or line break");
}

bool LibyamlScanner::ScanTagHandle(bool directive, const Mark& begin, std::string_view* handle) {
  const size_t start = mark_.offset;
  if (At() != '!') {
    return Fail(directive ? "while scanning a tag directive" : "while scanning a tag", begin,
                "did not find expected '!'");
  }
  Advance();
  while (!AtEnd() && IsNameCharacter(At())) Advance();
  if (At() == '!') {
    Advance();
  } else if (directive && mark_.offset - start > 1) {
    return Fail("while parsing a tag directive", begin, "did not find expected '!'");
  }
  *handle = text_.substr(start, mark_.offset - start);
  return true;
}

// `length`: of what was read of it already. `commas`: `,`, `[` and `]` belong to it.
bool LibyamlScanner::ScanTagUri(bool commas, bool directive, size_t length, const Mark& begin) {
  while (!AtEnd() && (IsNameCharacter(At()) || IsOneOf(";/?:@&=+$.%!~*'()") || (commas && IsOneOf(",[]")))) {
    if (At() == '%') {
      if (!ScanUriEscape(directive, begin)) return false;
    } else {
      Advance();
    }
    ++length;
  }
  if (length > 0) return true;
  return Fail(directive ? "while parsing a %TAG directive" : "while parsing a tag", begin,
              "did not find expected tag URI");
}

bool LibyamlScanner::ScanUriEscape(bool directive, const Mark& begin) {
  if (!IsHexDigit(At(1)) || !IsHexDigit(At(2))) {
    return Fail(directive ? "while parsing a %TAG directive" : "while parsing a tag", begin,
                "did not find URI escaped octet");
  }
  Advance(3);
  return true;
}

bool LibyamlScanner::FetchTag() {
  if (!SaveSimpleKey()) return false;
  simple_key_allowed_ = false;
  constexpr std::string_view kContext = "while scanning a tag";
  const Mark begin = mark_;
  std::string_view handle;
  if (At(1) == '<') {
    Advance(2);
    if (!ScanTagUri(true, false, 0, begin)) return false;
    if (At() != '>') return Fail(kContext, begin, "did not find the expected '>'");
    Advance();
  } else {
    if (!ScanTagHandle(false, begin, &handle)) return false;
    const bool named = handle.size() > 1 && handle.ends_with('!');
    if (!ScanTagUri(false, false, named ? 0 : handle.size(), begin)) return false;
    if (!named) handle = "!";
  }
  if (!IsBlankOrEnd() && (flow_level_ == 0 || At() != ',')) {
    return Fail(kContext, begin, "did not find expected whitespace or line break");
  }
  Add(TokenKind::kTag, begin);
  tokens_.back().text = handle;
  return true;
}

// --- Scalars

bool LibyamlScanner::ScanBlockHeader(const Mark& begin, BlockHeader* header) {
  const auto chomping = [&] {
    header->chomping = At();
    Advance();
  };
  for (int part = 0; part < 2; ++part) {
    if (IsOneOf("+-")) {
      chomping();
      if (part == 0) continue;
    } else if (IsDigit(At())) {
      if (At() == '0') return Fail(kScanningBlock, begin, "found an indentation indicator equal to 0");
      header->increment = At() - '0';
      Advance();
      if (IsOneOf("+-")) chomping();
    }
    break;
  }
  SkipBlanksAndComment();
  return IsBreakOrEnd() || Fail(kScanningBlock, begin, "did not find expected comment or line break");
}

bool LibyamlScanner::ScanBlockBreaks(const Mark& begin, int* indent, int* breaks) {
  int widest = 0;
  *breaks = 0;
  while (true) {
    while ((*indent == 0 || mark_.column < *indent) && At() == ' ') Advance();
    widest = std::max(widest, mark_.column);
    if ((*indent == 0 || mark_.column < *indent) && At() == '\t') {
      return Fail(kScanningBlock, begin, "found a tab character where an indentation space is expected");
    }
    if (!IsBreak()) break;
    AdvanceLine();
    ++*breaks;
  }
  if (*indent == 0) *indent = std::max({widest, indent_ + 1, 1});
  return true;
}

namespace {

// A folded scalar, line by line: a break between lines that begin with a letter is a space, or nothing where empty
// lines follow it.
struct Folding {
  std::string text;
  int breaks = 0;           // empty lines since the last line
  bool line_ended = false;  // with a break that is not in `text` yet
  bool after_blank = false;

  void AddLine(std::string_view line) {
    const bool is_blank = line.starts_with(' ') || line.starts_with('\t');
    if (!line_ended || after_blank || is_blank) {
      text.append(line_ended ? 1 : 0, '\n');
    } else if (breaks == 0) {
      text += ' ';
    }
    text.append(static_cast<size_t>(breaks), '\n').append(line);
    breaks = 0;
    after_blank = is_blank;
  }

  std::string Finish(char chomping) {
    if (chomping != '-' && line_ended) text += '\n';
    if (chomping == '+') text.append(static_cast<size_t>(breaks), '\n');
    return std::move(text);
  }
};

}  // namespace

bool LibyamlScanner::FetchBlockScalar() {
  if (!RemoveSimpleKey()) return false;
  simple_key_allowed_ = true;
  const Mark begin = mark_;
  const bool folds = At() == '>';
  Advance();
  BlockHeader header;
  if (!ScanBlockHeader(begin, &header)) return false;
  if (IsBreak()) AdvanceLine();
  int indent = header.increment == 0 ? 0 : std::max(indent_, 0) + header.increment;
  Folding folding;
  if (!ScanBlockBreaks(begin, &indent, &folding.breaks)) return false;
  while (mark_.column == indent && !AtEnd()) {
    const size_t start = mark_.offset;
    while (!IsBreakOrEnd()) Advance();
    if (folds) folding.AddLine(text_.substr(start, mark_.offset - start));
    folding.line_ended = !AtEnd();
    if (AtEnd()) break;
    AdvanceLine();
    if (!ScanBlockBreaks(begin, &indent, &folding.breaks)) return false;
  }
  Add(TokenKind::kScalar, begin);
  if (folds) tokens_.back().folded = folding.Finish(header.chomping);
  return true;
}

// A backslash and what follows it.
bool LibyamlScanner::ScanEscape(const Mark& begin) {
  if (AtEnd(1) || !IsOneOf("0abt\tnvfre \"/\\N_LPxuU", 1)) {
    return Fail(kParsingScalar, begin, "found unknown escape character");
  }
  const size_t digits = At(1) == 'x' ? 2 : At(1) == 'u' ? 4 : At(1) == 'U' ? 8 : 0;
  Advance(2);
  uint32_t value = 0;
  for (size_t i = 0; i < digits; ++i) {
    if (!IsHexDigit(At(i))) return Fail(kParsingScalar, begin, "did not find expected hexdecimal number");
    value = value << 4 | static_cast<uint32_t>(IsDigit(At(i)) ? At(i) - '0' : ToLower(At(i)) - 'a' + 10);
  }
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    return Fail(kParsingScalar, begin, "found invalid Unicode character escape code");
  }
  Advance(digits);
  return true;
}

bool LibyamlScanner::FetchFlowScalar() {
  if (!SaveSimpleKey()) return false;
  simple_key_allowed_ = false;
  const Mark begin = mark_;
  const char quote = At();
  Advance();
  while (true) {
    if (AtDocumentIndicator()) return Fail(kScanningScalar, begin, "found unexpected document indicator");
    if (AtEnd()) return Fail(kScanningScalar, begin, "found unexpected end of stream");
    while (!IsBlankOrEnd()) {
      if (quote == '\'' && At() == '\'' && At(1) == '\'') {
        Advance(2);
      } else if (At() == quote) {
        break;
      } else if (quote == '"' && At() == '\\' && IsBreak(1)) {
        Advance();
        AdvanceLine();
        break;
      } else if (quote == '"' && At() == '\\') {
        if (!ScanEscape(begin)) return false;
      } else {
        Advance();
      }
    }
    if (At() == quote && !AtEnd()) break;
    while (IsBlank() || IsBreak()) {
      if (IsBlank()) {
        Advance();
      } else {
        AdvanceLine();
      }
    }
  }
  Advance();
  Add(TokenKind::kScalar, begin);
  return true;
}

bool LibyamlScanner::ScanPlainSpaces(const Mark& begin, int indent, bool* leading_blanks) {
  while (IsBlank() || IsBreak()) {
    if (IsBreak()) {
      AdvanceLine();
      *leading_blanks = true;
    } else if (*leading_blanks && mark_.column < indent && At() == '\t') {
      return Fail("while scanning a plain scalar", begin, "found a tab character that violates indentation");
    } else {
      Advance();
    }
  }
  return true;
}

bool LibyamlScanner::FetchPlainScalar() {
  if (!SaveSimpleKey()) return false;
  simple_key_allowed_ = false;
  const Mark begin = mark_;
  const int indent = indent_ + 1;
  bool leading_blanks = false;
  Mark end = mark_;
  while (!AtDocumentIndicator() && At() != '#') {
    while (!IsBlankOrEnd()) {
      if (flow_level_ > 0 && At() == ':' && IsOneOf(",?[]{}", 1)) {
        return Fail("while scanning a plain scalar", begin, "found unexpected ':'");
      }
      if ((At() == ':' && IsBlankOrEnd(1)) || (flow_level_ > 0 && IsOneOf(",[]{}"))) break;
      leading_blanks = false;
      Advance();
      end = mark_;
    }
    if (!IsBlank() && !IsBreak()) break;
    if (!ScanPlainSpaces(begin, indent, &leading_blanks)) return false;
    if (flow_level_ == 0 && mark_.column < indent) break;
  }
  if (leading_blanks) simple_key_allowed_ = true;
  Add(TokenKind::kScalar, begin);
  tokens_.back().end = end;
  return true;
}

}  // namespace tincture::yaml
