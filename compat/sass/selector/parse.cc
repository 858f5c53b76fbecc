// Selectors from text: https://www.w3.org/TR/selectors-4/ with Sass's `&` and `%placeholder`.
#include <string>
#include <vector>

#include "compat/sass/selector/selector.h"
#include "compat/sass/small_vector.h"
#include "compat/sass/syntax/characters.h"

namespace tincture::compat::sass {

namespace {

constexpr int kMaxDepth = 200;  // of selectors in selectors

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}

// `:before` and such were pseudo-classes by syntax before CSS had `::`.
bool IsElementByName(std::string_view name) {
  return EqualsIgnoringCase(name, "after") || EqualsIgnoringCase(name, "before") ||
         EqualsIgnoringCase(name, "first-line") || EqualsIgnoringCase(name, "first-letter");
}

bool TakesSelectors(const ValueRules& rules, std::string_view name) {
  if (name == "is" || name == "where") return rules.knows_is_and_where;
  return name == "not" || name == "matches" || name == "current" || name == "any" || name == "has" || name == "host" ||
         name == "host-context";
}

void AppendUtf8(uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::string_view TrimmedRight(std::string_view text) {
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

class SelectorParser {
 public:
  SelectorParser(Arena& arena, const Dialect& dialect, std::string_view text, const SelectorSyntax& syntax)
      : arena_(arena), dialect_(dialect), text_(text), syntax_(syntax), counter_(text.data()) {
    counter_.Restart(text.data(), syntax.start.start);
  }

  const SelectorList* ParseAll() {
    const SelectorList* const list = ParseList();
    if (!AtEnd()) Fail("expected selector.");
    return list;
  }
  std::span<const Simple* const> ParseOneCompound() {
    const std::span<const Simple* const> compound = ParseCompound();
    if (!AtEnd()) Fail("expected selector.");
    return compound;
  }
  const Simple* ParseOneSimple() {
    const Simple* const simple = ParseSimple(syntax_.parent);
    if (!AtEnd()) Fail("unexpected token.");
    return simple;
  }

 private:
  [[noreturn]] void Fail(std::string message) const { FailAt(std::move(message), at_, at_ < text_.size() ? 1 : 0); }
  [[noreturn]] static void FailAt(std::string message, size_t offset, size_t length) {
    throw SelectorError{std::move(message), offset, length};
  }

  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool Take(char c) {
    if (Peek() != c || AtEnd()) return false;
    ++at_;
    return true;
  }
  void Expect(char c) {
    if (!Take(c)) Fail(std::string("expected \"") + c + "\".");
  }

  // True where there was a newline.
  bool SkipSpace();
  bool AtIdentifier(size_t ahead = 0) const;
  std::string_view ParseIdentifier(bool body_only = false);
  void ParseEscape(bool at_start, std::string& out);
  std::string ParseString();

  const SelectorList* ParseList();
  const Complex* ParseComplex(bool line_break);
  std::span<const Simple* const> ParseCompound();
  const Simple* ParseSimple(bool parent_allowed);
  const Simple* ParseSimpleKind(bool parent_allowed);
  const Simple* ParseAttribute();
  void ParseAttributeName(Simple& simple);
  std::string_view ParseAttributeValue();
  const Simple* ParsePseudo();
  const Simple* ParseParent(bool allowed);
  const Simple* ParseTypeOrUniversal();
  const Simple* Named(SimpleKind kind);
  std::string_view ParseNth();
  std::string_view ParsePlainNth();
  std::string_view ParseRawArgument();
  bool AtSimple() const;
  std::string_view Kept(std::string_view combinators);
  uint32_t PlaceOf(size_t from, size_t to) {
    if (!syntax_.places) return 0;
    const Position start = counter_.At(text_.data() + from);
    return syntax_.places->Add({syntax_.start.source, start, counter_.At(text_.data() + to)});
  }

  Arena& arena_;
  const Dialect& dialect_;
  std::string_view text_;
  const SelectorSyntax& syntax_;
  PositionCounter counter_;
  size_t at_ = 0;
  int depth_ = 0;
};

bool SelectorParser::SkipSpace() {
  bool newline = false;
  while (!AtEnd()) {
    if (IsSpace(Peek())) {
      newline |= IsNewline(Peek());
      ++at_;
    } else if (Peek() == '/' && Peek(1) == '*') {
      const size_t end = text_.find("*/", at_ + 2);
      at_ = end == text_.npos ? text_.size() : end + 2;
    } else if (Peek() == '/' && Peek(1) == '/') {
      while (!AtEnd() && !IsNewline(Peek())) ++at_;
    } else {
      break;
    }
  }
  return newline;
}

bool SelectorParser::AtIdentifier(size_t ahead) const {
  const char c = Peek(ahead);
  if (IsNameStart(c) || c == '\\') return true;
  if (c != '-') return false;
  const char next = Peek(ahead + 1);
  return IsNameStart(next) || next == '\\' || next == '-';
}

void SelectorParser::ParseEscape(bool at_start, std::string& out) {
  const size_t begin = at_++;
  if (AtEnd()) Fail("Expected escape sequence.");
  if (IsNewline(Peek())) Fail("Expected escape sequence.");
  uint32_t code = 0;
  if (IsHex(Peek())) {
    for (int i = 0; i < 6 && IsHex(Peek()); ++i) code = code * 16 + static_cast<uint32_t>(HexValue(text_[at_++]));
    if (IsSpace(Peek())) ++at_;
  } else {
    const auto lead = static_cast<unsigned char>(Peek());
    const size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead >= 0x80) {
      out += text_.substr(at_, size);
      at_ += size;
      return;
    }
    code = lead;
    ++at_;
  }
  if (dialect_.raw_escapes) {
    out += text_.substr(begin, at_ - begin);
    return;
  }
  if (code >= 0x80 || (code != 0 && (IsNameStart(static_cast<char>(code)) ||
                                     (!at_start && IsNameCharacter(static_cast<char>(code)))))) {
    AppendUtf8(code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0xFFFD : code, out);
    return;
  }
  out += '\\';
  if (code <= 0x1F || code == 0x7F || (at_start && code >= '0' && code <= '9')) {
    constexpr char kHex[] = "0123456789abcdef";
    if (code > 0xF) out += kHex[code >> 4];
    out += kHex[code & 15];
    out += ' ';
  } else {
    out += static_cast<char>(code);
  }
}

std::string_view SelectorParser::ParseIdentifier(bool body_only) {
  const size_t start = at_;
  if (!body_only) {
    if (Peek() == '-') ++at_;
    if (at_ > start && Peek() == '-') {
      ++at_;
    } else if (Peek() != '\\' && !IsNameStart(Peek())) {
      Fail("Expected identifier.");
    }
  }
  while (IsNameCharacter(Peek())) ++at_;
  if (Peek() != '\\') {
    if (at_ == start) Fail("Expected identifier body.");
    return text_.substr(start, at_ - start);
  }
  std::string name(text_.substr(start, at_ - start));
  while (!AtEnd()) {
    if (Peek() == '\\') {
      ParseEscape(name.empty() || name == "-", name);
    } else if (IsNameCharacter(Peek())) {
      name += text_[at_++];
    } else {
      break;
    }
  }
  return arena_.Copy(name);
}

const SelectorList* SelectorParser::ParseList() {
  if (++depth_ > kMaxDepth) Fail("Selectors are nested too deeply.");
  const bool only_after_comma = dialect_.values.selector_breaks_follow_comma;
  size_t line = at_;  // where to look for newlines from
  SmallVector<const Complex*, 16> complexes;
  complexes.push_back(ParseComplex(false));
  SkipSpace();
  while (Take(',')) {
    if (only_after_comma) line = at_;
    SkipSpace();
    if (Peek() == ',') continue;
    if (AtEnd()) break;
    const bool line_break = text_.substr(line, at_ - line).find('\n') != text_.npos;
    if (line_break) line = at_;
    complexes.push_back(ParseComplex(line_break));
    SkipSpace();
  }
  --depth_;
  return NewSelectorList(arena_, arena_.CopySpan(complexes.span()));
}

bool IsCombinator(char c) { return c == '>' || c == '+' || c == '~'; }

std::string_view SelectorParser::Kept(std::string_view combinators) {
  if (combinators.size() > 1) return arena_.Copy(combinators);
  return combinators.empty() ? std::string_view() : combinators == ">" ? ">" : combinators == "+" ? "+" : "~";
}

const Complex* SelectorParser::ParseComplex(bool line_break) {
  SmallVector<Component, 8> components;
  std::string_view leading;
  std::string combinators;
  bool newline = false;
  const auto finish_component = [&] {
    if (!components.empty()) {
      components.back().combinators = Kept(combinators);
      components.back().line_break = newline;
    } else {
      leading = Kept(combinators);
    }
    combinators.clear();
    newline = false;
  };
  size_t end = at_;
  while (true) {
    newline |= SkipSpace();
    if (AtEnd()) break;
    if (IsCombinator(Peek())) {
      combinators += text_[at_++];
      end = at_;
    } else if (AtSimple() || Peek() == '&' || Peek() == '|' || AtIdentifier()) {
      finish_component();
      components.push_back({ParseCompound()});
      end = at_;
      if (Peek() == '&') Fail("\"&\" may only used at the beginning of a compound selector.");
    } else {
      break;
    }
  }
  if (components.empty() && combinators.empty()) Fail("expected selector.");
  if (!combinators.empty() && syntax_.plain_css) Fail("expected selector.");
  newline = false;
  if (!combinators.empty() || !components.empty()) {
    if (components.empty()) {
      leading = Kept(combinators);
    } else {
      components.back().combinators = Kept(combinators);
    }
  }
  at_ = end;
  return NewComplex(arena_, leading, arena_.CopySpan(components.span()), line_break);
}

bool SelectorParser::AtSimple() const {
  if (AtEnd()) return false;
  const char c = Peek();
  return c == '*' || c == '[' || c == '.' || c == '#' || c == '%' || c == ':';
}

std::span<const Simple* const> SelectorParser::ParseCompound() {
  SmallVector<const Simple*, 16> simples;
  simples.push_back(ParseSimple(syntax_.parent));
  while (AtSimple() || (syntax_.plain_css && Peek() == '&')) simples.push_back(ParseSimple(syntax_.plain_css));
  return arena_.CopySpan(simples.span());
}

const Simple* SelectorParser::Named(SimpleKind kind) {
  ++at_;
  return NewSimple(arena_, {.kind = kind, .name = ParseIdentifier()});
}

const Simple* SelectorParser::ParseSimple(bool parent_allowed) {
  const size_t start = at_;
  const Simple* const simple = ParseSimpleKind(parent_allowed);
  if (!syntax_.places || simple->place != 0) return simple;
  Simple placed = *simple;
  placed.place = PlaceOf(start, at_);
  return arena_.New<Simple>(placed);
}

const Simple* SelectorParser::ParseSimpleKind(bool parent_allowed) {
  const size_t start = at_;
  switch (AtEnd() ? '\0' : Peek()) {
    case '[':
      return ParseAttribute();
    case '.':
      return Named(SimpleKind::kClass);
    case '#':
      // The older compilers take any hash of names: `#2b`.
      if (dialect_.values.nth_as_written && IsDigit(Peek(1))) {
        ++at_;
        return NewSimple(arena_, {.kind = SimpleKind::kId, .name = ParseIdentifier(true)});
      }
      return Named(SimpleKind::kId);
    case '%': {
      const Simple* const placeholder = Named(SimpleKind::kPlaceholder);
      if (syntax_.plain_css) FailAt("Placeholder selectors aren't allowed in plain CSS.", start, at_ - start);
      if (!syntax_.placeholder) FailAt("Placeholder selectors aren't allowed here.", start, at_ - start);
      return placeholder;
    }
    case ':':
      return ParsePseudo();
    case '&':
      return ParseParent(parent_allowed);
    default:
      return ParseTypeOrUniversal();
  }
}

void SelectorParser::ParseAttributeName(Simple& simple) {
  if (Take('*')) {
    Expect('|');
    simple.has_namespace = true;
    simple.name_space = "*";
  } else if (Take('|')) {
    simple.has_namespace = true;
  }
  simple.name = ParseIdentifier();
  if (simple.has_namespace || Peek() != '|' || Peek(1) == '=') return;
  ++at_;
  simple.has_namespace = true;
  simple.name_space = simple.name;
  simple.name = ParseIdentifier();
}

std::string SelectorParser::ParseString() {
  const char quote = text_[at_++];
  std::string value;
  while (true) {
    if (AtEnd() || IsNewline(Peek())) Fail(std::string("Expected ") + quote + ".");
    const char c = text_[at_++];
    if (c == quote) return value;
    if (c != '\\') {
      value += c;
      continue;
    }
    if (AtEnd()) Fail(std::string("Expected ") + quote + ".");
    if (IsNewline(Peek())) {
      ++at_;
      continue;
    }
    if (!IsHex(Peek())) {
      value += text_[at_++];
      continue;
    }
    uint32_t code = 0;
    for (int i = 0; i < 6 && IsHex(Peek()); ++i) code = code * 16 + static_cast<uint32_t>(HexValue(text_[at_++]));
    if (IsSpace(Peek())) ++at_;
    AppendUtf8(code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0xFFFD : code, value);
  }
}

bool IsPlainIdentifier(std::string_view text) {
  size_t i = text.starts_with('-') ? 1 : 0;
  if (i >= text.size() || !IsNameStart(text[i])) return false;
  while (i < text.size() && IsNameCharacter(text[i])) ++i;
  return i == text.size();
}

// As CSS writes a string: in double quotes unless only those are in it.
std::string QuotedText(std::string_view text) {
  const char quote = text.find('"') != text.npos && text.find('\'') == text.npos ? '\'' : '"';
  std::string quoted(1, quote);
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == quote || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += i + 1 < text.size() && (IsHex(text[i + 1]) || IsSpace(text[i + 1])) ? "\\a " : "\\a";
    } else {
      quoted += c;
    }
  }
  return quoted + quote;
}

