// The parser's at-rules.
#include <algorithm>

#include "compat/sass/syntax/parser_internal.h"

namespace tincture::compat::sass {

namespace {

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}

bool IsWord(const Interpolation& text, std::string_view lower) {
  return text.plain() && EqualsIgnoringCase(text.text(), lower);
}

// Sets a flag and puts it back.
class Flag {
 public:
  Flag(bool* flag, bool value) : flag_(flag), saved_(*flag) { *flag = value; }
  ~Flag() { *flag_ = saved_; }

 private:
  bool* flag_;
  bool saved_;
};

constexpr std::string_view kSassRules[] = {"at-root", "content", "debug", "each",   "else", "error", "extend",  "for",
                                           "if",      "include", "mixin", "return", "warn", "while", "function"};

}  // namespace

namespace {

bool IsAllowedInFunction(std::string_view word) {
  constexpr std::string_view kRules[] = {"debug", "each", "else", "error", "for", "if", "return", "warn", "while"};
  return std::ranges::find(kRules, word) != std::end(kRules);
}

}  // namespace

const Statement* Parser::AtRuleStatement(bool root) {
  const char* start = at_;
  ++at_;
  const Interpolation name = InterpolatedIdentifier();
  if (places_) keyword_place_ = PlaceFrom(counter_.At(start));
  const bool use_was_allowed = use_allowed_;
  use_allowed_ = false;
  if (!name.plain()) {
    if (in_function_ && dialect_.modules) FailAt("Expected identifier.", start + 1, start + 2);
    Whitespace();
    return UnknownAtRule(name, start);
  }
  const std::string_view word = name.text();
  if (in_function_ && dialect_.modules && !IsAllowedInFunction(word)) {
    FailAt("This at-rule is not allowed here.", start, at_);
  }
  Whitespace();
  if (plain_css_) {
    for (const std::string_view rule : kSassRules) {
      if (word == rule) FailAt("This at-rule isn't allowed in plain CSS.", start, at_);
    }
    if (word == "import") return ImportRule(start);
    if (word == "media") return MediaRule(start);
    if (word == "supports") return SupportsRule(start);
    if (word == "charset") {
      QuotedText();
      ExpectStatementEnd("@charset rule");
      use_allowed_ = use_was_allowed;
      return nullptr;
    }
    return UnknownAtRule(name, start);
  }
  if (word == "at-root") return AtRootRule(start);
  if (word == "charset" && !dialect_.keeps_charset_rules) {
    use_allowed_ = use_was_allowed;
    if (!root) FailAt("This at-rule is not allowed here.", start, at_);
    QuotedText();
    ExpectStatementEnd("@charset rule");
    return nullptr;
  }
  if (word == "content") return ContentRule(start);
  if (word == "debug") return ExpressionRule(StatementKind::kDebug, start);
  if (word == "each") return EachRule(start);
  if (word == "else") FailAt("This at-rule is not allowed here.", start, at_);
  if (word == "error") return ExpressionRule(StatementKind::kError, start);
  if (word == "extend") return ExtendRule(start);
  if (word == "for") return ForRule(start);
  if (word == "forward" && dialect_.modules) {
    use_allowed_ = use_was_allowed;
    if (!root) FailAt("This at-rule is not allowed here.", start, at_);
    return ForwardRule(start);
  }
  if (word == "function") return FunctionRule(start);
  if (word == "if") return IfRule(start);
  if (word == "import") return ImportRule(start);
  if (word == "include") return IncludeRule(start);
  if (word == "media") return MediaRule(start);
  if (word == "mixin") return MixinRule(start);
  if (word == "return") {
    if (!in_function_) FailAt("This at-rule is not allowed here.", start, at_);
    return ExpressionRule(StatementKind::kReturn, start);
  }
  if (word == "supports") return SupportsRule(start);
  if (word == "use" && dialect_.modules) {
    use_allowed_ = use_was_allowed;
    if (!root) FailAt("This at-rule is not allowed here.", start, at_);
    return UseRule(start);
  }
  if (word == "warn") return ExpressionRule(StatementKind::kWarn, start);
  if (word == "while") return WhileRule(start);
  return UnknownAtRule(name, start);
}

