// Expressions, filtered variables and conditions to Values.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "liquid/exec/context.h"
#include "liquid/exec/forloop_drop.h"
#include "liquid/exec/other_encoding.h"
#include "liquid/exec/template.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/expression_parser.h"
#include "liquid/value/big_integer.h"
#include "liquid/value/compare.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

namespace {

using Command = LookupKey::Command;

Value FirstPair(const Hash& hash, Arena& arena) {
  if (hash.empty()) return Value();
  const std::array<Value, 2> pair = {hash.entries()[0].key, hash.entries()[0].value};
  return Value::Array(arena, pair);
}

int64_t RangeSize(const Range& range) {
  if (range.last < range.first) return 0;
  return static_cast<int64_t>(static_cast<uint64_t>(range.last) - static_cast<uint64_t>(range.first) + 1);
}

// String#length: bytes in what is no UTF-8 to Ruby.
size_t StringLength(const Value& text) {
  const bool is_binary = (text.string_flags() & kBinaryTagged) != 0;
  return is_binary ? text.AsString().size() : CharacterCount(text.AsString());
}

// object.size, .first, .last where Ruby's object has such a method. Integer#size is the bytes of a machine word.
std::optional<Value> AnswerTo(const Value& object, Command command, Arena& arena) {
  const bool is_size = command == Command::kSize;
  const bool is_first = command == Command::kFirst;
  if (command == Command::kNone) return std::nullopt;
  switch (object.type()) {
    case Type::kArray: {
      const auto items = object.AsArray();
      if (is_size) return Value::Int(static_cast<int64_t>(items.size()));
      return items.empty() ? Value() : is_first ? items.front() : items.back();
    }
    case Type::kHash:
      if (is_size) return Value::Int(static_cast<int64_t>(object.AsHash().size()));
      if (is_first) return FirstPair(object.AsHash(), arena);
      return std::nullopt;
    case Type::kString:
      if (is_size) return Value::Int(static_cast<int64_t>(StringLength(object)));
      return std::nullopt;
    case Type::kInt:
    case Type::kBigInt:
      if (is_size) return Value::Int(object.IsInt() ? 8 : BigIntegerSize(object));
      return std::nullopt;
    case Type::kRange:
      if (is_size) return Value::Int(RangeSize(object.AsRange()));
      return Value::Int(is_first ? object.AsRange().first : object.AsRange().last);
    default:
      return std::nullopt;
  }
}

Value ItemAt(std::span<const Value> items, int64_t index) {
  const auto size = static_cast<int64_t>(items.size());
  if (index < 0) index += size;
  return index >= 0 && index < size ? items[static_cast<size_t>(index)] : Value();
}

// respond_to?(:<)
bool IsOrdered(const Value& value) { return IsNumber(value) || value.IsString() || value.IsTime() || value.IsDate(); }

bool RangeContains(const Range& range, const Value& item) {
  const auto first = Compare(Value::Int(range.first), item);
  const auto last = Compare(item, Value::Int(range.last));
  return IsNumber(item) && first && last && *first <= 0 && *last <= 0;
}

// value == empty: respond_to?(:empty?) and empty. Nothing responds to blank? without ActiveSupport.
bool EqualsLiteral(const Value& literal, const Value& other) {
  return literal.type() == Type::kEmpty && IsEmpty(other);
}

bool IsLiteral(const Value& value) { return value.type() == Type::kEmpty || value.type() == Type::kBlank; }

// Ruby's wording of expected arguments, the input counted: "2", "1..2", "1+".
std::string ExpectedArguments(const Filter& filter) {
  const std::string least = std::to_string(filter.min_args + 1);
  if (filter.max_args < 0) return least + "+";
  if (filter.max_args == filter.min_args) return least;
  return least + ".." + std::to_string(filter.max_args + 1);
}

bool IsForloop(const Drop& drop) { return drop.ClassName().data() == ForloopDrop::kClassName.data(); }

// `{{ "now" | date: "%Y" }}`
bool IsPresentMoment(const Expression& expression) {
  if (expression.kind != Expression::Kind::kConstant || !expression.constant.IsString()) return false;
  const std::string_view text = expression.constant.AsString();
  return text == "now" || text == "today";
}

// A constant as it would be written; nothing where it cannot be.
std::optional<std::string> Written(const Expression& expression, DropAccess& access) {
  if (expression.kind != Expression::Kind::kConstant) return std::nullopt;
  const Value& constant = expression.constant;
  if (!constant.IsString())
    return IsNumber(constant) ? std::optional(std::string(TextOf(constant, access))) : std::nullopt;
  const std::string_view text = constant.AsString();
  const char quote = text.find('"') == std::string_view::npos ? '"' : '\'';
  if (text.find(quote) != std::string_view::npos) return std::nullopt;
  return quote + std::string(text) + quote;
}

// The filters as they would be written; nothing where their result hangs on more than their input.
std::optional<std::string> PureFilters(std::span<const FilterUse> filters, DropAccess& access) {
  std::string written;
  for (const FilterUse& use : filters) {
    if (use.filter == nullptr || !use.filter->is_pure || !use.keywords.empty()) return std::nullopt;
    written.append(" | ").append(use.name);
    for (size_t i = 0; i < use.arguments.size(); ++i) {
      const std::optional<std::string> argument = Written(use.arguments[i], access);
      if (!argument) return std::nullopt;
      written.append(i == 0 ? ": " : ", ").append(*argument);
    }
  }
  return written;
}

}  // namespace

