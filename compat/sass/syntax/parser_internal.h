// The parser's class; its members are defined in statements.cc, at_rules.cc, expressions.cc, and text.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/small_vector.h"
#include "compat/sass/syntax/ast.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/syntax/parser.h"
#include "compat/sass/syntax/places.h"

namespace tincture::compat::sass {

// Collects text and expressions.
class InterpolationBuilder {
 public:
  explicit InterpolationBuilder(Arena& arena) : arena_(arena) {}

  void Add(char c) { text_ += c; }
  void Add(std::string_view text) { text_ += text; }
  void Add(const Expression* expression);
  void Add(const Interpolation& other);
  bool empty() const { return text_.empty() && parts_.empty(); }
  bool has_expressions() const { return !parts_.empty(); }
  const std::string& text() const { return text_; }
  std::string* mutable_text() { return &text_; }
  Interpolation Build(Span span);

 private:
  void Flush();

  Arena& arena_;
  std::string text_;
  SmallVector<InterpolationPart, 4> parts_;
};

class Parser {
 public:
  Parser(const ValueContext& values, Names& names, std::string_view text, uint32_t source, SourceSyntax syntax);

  const Stylesheet* Run();

 private:
  // --- The scanner (text.cc) ---
  char Peek(size_t ahead = 0) const { return ahead < static_cast<size_t>(end_ - at_) ? at_[ahead] : '\0'; }
  bool AtEnd() const { return at_ == end_; }
  bool Scan(char c);
  bool Scan(std::string_view text);
  void Expect(char c);
  bool ScanWord(std::string_view lower_case_word);  // an identifier, in any case
  bool MatchesWord(std::string_view lower_case_word) const;
  void ExpectWord(std::string_view word);
  [[noreturn]] void FailAt(std::string message, const char* start, const char* end) const;
  [[noreturn]] void FailHere(std::string message) const { FailAt(std::move(message), at_, at_ < end_ ? at_ + 1 : at_); }
  Span SpanFrom(const char* start) const;
  std::string_view Since(const char* start) const { return {start, static_cast<size_t>(at_ - start)}; }

  void Whitespace();             // spaces and comments; newlines too where they do not end a statement
  void WhitespaceAndNewlines();  // newlines in the indented syntax, too: where a statement cannot end
  void WhitespaceWithoutComments();
  bool SkipComment();  // at '/': one comment
  void RequireWhitespace();
  std::string_view RawWhitespace();
  bool LookingAtIdentifier(size_t ahead = 0) const;
  bool LookingAtInterpolatedIdentifier() const;
  bool LookingAtInterpolatedBody() const;
  std::string_view Identifier(bool unit = false);  // escapes normalised
  std::string_view PlainIdentifier();  // one without escapes and interpolation; empty where none stands here
  std::string_view RawIdentifier();
  Name VariableName();
  void Escape(std::string* out, bool identifier_start);
  uint32_t EscapedCharacter();

  // --- Text with interpolation (text.cc) ---
  Interpolation InterpolatedIdentifier();
  const Expression* SingleInterpolation();
  Interpolation InterpolatedString(bool* quoted);
  void InterpolatedStringInto(InterpolationBuilder* out);
  struct TextLimits {
    bool allow_empty = false;
    bool allow_semicolon = false;
    bool allow_colon = true;
    bool allow_open_brace = true;
    bool silent_comments = true;
    bool keep_spaces = false;
  };
  Interpolation DeclarationText(const TextLimits& limits);
  Interpolation AnyText(bool omit_comments = false);
  // Where AnyText() ends, if the text up to a `{` is to be taken as it stands there; else null.
  const char* PlainTextEnd() const;
  bool UrlContents(const char* start, std::string_view name, InterpolationBuilder* out);
  std::string_view QuotedText();  // no interpolation in it

  // --- Places (parser_places.cc) ---
  // What stood in a `#{...}`, and where the last token of that begins.
  struct Hole {
    const char* start;
    const char* last_token;
    const char* end;
    const char* close;  // behind the `}`
  };
  Position Here() { return places_ ? counter_.At(at_) : Position{}; }
  uint32_t PlaceFrom(Position start) { return places_ ? places_->Add({source_, start, counter_.At(at_)}) : 0; }
  void GivePlace(const Expression* expression, Position start);  // up to here
  void SharePlace(const Expression* expression);
  void ShrinkPlace(const Expression* expression);
  bool IsSigned(const Expression* expression) const;
  void AddHole(const char* start, const Expression* expression, const char* end);
  const char* LastToken(const Expression* expression) const;
  enum class Recount { kHoles, kWithTextBetween };
  void CountHolesAgain(size_t mark, Recount what, const char* start = nullptr);
  void CountCalcHoles(size_t mark);
  void CountUrlHoles(size_t mark, const char* start);
  void CountSelectorHoles(size_t mark, const char* start);
  bool ValueIsTightText() const;
  uint32_t PlaceOfSupports();
  void SetEnds(StyleRule* rule, Position start, Position block_start, uint32_t space);
  const Expression* PlacedValue(Position colon, Position after_colon);

