// The parser's statements: rules, declarations, variables, comments, blocks, and the lines of the indented syntax.
#include <algorithm>

#include "compat/sass/syntax/parser_internal.h"

namespace tincture::compat::sass {

Parser::Parser(const ValueContext& values, Names& names, std::string_view text, uint32_t source, SourceSyntax syntax)
    : values_(values),
      dialect_(values.dialect),
      arena_(values.arena),
      names_(names),
      source_(source),
      indented_(syntax == SourceSyntax::kIndented),
      plain_css_(syntax == SourceSyntax::kCss),
      begin_(text.data()),
      at_(text.data()),
      end_(text.data() + text.size()),
      places_(values.places),
      counter_(text.data()) {}

const Stylesheet* ParseStylesheet(const ValueContext& values, Names& names, std::string_view text, uint32_t source,
                                  SourceSyntax syntax) {
  Parser parser(values, names, text, source, syntax);
  return parser.Run();
}

const Stylesheet* Parser::Run() {
  Scan("\xEF\xBB\xBF");
  counter_.Restart(at_, {});
  Stylesheet* sheet = arena_.New<Stylesheet>();
  sheet->plain_css = plain_css_;
  sheet->source = source_;
  sheet->body = StatementsUntilEnd();
  return sheet;
}

Block Parser::StatementsUntilEnd() {
  SmallVector<const Statement*, 32> statements;
  if (indented_) {
    if (Peek() == ' ' || Peek() == '\t') {
      const char* start = at_;
      while (Peek() == ' ' || Peek() == '\t') ++at_;
      if (!AtEnd() && !IsNewline(Peek())) FailAt("Indenting at the beginning of the document is illegal.", start, at_);
    }
    while (!AtEnd()) {
      if (!IsNewline(Peek())) {
        if (const Statement* statement = ParseStatement(true)) statements.push_back(statement);
      }
      if (AtEnd()) break;
      ReadIndentation();
    }
    return Keep(statements);
  }
  WhitespaceWithoutComments();
  while (!AtEnd()) {
    if (Scan(';')) {
      WhitespaceWithoutComments();
      continue;
    }
    if (const Statement* statement = ParseStatement(true)) statements.push_back(statement);
    WhitespaceWithoutComments();
  }
  return Keep(statements);
}

const Statement* Parser::ParseStatement(bool root) {
  const Depth depth(this);
  hole_mark_ = holes_.size();
  if (places_) counter_.Remember(at_);
  const char c = Peek();
  if (c == '/' && Peek(1) == '/' && !plain_css_) return SilentCommentNode();
  if (c == '/' && Peek(1) == '*') return LoudCommentNode();
  if (c == '$') {
    if (plain_css_) FailHere("Sass variables aren't allowed in plain CSS.");
    return VariableDeclarationOf(0, at_);
  }
  if (c == '@') return AtRuleStatement(root);
  if (indented_ && (c == '+' || c == '=')) {
    const char* start = at_;
    const bool include = c == '+' && (IsNameStart(Peek(1)) || Peek(1) == '-' || Peek(1) == '\\');
    const bool mixin = c == '=';
    if (include || mixin) {
      use_allowed_ = false;
      ++at_;
      return include ? IncludeRule(start) : MixinRule(start);
    }
  }
  if (c == '}') FailHere("unmatched \"}\".");
  use_allowed_ = false;
  if (in_style_rule_ || in_unknown_at_rule_ || in_mixin_ || in_content_block_) return StyleRuleOrDeclaration();
  return VariableDeclarationOrStyleRule();
}

// --- Variables ---

const Statement* Parser::VariableDeclarationOrStyleRule() {
  const char* start = at_;
  // `space.$name: value`, where modules are.
  if (dialect_.modules && !plain_css_ && LookingAtIdentifier()) {
    const char* p = at_;
    while (IsNameCharacter(*p)) ++p;
    if (*p == '.' && p[1] == '$') {
      const Name space = names_.Intern(Identifier());
      ++at_;
      return VariableDeclarationOf(space, start);
    }
  }
  if (indented_) Scan('\\');
  InterpolationBuilder selector(arena_);
  return StyleRuleWith(&selector, start);
}

const Statement* Parser::VariableDeclarationOf(Name space, const char* start) {
  const Name name = VariableName();
  Whitespace();
  const Position colon = Here();
  Expect(':');
  const Position after_colon = Here();
  WhitespaceAndNewlines();
  const Expression* value = PlacedValue(colon, after_colon);
  VariableDeclaration* node = arena_.New<VariableDeclaration>();
  while (Scan('!')) {
    if (ScanWord("default")) {
      node->is_default = true;
    } else if (ScanWord("global")) {
      node->is_global = true;
    } else {
      FailHere("Invalid flag name.");
    }
    Whitespace();
  }
  ExpectStatementEnd("variable declaration");
  node->kind = StatementKind::kVariableDeclaration;
  node->span = SpanFrom(start);
  node->space = space;
  node->name = name;
  node->value = value;
  return node;
}

// --- Rules and declarations ---

const Statement* Parser::StyleRuleWith(InterpolationBuilder* selector, const char* start, bool at_root) {
  if (selector->empty() && Peek() == '{') FailAtStray("expected selector.");
  if (selector->empty() && AtEnd()) FailHere("expected \"{\".");
  // Most selectors are views of the source.
  const bool read_all = !indented_ && !selector->has_expressions() && selector->text() == Since(start);
  const char* plain_end = read_all ? PlainTextEnd() : nullptr;
  const bool as_it_stands = plain_end != nullptr;
  if (as_it_stands) {
    at_ = plain_end;
  } else if (indented_) {
    // A comma at the end of a line goes on in the next.
    for (;;) {
      selector->Add(AnyText(true));
      std::string_view text = selector->text();
      while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
      if (!text.ends_with(',') || !IsNewline(Peek())) break;
      // Ruby Sass: what is indented beneath it is its block nevertheless.
      if (!dialect_.modules && PeekIndentation() > indentation_) break;
      while (IsNewline(Peek())) selector->Add(*at_++);
      while (Peek() == ' ' || Peek() == '\t') ++at_;
    }
  } else {
    selector->Add(AnyText(true));
  }
  const Position selector_start = places_ ? counter_.At(start) : Position{};
  StyleRule* rule = arena_.New<StyleRule>();
  rule->kind = StatementKind::kStyleRule;
  const char* selector_end = at_;
  while (selector_end > start && IsSpace(selector_end[-1])) --selector_end;
  const Span span{source_, static_cast<uint32_t>(start - begin_), static_cast<uint32_t>(selector_end - begin_)};
  if (as_it_stands) {
    rule->selector = {{arena_.New<InterpolationPart>(Since(start), nullptr), 1}, span};
  } else {
    rule->selector = selector->Build(span);
  }
  if (!indented_ && Peek() != '{') {
    if (dialect_.tells_trace && IsAtRoot()) FailAt("expected 1 selector or at-rule.", start, at_);
    FailHere("expected \"{\".");
  }
  const bool saved = in_style_rule_;
  in_style_rule_ = true;
  if (places_) {
    if (holes_.size() > hole_mark_) CountSelectorHoles(hole_mark_, start);
    rule->selector.place = places_->Add({source_, selector_start, {}});
  }
  const Position block_start = Here();
  rule->body = Children();
  in_style_rule_ = saved;
  rule->span = SpanFrom(start);
  if (places_) {
    // The space before a rule of @at-root counts with it.
    const uint32_t space = at_root && selector_start.column > 0 && IsSpace(start[-1]) ? 1 : 0;
    SetEnds(rule, {selector_start.line, selector_start.column - space}, block_start, space);
  }
  return rule;
}

// `a:hover {` and `a:b;` begin alike; what comes first of `{`, `;` and `}` tells.
bool Parser::ValueIsSelector() const {
  char quote = 0;
  int nesting = 0;
  for (const char* p = at_; p < end_; ++p) {
    const char c = *p;
    if (quote) {
      if (c == '\\') {
        ++p;
      } else if (c == quote) {
        quote = 0;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#' && p + 1 < end_ && p[1] == '{') {
      ++nesting;
      ++p;
    } else if (c == '(' || c == '[') {
      ++nesting;
    } else if (c == ')' || c == ']') {
      --nesting;
    } else if (c == '}') {
      if (nesting <= 0) return false;
      --nesting;
    } else if (nesting <= 0) {
      if (c == '{') return true;
      if (c == ';') return false;
      if (indented_ && IsNewline(c)) return false;
      if (c == '/' && p + 1 < end_ && p[1] == '/') {
        while (p < end_ && !IsNewline(*p)) ++p;
      } else if (c == '/' && p + 1 < end_ && p[1] == '*') {
        const std::string_view rest(p, static_cast<size_t>(end_ - p));
        const size_t close = rest.find("*/", 2);
        if (close == rest.npos) return false;
        p += close + 1;
      }
    }
  }
  return false;
}

const Statement* Parser::StyleRuleOrDeclaration() {
  const char* start = at_;
  if (indented_ && Scan('\\')) {
    InterpolationBuilder selector(arena_);
    return StyleRuleWith(&selector, start);
  }
  if (dialect_.modules && !plain_css_ && LookingAtIdentifier()) {
    const char* p = at_;
    while (IsNameCharacter(*p)) ++p;
    if (*p == '.' && p[1] == '$') return VariableDeclarationOrStyleRule();
  }
  InterpolationBuilder name(arena_);
  const char c = Peek();
  bool punctuation = false;
  if (c == ':' || c == '*' || c == '.' || (c == '#' && Peek(1) != '{')) {
    // Old hacks: `*zoom: 1`.
    punctuation = true;
    name.Add(c);
    ++at_;
    name.Add(RawWhitespace());
  }
  if (!LookingAtInterpolatedIdentifier()) return StyleRuleWith(&name, start);
  const char* name_start = at_;
  const Interpolation identifier = InterpolatedIdentifier();
  const char* name_end = at_;
  name.Add(identifier);
  if (Peek() == '/' && Peek(1) == '*') {
    const char* comment = at_;
    SkipComment();
    name.Add(Since(comment));
  }
  const uint32_t place = places_ ? PlaceFrom(counter_.At(start)) : 0;
  const std::string_view middle = RawWhitespace();
  if (!Scan(':')) {
    if (!middle.empty()) name.Add(' ');
    return StyleRuleWith(&name, start);
  }
  Interpolation declared = punctuation || !identifier.plain() ? name.Build(SpanFrom(name_start)) : identifier;
  declared.place = place;
  const auto selector_from_here = [&](std::string_view more) {
    InterpolationBuilder selector(arena_);
    selector.Add(declared);
    selector.Add(middle);
    selector.Add(':');
    selector.Add(more);
    return StyleRuleWith(&selector, start);
  };
  const size_t name_holes = holes_.size();
  const auto count_name = [&] {
    if (name_holes <= hole_mark_) return;
    const char* value_start = at_;
    at_ = name_end;
    CountHolesAgain(hole_mark_, Recount::kWithTextBetween, name_start);
    at_ = value_start;
  };
  if (declared.leading().starts_with("--")) {
    count_name();
    return CustomDeclaration(declared, start);
  }
  if (Peek() == ':') {
    ++at_;
    return selector_from_here(":");
  }
  if (indented_ && LookingAtInterpolatedIdentifier() && !dialect_.raw_escapes) return selector_from_here("");
  const char* after_colon = at_;
  const std::string_view space = RawWhitespace();
  const bool could_be_selector = space.empty() && LookingAtInterpolatedIdentifier();
  if (could_be_selector && ValueIsSelector()) {
    at_ = after_colon;
    return selector_from_here("");
  }
  count_name();
  return DeclarationRest(declared, start, could_be_selector, !space.empty());
}

const Statement* Parser::CustomDeclaration(const Interpolation& name, const char* start) {
  Declaration* node = arena_.New<Declaration>();
  node->kind = StatementKind::kDeclaration;
  node->name = name;
  node->custom = true;
  const char* value_start = at_;
  const Position colon = places_ ? counter_.At(at_ - 1) : Position{};
  const uint32_t place = PlaceFrom(colon);
  const Interpolation text =
      DeclarationText({.allow_empty = true, .silent_comments = false, .keep_spaces = dialect_.keeps_custom_spacing});
  StringExpression* value = MakeExpression<StringExpression>(ExpressionKind::kString, value_start);
  value->text = text;
  value->special = true;
  value->place = place;
  node->value = value;
  CountHolesAgain(hole_mark_, Recount::kHoles);
  ExpectStatementEnd("custom property");
  node->span = SpanFrom(start);
  return node;
}

namespace {

// Text that the old compilers pass on unread: words, strings, numbers and hex colours between spaces, `,` and `/`,
// up to `;` or `}`.
class StaticValue {
 public:
  // `alpha`: a colour may have four or eight digits. `spaced`: spaces may stand before the value's end.
  StaticValue(const char* at, const char* end, bool alpha, bool spaced)
      : at_(at), end_(end), alpha_(alpha), spaced_(spaced) {}

  // Where the value ends; null where it is none.
  const char* End() {
    if (!Component()) return nullptr;
    for (;;) {
      const char* before = at_;
      SkipSpace();
      if (at_ == end_) return nullptr;
      const bool spaced = at_ != before;
      if (*at_ == ';' || *at_ == '}') return spaced && !spaced_ ? nullptr : at_;
      bool separator = false;
      if (*at_ == ',' || *at_ == '/') {
        if (*at_ == '/' && at_ + 1 < end_ && (at_[1] == '*' || at_[1] == '/')) return nullptr;
        separator = true;
        ++at_;
        SkipSpace();
      }
      if (!spaced && !separator) return nullptr;
      if (!Component()) return nullptr;
    }
  }

 private:
  void SkipSpace() {
    while (at_ < end_ && IsSpace(*at_)) ++at_;
  }
  char Peek(size_t ahead = 0) const { return ahead < static_cast<size_t>(end_ - at_) ? at_[ahead] : '\0'; }

  bool Component() {
    const char c = Peek();
    if (c == '"' || c == '\'') return String(c);
    if (c == '!') {
      constexpr std::string_view kImportant = "important";
      ++at_;
      SkipSpace();
      for (const char expected : kImportant) {
        if (Lower(Peek()) != expected) return false;
        ++at_;
      }
      return !IsNameCharacter(Peek());
    }
    if (c == '#') {
      size_t digits = 1;
      while (IsHex(Peek(digits))) ++digits;
      const bool known = digits == 4 || digits == 7 || (alpha_ && (digits == 5 || digits == 9));
      if (IsNameCharacter(Peek(digits)) || !known) return false;
      at_ += digits;
      return true;
    }
    const size_t sign = c == '-' || c == '+' ? 1 : 0;
    if (IsDigit(Peek(sign)) || (Peek(sign) == '.' && IsDigit(Peek(sign + 1)))) return Number(sign);
    return Word();
  }
  bool Number(size_t sign) {
    at_ += sign;
    while (IsDigit(Peek())) ++at_;
    if (Peek() == '.' && IsDigit(Peek(1))) {
      ++at_;
      while (IsDigit(Peek())) ++at_;
    }
    if (Peek() == '%') {
      ++at_;
      return true;
    }
    // A unit ends before a minus and a digit: `1px-2px` computes.
    if (IsNameStart(Peek())) {
      while (IsNameCharacter(Peek()) && !(Peek() == '-' && (IsDigit(Peek(1)) || Peek(1) == '.'))) ++at_;
    }
    return true;
  }
  void Name() {
    while (IsNameCharacter(Peek()) || (Peek() == '\\' && !IsNewline(Peek(1)))) at_ += Peek() == '\\' ? 2 : 1;
    at_ = std::min(at_, end_);
  }
  bool Word() {
    size_t dashes = 0;
    while (Peek(dashes) == '-' && dashes < 1) ++dashes;
    if (!IsNameStart(Peek(dashes)) && Peek(dashes) != '\\') return false;
    Name();
    return true;
  }
  bool String(char quote) {
    for (++at_; at_ < end_ && *at_ != quote; ++at_) {
      if (IsNewline(*at_) || (*at_ == '#' && Peek(1) == '{')) return false;
      if (*at_ == '\\' && IsNewline(Peek(1))) return false;
      if (*at_ == '\\' && at_ + 1 < end_) ++at_;
    }
    if (at_ == end_) return false;
    ++at_;
    return true;
  }

  const char* at_;
  const char* end_;
  const bool alpha_;
  const bool spaced_;
};

// A newline with what stands around it is one space.
std::string_view OnOneLine(Arena& arena, std::string_view text) {
  if (text.find_first_of("\n\r\f") == text.npos) return text;
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!IsNewline(text[i])) {
      out += text[i];
      continue;
    }
    out += ' ';
    while (i + 1 < text.size() && IsSpace(text[i + 1])) ++i;
  }
  return arena.Copy(out);
}

}  // namespace