std::string_view SelectorParser::ParseAttributeValue() {
  if (Peek() != '"' && Peek() != '\'') return ParseIdentifier();
  const size_t start = at_;
  const std::string value = ParseString();
  if (dialect_.values.nth_as_written) return text_.substr(start, at_ - start);
  return arena_.Copy(IsPlainIdentifier(value) ? value : QuotedText(value));
}

const Simple* SelectorParser::ParseAttribute() {
  Simple simple = {.kind = SimpleKind::kAttribute};
  Expect('[');
  simple.place = PlaceOf(at_ - 1, at_);
  SkipSpace();
  ParseAttributeName(simple);
  SkipSpace();
  if (Take(']')) return NewSimple(arena_, simple);
  // The older compilers take an attribute's flags for what they are: `[a i]`, `[a=b cd]`.
  const bool any_modifier = dialect_.values.nth_as_written;
  if (any_modifier && AtIdentifier()) {
    simple.modifier = ParseIdentifier();
    SkipSpace();
    Expect(']');
    return NewSimple(arena_, simple);
  }
  const size_t start = at_;
  if (Take('=')) {
    simple.op = "=";
  } else {
    const char mark = Peek();
    if (AtEnd() || std::string_view("~|^$*").find(mark) == std::string_view::npos) Fail("Expected \"]\".");
    ++at_;
    Expect('=');
    simple.op = text_.substr(start, 2);
  }
  SkipSpace();
  const size_t value = at_;
  simple.argument = ParseAttributeValue();
  const bool quoted = text_[value] == '"' || text_[value] == '\'';
  simple.argument_place = quoted ? PlaceOf(value, at_) : simple.place;
  SkipSpace();
  if (any_modifier && AtIdentifier()) {
    simple.modifier = ParseIdentifier();
  } else if (Lower(Peek()) >= 'a' && Lower(Peek()) <= 'z') {
    simple.modifier = text_.substr(at_++, 1);
  }
  SkipSpace();
  Expect(']');
  return NewSimple(arena_, simple);
}