const Statement* Parser::UnknownAtRule(const Interpolation& name, const char* start) {
  const Flag unknown(&in_unknown_at_rule_, true);
  AtRule* node = arena_.New<AtRule>();
  node->kind = StatementKind::kAtRule;
  node->name = name;
  // Spaces are folded but in @-moz-document, whose url-prefix() reads as url() does.
  const bool folds = dialect_.modules && !(name.plain() && name.text() == "-moz-document");
  node->place = keyword_place_;
  if (dialect_.raw_escapes) {
    // Comments are a part of what follows.
    at_ = begin_ + name.span.end;
    WhitespaceWithoutComments();
  }
  if (Peek() != '!' && !AtEndOfStatement()) {
    node->has_value = true;
    node->value = folds ? DeclarationText({.allow_empty = true, .allow_open_brace = false}) : AnyText();
    CountHolesAgain(hole_mark_, Recount::kHoles);
  }
  if (LookingAtChildren()) {
    node->has_body = true;
    node->body = Children();
  } else {
    ExpectStatementEnd("at-rule");
  }
  node->span = SpanFrom(start);
  return node;
}

const Statement* Parser::AtRootRule(const char* start) {
  AtRoot* node = arena_.New<AtRoot>();
  node->kind = StatementKind::kAtRoot;
  if (Peek() == '(') {
    node->has_query = true;
    const char* query_start = at_;
    InterpolationBuilder query(arena_);
    ++at_;
    ++parentheses_;
    query.Add('(');
    Whitespace();
    query.Add(ParseExpression());
    Whitespace();
    if (Scan(':')) {
      Whitespace();
      query.Add(": ");
      query.Add(ParseExpression());
      Whitespace();
    }
    Expect(')');
    --parentheses_;
    query.Add(')');
    node->query = query.Build(SpanFrom(query_start));
    Whitespace();
    node->body = Children();
  } else if (LookingAtChildren() || (indented_ && AtEndOfStatement())) {
    node->body = Children();
  } else {
    InterpolationBuilder selector(arena_);
    const Statement* rule = StyleRuleWith(&selector, at_, true);
    node->body = arena_.CopySpan(std::span<const Statement* const>(&rule, 1));
  }
  node->span = SpanFrom(start);
  return node;
}

const Statement* Parser::ContentRule(const char* start) {
  if (!in_mixin_) FailAt("@content is only allowed within mixin declarations.", start, at_);
  mixin_has_content_ = true;
  Content* node = arena_.New<Content>();
  node->kind = StatementKind::kContent;
  if (Peek() == '(') {
    node->arguments = ParseArguments();
    Whitespace();
  }
  ExpectStatementEnd("@content rule");
  node->span = SpanFrom(start);
  return node;
}

const Statement* Parser::ExpressionRule(StatementKind kind, const char* start) {
  ExpressionStatement* node = arena_.New<ExpressionStatement>();
  node->kind = kind;
  WhitespaceAndNewlines();
  node->value = ParseExpression();
  ExpectStatementEnd("rule");
  node->span = SpanFrom(start);
  return node;
}

const Statement* Parser::ExtendRule(const char* start) {
  if (!in_style_rule_ && !in_mixin_ && !in_content_block_) {
    FailAt("@extend may only be used within style rules.", start, at_);
  }
  Extend* node = arena_.New<Extend>();
  node->kind = StatementKind::kExtend;
  node->selector = AnyText();
  if (Scan('!')) {
    Whitespace();
    ExpectWord("optional");
    node->optional = true;
    Whitespace();
  }
  ExpectStatementEnd("@extend rule");
  node->span = SpanFrom(start);
  return node;
}

const Statement* Parser::FunctionRule(const char* start) {
  const char* name_start = at_;
  const std::string_view name = Identifier();
  // Plain CSS custom functions (`@function --x()`) pass through.
  if (dialect_.css_if && name.starts_with("--")) {
    at_ = name_start;
    InterpolationPart* part = arena_.New<InterpolationPart>(std::string_view("function"), nullptr);
    const Flag css(&in_css_function_, true);
    return UnknownAtRule({{part, 1}, SpanFrom(start)}, start);
  }
  Whitespace();
  const Parameters parameters = ParseParameters();
  if (in_mixin_ || in_content_block_) FailAt("Mixins may not contain function declarations.", start, at_);
  if (in_control_ && dialect_.modules) FailAt("Functions may not be declared in control directives.", start, at_);
  const std::string_view bare = WithoutVendor(name);
  if (dialect_.modules && (bare == "calc" || bare == "element" || bare == "expression" || bare == "url" ||
                           name == "and" || name == "or" || name == "not" || bare == "clamp")) {
    FailAt("Invalid function name.", start, at_);
  }
  if (dialect_.modules && EqualsIgnoringCase(name, "type")) {
    FailAt("This name is reserved for the plain-CSS function.", name_start, name_start + name.size());
  }
  Whitespace();
  CallableDeclaration* node = arena_.New<CallableDeclaration>();
  node->kind = StatementKind::kFunction;
  node->name = names_.Intern(name);
  node->text = name;
  node->parameters = parameters;
  const Flag function(&in_function_, true);
  node->body = Children();
  node->span = SpanFrom(start);
  return node;
}

