#include "liquid/value/big_integer.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
#include <string>

#include "liquid/support/utf8.h"

namespace tincture {

namespace {

using Big = boost::multiprecision::cpp_int;

// Ruby has no limit; ours keeps a template from filling the memory: 10^100000 takes 42 kB.
constexpr int64_t kMaxRoundingDigits = 100000;
constexpr int64_t kMaxBits = 1 << 20;

Big BigOf(const Value& v) { return v.IsInt() ? Big(v.AsInt()) : Big(std::string(v.AsBigInt())); }

Value Shrink(const Big& big, Arena& arena) {
  if (big >= std::numeric_limits<int64_t>::min() && big <= std::numeric_limits<int64_t>::max()) {
    return Value::Int(static_cast<int64_t>(big));
  }
  return Value::BigInt(arena.Copy(big.str()));
}

bool BothSmall(const Value& a, const Value& b) { return a.IsInt() && b.IsInt(); }

// cpp_int truncates; Ruby floors.
Big FloorDivide(const Big& a, const Big& b) {
  Big quotient;
  Big remainder;
  boost::multiprecision::divide_qr(a, b, quotient, remainder);
  if (remainder != 0 && (remainder < 0) != (b < 0)) --quotient;
  return quotient;
}

bool IsMinusOne(const Value& v) { return v.IsInt() && v.AsInt() == -1; }

}  // namespace

Value AddIntegers(const Value& a, const Value& b, Arena& arena) {
  int64_t sum;
  if (BothSmall(a, b) && !__builtin_add_overflow(a.AsInt(), b.AsInt(), &sum)) return Value::Int(sum);
  return Shrink(BigOf(a) + BigOf(b), arena);
}

Value SubtractIntegers(const Value& a, const Value& b, Arena& arena) {
  int64_t difference;
  if (BothSmall(a, b) && !__builtin_sub_overflow(a.AsInt(), b.AsInt(), &difference)) return Value::Int(difference);
  return Shrink(BigOf(a) - BigOf(b), arena);
}

Value MultiplyIntegers(const Value& a, const Value& b, Arena& arena) {
  int64_t product;
  if (BothSmall(a, b) && !__builtin_mul_overflow(a.AsInt(), b.AsInt(), &product)) return Value::Int(product);
  return Shrink(BigOf(a) * BigOf(b), arena);
}

Value DivideIntegers(const Value& a, const Value& b, Arena& arena) {
  if (!BothSmall(a, b) || IsMinusOne(b)) return Shrink(FloorDivide(BigOf(a), BigOf(b)), arena);
  const int64_t quotient = a.AsInt() / b.AsInt();
  const int64_t remainder = a.AsInt() % b.AsInt();
  return Value::Int(remainder != 0 && (remainder < 0) != (b.AsInt() < 0) ? quotient - 1 : quotient);
}

Value ModuloIntegers(const Value& a, const Value& b, Arena& arena) {
  if (IsMinusOne(b)) return Value::Int(0);
  if (!BothSmall(a, b)) {
    const Big divisor = BigOf(b);
    const Big dividend = BigOf(a);
    return Shrink(dividend - FloorDivide(dividend, divisor) * divisor, arena);
  }
  const int64_t remainder = a.AsInt() % b.AsInt();
  return Value::Int(remainder != 0 && (remainder < 0) != (b.AsInt() < 0) ? remainder + b.AsInt() : remainder);
}

Value AbsInteger(const Value& a, Arena& arena) {
  const Value zero = Value::Int(0);
  return CompareIntegers(a, zero) < 0 ? SubtractIntegers(zero, a, arena) : a;
}

Value RoundInteger(const Value& a, int64_t digits, Arena& arena) {
  if (digits >= 0) return a;
  if (digits < -kMaxRoundingDigits) return Value::Int(0);
  const Big unit = boost::multiprecision::pow(Big(10), static_cast<unsigned>(-digits));
  const Big number = BigOf(a);
  const Big rounded = (boost::multiprecision::abs(number) + unit / 2) / unit * unit;
  return Shrink(number < 0 ? Big(-rounded) : rounded, arena);
}

int CompareIntegers(const Value& a, const Value& b) {
  if (BothSmall(a, b)) return a.AsInt() < b.AsInt() ? -1 : a.AsInt() > b.AsInt();
  return BigOf(a).compare(BigOf(b));
}

int CompareIntegerWithFloat(const Value& a, double b) {
  if (std::isinf(b)) return b > 0 ? -1 : 1;
  const double whole = std::trunc(b);
  const int order = a.IsInt() && std::fabs(whole) < 9.2e18 ? CompareIntegers(a, Value::Int(static_cast<int64_t>(whole)))
                                                           : BigOf(a).compare(Big(whole));
  if (order != 0) return order;
  return b > whole ? -1 : b < whole;
}

double IntegerToFloat(const Value& a) {
  return a.IsInt() ? static_cast<double>(a.AsInt()) : BigOf(a).convert_to<double>();
}

Value IntegerBit(const Value& a, const Value& bit) {
  const Value zero = Value::Int(0);
  if (CompareIntegers(bit, zero) < 0) return zero;
  if (!bit.IsInt() || bit.AsInt() > kMaxBits) return Value::Int(CompareIntegers(a, zero) < 0);
  if (a.IsInt()) return Value::Int(a.AsInt() >> std::min<int64_t>(bit.AsInt(), 63) & 1);
  const Big shifted = FloorDivide(BigOf(a), Big(1) << static_cast<unsigned>(bit.AsInt()));
  return Value::Int(shifted % 2 != 0);
}

Value IntegerBits(const Value& a, int64_t first, int64_t count, Arena& arena) {
  const auto power = [](int64_t bits) { return Big(1) << static_cast<unsigned>(std::min(bits, kMaxBits)); };
  const Big shifted =
      first < 0 ? Big(BigOf(a) * power(-std::max(first, -kMaxBits))) : FloorDivide(BigOf(a), power(first));
  if (count < 0) return Shrink(shifted, arena);
  const Big unit = power(count);
  return Shrink(shifted - FloorDivide(shifted, unit) * unit, arena);
}

int64_t BigIntegerSize(const Value& a) {
  return static_cast<int64_t>(boost::multiprecision::msb(boost::multiprecision::abs(BigOf(a))) / 8 + 1);
}

Value BigFromDigits(std::string_view digits, int base, bool negative, Arena& arena) {
  Big big;
  if (base == 10) {
    const size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    big = Big(std::string(digits.substr(zeros)));
  } else {
    for (const char c : digits) big = big * base + (IsDigit(c) ? c - '0' : ToLower(c) - 'a' + 10);
  }
  return Shrink(negative ? Big(-big) : big, arena);
}

Value BigFromFloat(double number, Arena& arena) { return Shrink(Big(std::trunc(number)), arena); }

}  // namespace tincture
