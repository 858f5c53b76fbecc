// The parser's scanner: bytes, names, comments, and text with interpolation.
#include "compat/sass/syntax/parser_internal.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::sass {

void InterpolationBuilder::Flush() {
  if (text_.empty()) return;
  parts_.push_back({arena_.Copy(text_), nullptr});
  text_.clear();
}

void InterpolationBuilder::Add(const Expression* expression) {
  Flush();
  parts_.push_back({{}, expression});
}

void InterpolationBuilder::Add(const Interpolation& other) {
  for (const InterpolationPart& part : other.parts) {
    if (part.expression) {
      Add(part.expression);
    } else {
      Add(part.text);
    }
  }
}

Interpolation InterpolationBuilder::Build(Span span) {
  Flush();
  return {arena_.CopySpan(parts_.span()), span};
}

// --- Bytes ---

bool Parser::Scan(char c) {
  if (at_ == end_ || *at_ != c) return false;
  ++at_;
  return true;
}

bool Parser::Scan(std::string_view text) {
  if (!std::string_view(at_, static_cast<size_t>(end_ - at_)).starts_with(text)) return false;
  at_ += text.size();
  return true;
}

void Parser::Expect(char c) {
  if (!Scan(c)) FailHere(std::string("expected \"") + c + "\".");
}

bool Parser::MatchesWord(std::string_view word) const {
  if (static_cast<size_t>(end_ - at_) < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (Lower(at_[i]) != word[i]) return false;
  }
  const char next = Peek(word.size());
  return !IsNameCharacter(next) && next != '\\';
}

bool Parser::ScanWord(std::string_view word) {
  if (!MatchesWord(word)) return false;
  at_ += word.size();
  return true;
}

void Parser::ExpectWord(std::string_view word) {
  if (!ScanWord(word)) FailHere("Expected \"" + std::string(word) + "\".");
}

void Parser::FailAt(std::string message, const char* start, const char* end) const {
  throw SassError{std::move(message),
                  {source_, static_cast<uint32_t>(start - begin_), static_cast<uint32_t>(end - begin_)},
                  {},
                  true};
}

Span Parser::SpanFrom(const char* start) const {
  return {source_, static_cast<uint32_t>(start - begin_), static_cast<uint32_t>(at_ - begin_)};
}

// --- Whitespace and comments ---

void Parser::WhitespaceWithoutComments() {
  if (indented_ && parentheses_ == 0) {
    while (Peek() == ' ' || Peek() == '\t') ++at_;
  } else {
    while (at_ < end_ && IsSpace(*at_)) ++at_;
  }
}

bool Parser::SkipComment() {
  if (Peek(1) == '/' && !plain_css_) {
    while (at_ < end_ && !IsNewline(*at_)) ++at_;
    return true;
  }
  if (Peek(1) != '*') return false;
  const char* start = at_;
  const size_t close = std::string_view(at_, static_cast<size_t>(end_ - at_)).find("*/", 2);
  if (close == std::string_view::npos) {
    at_ = end_;
    FailAt("expected more input.", start, end_);
  }
  at_ += close + 2;
  return true;
}

void Parser::WhitespaceAndNewlines() {
  ++parentheses_;
  Whitespace();
  --parentheses_;
}

void Parser::Whitespace() {
  do {
    WhitespaceWithoutComments();
  } while (Peek() == '/' && SkipComment());
}

void Parser::RequireWhitespace() {
  if (dialect_.modules && !IsSpace(Peek()) && Peek() != '/') FailHere("Expected whitespace.");
  Whitespace();
}

std::string_view Parser::RawWhitespace() {
  const char* start = at_;
  Whitespace();
  return Since(start);
}

// --- Names ---

bool Parser::LookingAtIdentifier(size_t ahead) const {
  const char first = Peek(ahead);
  if (IsNameStart(first)) return true;
  if (first == '\\') return !IsNewline(Peek(ahead + 1)) && ahead + 1 < static_cast<size_t>(end_ - at_);
  if (first != '-') return false;
  const char second = Peek(ahead + 1);
  return IsNameStart(second) || second == '-' || (second == '\\' && !IsNewline(Peek(ahead + 2)));
}

bool Parser::LookingAtInterpolatedIdentifier() const {
  if (LookingAtIdentifier()) return true;
  if (Peek() == '#') return Peek(1) == '{';
  return Peek() == '-' && Peek(1) == '#' && Peek(2) == '{';
}