void Parser::RefuseCssMixin(std::string_view name, const char* start) const {
  if (!dialect_.modules || !name.starts_with("--")) return;
  FailAt(
      "Sass @mixin names beginning with -- are forbidden for forward-compatibility with plain CSS mixins.\n\nFor "
      "details, see https://sass-lang.com/d/css-function-mixin",
      start, at_);
}

const Statement* Parser::MixinRule(const char* start) {
  const char* name_start = at_;
  const std::string_view name = Identifier();
  RefuseCssMixin(name, name_start);
  Whitespace();
  CallableDeclaration* node = arena_.New<CallableDeclaration>();
  node->kind = StatementKind::kMixin;
  node->name = names_.Intern(name);
  node->text = name;
  if (Peek() == '(') node->parameters = ParseParameters();
  if (dialect_.modules && (in_mixin_ || in_content_block_))
    FailAt("Mixins may not contain mixin declarations.", start, at_);
  if (dialect_.modules && in_control_) FailAt("Mixins may not be declared in control directives.", start, at_);
  Whitespace();
  const Flag mixin(&in_mixin_, true);
  const Flag content(&mixin_has_content_, false);
  const Flag control(&in_control_, false);
  node->body = Children();
  node->has_content = mixin_has_content_;
  node->span = SpanFrom(start);
  return node;
}

const Statement* Parser::IncludeRule(const char* start) {
  Include* node = arena_.New<Include>();
  node->kind = StatementKind::kInclude;
  const char* name_start = at_;
  std::string_view name = Identifier();
  RefuseCssMixin(name, name_start);
  if (dialect_.modules && Peek() == '.' && Peek(1) != '.') {
    ++at_;
    node->space = names_.Intern(name);
    name = Identifier();
    if (name.starts_with('-') || name.starts_with('_')) {
      FailAt("Private members can't be accessed from outside their modules.", start, at_);
    }
  }
  node->name = names_.Intern(name);
  Whitespace();
  if (Peek() == '(') {
    node->arguments = ParseArguments();
    Whitespace();
  }
  const char* content_start = at_;
  Parameters parameters;
  bool has_using = false;
  if (dialect_.content_arguments && ScanWord("using")) {
    has_using = true;
    Whitespace();
    parameters = ParseParameters();
    Whitespace();
  }
  if (has_using || LookingAtChildren()) {
    CallableDeclaration* content = arena_.New<CallableDeclaration>();
    content->kind = StatementKind::kMixin;
    content->parameters = parameters;
    const Flag block(&in_content_block_, true);
    content->body = Children();
    content->span = SpanFrom(content_start);
    node->content = content;
  } else {
    ExpectStatementEnd("include");
  }
  node->span = SpanFrom(start);
  return node;
}

// --- Control flow ---

bool Parser::ScanElse(int indentation) {
  const char* before = at_;
  if (indented_) {
    const int saved = indentation_;
    if (PeekIndentation() != indentation) return false;
    ReadIndentation();
    if (Scan('@') && (MatchesWord("else") || MatchesWord("elseif"))) {
      if (ScanWord("else")) return true;
      at_ += 4;  // `@elseif`
      return true;
    }
    at_ = before;
    indentation_ = saved;
    return false;
  }
  Whitespace();
  if (Scan('@')) {
    if (ScanWord("else")) return true;
    if (MatchesWord("elseif")) {
      at_ += 4;
      return true;
    }
  }
  at_ = before;
  return false;
}

const Statement* Parser::IfRule(const char* start) {
  const int indentation = indentation_;
  const Flag control(&in_control_, true);
  std::vector<IfClause> clauses;
  WhitespaceAndNewlines();
  const Expression* condition = ParseExpression();
  clauses.push_back({condition, Children()});
  while (ScanElse(indentation)) {
    Whitespace();
    if (ScanWord("if")) {
      WhitespaceAndNewlines();
      condition = ParseExpression();
      clauses.push_back({condition, Children()});
    } else {
      clauses.push_back({nullptr, Children()});
      break;
    }
  }
  If* node = Make<If>(StatementKind::kIf, start);
  node->clauses = Keep(clauses);
  return node;
}

