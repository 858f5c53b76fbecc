// Integer arithmetic with Ruby's meaning over Values of type Int and BigInt. Results are Ints wherever they fit.
// The fast paths are inline; what does not fit 64 bits goes to Boost's cpp_int in big_integer.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/value/value.h"

namespace tincture {

constexpr bool IsInteger(const Value& v) { return v.type() == Type::kInt || v.type() == Type::kBigInt; }

// Every operand below must be an Integer; divisors must not be 0.
Value AddIntegers(const Value& a, const Value& b, Arena& arena);
Value SubtractIntegers(const Value& a, const Value& b, Arena& arena);
Value MultiplyIntegers(const Value& a, const Value& b, Arena& arena);
// Ruby's / and %: the quotient is floored, the remainder takes the divisor's sign.
Value DivideIntegers(const Value& a, const Value& b, Arena& arena);
Value ModuloIntegers(const Value& a, const Value& b, Arena& arena);
Value AbsInteger(const Value& a, Arena& arena);
// Integer#round(digits) for digits < 0: half away from zero, at 10^-digits. Integer#round with digits >= 0 changes
// nothing.
Value RoundInteger(const Value& a, int64_t digits, Arena& arena);

int CompareIntegers(const Value& a, const Value& b);
// <=> of an Integer and a Float that is not NaN, exactly.
int CompareIntegerWithFloat(const Value& a, double b);
double IntegerToFloat(const Value& a);

// Integer#[]: the bit of that number, 0 where it is negative; and `count` bits from there on, all where it is negative.
// Numbers are two's complement without an end.
Value IntegerBit(const Value& a, const Value& bit);
Value IntegerBits(const Value& a, int64_t first, int64_t count, Arena& arena);

// Integer#size of a BigInt: its bytes.
int64_t BigIntegerSize(const Value& a);

// Beyond 64 bits.
Value BigFromDigits(std::string_view digits, int base, bool negative, Arena& arena);
Value BigFromFloat(double number, Arena& arena);

}  // namespace tincture