// "even", "odd", "2n + 1" without its spaces.
std::string_view SelectorParser::ParseNth() {
  const size_t start = at_;
  const std::string_view normalized = ParsePlainNth();
  if (!dialect_.values.nth_as_written) return normalized;
  return TrimmedRight(text_.substr(start, at_ - start));
}

std::string_view SelectorParser::ParsePlainNth() {
  const auto word = [&](std::string_view name) {
    if (!EqualsIgnoringCase(text_.substr(at_, name.size()), name)) {
      Fail("Expected \"" + std::string(name) + "\".");
    }
    at_ += name.size();
    return name;
  };
  if (Lower(Peek()) == 'e') return word("even");
  if (Lower(Peek()) == 'o') return word("odd");
  std::string nth;
  if (Peek() == '+' || Peek() == '-') nth += text_[at_++];
  if (IsDigit(Peek())) {
    while (IsDigit(Peek())) nth += text_[at_++];
    SkipSpace();
    if (Lower(Peek()) != 'n') return arena_.Copy(nth);
    ++at_;
  } else {
    if (Lower(Peek()) != 'n') Fail("Expected \"n\".");
    ++at_;
  }
  nth += 'n';
  SkipSpace();
  if (Peek() != '+' && Peek() != '-') return arena_.Copy(nth);
  nth += text_[at_++];
  SkipSpace();
  if (!IsDigit(Peek())) Fail("Expected a number.");
  while (IsDigit(Peek())) nth += text_[at_++];
  return arena_.Copy(nth);
}