namespace {

bool IsResult(const Interpolation& name) {
  constexpr std::string_view kResult = "result";
  return name.plain() && std::ranges::equal(name.text(), kResult, {}, Lower);
}

}  // namespace

const Statement* Parser::DeclarationRest(const Interpolation& name, const char* start, bool could_be_selector,
                                         bool space_after_colon) {
  Declaration* node = arena_.New<Declaration>();
  node->kind = StatementKind::kDeclaration;
  node->name = name;
  if (LookingAtChildren()) {
    if (plain_css_) FailHere("Nested declarations aren't allowed in plain CSS.");
    if (in_css_function_ && IsResult(name)) FailHere("Nothing may be indented beneath a @function result.");
    node->nested = true;
    node->body = DeclarationChildren();
    node->span = SpanFrom(start);
    return node;
  }
  if (dialect_.static_values && !indented_) {
    if (const char* value_end = StaticValue(at_, end_, dialect_.raw_escapes, dialect_.static_before_space).End()) {
      std::string_view text(at_, static_cast<size_t>(value_end - at_));
      while (IsSpace(text.back())) text.remove_suffix(1);
      const char* value_start = at_;
      const Position from = Here();
      at_ = value_start + text.size();
      Literal* value = MakeExpression<Literal>(ExpressionKind::kLiteral, value_start);
      at_ = value_end;
      value->value = Value::Unquoted(OnOneLine(arena_, text)).At(PlaceFrom(from));
      node->value = value;
      node->span = SpanFrom(start);
      return node;
    }
  }
  const char* after_colon = at_;
  while (after_colon > begin_ && IsSpace(after_colon[-1])) --after_colon;
  const Position colon = places_ ? counter_.At(after_colon - 1) : Position{};
  node->value = PlacedValue(colon, places_ ? counter_.At(after_colon) : Position{});
  if (LookingAtChildren() && !(could_be_selector && !space_after_colon && !indented_)) {
    if (plain_css_) FailHere("Nested declarations aren't allowed in plain CSS.");
    node->nested = true;
    node->body = DeclarationChildren();
  } else {
    ExpectStatementEnd("property");
  }
  node->span = SpanFrom(start);
  return node;
}