bool Context::EqualOperands(const Value& left, const Value& right) {
  if (IsLiteral(left)) return EqualsLiteral(left, right);
  if (IsLiteral(right)) return EqualsLiteral(right, left);
  return Equal(left, right);
}

Value Context::Evaluate(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::kConstant:
      return expression.constant;
    case Expression::Kind::kLookup:
      return EvaluateLookup(*expression.lookup);
    case Expression::Kind::kRange:
      return EvaluateRange(*expression.range);
  }
  return Value();
}

Value Context::EvaluateText(std::string_view expression) {
  return Evaluate(ExpressionParser(dialect(), arena_).Parse(arena_.Copy(expression)));
}

// --- Lookups

Value Context::EvaluateLookup(const VariableLookup& lookup) {
  if (log_ != nullptr) [[unlikely]]
    return WalkNoted(lookup, nullptr);
  if (access_.observer == nullptr) return Walk(lookup, nullptr);
  Trail trail;
  const Value value = Walk(lookup, &trail);
  Tell(trail, value);
  return value;
}

void Context::Tell(Trail& trail, const Value& value) {
  if (trail.drop != nullptr) access_.observer->OnRead(*trail.drop, trail.keys, value);
  trail.drop = nullptr;
  trail.keys.clear();
}

Value Context::Walk(const VariableLookup& lookup, Trail* trail) {
  Value object;
  if (lookup.name.dynamic) {
    object = FindByValue(Evaluate(*lookup.name.dynamic));
  } else if (lookup.name.constant.IsString()) {
    object = FindVariable(lookup.name.symbol, strict_variables_);
  } else {
    object = FindByValue(lookup.name.constant);
  }
  for (const LookupKey& key : lookup.keys) {
    if (failed() || !Step(key, &object, trail)) return Value();
  }
  if (failed()) return Value();
  if (object.IsDrop() && IsForloop(object.AsDrop())) {
    static_cast<const ForloopDrop&>(object.AsDrop()).Hold();
  }
  return object;
}

// One key deeper. False: there is nothing there.
bool Context::Step(const LookupKey& key, Value* object, Trail* trail) {
  const Value name = key.dynamic ? Evaluate(*key.dynamic) : key.constant;
  const Symbol symbol = key.dynamic && name.IsString() ? Symbol(name.AsString()) : key.symbol;
  if (trail != nullptr) {
    if (object->IsDrop()) {
      Tell(*trail, *object);
      trail->drop = IsForloop(object->AsDrop()) ? nullptr : &object->AsDrop();
    }
    if (trail->drop != nullptr) trail->keys.push_back(name);
  }
  if (object->IsDrop()) {
    if (StepIntoDrop(object->AsDrop(), name, symbol, key.command, object)) return true;
  } else if (object->IsHash()) {
    const Hash& hash = object->AsHash();
    const Value* const found = name.IsString() ? hash.Find(symbol) : hash.Find(name);
    if (found || (name.IsInt() && !strict_variables_)) {
      *object = found ? *found : Value();
      return true;
    }
    if (name.IsInt()) FailUndefined(name);
  } else if (object->IsArray() && name.IsInt()) {
    *object = ItemAt(object->AsArray(), name.AsInt());
    return true;
  }
  if (failed()) return false;
  if (const auto answer = AnswerTo(*object, key.command, arena_)) {
    *object = *answer;
    return true;
  }
  if (strict_variables_) FailUndefined(name);
  return false;
}

