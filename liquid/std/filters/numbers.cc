#include "liquid/std/filters/numbers.h"

#include "liquid/exec/context.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/big_integer.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

namespace {

// \A-?\d+\.\d+\z
bool IsDecimal(std::string_view text) {
  if (!text.empty() && text[0] == '-') text.remove_prefix(1);
  const size_t point = text.find('.');
  if (point == std::string_view::npos || point == 0 || point + 1 == text.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i != point && !IsDigit(text[i])) return false;
  }
  return true;
}

}  // namespace

std::optional<Value> ToIntegerValue(const FilterCall& call, const Value& value) {
  if (IsInteger(value)) return value;
  const std::optional<Value> integer = ParseInteger(tincture::TextOf(value, call.access()), call.arena());
  if (!integer) call.Fail(kArgumentError, "invalid integer");
  return integer;
}

std::optional<int64_t> ToLong(const FilterCall& call, const Value& integer) {
  if (integer.IsInt()) return integer.AsInt();
  call.Fail("RangeError", "bignum too big to convert into `long'");
  return std::nullopt;
}

Number ToNumber(const FilterCall& call, const Value& value) {
  switch (value.type()) {
    case Type::kInt:
    case Type::kBigInt:
      return Number::OfInteger(value);
    case Type::kFloat:
      return Number::OfFloat(value.AsFloat());
    case Type::kString: {
      const std::string_view text = Strip(value.AsString());
      if (IsDecimal(text)) return Number::OfDecimal(text);
      return Number::OfInteger(ToInteger(value.AsString(), call.arena()));
    }
    default:
      return Number::OfInteger(Value::Int(0));
  }
}

}  // namespace tincture::liquid