const Statement* Parser::EachRule(const char* start) {
  const Flag control(&in_control_, true);
  WhitespaceAndNewlines();
  std::vector<Name> names = {VariableName()};
  WhitespaceAndNewlines();
  while (Scan(',')) {
    WhitespaceAndNewlines();
    names.push_back(VariableName());
    WhitespaceAndNewlines();
  }
  ExpectWord("in");
  WhitespaceAndNewlines();
  Each* node = arena_.New<Each>();
  node->kind = StatementKind::kEach;
  node->names = Keep(names);
  node->list = ParseExpression();
  node->body = Children();
  node->span = SpanFrom(start);
  return node;
}

namespace {

// The words that end the first expression of @for.
bool EndsForBound(const char* at, const char* end) {
  const std::string_view rest(at, static_cast<size_t>(end - at));
  const auto word = [&](std::string_view w) {
    return rest.starts_with(w) && (rest.size() == w.size() || !IsNameCharacter(rest[w.size()]));
  };
  return word("to") || word("through");
}

}  // namespace

const Statement* Parser::ForRule(const char* start) {
  const Flag control(&in_control_, true);
  WhitespaceAndNewlines();
  For* node = arena_.New<For>();
  node->kind = StatementKind::kFor;
  node->name = VariableName();
  WhitespaceAndNewlines();
  ExpectWord("from");
  WhitespaceAndNewlines();
  // `1 to 3` would read as a list: single operations up to the word.
  const Expression* from = Operation(1, false);
  WhitespaceAndNewlines();
  if (!EndsForBound(at_, end_)) FailHere("Expected \"to\" or \"through\".");
  node->exclusive = ScanWord("to");
  if (!node->exclusive) ExpectWord("through");
  WhitespaceAndNewlines();
  node->from = from;
  node->to = ParseExpression();
  node->body = Children();
  node->span = SpanFrom(start);
  return node;
}

const Statement* Parser::WhileRule(const char* start) {
  const Flag control(&in_control_, true);
  WhitespaceAndNewlines();
  While* node = arena_.New<While>();
  node->kind = StatementKind::kWhile;
  node->condition = ParseExpression();
  node->body = Children();
  node->span = SpanFrom(start);
  return node;
}

// --- @import, @use, @forward ---

bool Parser::IsPlainCssUrl(std::string_view url) const {
  if (url.size() < 5) return url.starts_with("//");
  if (url.ends_with(".css")) return true;
  return url.starts_with("//") || url.starts_with("http://") || url.starts_with("https://") ||
         (dialect_.raw_escapes && url.find("://") != url.npos);
}

// supports(...), layer(...), media queries; false where there are none.
bool Parser::ImportModifiers(InterpolationBuilder* out) {
  if (!LookingAtInterpolatedIdentifier() && Peek() != '(') return false;
  for (;;) {
    if (LookingAtInterpolatedIdentifier()) {
      if (!out->empty()) out->Add(' ');
      const Interpolation word = InterpolatedIdentifier();
      out->Add(word);
      if (!IsWord(word, "and") && Peek() == '(') {
        ++at_;
        ++parentheses_;
        if (IsWord(word, "supports")) {
          const SupportsCondition* condition = ParseSupportsCondition(true);
          SupportsExpression* node = MakeExpression<SupportsExpression>(ExpressionKind::kSupports, at_);
          node->condition = condition;
          const bool wrap = condition->kind != SupportsKind::kDeclaration || dialect_.import_supports_in_parens;
          if (wrap) out->Add('(');
          out->Add(node);
          if (wrap) out->Add(')');
        } else {
          out->Add('(');
          out->Add(DeclarationText({.allow_empty = true, .allow_semicolon = true}));
          out->Add(')');
        }
        Expect(')');
        --parentheses_;
        Whitespace();
      } else {
        Whitespace();
        if (Scan(',')) {
          out->Add(", ");
          Whitespace();
          out->Add(MediaQueryList());
          return true;
        }
      }
    } else if (Peek() == '(') {
      if (!out->empty()) out->Add(' ');
      out->Add(MediaQueryList());
      return true;
    } else {
      return true;
    }
  }
}