bool Parser::LookingAtInterpolatedBody() const {
  const char c = Peek();
  return IsNameCharacter(c) || c == '\\' || (c == '#' && Peek(1) == '{');
}

uint32_t Parser::EscapedCharacter() {
  Expect('\\');
  if (AtEnd() || IsNewline(*at_)) FailHere("Expected escape sequence.");
  if (!IsHex(*at_)) {
    const CodePoint decoded = DecodeUtf8(std::string_view(at_, static_cast<size_t>(end_ - at_)));
    at_ += decoded.size;
    return decoded.value;
  }
  uint32_t value = 0;
  for (int i = 0; i < 6 && IsHex(Peek()); ++i) value = value * 16 + static_cast<uint32_t>(HexValue(*at_++));
  if (Peek() == '\r' && Peek(1) == '\n') ++at_;
  if (IsSpace(Peek())) ++at_;
  if (value == 0 || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) value = 0xFFFD;
  return value;
}

namespace {

// `\110000`
bool IsTooHigh(std::string_view escape) {
  uint32_t value = 0;
  for (size_t i = 1; i < escape.size() && IsHex(escape[i]); ++i) {
    value = value * 16 + static_cast<uint32_t>(HexValue(escape[i]));
  }
  return value > 0x10FFFF;
}

}  // namespace

void Parser::Escape(std::string* out, bool identifier_start) {
  const char* start = at_;
  const uint32_t value = EscapedCharacter();
  if (dialect_.modules && value == 0xFFFD && IsTooHigh(Since(start))) {
    FailAt("Invalid Unicode code point.", start, at_);
  }
  if (dialect_.raw_escapes) {
    out->append(Since(start));
    return;
  }
  if (dialect_.raw_units && start[1] == '0' && Since(start).find_first_not_of("0 ", 1) == std::string_view::npos) {
    *out += "\\0 ";
    return;
  }
  const bool ascii = value < 0x80;
  const char c = static_cast<char>(value);
  if (!ascii || (identifier_start ? IsNameStart(c) : IsNameCharacter(c))) {
    AppendUtf8(value, *out);
  } else if (value <= 0x1F || value == 0x7F || (identifier_start && IsDigit(c))) {
    constexpr std::string_view kHex = "0123456789abcdef";
    *out += '\\';
    if (value > 0xF) *out += kHex[value >> 4];
    *out += kHex[value & 0xF];
    *out += ' ';
  } else {
    *out += '\\';
    *out += c;
  }
}

std::string_view Parser::Identifier(bool unit) {
  const char* start = at_;
  // `1px-2` ends before the digit's minus.
  const auto ends_unit = [&] { return unit && *at_ == '-' && (Peek(1) == '.' || IsDigit(Peek(1))); };
  if (Scan('-')) Scan('-');
  if (at_ - start < 2 && !IsNameStart(Peek()) && Peek() != '\\') FailHere("Expected identifier.");
  while (at_ < end_ && IsNameCharacter(*at_) && !ends_unit()) ++at_;
  if (Peek() != '\\') return Since(start);
  std::string text(Since(start));
  while (at_ < end_ && !(*at_ == '-' && ends_unit())) {
    if (IsNameCharacter(*at_)) {
      text += *at_++;
    } else if (*at_ == '\\' && !IsNewline(Peek(1))) {
      Escape(&text, text.empty() || text == "-");
    } else {
      break;
    }
  }
  if (at_ == start) FailHere("Expected escape sequence.");
  return arena_.Copy(text);
}

std::string_view Parser::PlainIdentifier() {
  const char* p = at_;
  while (p < end_ && *p == '-' && p - at_ < 2) ++p;
  if (p == end_ || (p - at_ < 2 && !IsNameStart(*p))) return {};
  while (p < end_ && IsNameCharacter(*p)) ++p;
  if (p < end_ && (*p == '\\' || (*p == '#' && p + 1 < end_ && p[1] == '{'))) return {};
  const std::string_view name(at_, static_cast<size_t>(p - at_));
  at_ = p;
  return name;
}

Name Parser::VariableName() {
  Expect('$');
  return names_.Intern(Identifier());
}

// --- Text with interpolation ---