bool Context::StepIntoDrop(const Drop& drop, const Value& key, const Symbol& symbol, Command command, Value* out) {
  if (key.IsString() && FindIn(drop, symbol, out)) return true;
  if (failed()) return false;
  if (!drop.IsHashLike()) {
    // Liquid::Drop says yes to every key, and then gives nil.
    if (strict_variables_) Fail(kUndefinedDropMethod, "undefined method " + std::string(TextOf(key, access_)));
    *out = Value();
    return !failed();
  }
  *out = Value::OfDrop(&drop);
  if (command != Command::kFirst) return false;
  // Jekyll's drops are Enumerable: the first pair.
  const Value keys = ReadKeys(drop, access_);
  if (!keys.IsArray() || keys.AsArray().empty()) {
    *out = Value();
    return true;
  }
  std::array<Value, 2> pair = {keys.AsArray()[0], Value()};
  ReadDrop(drop, Symbol(TextOf(pair[0], access_)), &pair[1]);
  *out = Value::Array(arena_, pair);
  return !failed();
}

Value Context::FailUndefined(const Value& name) {
  return Fail(kUndefinedVariable, "undefined variable " + std::string(TextOf(name, access_)));
}

// Each end: an Integer, else nil or a String by to_i, else what Kernel#Integer takes.
Value Context::EvaluateRange(const RangeLookup& range) {
  std::array<int64_t, 2> ends = {};
  for (size_t i = 0; i < 2; ++i) {
    Value end = Evaluate(i == 0 ? range.first : range.last);
    if (failed()) return Value();
    if (end.IsNil()) end = Value::Int(0);
    if (end.IsString()) end = ToInteger(end.AsString(), arena_);
    if (!end.IsInt() && end.type() != Type::kBigInt) {
      const auto integer = ParseInteger(TextOf(end, access_), arena_);
      if (!integer) return Fail(kArgumentError, "invalid integer");
      end = *integer;
    }
    ends[i] = ToRangeEnd(end);
  }
  return Value::OfRange(arena_, ends[0], ends[1]);
}

// --- Filters

Value Context::Evaluate(const Variable& variable) {
  if (access_.observer != nullptr && !variable.filters.empty()) return EvaluateObserved(variable);
  return ApplyAll(variable.filters, Evaluate(variable.base));
}

Value Context::ApplyAll(std::span<const FilterUse> filters, Value value) {
  for (size_t i = 0; i < filters.size(); ++i) {
    if (failed()) return Value();
    const FilterUse& use = filters[i];
    value = use.takes_next ? ApplyBoth(use, filters[++i], value) : Apply(use, value);
  }
  return failed() ? Value() : value;
}

// Their arguments are constants: JoinCalls saw to that.
Value Context::ApplyBoth(const FilterUse& use, const FilterUse& join, const Value& input) {
  std::array<Value, 4> args;
  size_t count = 0;
  for (const std::span<const Expression> arguments : {use.arguments, join.arguments}) {
    for (const Expression& argument : arguments) args[count++] = argument.constant;
  }
  const Value result = use.filter->then_join(FilterCall{input, std::span(args).first(count), *this});
  if (access_.error) TakeAccessError();
  return result;
}

// A time that goes through filters at once is told of by what they make of it: a footer's year changes once a year.
Value Context::EvaluateObserved(const Variable& variable) {
  const bool is_lookup = variable.base.kind == Expression::Kind::kLookup;
  if (!is_lookup && !IsPresentMoment(variable.base)) return ApplyAll(variable.filters, Evaluate(variable.base));
  const std::optional<std::string> filters = PureFilters(variable.filters, access_);
  Trail trail;
  const Value base = is_lookup ? Walk(*variable.base.lookup, &trail) : variable.base.constant;
  const bool by_result = filters && !failed() && (!is_lookup || (base.IsTime() && trail.drop != nullptr));
  if (!by_result) {
    Tell(trail, base);
    return ApplyAll(variable.filters, base);
  }
  if (!is_lookup) trail.keys.push_back(base);
  const bool clock_was_told = std::exchange(clock_is_told_, true);
  const Value result = ApplyAll(variable.filters, base);
  clock_is_told_ = clock_was_told;
  access_.observer->OnResult(trail.drop, trail.keys, *filters, result);
  return result;
}