// Inside nested properties only declarations may stand, and what makes them.
const Statement* Parser::DeclarationChild() {
  const Depth depth(this);
  const char c = Peek();
  if (c == '/' && Peek(1) == '/' && !plain_css_) return SilentCommentNode();
  if (c == '/' && Peek(1) == '*') return LoudCommentNode();
  if (c == '$') return VariableDeclarationOf(0, at_);
  if (c == '@') return AtRuleStatement(false);
  const char* start = at_;
  InterpolationBuilder name(arena_);
  if (c == ':' || c == '*' || c == '.' || (c == '#' && Peek(1) != '{')) {
    name.Add(c);
    ++at_;
    name.Add(RawWhitespace());
  }
  hole_mark_ = holes_.size();
  if (places_) counter_.Remember(start);
  name.Add(InterpolatedIdentifier());
  Interpolation declared = name.Build(SpanFrom(start));
  if (dialect_.modules && declared.leading().starts_with("--")) {
    FailAt("Declarations whose names begin with \"--\" may not be nested.", start, at_);
  }
  declared.place = places_ ? PlaceFrom(counter_.At(start)) : 0;
  CountHolesAgain(hole_mark_, Recount::kWithTextBetween, start);
  Whitespace();
  Expect(':');
  const std::string_view space = RawWhitespace();
  return DeclarationRest(declared, start, false, !space.empty() || true);
}