const Expression* Parser::SingleInterpolation() {
  const char* start = at_;
  at_ += 2;
  if (plain_css_) FailAt("Interpolation isn't allowed in plain CSS.", start, at_);
  ++parentheses_;
  Whitespace();
  const bool saved = in_parentheses_;
  const bool stop = in_equals_stop_;
  in_parentheses_ = false;
  in_equals_stop_ = false;
  const bool natural = natural_holes_;
  natural_holes_ = false;
  const Expression* expression = ParseExpression();
  natural_holes_ = natural;
  in_parentheses_ = saved;
  in_equals_stop_ = stop;
  Whitespace();
  const char* end = at_;
  Expect('}');
  --parentheses_;
  if (places_ && !natural) AddHole(start + 2, expression, end);
  return expression;
}

Interpolation Parser::InterpolatedIdentifier() {
  const char* start = at_;
  if (Scan('-')) Scan('-');
  if (at_ - start < 2 && !IsNameStart(Peek()) && Peek() != '\\' && !(Peek() == '#' && Peek(1) == '{')) {
    FailHere("Expected identifier.");
  }
  while (at_ < end_ && IsNameCharacter(*at_)) ++at_;
  if (Peek() != '\\' && !(Peek() == '#' && Peek(1) == '{')) {
    InterpolationPart* part = arena_.New<InterpolationPart>(Since(start), nullptr);
    return {{part, 1}, SpanFrom(start)};
  }
  InterpolationBuilder builder(arena_);
  builder.Add(Since(start));
  while (at_ < end_) {
    if (IsNameCharacter(*at_)) {
      builder.Add(*at_++);
    } else if (*at_ == '\\' && !IsNewline(Peek(1))) {
      Escape(builder.mutable_text(), !builder.has_expressions() && (builder.text().empty() || builder.text() == "-"));
    } else if (*at_ == '#' && Peek(1) == '{') {
      builder.Add(SingleInterpolation());
    } else {
      break;
    }
  }
  if (at_ == start) FailHere("Expected escape sequence.");
  return builder.Build(SpanFrom(start));
}

// The contents, escapes undone.
void Parser::InterpolatedStringInto(InterpolationBuilder* out) {
  const char* start = at_;
  const char quote = *at_++;
  for (;;) {
    if (AtEnd() || IsNewline(*at_)) FailAt(std::string("Expected ") + quote + ".", start, at_);
    const char c = *at_;
    if (c == quote) {
      ++at_;
      return;
    }
    if (c == '\\') {
      if (IsNewline(Peek(1))) {
        at_ += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
      } else {
        AppendUtf8(EscapedCharacter(), *out->mutable_text());
      }
    } else if (c == '#' && Peek(1) == '{') {
      out->Add(SingleInterpolation());
    } else {
      out->Add(c);
      ++at_;
    }
  }
}

Interpolation Parser::InterpolatedString(bool*) {
  const char* start = at_;
  // Most strings are plain.
  const char quote = *at_;
  const char* p = at_ + 1;
  while (p < end_ && *p != quote && *p != '\\' && *p != '#' && !IsNewline(*p)) ++p;
  if (p < end_ && *p == quote) {
    InterpolationPart* part = arena_.New<InterpolationPart>();
    part->text = {at_ + 1, static_cast<size_t>(p - at_ - 1)};
    at_ = p + 1;
    return {{part, part->text.empty() ? 0u : 1u}, SpanFrom(start)};
  }
  InterpolationBuilder builder(arena_);
  InterpolatedStringInto(&builder);
  return builder.Build(SpanFrom(start));
}

std::string_view Parser::QuotedText() {
  if (Peek() != '"' && Peek() != '\'') FailHere("Expected string.");
  const char* start = at_;
  const Interpolation text = InterpolatedString(nullptr);
  if (!text.plain()) FailAt("Interpolation isn't allowed here.", start, at_);
  return text.text();
}