// Everything up to the closing parenthesis, with runs of space made one.
std::string_view SelectorParser::ParseRawArgument() {
  std::string argument;
  std::string closers;
  while (!AtEnd()) {
    const char c = Peek();
    if (c == '"' || c == '\'') {
      const size_t start = at_;
      ParseString();
      argument += text_.substr(start, at_ - start);
      continue;
    }
    if (c == ')' || c == ']' || c == '}') {
      if (closers.empty()) break;
      if (closers.back() != c) Fail(std::string("expected \"") + closers.back() + "\".");
      closers.pop_back();
    } else if (c == '(' || c == '[' || c == '{') {
      closers += c == '(' ? ')' : c == '[' ? ']' : '}';
    } else if (c == '\\') {
      ParseEscape(false, argument);
      continue;
    } else if (c == '/' && Peek(1) == '*') {
      const size_t start = at_;
      const size_t end = text_.find("*/", at_ + 2);
      at_ = end == text_.npos ? text_.size() : end + 2;
      argument += text_.substr(start, at_ - start);
      continue;
    } else if (c == ' ' || c == '\t') {
      if (!IsSpace(Peek(1)) && !argument.ends_with('\n')) argument += ' ';
      ++at_;
      continue;
    } else if (IsNewline(c)) {
      if (!argument.ends_with('\n')) argument += '\n';
      ++at_;
      continue;
    }
    argument += c;
    ++at_;
  }
  if (!closers.empty()) Fail(std::string("expected \"") + closers.back() + "\".");
  return arena_.Copy(argument);
}