// --- Blocks ---

template <class ParseOne>
Block Parser::ChildrenBy(ParseOne parse_one) {
  SmallVector<const Statement*, 32> statements;
  if (indented_) {
    const int parent = indentation_;
    int child = -1;
    while (PeekIndentation() > parent) {
      const int indentation = ReadIndentation();
      if (child < 0) child = indentation;
      if (child != indentation) {
        FailHere("Inconsistent indentation, expected " + std::to_string(child) + " spaces.");
      }
      if (const Statement* statement = parse_one()) statements.push_back(statement);
    }
    indentation_ = parent;
    return Keep(statements);
  }
  Expect('{');
  WhitespaceWithoutComments();
  for (;;) {
    if (AtEnd()) FailHere("expected \"}\".");
    if (Scan('}')) return Keep(statements);
    if (!Scan(';')) {
      if (const Statement* statement = parse_one()) statements.push_back(statement);
    }
    WhitespaceWithoutComments();
  }
}

Block Parser::Children() {
  const int saved = parentheses_;
  parentheses_ = 0;
  const Block block = ChildrenBy([this] { return ParseStatement(false); });
  parentheses_ = saved;
  return block;
}

Block Parser::DeclarationChildren() {
  return ChildrenBy([this] { return DeclarationChild(); });
}