namespace {

bool MetBrokenText(const LiquidError& error) {
  return error.text == "invalid byte sequence in UTF-8" || error.text == "input string invalid";
}

Value InUtf8(const OtherEncoding& encoding, const Value& value, Arena& arena) {
  if (!value.IsString() || IsValidUtf8(value.AsString())) return value;
  const std::optional<std::string> utf8 = encoding.ToUtf8(value.AsString());
  return utf8 ? Value::String(arena.Copy(*utf8)) : value;
}

Value FromUtf8(const OtherEncoding& encoding, const Value& value, Arena& arena) {
  if (value.IsString()) {
    const std::optional<std::string> text = encoding.FromUtf8(value.AsString());
    return text ? Value::String(arena.Copy(*text)) : value;
  }
  if (!value.IsArray()) return value;
  std::vector<Value> items;
  for (const Value& item : value.AsArray()) items.push_back(FromUtf8(encoding, item, arena));
  return Value::Array(arena, items);
}

// The call that failed once more, where the host knows what the bytes are.
Value ApplyInUtf8(const Filter& filter, const Value& input, std::span<Value> args, Context& context) {
  const auto* encoding = dynamic_cast<const OtherEncoding*>(context.host());
  const Value converted = encoding ? InUtf8(*encoding, input, context.arena()) : Value();
  if (!converted.IsString() || !IsValidUtf8(converted.AsString())) return Value();
  context.TakeError();
  for (Value& arg : args) arg = InUtf8(*encoding, arg, context.arena());
  return FromUtf8(*encoding, filter.call(FilterCall{converted, args, context}), context.arena());
}

}  // namespace

namespace {

// `x | default: page` where there is an x: the variable is not used. One with keys may have effects.
bool IsIdle(const FilterUse& use, const Expression& argument, const Value& input) {
  return use.name == "default" && use.keywords.empty() && input.Truthy() && !IsEmpty(input) &&
         argument.kind == Expression::Kind::kLookup && argument.lookup->keys.empty();
}

}  // namespace

Value Context::Apply(const FilterUse& use, const Value& input) {
  std::array<Value, 3> few;
  const size_t count = use.arguments.size() + (use.keywords.empty() ? 0 : 1);
  const std::span<Value> args = count <= few.size()
                                    ? std::span(few).first(count)
                                    : std::span(static_cast<Value*>(arena_.Allocate(count * sizeof(Value), 8)), count);
  for (size_t i = 0; i < use.arguments.size(); ++i) {
    const bool is_idle = log_ != nullptr && IsIdle(use, use.arguments[i], input);
    ReadLog* const log = is_idle ? std::exchange(log_, nullptr) : log_;
    args[i] = Evaluate(use.arguments[i]);
    log_ = log;
  }
  if (!use.keywords.empty()) {
    HashBuilder keywords(arena_);
    for (const KeywordArgument& keyword : use.keywords) keywords.Set(keyword.name.text, Evaluate(keyword.value));
    args.back() = keywords.BuildValue();
  }
  if (failed()) return Value();
  if (use.filter != nullptr && !use.filter->is_repeatable) SpoilLog();
  // An unknown filter's arguments are looked up all the same.
  if (use.filter == nullptr && !strict_filters_) return input;
  if (use.filter == nullptr) return Fail(kUndefinedFilter, "undefined filter " + std::string(use.name));
  const Filter& filter = *use.filter;
  const int given = static_cast<int>(count);
  if (given < filter.min_args || (filter.max_args >= 0 && given > filter.max_args)) {
    return Fail(kArgumentError, "wrong number of arguments (given " + std::to_string(given + 1) + ", expected " +
                                    ExpectedArguments(filter) + ")");
  }
  const Value result = filter.call(FilterCall{input, args, *this});
  if (access_.error) TakeAccessError();
  return failed() && MetBrokenText(*error()) ? ApplyInUtf8(filter, input, args, *this) : result;
}

// --- Conditions

Value Context::Evaluate(const Condition& condition) {
  Value result;
  for (const Comparison& comparison : condition.comparisons) {
    result = EvaluateComparison(comparison);
    if (failed()) return Value();
    if (comparison.relation == Relation::kOr && result.Truthy()) break;
    if (comparison.relation == Relation::kAnd && !result.Truthy()) break;
  }
  return result;
}