const Simple* SelectorParser::ParsePseudo() {
  Simple pseudo = {.kind = SimpleKind::kPseudo};
  const size_t colon = at_;
  Expect(':');
  pseudo.double_colon = Take(':');
  const size_t name_start = at_;
  pseudo.name = ParseIdentifier();
  // libsass takes `:not(` as one word, which ends where no letter follows.
  const bool is_word = pseudo.name == "not" && Peek() == '(' && !IsNameCharacter(Peek(1)) && Peek(1) != '\\';
  pseudo.place = PlaceOf(is_word ? colon : name_start, at_ + (Peek() == '(' ? 1 : 0));
  pseudo.element = pseudo.double_colon || IsElementByName(pseudo.name);
  if (!Take('(')) return NewSimple(arena_, pseudo);
  SkipSpace();
  const std::string_view name = WithoutVendor(pseudo.name);
  if (pseudo.double_colon ? name == "slotted" : TakesSelectors(dialect_.values, name)) {
    pseudo.selector = ParseList();
    SkipSpace();
  } else if (!pseudo.double_colon && (name == "nth-child" || name == "nth-last-child")) {
    pseudo.has_argument = true;
    const size_t start = at_;
    pseudo.argument = ParseNth();
    pseudo.argument_place = PlaceOf(start, start + TrimmedRight(text_.substr(start, at_ - start)).size());
    SkipSpace();
    if (IsSpace(text_[at_ - 1]) && Peek() != ')') {
      if (!EqualsIgnoringCase(text_.substr(at_, 2), "of") || IsNameCharacter(Peek(2))) Fail("Expected \"of\".");
      at_ += 2;
      pseudo.argument = arena_.Copy(std::string(pseudo.argument) + " of");
      SkipSpace();
      pseudo.selector = ParseList();
      SkipSpace();
    }
  } else {
    pseudo.has_argument = true;
    const size_t start = at_;
    pseudo.argument = pseudo.double_colon ? ParseRawArgument() : TrimmedRight(ParseRawArgument());
    pseudo.argument_place = PlaceOf(start, at_);
  }
  Expect(')');
  return NewSimple(arena_, pseudo);
}