bool Parser::AtEndOfStatement() const {
  if (AtEnd()) return true;
  if (indented_) return IsNewline(*at_) || *at_ == ';';
  return *at_ == ';' || *at_ == '}' || *at_ == '{';
}

bool Parser::LookingAtChildren() const {
  if (!indented_) return Peek() == '{';
  return (AtEnd() || IsNewline(*at_)) && const_cast<Parser*>(this)->PeekIndentation() > indentation_;
}

void Parser::ExpectStatementEnd(const char* what) {
  if (indented_) {
    Whitespace();
    if (Scan(';')) Whitespace();
    if (!AtEnd() && !IsNewline(*at_)) FailHere("expected newline.");
    if (PeekIndentation() > indentation_) {
      FailHere(std::string("Nothing may be indented beneath a ") + what + ".");
    }
    return;
  }
  WhitespaceWithoutComments();
  if (AtEnd() || *at_ == ';' || *at_ == '}') return;
  if (!(Peek() == '/' && (Peek(1) == '/' || Peek(1) == '*'))) {
    FailAtStray("expected \";\".");
  }
  Whitespace();
  if (AtEnd() || *at_ == ';' || *at_ == '}') return;
  FailAtStray("expected \";\".");
}

bool Parser::IsAtRoot() const { return !in_style_rule_ && !in_mixin_ && !in_content_block_ && !in_unknown_at_rule_; }

