// A parsed stylesheet. Nodes live in the compilation's arena and never change; texts are views of the source (which the
// compilation keeps) or of the arena.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compat/sass/error.h"
#include "compat/sass/selector/selector.h"
#include "compat/sass/syntax/names.h"
#include "compat/sass/value/operations.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

struct Expression;
struct Statement;

using Block = std::span<const Statement* const>;

// --- Text with #{...} in it ---

struct InterpolationPart {
  std::string_view text;  // where there is no expression
  const Expression* expression = nullptr;
};

struct Interpolation {
  std::span<const InterpolationPart> parts;
  Span span;
  uint32_t place = 0;  // of a declaration's name, in libsass's source maps

  bool empty() const { return parts.empty(); }
  bool plain() const { return parts.empty() || (parts.size() == 1 && parts[0].expression == nullptr); }
  // Precondition: plain().
  std::string_view text() const { return parts.empty() ? std::string_view() : parts[0].text; }
  // What stands before the first #{.
  std::string_view leading() const { return parts.empty() || parts[0].expression ? std::string_view() : parts[0].text; }
};

// --- Expressions ---

enum class ExpressionKind : uint8_t {
  kLiteral,
  kString,
  kVariable,
  kBinary,
  kUnary,
  kCall,
  kInterpolatedCall,
  kList,
  kMap,
  kParenthesized,
  kParent,
  kIf,
  kSupports,
};

struct Expression {
  ExpressionKind kind;
  Span span;
  uint32_t place = 0;  // for libsass's source maps (places.h)
};

// A number, colour, word, quoted text without #{}, true, false, null.
struct Literal : Expression {
  Value value;
};

// Text with interpolation, quoted or not.
struct StringExpression : Expression {
  Interpolation text;
  bool quoted = false;
  bool special = false;  // text the parser kept whole: url(...), calc(...) of old dialects, progid:...
};

struct Variable : Expression {
  Name space = 0;  // of `space.$name`
  Name name = 0;
  mutable uint32_t hint = 0;  // where the evaluator found it last
};

enum class BinaryKind : uint8_t {
  kOperation,
  kOr,
  kAnd,
  kSingleEqual,
  kText,  // of old dialects, beside interpolation: the operator is text, too
};

struct Binary : Expression {
  BinaryKind binary = BinaryKind::kOperation;
  Operator op = Operator::kPlus;  // of kOperation
  // `/` of literal numbers, printed as written unless something is computed with it.
  bool allows_slash = false;
  bool space_before = false;
  bool space_after = false;
  const Expression* left;
  const Expression* right;
  std::string_view text = {};  // kText: the operator with its spaces
};

struct Unary : Expression {
  UnaryOperator op;
  const Expression* operand;
};

struct NamedArgument {
  Name name;
  const Expression* value;
};

struct Arguments {
  std::span<const Expression* const> positional;
  std::span<const NamedArgument> named;
  const Expression* rest = nullptr;          // `$list...`
  const Expression* keyword_rest = nullptr;  // the second `...`
  Span span;
};

struct BuiltInEntry;  // eval/built_ins.h

struct CallExpression : Expression {
  Name space = 0;
  Name name = 0;
  std::string_view text;  // the name as written
  Arguments arguments;
  // Found out at the first call: the built-in of this name, where there is one.
  mutable const BuiltInEntry* built_in = nullptr;
  mutable bool resolved = false;
};

struct InterpolatedCall : Expression {
  Interpolation name;
  Arguments arguments;
};

struct ListExpression : Expression {
  Separator separator;
  bool brackets = false;
  std::span<const Expression* const> items;
};

struct MapExpression : Expression {
  std::span<const Expression* const> keys;
  std::span<const Expression* const> values;
};

struct Parenthesized : Expression {
  const Expression* inner;
};

// CSS's own if(): `if(sass($x): a; else: b)`.
struct IfBranch {
  const struct IfCondition* condition;  // null: else
  const Expression* value;
};
enum class IfConditionKind : uint8_t { kAnd, kOr, kNot, kSass, kRaw, kParenthesized };
struct IfCondition {
  IfConditionKind kind;
  const Expression* expression = nullptr;             // kSass
  Interpolation raw;                                  // kRaw
  std::span<const IfCondition* const> operands = {};  // kAnd, kOr, kNot, kParenthesized
};
struct IfExpression : Expression {
  std::span<const IfBranch> branches;
};

// --- @supports conditions ---

enum class SupportsKind : uint8_t { kDeclaration, kNot, kAnd, kOr, kInterpolation, kFunction, kAnything };

