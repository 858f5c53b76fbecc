// Decimal: Ruby's BigDecimal as far as Liquid computes with it. Every Float becomes one by its shortest digits, so that
// 0.1 + 0.2 is 0.3, and every result becomes a Float again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/value/value.h"

namespace tincture {

// What Liquid's Utils.to_number gives: an Integer, or a decimal number that is still text.
class Number {
 public:
  // `integer`: an Int or BigInt.
  static Number OfInteger(const Value& integer) { return Number(integer, {}); }
  static Number OfFloat(double number);
  // "-12.50", or Float#to_s's output.
  static Number OfDecimal(std::string_view text) { return Number(Value(), std::string(text)); }

  bool is_integer() const { return !integer_.IsNil(); }
  const Value& integer() const { return integer_; }
  const std::string& decimal() const { return decimal_; }
  // The Integer, or the decimal as a Float.
  Value ToValue() const;

 private:
  Number(const Value& integer, std::string decimal) : integer_(integer), decimal_(std::move(decimal)) {}

  Value integer_;
  std::string decimal_;
};

// An Integer where both are Integers, else a Float.
Value AddNumbers(const Number& a, const Number& b, Arena& arena);
Value SubtractNumbers(const Number& a, const Number& b, Arena& arena);
Value MultiplyNumbers(const Number& a, const Number& b, Arena& arena);
// Precondition of DivideNumbers: not both Integers with b == 0. Decimals give Infinity or NaN then.
Value DivideNumbers(const Number& a, const Number& b, Arena& arena);
// Precondition: b is not zero.
Value ModuloNumbers(const Number& a, const Number& b, Arena& arena);
Value AbsNumber(const Number& a, Arena& arena);
bool IsZero(const Number& a);
// a > b and a < b; both false where one is NaN.
bool IsGreater(const Number& a, const Number& b);

// What has no Integer: NaN or an infinity as BigDecimal's message calls it ("NaN", "Infinity", "-Infinity"), or "".
std::string_view WithoutInteger(const Number& a);

// BigDecimal#round with digits > 0: half away from zero. An Integer stays what it is.
Value RoundToDigits(const Number& a, int64_t digits, Arena& arena);
// To a multiple of 10^-digits with digits <= 0, half away from zero. Precondition: WithoutInteger is empty.
Value RoundToInteger(const Number& a, int64_t digits, Arena& arena);
Value CeilNumber(const Number& a, Arena& arena);
Value FloorNumber(const Number& a, Arena& arena);
// Towards zero, as the argument of `round` is taken.
Value TruncateNumber(const Number& a, Arena& arena);

}  // namespace tincture