ImportArgument Parser::ParseImportArgument() {
  const char* start = at_;
  ImportArgument argument;
  InterpolationBuilder text(arena_);
  bool is_static = false;
  if ((Peek() == 'u' || Peek() == 'U') && Lower(Peek(1)) == 'r' && Lower(Peek(2)) == 'l' && Peek(3) == '(') {
    at_ += 3;
    if (!UrlContents(start, Since(start), &text)) {
      // url("..."): an ordinary call.
      at_ = start;
      text.Add(IdentifierLike());
    }
    is_static = true;
  } else if (indented_ && Peek() != '"' && Peek() != '\'') {
    // No quotes are needed.
    while (!AtEnd() && *at_ != ',' && *at_ != ';' && !IsNewline(*at_)) ++at_;
    std::string_view url = Since(start);
    while (!url.empty() && IsSpace(url.back())) url.remove_suffix(1);
    argument.url = url;
    is_static = IsPlainCssUrl(url);
    if (is_static) {
      text.Add('"');
      text.Add(url);
      text.Add('"');
    }
  } else {
    if (Peek() != '"' && Peek() != '\'') FailHere("Expected string.");
    const Interpolation url = InterpolatedString(nullptr);
    is_static = !url.plain() || IsPlainCssUrl(url.text());
    if (url.plain()) argument.url = url.text();
    if (!url.plain()) {
      text.Add(*start);
      text.Add(url);
      text.Add(*start);
    } else {
      text.Add(Since(start));
    }
  }
  argument.text = text.Build(SpanFrom(start));
  Whitespace();
  InterpolationBuilder modifiers(arena_);
  const char* modifiers_start = at_;
  const Position before_modifiers = Here();
  if (ImportModifiers(&modifiers)) {
    is_static = true;
    argument.has_modifiers = true;
    argument.modifiers = modifiers.Build(SpanFrom(modifiers_start));
    argument.modifiers_place = PlaceFrom(before_modifiers);
  }
  argument.dynamic = !is_static;
  if (dialect_.rewrites_imports && is_static && !argument.url.empty()) {
    const std::string_view url = argument.url;
    const bool remote = url.starts_with("http://") || url.starts_with("https://") || url.starts_with("//");
    const bool quoted = remote || argument.has_modifiers;
    InterpolationBuilder anew(arena_);
    anew.Add(quoted ? std::string_view("\"") : "url(");
    anew.Add(url);
    anew.Add(quoted ? '"' : ')');
    argument.text = anew.Build(argument.text.span);
  }
  argument.span = SpanFrom(start);
  return argument;
}

const Statement* Parser::ImportRule(const char* start) {
  std::vector<ImportArgument> arguments;
  const uint32_t place = keyword_place_;
  do {
    Whitespace();
    const Position url = Here();
    arguments.push_back(ParseImportArgument());
    // Of `url(` only that has a place.
    if (places_) arguments.back().place = places_->Add({source_, url, {url.line, url.column + 4}});
    if (arguments.back().dynamic && (in_control_ || in_mixin_) && dialect_.modules) {
      FailAt("This at-rule is not allowed here.", start, at_);
    }
    if (plain_css_ && arguments.back().dynamic) {
      arguments.back().dynamic = false;
    }
    Whitespace();
  } while (!plain_css_ && Scan(','));
  ExpectStatementEnd("@import rule");
  Import* node = Make<Import>(StatementKind::kImport, start);
  node->arguments = Keep(arguments);
  node->place = place;
  return node;
}

std::span<const Configured> Parser::Configuration(bool allow_default) {
  if (!ScanWord("with")) return {};
  Whitespace();
  Expect('(');
  ++parentheses_;
  std::vector<Configured> items;
  for (;;) {
    Whitespace();
    if (Peek() == ')') break;
    const char* start = at_;
    Configured item{VariableName(), nullptr, false, {}};
    Whitespace();
    Expect(':');
    Whitespace();
    item.value = ExpressionUntilComma();
    while (allow_default && Scan('!')) {
      ExpectWord("default");
      item.is_default = true;
      Whitespace();
    }
    item.span = SpanFrom(start);
    for (const Configured& other : items) {
      if (other.name == item.name) FailAt("The same variable may only be configured once.", start, at_);
    }
    items.push_back(item);
    if (!Scan(',')) break;
  }
  Expect(')');
  --parentheses_;
  if (items.empty()) FailHere("expected \"$\".");
  return Keep(items);
}

namespace {

// The last part of the address, without extension.
std::string_view DefaultNamespace(std::string_view url) {
  const size_t slash = url.rfind('/');
  std::string_view base = slash == url.npos ? url : url.substr(slash + 1);
  if (url.starts_with("sass:")) base = url.substr(5);
  if (base.starts_with('_')) base.remove_prefix(1);
  return base.substr(0, base.find('.'));
}

bool IsIdentifierText(std::string_view text) {
  if (text.empty()) return false;
  size_t i = text[0] == '-' ? 1 : 0;
  if (i == text.size() || !(IsNameStart(text[i]) || text[i] == '-')) return false;
  for (; i < text.size(); ++i) {
    if (!IsNameCharacter(text[i])) return false;
  }
  return true;
}

}  // namespace