// Tries `url(` with an unquoted address; `at_` stands behind the name. False: a function call with arguments.
bool Parser::UrlContents(const char* start, std::string_view name, InterpolationBuilder* out) {
  const char* before = at_;
  if (!Scan('(')) return false;
  while (at_ < end_ && IsSpace(*at_)) ++at_;
  InterpolationBuilder builder(arena_);
  builder.Add(name);
  builder.Add('(');
  while (at_ < end_) {
    const char c = *at_;
    if (c == '\\') {
      Escape(builder.mutable_text(), false);
    } else if (c == '!' || c == '%' || c == '&' || (c >= '*' && c <= '~') || c == '#' ||
               static_cast<unsigned char>(c) >= 0x80) {
      if (c == '#' && Peek(1) == '{') {
        builder.Add(SingleInterpolation());
      } else {
        builder.Add(c);
        ++at_;
      }
    } else if (IsSpace(c)) {
      while (at_ < end_ && IsSpace(*at_)) ++at_;
      if (Peek() != ')') break;
    } else if (c == ')') {
      builder.Add(c);
      ++at_;
      out->Add(builder.Build(SpanFrom(start)));
      return true;
    } else {
      break;
    }
  }
  at_ = before;
  return false;
}

namespace {

char Closing(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

}  // namespace

Interpolation Parser::DeclarationText(const TextLimits& limits) {
  const char* start = at_;
  InterpolationBuilder out(arena_);
  std::string brackets;
  bool wrote_newline = false;
  for (; at_ < end_;) {
    const char c = *at_;
    if (c == '\\') {
      Escape(out.mutable_text(), true);
      wrote_newline = false;
    } else if (c == '"' || c == '\'') {
      // Quotes and escapes stay.
      const char quote = c;
      out.Add(*at_++);
      for (;;) {
        if (AtEnd() || IsNewline(*at_)) FailHere(std::string("Expected ") + quote + ".");
        if (*at_ == '\\' && at_ + 1 < end_) {
          out.Add(*at_++);
          out.Add(*at_++);
        } else if (*at_ == '#' && Peek(1) == '{') {
          out.Add(SingleInterpolation());
        } else {
          const char inner = *at_++;
          out.Add(inner);
          if (inner == quote) break;
        }
      }
      wrote_newline = false;
    } else if (c == '/' && Peek(1) == '*') {
      const char* comment = at_;
      SkipComment();
      out.Add(Since(comment));
      wrote_newline = false;
    } else if (c == '/' && Peek(1) == '/' && limits.silent_comments && !plain_css_) {
      SkipComment();
    } else if (c == '#' && Peek(1) == '{') {
      out.Add(SingleInterpolation());
      wrote_newline = false;
    } else if (limits.keep_spaces && IsSpace(c) && !indented_) {
      out.Add(c);
      ++at_;
    } else if (c == ' ' || c == '\t') {
      if (wrote_newline || !IsSpace(Peek(1))) out.Add(c);
      ++at_;
    } else if (IsNewline(c)) {
      if (indented_ && brackets.empty()) break;
      if (at_ == begin_ || !IsNewline(at_[-1])) out.Add('\n');
      ++at_;
      wrote_newline = true;
    } else if (c == '(' || c == '[' || c == '{') {
      if (c == '{' && !limits.allow_open_brace && brackets.empty()) break;
      out.Add(c);
      ++at_;
      brackets += Closing(c);
      wrote_newline = false;
    } else if (c == ')' || c == ']' || c == '}') {
      if (brackets.empty()) break;
      if (brackets.back() != c) FailHere(std::string("expected \"") + brackets.back() + "\".");
      brackets.pop_back();
      out.Add(c);
      ++at_;
      wrote_newline = false;
    } else if (c == ';') {
      if (!limits.allow_semicolon && brackets.empty()) break;
      out.Add(c);
      ++at_;
      wrote_newline = false;
    } else if (c == ':') {
      if (!limits.allow_colon && brackets.empty()) break;
      out.Add(c);
      ++at_;
      wrote_newline = false;
    } else if ((c == 'u' || c == 'U') && (Lower(Peek(1)) == 'r') && Lower(Peek(2)) == 'l' && Peek(3) == '(') {
      const char* name = at_;
      at_ += 3;
      if (!UrlContents(name, std::string_view(name, 3), &out)) out.Add(std::string_view(name, 3));
      wrote_newline = false;
    } else if (IsNameCharacter(c)) {
      const char* word = at_;
      while (at_ < end_ && IsNameCharacter(*at_)) ++at_;
      // `xurl(` is no url; a name is taken whole so that its end is not looked at.
      const std::string_view name = Since(word);
      const bool address = dialect_.modules && name == "url-prefix" && Peek() == '(';
      if (!address || !UrlContents(word, name, &out)) out.Add(name);
      wrote_newline = false;
    } else {
      out.Add(c);
      ++at_;
      wrote_newline = false;
    }
  }
  if (!brackets.empty()) FailHere(std::string("expected \"") + brackets.back() + "\".");
  if (!limits.allow_empty && out.empty()) FailHere("Expected token.");
  return out.Build(SpanFrom(start));
}

namespace {

// What AnyText() reads by rules of its own, such as `url`.
bool EndsInAddressName(std::string_view text) {
  const char last = text.empty() ? ' ' : Lower(text.back());
  if (last == 'l')
    return text.size() >= 3 && Lower(text[text.size() - 2]) == 'r' && Lower(text[text.size() - 3]) == 'u';
  return text.ends_with("url-prefix") || text.ends_with("domain");
}

}  // namespace

const char* Parser::PlainTextEnd() const {
  for (const char* p = at_; p < end_; ++p) {
    switch (*p) {
      case '{':
        return p;
      case '/':
      case '\\':
      case '!':
      case ';':
      case '}':
        return nullptr;
      case '#':
        if (p + 1 < end_ && p[1] == '{') return nullptr;
        break;
      case '(':
        if (EndsInAddressName({at_, static_cast<size_t>(p - at_)})) return nullptr;
        break;
      case '"':
      case '\'': {
        const char quote = *p++;
        while (p < end_ && *p != quote && *p != '\\' && *p != '#' && !IsNewline(*p)) ++p;
        if (p == end_ || *p != quote) return nullptr;
        break;
      }
      default:
        break;
    }
  }
  return nullptr;
}

// A selector or an unknown at-rule's text: up to `{`, `;`, `}` or `!`.
Interpolation Parser::AnyText(bool omit_comments) {
  const char* start = at_;
  InterpolationBuilder out(arena_);
  std::string brackets;
  for (; at_ < end_;) {
    const char c = *at_;
    if (c == '\\') {
      out.Add(*at_++);
      if (at_ < end_) out.Add(*at_++);
    } else if (c == '"' || c == '\'') {
      const char quote = c;
      const char* opening = at_;
      out.Add(*at_++);
      for (;;) {
        if (AtEnd() || IsNewline(*at_)) FailAt(std::string("Expected ") + quote + ".", opening, at_);
        if (*at_ == '\\' && at_ + 1 < end_) {
          out.Add(*at_++);
          out.Add(*at_++);
        } else if (*at_ == '#' && Peek(1) == '{') {
          out.Add(SingleInterpolation());
        } else {
          const char inner = *at_++;
          out.Add(inner);
          if (inner == quote) break;
        }
      }
    } else if (c == '/' && (Peek(1) == '*' || (Peek(1) == '/' && !plain_css_))) {
      const char* comment = at_;
      const bool loud = Peek(1) == '*';
      SkipComment();
      // The old compilers do not know a silent one here.
      if (!omit_comments && (loud || !dialect_.modules)) out.Add(Since(comment));
    } else if (c == '#' && Peek(1) == '{') {
      out.Add(SingleInterpolation());
    } else if (IsNewline(c)) {
      if (indented_ && brackets.empty()) break;
      out.Add(c);
      ++at_;
    } else if (c == '!' || c == ';' || c == '{' || c == '}') {
      if ((c == '!' || c == ';') && !brackets.empty()) {
        out.Add(c);
        ++at_;
        continue;
      }
      break;
    } else if ((c == 'u' || c == 'U') && (Lower(Peek(1)) == 'r') && Lower(Peek(2)) == 'l' && Peek(3) == '(') {
      const char* name = at_;
      at_ += 3;
      if (!UrlContents(name, std::string_view(name, 3), &out)) out.Add(std::string_view(name, 3));
    } else if (IsNameCharacter(c)) {
      const char* word = at_;
      while (at_ < end_ && IsNameCharacter(*at_)) ++at_;
      const std::string_view name = Since(word);
      // What @-moz-document writes like url().
      const bool address = Peek() == '(' && (name == "url-prefix" || name == "domain");
      if (!address || !UrlContents(word, name, &out)) out.Add(name);
    } else {
      if (c == '(' || c == '[') brackets += Closing(c);
      if (!brackets.empty() && c == brackets.back()) brackets.pop_back();
      out.Add(c);
      ++at_;
    }
  }
  return out.Build(SpanFrom(start));
}

}  // namespace tincture::compat::sass