void Parser::FailAtStray(const char* message) const {
  if (!dialect_.tells_trace) FailHere(message);
  FailHere(IsAtRoot() ? "expected 1 selector or at-rule." : "expected \"}\".");
}

// --- Comments ---

const Statement* Parser::SilentCommentNode() {
  if (indented_) return IndentedSilentComment();
  while (at_ < end_ && !IsNewline(*at_)) ++at_;
  return nullptr;
}

const Statement* Parser::LoudCommentNode() {
  if (indented_) return IndentedLoudComment();
  const char* start = at_;
  const std::string_view rest(at_, static_cast<size_t>(end_ - at_));
  const size_t close = rest.find("*/", 2);
  LoudComment* node = arena_.New<LoudComment>();
  node->kind = StatementKind::kLoudComment;
  const std::string_view inside = rest.substr(0, close);
  const bool holes = !plain_css_ && inside.find("#{") != inside.npos;
  if (!holes && inside.find_first_of("\r\f") == inside.npos) {
    if (close == rest.npos) {
      at_ = end_;
      FailAt("expected more input.", end_, end_);
    }
    at_ += close + 2;
    InterpolationPart* part = arena_.New<InterpolationPart>(Since(start), nullptr);
    node->text = {{part, 1}, SpanFrom(start)};
  } else {
    InterpolationBuilder text(arena_);
    for (;;) {
      if (AtEnd()) FailAt("expected more input.", end_, end_);
      if (holes && *at_ == '#' && Peek(1) == '{') {
        text.Add(SingleInterpolation());
      } else if (*at_ == '*' && Peek(1) == '/' && at_ > start + 1) {
        at_ += 2;
        text.Add("*/");
        break;
      } else if (*at_ == '\r' || *at_ == '\f') {  // a line end in CSS is "\n"
        at_ += *at_ == '\r' && Peek(1) == '\n' ? 2 : 1;
        text.Add('\n');
      } else {
        text.Add(*at_++);
      }
    }
    node->text = text.Build(SpanFrom(start));
  }
  node->span = SpanFrom(start);
  if (places_) node->place = PlaceFrom(counter_.At(start));
  CountHolesAgain(hole_mark_, Recount::kHoles);
  return node;
}