const Statement* Parser::UseRule(const char* start) {
  if (!use_allowed_) FailAt("@use rules must be written before any other rules.", start, at_);
  Use* node = arena_.New<Use>();
  node->kind = StatementKind::kUse;
  node->url = QuotedText();
  const char* url_end = at_;
  Whitespace();
  std::string_view space = DefaultNamespace(node->url);
  bool named = false;
  if (ScanWord("as")) {
    Whitespace();
    named = true;
    space = Scan('*') ? std::string_view() : Identifier();
    Whitespace();
  }
  if (!named && !IsIdentifierText(space)) {
    FailAt("The default namespace \"" + std::string(space) +
               "\" is not a valid Sass identifier.\n\nRecommendation: add an \"as\" clause to define an explicit "
               "namespace.",
           start, url_end);
  }
  node->space = names_.Intern(space);
  node->space_text = space;
  node->configuration = Configuration(false);
  Whitespace();
  ExpectStatementEnd("@use rule");
  node->span = SpanFrom(start);
  return node;
}

void Parser::MemberList(std::vector<Name>* variables, std::vector<Name>* callables) {
  do {
    Whitespace();
    if (Peek() == '$') {
      variables->push_back(VariableName());
    } else {
      callables->push_back(names_.Intern(Identifier()));
    }
    Whitespace();
  } while (Scan(','));
}

const Statement* Parser::ForwardRule(const char* start) {
  if (!use_allowed_) FailAt("@forward rules must be written before any other rules.", start, at_);
  Forward* node = arena_.New<Forward>();
  node->kind = StatementKind::kForward;
  node->url = QuotedText();
  Whitespace();
  if (ScanWord("as")) {
    Whitespace();
    node->prefix = Identifier();
    Expect('*');
    Whitespace();
  }
  std::vector<Name> variables;
  std::vector<Name> callables;
  if (ScanWord("show")) {
    node->show = true;
    MemberList(&variables, &callables);
  } else if (ScanWord("hide")) {
    node->hide = true;
    MemberList(&variables, &callables);
  }
  node->variables = Keep(variables);
  node->callables = Keep(callables);
  node->configuration = Configuration(true);
  Whitespace();
  ExpectStatementEnd("@forward rule");
  node->span = SpanFrom(start);
  return node;
}

// --- @media ---

const Statement* Parser::MediaRule(const char* start) {
  Media* node = arena_.New<Media>();
  node->kind = StatementKind::kMedia;
  node->place = keyword_place_;
  node->query = MediaQueryList();
  CountHolesAgain(hole_mark_, Recount::kHoles);
  const Flag unknown(&in_unknown_at_rule_, in_unknown_at_rule_ || dialect_.media_holds_declarations);
  node->body = Children();
  node->span = SpanFrom(start);
  return node;
}

Interpolation Parser::MediaQueryList() {
  const char* start = at_;
  InterpolationBuilder out(arena_);
  for (;;) {
    Whitespace();
    MediaQuery(&out);
    Whitespace();
    if (!Scan(',')) break;
    out.Add(", ");
  }
  return out.Build(SpanFrom(start));
}

void Parser::MediaQuery(InterpolationBuilder* out) {
  const Depth depth(this);
  if (Peek() == '(') {
    MediaInParensAndMore(out);
    return;
  }
  const Interpolation first = InterpolatedIdentifier();
  if (IsWord(first, "not")) {
    RequireWhitespace();
    if (!LookingAtInterpolatedIdentifier()) {
      // libsass forgets it where no type of media follows.
      if (!dialect_.raw_escapes) out->Add("not ");
      MediaOrInterpolation(out);
      return;
    }
  }
  Whitespace();
  out->Add(first);
  // `@media #{$a} #{$b}`, `@media #{$a}(...)`: old sheets write so.
  if (!LookingAtInterpolatedIdentifier()) {
    if (Peek() == '(' && !first.plain()) {
      out->Add(' ');
      MediaLogicSequence(out, "and");
    }
    return;
  }
  out->Add(' ');
  const Interpolation second = InterpolatedIdentifier();
  if (IsWord(second, "and")) {
    RequireWhitespace();
    out->Add("and ");
  } else {
    Whitespace();
    out->Add(second);
    if (!ScanWord("and")) return;
    RequireWhitespace();
    out->Add(" and ");
  }
  if (ScanWord("not")) {
    RequireWhitespace();
    out->Add("not ");
    MediaOrInterpolation(out);
    return;
  }
  MediaLogicSequence(out, "and");
}

void Parser::MediaInParensAndMore(InterpolationBuilder* out) {
  MediaInParens(out);
  Whitespace();
  if (ScanWord("and")) {
    out->Add(" and ");
    RequireWhitespace();
    MediaLogicSequence(out, "and");
  } else if (ScanWord("or")) {
    out->Add(" or ");
    RequireWhitespace();
    MediaLogicSequence(out, "or");
  }
}