struct SupportsCondition {
  SupportsKind kind;
  const SupportsCondition* left = nullptr;
  const SupportsCondition* right = nullptr;
  const Expression* name = nullptr;   // kDeclaration; kInterpolation's expression
  const Expression* value = nullptr;  // kDeclaration
  bool custom = false;                // kDeclaration of a custom property
  Interpolation text;                 // kFunction's name, kAnything's contents
  Interpolation arguments;            // kFunction
  uint32_t place = 0;                 // of `and`, `or`, `not`, in libsass's source maps
};
struct SupportsExpression : Expression {
  const SupportsCondition* condition;
};

// --- Statements ---

enum class StatementKind : uint8_t {
  kStyleRule,
  kDeclaration,
  kVariableDeclaration,
  kInclude,
  kContent,
  kMixin,
  kFunction,
  kReturn,
  kIf,
  kEach,
  kFor,
  kWhile,
  kMedia,
  kSupports,
  kAtRoot,
  kAtRule,
  kExtend,
  kImport,
  kUse,
  kForward,
  kDebug,
  kWarn,
  kError,
  kLoudComment,
  kSilentComment,
};

struct Statement {
  StatementKind kind;
  Span span;
  // For libsass's source maps (places.h): a rule's whole, an at-rule's name, a comment; and a rule's block.
  uint32_t place = 0;
  uint32_t block_place = 0;
};

struct StyleRule : Statement {
  Interpolation selector;
  Block body;
  mutable const SelectorList* parsed = nullptr;  // where the selector is plain text
};

struct Declaration : Statement {
  Interpolation name;
  const Expression* value = nullptr;  // null: only nested properties
  bool custom = false;                // its value is kept as text
  bool nested = false;                // has a block
  Block body;
};

struct VariableDeclaration : Statement {
  Name space = 0;
  Name name = 0;
  bool is_default = false;
  bool is_global = false;
  const Expression* value = nullptr;
  mutable uint32_t hint = 0;  // where the evaluator found it last
};

struct Parameter {
  Name name;
  const Expression* default_value;
};

struct Parameters {
  std::span<const Parameter> items;
  Name rest = 0;
  Span span;
};

struct CallableDeclaration : Statement {  // @mixin, @function, a content block
  Name name = 0;
  std::string_view text;
  Parameters parameters;
  Block body;
  bool has_content = false;  // a mixin with @content somewhere
};

struct Include : Statement {
  Name space = 0;
  Name name = 0;
  Arguments arguments;
  const CallableDeclaration* content = nullptr;
};

struct Content : Statement {
  Arguments arguments;
};

struct ExpressionStatement : Statement {  // @return, @debug, @warn, @error
  const Expression* value;
};

struct IfClause {
  const Expression* condition;  // null: @else
  Block body;
};
struct If : Statement {
  std::span<const IfClause> clauses;
};

struct Each : Statement {
  std::span<const Name> names;
  const Expression* list;
  Block body;
};

struct For : Statement {
  Name name;
  const Expression* from;
  const Expression* to;
  bool exclusive;
  Block body;
};

struct While : Statement {
  const Expression* condition;
  Block body;
};

struct Media : Statement {
  Interpolation query;
  Block body;
};

struct Supports : Statement {
  const SupportsCondition* condition;
  Block body;
};

struct AtRoot : Statement {
  bool has_query = false;
  Interpolation query;
  Block body;
};

struct AtRule : Statement {
  Interpolation name;
  bool has_value = false;
  Interpolation value;
  bool has_body = false;
  Block body;
};

struct Extend : Statement {
  Interpolation selector;
  bool optional = false;
};

struct ImportArgument {
  bool dynamic = false;
  std::string_view url;  // dynamic
  Interpolation text;    // static: the whole url(...) or "..."
  bool has_modifiers = false;
  Interpolation modifiers;  // static: what follows
  Span span;
  uint32_t place = 0;
  uint32_t modifiers_place = 0;
};
struct Import : Statement {
  std::span<const ImportArgument> arguments;
};

struct Configured {
  Name name;
  const Expression* value;
  bool is_default;
  Span span;
};
struct Use : Statement {
  std::string_view url;
  Name space = 0;  // 0: `as *`
  std::string_view space_text = {};
  std::span<const Configured> configuration;
};
struct Forward : Statement {
  std::string_view url;
  std::string_view prefix;
  bool show = false;  // only those of the lists
  bool hide = false;
  std::span<const Name> variables;
  std::span<const Name> callables;
  std::span<const Configured> configuration;
};

struct LoudComment : Statement {
  Interpolation text;
};

struct Stylesheet {
  Block body;
  bool plain_css = false;
  uint32_t source = 0;
};

}  // namespace tincture::compat::sass