Value Context::EvaluateComparison(const Comparison& comparison) {
  if (log_ != nullptr) [[unlikely]]
    return CompareNoted(comparison);
  const Value left = Evaluate(comparison.left);
  if (comparison.op == Operator::kNone || failed()) return left;
  const Value right = Evaluate(comparison.right);
  return failed() ? Value() : CompareOperands(comparison, left, right);
}

// What is only compared need not be the same in another render.
Value Context::CompareNoted(const Comparison& comparison) {
  const Value left = Evaluate(comparison.left);
  const bool is_lookup = comparison.left.kind == Expression::Kind::kLookup;
  // A lookup's own read is its last.
  const size_t left_read = log_->size() - 1;
  if (comparison.op == Operator::kNone || failed()) {
    if (is_lookup && !failed()) log_->Narrow(left_read, Question::Kind::kTruth, {}, left.Truthy(), *this);
    return left;
  }
  const Value right = Evaluate(comparison.right);
  const size_t right_read = log_->size() - 1;
  const Value result = failed() ? Value() : CompareOperands(comparison, left, right);
  const bool is_equality = comparison.op == Operator::kEqual || comparison.op == Operator::kNotEqual;
  if (!is_equality || failed()) return result;
  const bool are_equal = result.Truthy() == (comparison.op == Operator::kEqual);
  // The other side is what it is by its own reads.
  const bool right_is_lookup = comparison.right.kind == Expression::Kind::kLookup;
  if (right_is_lookup && (!is_lookup || !log_->IsBefore(left_read))) {
    log_->Narrow(right_read, Question::Kind::kEquality, left, are_equal, *this);
  } else if (is_lookup) {
    log_->Narrow(left_read, Question::Kind::kEquality, right, are_equal, *this);
  }
  return result;
}

Value Context::CompareOperands(const Comparison& comparison, const Value& left, const Value& right) {
  switch (comparison.op) {
    case Operator::kEqual:
      return Value::Bool(EqualOperands(left, right));
    case Operator::kNotEqual:
      return Value::Bool(!EqualOperands(left, right));
    case Operator::kContains:
      return Value::Bool(Contains(left, right));
    case Operator::kUnknown:
      return Fail(kArgumentError, "Unknown operator " + std::string(comparison.op_text));
    default:
      return CompareOrder(comparison.op, left, right);
  }
}

Value Context::CompareOrder(Operator op, const Value& left, const Value& right) {
  if (!IsOrdered(left) || !IsOrdered(right)) return Value();
  const std::optional<int> order = Compare(left, right);
  if (!order) {
    // NaN is beside every number.
    if (IsNumber(left) && IsNumber(right)) return Value::Bool(false);
    return Fail(kArgumentError,
                "comparison of " + std::string(RubyClass(left)) + " with " + NameInComparison(right) + " failed");
  }
  switch (op) {
    case Operator::kLess:
      return Value::Bool(*order < 0);
    case Operator::kGreater:
      return Value::Bool(*order > 0);
    case Operator::kLessOrEqual:
      return Value::Bool(*order <= 0);
    default:
      return Value::Bool(*order >= 0);
  }
}

// String#include?, which does not take bytes for letters: what base64_decode gives is no UTF-8 to Ruby.
bool Context::ContainsText(const Value& left, const Value& right) {
  const std::string_view text = left.AsString();
  const std::string_view part = TextOf(right, access_);
  const bool left_is_binary = (left.string_flags() & kBinaryTagged) != 0;
  const bool right_is_binary = right.IsString() && (right.string_flags() & kBinaryTagged) != 0;
  if (left_is_binary != right_is_binary && !IsAscii(text) && !IsAscii(part)) {
    Fail("Encoding::CompatibilityError", left_is_binary ? "incompatible character encodings: ASCII-8BIT and UTF-8"
                                                        : "incompatible character encodings: UTF-8 and ASCII-8BIT");
  }
  return text.find(part) != std::string_view::npos;
}

bool Context::Contains(const Value& left, const Value& right) {
  if (!left.Truthy() || !right.Truthy()) return false;
  switch (left.type()) {
    case Type::kString:
      return ContainsText(left, right);
    case Type::kArray: {
      const auto items = left.AsArray();
      return std::any_of(items.begin(), items.end(), [&](const Value& item) { return Equal(item, right); });
    }
    case Type::kHash:
      return left.AsHash().Find(right) != nullptr;
    case Type::kRange:
      return RangeContains(left.AsRange(), right);
    default:
      return false;
  }
}

}  // namespace tincture::liquid