// --- The indented syntax ---

// The next line's that is not blank; remembers where it begins.
int Parser::PeekIndentation() {
  const char* p = at_;
  while (p < end_ && (*p == ' ' || *p == '\t')) ++p;  // what is left of this line
  if (p == end_) {
    next_indentation_ = 0;
    next_indentation_end_ = p;
    return 0;
  }
  if (!IsNewline(*p)) FailHere("expected newline.");
  int indentation = 0;
  bool tabs = false;
  bool spaces = false;
  do {
    if (*p == '\r' && p + 1 < end_ && p[1] == '\n') ++p;
    ++p;
    indentation = 0;
    tabs = spaces = false;
    while (p < end_ && (*p == ' ' || *p == '\t')) {
      (*p == ' ' ? spaces : tabs) = true;
      ++indentation;
      ++p;
    }
    if (p == end_) {
      indentation = 0;
      tabs = spaces = false;
      break;
    }
  } while (p < end_ && IsNewline(*p));
  if (tabs && spaces) FailAt("Tabs and spaces may not be mixed.", p, p);
  next_indentation_ = indentation;
  next_indentation_end_ = p;
  return indentation;
}

int Parser::ReadIndentation() {
  indentation_ = PeekIndentation();
  at_ = next_indentation_end_;
  return indentation_;
}

const Statement* Parser::IndentedSilentComment() {
  const int parent = indentation_;
  while (at_ < end_ && !IsNewline(*at_)) ++at_;
  while (!AtEnd() && PeekIndentation() > parent) {
    ReadIndentation();
    while (at_ < end_ && !IsNewline(*at_)) ++at_;
  }
  indentation_ = parent;
  return nullptr;
}

// The lines beneath belong to it; each gets ` * ` before it.
const Statement* Parser::IndentedLoudComment() {
  const char* start = at_;
  const int parent = indentation_;
  at_ += 2;
  InterpolationBuilder text(arena_);
  text.Add("/*");
  bool first = true;
  bool closed = false;
  for (;; first = false) {
    if (first) {
      const char* begin = at_;
      while (Peek() == ' ' || Peek() == '\t') ++at_;
      if (AtEnd() || IsNewline(*at_)) {
        // Nothing on the first line: the next goes there.
        if (!AtEnd() && PeekIndentation() > parent) {
          ReadIndentation();
          text.Add(' ');
        }
      } else {
        text.Add(std::string_view(begin, static_cast<size_t>(at_ - begin)));
      }
    } else {
      text.Add("\n * ");
    }
    if (!first) {
      for (int i = 3; i < indentation_ - parent; ++i) text.Add(' ');
    }
    while (at_ < end_ && !IsNewline(*at_)) {
      if (*at_ == '#' && Peek(1) == '{') {
        text.Add(SingleInterpolation());
      } else if (*at_ == '*' && Peek(1) == '/') {
        at_ += 2;
        text.Add("*/");
        closed = true;
        break;
      } else {
        text.Add(*at_++);
      }
    }
    if (closed || AtEnd() || PeekIndentation() <= parent) break;
    // Blank lines between stay.
    const char* p = at_;
    int newlines = 0;
    while (p < next_indentation_end_) newlines += *p++ == '\n' ? 1 : 0;
    for (int i = 1; i < newlines; ++i) text.Add("\n *");
    ReadIndentation();
  }
  indentation_ = parent;
  if (closed) {
    while (Peek() == ' ' || Peek() == '\t') ++at_;
    const bool goes_on = dialect_.modules && !AtEnd() && IsNewline(*at_) && PeekIndentation() > parent;
    if (goes_on) FailAt("Unexpected text after end of comment", next_indentation_end_, next_indentation_end_);
  } else {
    text.Add(" */");
  }
  LoudComment* node = arena_.New<LoudComment>();
  node->kind = StatementKind::kLoudComment;
  node->text = text.Build(SpanFrom(start));
  node->span = SpanFrom(start);
  return node;
}

}  // namespace tincture::compat::sass
