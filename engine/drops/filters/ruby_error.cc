#include "engine/drops/filters/ruby_error.h"

#include <limits>
#include <optional>

#include "liquid/syntax/liquid_error.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// Ruby names values that are not objects in memory by what they are.
std::string NameForConversion(const Value& value) {
  if (value.IsNil()) return "nil";
  if (value.IsBool()) return value.AsBool() ? "true" : "false";
  return std::string(RubyClass(value));
}

}  // namespace

Value FailNoMethod(const liquid::FilterCall& call, std::string_view method, const Value& receiver) {
  return call.Fail("NoMethodError", UndefinedMethod(method, receiver, call.access()));
}

Value FailNoConversion(const liquid::FilterCall& call, const Value& value, std::string_view into) {
  std::string message = "no implicit conversion of " + NameForConversion(value) + " into ";
  return call.Fail("TypeError", message.append(into));
}

Value FailComparison(const liquid::FilterCall& call, const Value& a, const Value& b) {
  std::string message = "comparison of ";
  message.append(RubyClass(a)).append(" with ").append(NameInComparison(b)).append(" failed");
  return FailArgument(call, message);
}

Value FailArgument(const liquid::FilterCall& call, std::string_view message) {
  return call.Fail(liquid::kArgumentError, message);
}

bool ToInteger(const liquid::FilterCall& call, const Value& value, int64_t* number) {
  std::optional<Value> integer = value;
  if (!value.IsInt()) integer = ParseInteger(TextOf(value, call.access()), call.arena());
  if (!integer) {
    FailArgument(call, "invalid integer");
    return false;
  }
  const bool negative = !integer->IsInt() && integer->AsBigInt().starts_with('-');
  constexpr int64_t kLargest = std::numeric_limits<int64_t>::max();
  *number = integer->IsInt() ? integer->AsInt() : (negative ? -kLargest : kLargest);
  return true;
}

Value MakeString(const liquid::FilterCall& call, std::string_view text) {
  return Value::String(call.arena().Copy(text));
}

}  // namespace tincture::engine