void Parser::MediaLogicSequence(InterpolationBuilder* out, std::string_view word) {
  for (;;) {
    MediaOrInterpolation(out);
    Whitespace();
    if (!ScanWord(word)) return;
    RequireWhitespace();
    out->Add(' ');
    out->Add(word);
    out->Add(' ');
  }
}

void Parser::MediaOrInterpolation(InterpolationBuilder* out) {
  if (Peek() == '#' && Peek(1) == '{') {
    // Words may touch it.
    out->Add(InterpolatedIdentifier());
  } else if (dialect_.raw_escapes && LookingAtIdentifier()) {
    out->Add(InterpolatedIdentifier());
  } else {
    MediaInParens(out);
  }
}

const Expression* Parser::ExpressionUntilComparison() {
  const Flag stop(&in_equals_stop_, true);
  const Flag parentheses(&in_parentheses_, false);
  return ParseExpression();
}

const Expression* Parser::MediaFeatureValue() {
  const Flag media(&in_media_, true);
  const Expression* value = ParseExpression();
  if (!dialect_.spaced_media_slash || value->kind != ExpressionKind::kBinary) return value;
  const Binary& division = static_cast<const Binary&>(*value);
  return division.allows_slash ? MakeText(division.left, " / ", division.right) : value;
}

void Parser::MediaInParens(InterpolationBuilder* out) {
  const Depth depth(this);
  if (Peek() != '(') FailHere("expected media condition in parentheses.");
  ++at_;
  ++parentheses_;
  out->Add('(');
  Whitespace();
  if (Peek() == '(') {
    MediaInParensAndMore(out);
  } else if (ScanWord("not")) {
    out->Add("not ");
    RequireWhitespace();
    MediaOrInterpolation(out);
  } else {
    out->Add(ExpressionUntilComparison());
    Whitespace();
    if (Scan(':')) {
      Whitespace();
      out->Add(": ");
      out->Add(MediaFeatureValue());
    } else {
      const char next = Peek();
      if (next == '<' || next == '>' || next == '=') {
        out->Add(' ');
        out->Add(next);
        ++at_;
        if (next != '=' && Scan('=')) out->Add('=');
        out->Add(' ');
        Whitespace();
        out->Add(ExpressionUntilComparison());
        Whitespace();
        if (next != '=' && Scan(next)) {
          out->Add(' ');
          out->Add(next);
          if (Scan('=')) out->Add('=');
          out->Add(' ');
          Whitespace();
          out->Add(ExpressionUntilComparison());
        }
      }
    }
  }
  Whitespace();
  Expect(')');
  --parentheses_;
  Whitespace();
  out->Add(')');
}

// --- @supports ---

const Statement* Parser::SupportsRule(const char* start) {
  Supports* node = arena_.New<Supports>();
  node->kind = StatementKind::kSupports;
  node->condition = ParseSupportsCondition();
  Whitespace();
  if (places_) node->place = PlaceOfSupports();
  CountHolesAgain(hole_mark_, Recount::kHoles);
  node->body = Children();
  node->span = SpanFrom(start);
  return node;
}

const SupportsCondition* Parser::ParseSupportsCondition(bool in_parentheses) {
  const Depth depth(this);
  Whitespace();
  if (MatchesWord("not")) {
    at_ += 3;
    Whitespace();
    SupportsCondition* node = arena_.New<SupportsCondition>();
    node->kind = SupportsKind::kNot;
    node->left = SupportsInParens();
    Whitespace();
    if (places_) node->place = PlaceOfSupports();
    return node;
  }
  if (in_parentheses && Peek() != '(' && !(Peek() == '#' && Peek(1) == '{')) {
    // @import's supports(display: grid).
    const char* start = at_;
    const Expression* name = ParseExpression();
    Whitespace();
    Expect(':');
    return SupportsDeclarationRest(name, start);
  }
  const SupportsCondition* condition = SupportsInParens();
  Whitespace();
  std::string_view word;
  while (MatchesWord("and") || MatchesWord("or")) {
    const bool is_and = MatchesWord("and");
    if (word.empty()) word = is_and ? "and" : "or";
    ExpectWord(word);
    Whitespace();
    SupportsCondition* node = arena_.New<SupportsCondition>();
    node->kind = is_and ? SupportsKind::kAnd : SupportsKind::kOr;
    node->left = condition;
    node->right = SupportsInParens();
    condition = node;
    Whitespace();
    if (places_) node->place = PlaceOfSupports();
  }
  return condition;
}