  // --- Expressions (expressions.cc) ---
  const Expression* ParseExpression(bool brackets = false, bool single_equals = false);
  const Expression* ExpressionUntilComma(bool single_equals = false);
  const Expression* SpaceList(bool single_equals);
  const Expression* Operation(int level, bool single_equals);
  bool PeekOperator(Operator* op, BinaryKind* kind, size_t* length, int* level, bool single_equals, bool space_before);
  const Expression* MakeBinary(BinaryKind kind, Operator op, const Expression* left, const Expression* right,
                               bool space_before, bool space_after);
  const Expression* SingleExpression();
  const Expression* SingleExpressionHere();
  bool LookingAtExpression() const;
  const Expression* Parentheses();
  const Expression* MapRest(const Expression* first, const char* start);
  const Expression* BracketedList();
  const Expression* UnaryOperation();
  const Expression* NumberLiteral();
  const Expression* HexColor();
  const Expression* UnicodeRange();
  const Expression* Important();
  const Expression* IdentifierLike();
  // Of Ruby Sass (css_min_max.cc). Null: it is no plain CSS.
  const Expression* CssMinMax(const char* start);
  bool MinMaxContents(bool allow_comma, InterpolationBuilder* out);
  bool MinMaxItem(InterpolationBuilder* out);
  const Expression* SpecialFunction(std::string_view name, const char* start);
  const Expression* NamespacedExpression(std::string_view space, const char* start);
  const Expression* CssIf(const char* start);
  const IfCondition* IfConditionList();
  const IfCondition* IfConditionGroup();
  void RefuseParenthesis(std::string_view word) const;
  bool IsSassOnly(std::string_view name) const;
  const Expression* StringNode(const Interpolation& text, bool quoted, const char* start, bool special = false);
  const Expression* LiteralNode(Value value, const char* start);
  Arguments ParseArguments(bool allow_empty_second = false);
  Parameters ParseParameters();
  bool IsInterpolated(const Expression* expression) const;
  const Expression* MakeText(const Expression* left, std::string_view op, const Expression* right);
  bool IsSlashOperand(const Expression* expression) const;

  // --- Statements (statements.cc) ---
  Block StatementsUntilEnd();
  const Statement* ParseStatement(bool root);
  const Statement* StyleRuleOrDeclaration();
  const Statement* VariableDeclarationOrStyleRule();
  const Statement* VariableDeclarationOf(Name space, const char* start);
  const Statement* StyleRuleWith(InterpolationBuilder* selector, const char* start, bool at_root = false);
  const Statement* DeclarationRest(const Interpolation& name, const char* start, bool could_be_selector,
                                   bool space_after_colon);
  const Statement* CustomDeclaration(const Interpolation& name, const char* start);
  const Statement* PropertyOrVariable();
  bool ValueIsSelector() const;
  bool AtEndOfStatement() const;
  void ExpectStatementEnd(const char* what);
  bool IsAtRoot() const;
  // Something stands here that no statement begins with: `message`, or what libsass expects instead.
  [[noreturn]] void FailAtStray(const char* message) const;
  bool LookingAtChildren() const;
  Block Children();
  Block DeclarationChildren();
  template <class ParseOne>
  Block ChildrenBy(ParseOne parse_one);
  const Statement* DeclarationChild();
  const Statement* LoudCommentNode();
  const Statement* SilentCommentNode();

  // The indented syntax.
  int CurrentIndentation() const;
  int PeekIndentation();
  int ReadIndentation();
  const Statement* IndentedSilentComment();
  const Statement* IndentedLoudComment();