const Simple* SelectorParser::ParseParent(bool allowed) {
  const size_t start = at_++;
  Simple parent = {.kind = SimpleKind::kParent};
  if (IsNameCharacter(Peek()) || Peek() == '\\') parent.name = ParseIdentifier(true);
  if (syntax_.plain_css && !parent.name.empty()) {
    FailAt("Parent selectors can't have suffixes in plain CSS.", start, at_ - start);
  }
  if (!allowed) FailAt("Parent selectors aren't allowed here.", start, at_ - start);
  return NewSimple(arena_, parent);
}

const Simple* SelectorParser::ParseTypeOrUniversal() {
  Simple simple;
  if (Take('*')) {
    if (!Take('|')) return NewSimple(arena_, {.kind = SimpleKind::kUniversal, .name = {}});
    simple.has_namespace = true;
    simple.name_space = "*";
  } else if (Take('|')) {
    simple.has_namespace = true;
  } else {
    simple.name = ParseIdentifier();
    if (!Take('|')) return NewSimple(arena_, simple);
    simple.has_namespace = true;
    simple.name_space = simple.name;
  }
  if (Take('*')) {
    simple.kind = SimpleKind::kUniversal;
    simple.name = {};
  } else {
    simple.name = ParseIdentifier();
  }
  return NewSimple(arena_, simple);
}

}  // namespace

const SelectorList* ParseSelector(Arena& arena, const Dialect& dialect, std::string_view text,
                                  const SelectorSyntax& syntax) {
  return SelectorParser(arena, dialect, text, syntax).ParseAll();
}

std::span<const Simple* const> ParseCompound(Arena& arena, const Dialect& dialect, std::string_view text) {
  return SelectorParser(arena, dialect, text, {.parent = false}).ParseOneCompound();
}

const Simple* ParseSimple(Arena& arena, const Dialect& dialect, std::string_view text) {
  return SelectorParser(arena, dialect, text, {}).ParseOneSimple();
}

}  // namespace tincture::compat::sass