const SupportsCondition* Parser::SupportsDeclarationRest(const Expression* name, const char*) {
  SupportsCondition* node = arena_.New<SupportsCondition>();
  node->kind = SupportsKind::kDeclaration;
  node->name = name;
  const bool custom = name->kind == ExpressionKind::kLiteral && static_cast<const Literal*>(name)->value.is_string() &&
                      !static_cast<const Literal*>(name)->value.quoted() &&
                      static_cast<const Literal*>(name)->value.text().starts_with("--");
  node->custom = custom;
  if (custom) {
    const char* start = at_;
    StringExpression* text = MakeExpression<StringExpression>(ExpressionKind::kString, start);
    while (IsSpace(*start)) ++start;
    const Position from = places_ ? counter_.At(start) : Position{};
    text->text = DeclarationText({.allow_empty = !dialect_.modules});
    text->special = true;
    text->place = PlaceFrom(from);
    node->value = text;
  } else {
    Whitespace();
    node->value = ParseExpression();
  }
  return node;
}

const SupportsCondition* Parser::SupportsInParens() {
  const Depth depth(this);
  const char* start = at_;
  if (LookingAtInterpolatedIdentifier()) {
    const Interpolation name = InterpolatedIdentifier();
    if (IsWord(name, "not")) FailAt("\"not\" is not a valid identifier here.", start, at_);
    if (Peek() == '(') {
      ++at_;
      ++parentheses_;
      SupportsCondition* node = arena_.New<SupportsCondition>();
      node->kind = SupportsKind::kFunction;
      node->text = name;
      node->arguments = DeclarationText({.allow_empty = true, .allow_semicolon = true});
      Expect(')');
      --parentheses_;
      return node;
    }
    if (name.parts.size() != 1 || name.parts[0].expression == nullptr)
      FailAt("Expected @supports condition.", start, at_);
    SupportsCondition* node = arena_.New<SupportsCondition>();
    node->kind = SupportsKind::kInterpolation;
    node->name = name.parts[0].expression;
    return node;
  }
  Expect('(');
  ++parentheses_;
  Whitespace();
  const SupportsCondition* result = nullptr;
  if (MatchesWord("not")) {
    at_ += 3;
    Whitespace();
    SupportsCondition* node = arena_.New<SupportsCondition>();
    node->kind = SupportsKind::kNot;
    node->left = SupportsInParens();
    Whitespace();
    if (places_) node->place = PlaceOfSupports();
    result = node;
  } else if (Peek() == '(') {
    result = ParseSupportsCondition();
  } else {
    // `(name: value)`, a condition that begins with interpolation, or anything at all.
    const char* inside = at_;
    const int saved = parentheses_;
    try {
      const Expression* name = ParseExpression();
      Whitespace();
      Expect(':');
      result = SupportsDeclarationRest(name, inside);
    } catch (const SassError&) {
      at_ = inside;
      parentheses_ = saved;
      in_parentheses_ = false;
      const bool named = dialect_.modules || LookingAtInterpolatedIdentifier();
      const Interpolation identifier = named ? InterpolatedIdentifier() : Interpolation{};
      if (identifier.parts.size() == 1 && identifier.parts[0].expression != nullptr) {
        Whitespace();
        if (const SupportsCondition* operation = SupportsOperation(identifier)) {
          Expect(')');
          --parentheses_;
          return operation;
        }
      }
      at_ = inside;
      SupportsCondition* node = arena_.New<SupportsCondition>();
      node->kind = SupportsKind::kAnything;
      node->text = DeclarationText({.allow_empty = true, .allow_semicolon = true, .allow_colon = false});
      if (Peek() == ':') throw;
      result = node;
    }
  }
  Whitespace();
  Expect(')');
  --parentheses_;
  return result;
}

// `#{a} and #{b}` inside parentheses; null where no operator follows.
const SupportsCondition* Parser::SupportsOperation(const Interpolation& interpolation) {
  SupportsCondition* first = arena_.New<SupportsCondition>();
  first->kind = SupportsKind::kInterpolation;
  first->name = interpolation.parts[0].expression;
  const SupportsCondition* condition = nullptr;
  std::string_view word;
  while (MatchesWord("and") || MatchesWord("or")) {
    if (word.empty()) word = MatchesWord("and") ? "and" : "or";
    const bool is_and = word == "and";
    ExpectWord(word);
    Whitespace();
    SupportsCondition* node = arena_.New<SupportsCondition>();
    node->kind = is_and ? SupportsKind::kAnd : SupportsKind::kOr;
    node->left = condition ? condition : first;
    node->right = SupportsInParens();
    condition = node;
    Whitespace();
  }
  return condition;
}

}  // namespace tincture::compat::sass