  // --- At-rules (at_rules.cc) ---
  const Statement* AtRuleStatement(bool root);
  const Statement* UnknownAtRule(const Interpolation& name, const char* start);
  const Statement* AtRootRule(const char* start);
  const Statement* ContentRule(const char* start);
  const Statement* ExpressionRule(StatementKind kind, const char* start);
  const Statement* ExtendRule(const char* start);
  const Statement* FunctionRule(const char* start);
  const Statement* MixinRule(const char* start);
  void RefuseCssMixin(std::string_view name, const char* start) const;
  const Statement* IncludeRule(const char* start);
  const Statement* IfRule(const char* start);
  const Statement* EachRule(const char* start);
  const Statement* ForRule(const char* start);
  const Statement* WhileRule(const char* start);
  const Statement* ImportRule(const char* start);
  ImportArgument ParseImportArgument();
  bool ImportModifiers(InterpolationBuilder* out);
  const Statement* MediaRule(const char* start);
  const Statement* SupportsRule(const char* start);
  const Statement* UseRule(const char* start);
  const Statement* ForwardRule(const char* start);
  std::span<const Configured> Configuration(bool allow_default);
  void MemberList(std::vector<Name>* variables, std::vector<Name>* callables);
  Interpolation MediaQueryList();
  void MediaQuery(InterpolationBuilder* out);
  void MediaLogicSequence(InterpolationBuilder* out, std::string_view word);
  void MediaInParens(InterpolationBuilder* out);
  const Expression* MediaFeatureValue();
  // With what `and` or `or` joins to it.
  void MediaInParensAndMore(InterpolationBuilder* out);
  void MediaOrInterpolation(InterpolationBuilder* out);
  const Expression* ExpressionUntilComparison();
  const SupportsCondition* ParseSupportsCondition(bool in_parentheses = false);
  const SupportsCondition* SupportsInParens();
  const SupportsCondition* SupportsDeclarationRest(const Expression* name, const char* start);
  const SupportsCondition* SupportsOperation(const Interpolation& interpolation);
  bool IsPlainCssUrl(std::string_view url) const;
  bool ScanElse(int indentation);

  template <class T>
  T* Make(StatementKind kind, const char* start) {
    T* node = arena_.New<T>();
    node->kind = kind;
    node->span = SpanFrom(start);
    return node;
  }
  template <class T>
  T* MakeExpression(ExpressionKind kind, const char* start) {
    T* node = arena_.New<T>();
    node->kind = kind;
    node->span = SpanFrom(start);
    return node;
  }
  template <class T, size_t N>
  std::span<const T> Keep(const SmallVector<T, N>& items) {
    return arena_.CopySpan(items.span());
  }
  template <class T>
  std::span<const T> Keep(const std::vector<T>& items) {
    return arena_.CopySpan(std::span<const T>(items));
  }

  // Deep nesting ends in an error, not in a stack overflow.
  class Depth {
   public:
    explicit Depth(Parser* parser) : parser_(parser) {
      if (++parser_->depth_ > kMaxDepth) parser_->FailHere("Code too deeply nested.");
    }
    ~Depth() { --parser_->depth_; }

   private:
    static constexpr int kMaxDepth = 500;
    Parser* parser_;
  };

  const ValueContext& values_;
  const Dialect& dialect_;
  Arena& arena_;
  Names& names_;
  uint32_t source_;
  const bool indented_;
  const bool plain_css_;
  const char* begin_;
  const char* at_;
  const char* end_;

  int depth_ = 0;
  int parentheses_ = 0;  // within them the indented syntax takes newlines as spaces
  bool in_style_rule_ = false;
  bool in_mixin_ = false;
  bool in_function_ = false;
  bool in_content_block_ = false;
  bool in_unknown_at_rule_ = false;
  bool in_control_ = false;
  bool in_css_function_ = false;  // @function --x
  bool mixin_has_content_ = false;
  bool use_allowed_ = true;
  // Inside an expression whose `/`s may stay: not in parentheses.
  bool in_parentheses_ = false;
  bool in_expression_ = false;
  bool in_media_ = false;        // the value of a feature
  bool in_equals_stop_ = false;  // @media and supports: `=`, `<`, `>` end the expression

  // The indented syntax.
  int indentation_ = 0;       // of the block being parsed
  int next_indentation_ = 0;  // of the line after this one
  const char* next_indentation_end_ = nullptr;

  // For libsass's source maps.
  Places* const places_;
  PositionCounter counter_;
  std::vector<Hole> holes_;
  size_t hole_mark_ = 0;        // how many there were before the statement
  bool natural_holes_ = false;  // this interpolation is read once
  uint32_t keyword_place_ = 0;  // of the at-rule being read

  friend class Depth;
};

}  // namespace tincture::compat::sass
