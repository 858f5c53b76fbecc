#include "liquid/value/decimal.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <charconv>
#include <cmath>
#include <limits>

#include "liquid/support/utf8.h"
#include "liquid/value/big_integer.h"
#include "liquid/value/number.h"

namespace tincture {

namespace {

using Big = boost::multiprecision::cpp_int;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// (-1)^negative * digits * 10^exponent. Zero has a sign, as BigDecimal's has.
struct Decimal {
  enum class Kind { kFinite, kInfinite, kNan } kind = Kind::kFinite;
  bool negative = false;
  Big digits = 0;
  int64_t exponent = 0;

  bool finite() const { return kind == Kind::kFinite; }
  bool zero() const { return finite() && digits == 0; }
};

Big PowerOfTen(int64_t exponent) { return boost::multiprecision::pow(Big(10), static_cast<unsigned>(exponent)); }

Big BigOfDigits(std::string digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));  // cpp_int takes 010 as octal
  return Big(digits);
}

Decimal Parse(std::string_view text) {
  Decimal decimal;
  text = Strip(text);
  if (!text.empty() && text[0] == '-') {
    decimal.negative = true;
    text.remove_prefix(1);
  }
  if (text == "NaN") return {.kind = Decimal::Kind::kNan};
  if (text == "Infinity") return {.kind = Decimal::Kind::kInfinite, .negative = decimal.negative};
  std::string digits;
  size_t i = 0;
  for (; i < text.size() && IsDigit(text[i]); ++i) digits += text[i];
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && IsDigit(text[i]); ++i) {
      digits += text[i];
      --decimal.exponent;
    }
  }
  if (i < text.size() && text[i] == 'e') {
    i += text[i + 1] == '+' ? 2 : 1;
    int64_t exponent = 0;
    std::from_chars(text.data() + i, text.data() + text.size(), exponent);
    decimal.exponent += exponent;
  }
  decimal.digits = BigOfDigits(digits.empty() ? "0" : digits);
  return decimal;
}

Decimal DecimalOf(const Number& number) {
  if (!number.is_integer()) return Parse(number.decimal());
  std::string text;
  if (number.integer().IsInt()) {
    AppendInt(number.integer().AsInt(), text);
  } else {
    text = number.integer().AsBigInt();
  }
  return Parse(text);
}

// BigDecimal#to_f.
Value FloatOf(const Decimal& decimal) {
  if (decimal.kind == Decimal::Kind::kNan) return Value::Float(kNan);
  double number = 0;
  if (decimal.kind == Decimal::Kind::kInfinite) {
    number = kInfinity;
  } else if (decimal.digits != 0) {
    const std::string text = decimal.digits.str() + "e" + std::to_string(decimal.exponent);
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool large = static_cast<int64_t>(text.size()) + decimal.exponent > 0;
    if (result.ec == std::errc::result_out_of_range) number = large ? kInfinity : 0;
  }
  return Value::Float(decimal.negative ? -number : number);
}

Value IntegerOf(const Big& magnitude, bool negative, Arena& arena) {
  return IntegerFromDigits((negative ? "-" : "") + magnitude.str(), arena);
}

Big Signed(const Decimal& decimal) { return decimal.negative ? Big(-decimal.digits) : decimal.digits; }

// Gives both the smaller exponent.
void Align(Decimal& a, Decimal& b) {
  Decimal& coarse = a.exponent > b.exponent ? a : b;
  const int64_t exponent = std::min(a.exponent, b.exponent);
  if (coarse.digits != 0) coarse.digits *= PowerOfTen(coarse.exponent - exponent);
  a.exponent = b.exponent = exponent;
}

Decimal FromSigned(const Big& number, int64_t exponent, bool negative_zero = false) {
  return {.negative = number == 0 ? negative_zero : number < 0,
          .digits = boost::multiprecision::abs(number),
          .exponent = exponent};
}

Decimal Add(Decimal a, Decimal b) {
  if (!a.finite() || !b.finite()) {
    if (a.kind == Decimal::Kind::kNan || b.kind == Decimal::Kind::kNan) return {.kind = Decimal::Kind::kNan};
    if (!a.finite() && !b.finite() && a.negative != b.negative) return {.kind = Decimal::Kind::kNan};
    return a.finite() ? b : a;
  }
  const bool both_negative = a.negative && b.negative;
  Align(a, b);
  return FromSigned(Signed(a) + Signed(b), a.exponent, both_negative);
}

Decimal Negated(Decimal a) {
  a.negative = !a.negative;
  return a;
}

Decimal Multiply(const Decimal& a, const Decimal& b) {
  const bool negative = a.negative != b.negative;
  if (a.finite() && b.finite()) {
    return {.negative = negative, .digits = a.digits * b.digits, .exponent = a.exponent + b.exponent};
  }
  const bool undefined = a.kind == Decimal::Kind::kNan || b.kind == Decimal::Kind::kNan || a.zero() || b.zero();
  return {.kind = undefined ? Decimal::Kind::kNan : Decimal::Kind::kInfinite, .negative = negative};
}

// More digits than any Float can show: BigDecimal keeps at least twice 16, and the Float takes 17 of them.
Decimal Divide(const Decimal& a, const Decimal& b) {
  constexpr int64_t kDigits = 40;
  const bool negative = a.negative != b.negative;
  const bool undefined = a.kind == Decimal::Kind::kNan || b.kind == Decimal::Kind::kNan ||
                         (!a.finite() && !b.finite()) || (a.zero() && b.zero());
  if (undefined) return {.kind = Decimal::Kind::kNan};
  if (!a.finite() || b.zero()) return {.kind = Decimal::Kind::kInfinite, .negative = negative};
  if (!b.finite()) return {.negative = negative};
  const auto b_size = static_cast<int64_t>(b.digits.str().size());
  const Big scaled = a.digits * PowerOfTen(kDigits + b_size);
  Big quotient = scaled / b.digits;
  if (quotient * b.digits != scaled) quotient = quotient * 10 + 1;  // not exact: keeps a tie from being one
  const bool exact = quotient * b.digits == scaled;
  return {.negative = negative,
          .digits = quotient,
          .exponent = a.exponent - b.exponent - kDigits - b_size - (exact ? 0 : 1)};
}

Decimal Modulo(Decimal a, Decimal b) {
  if (!a.finite() || b.kind == Decimal::Kind::kNan) return {.kind = Decimal::Kind::kNan};
  if (!b.finite()) return a;
  Align(a, b);
  Big rest = Signed(a) % Signed(b);
  if (rest != 0 && (rest < 0) != b.negative) rest += Signed(b);
  return FromSigned(rest, a.exponent, false);
}

bool BothIntegers(const Number& a, const Number& b) { return a.is_integer() && b.is_integer(); }

enum class Towards { kZero, kHalfAway, kUp, kDown };

// The multiple of 10^unit that `a` is rounded to, in units.
Big RoundedTo(const Decimal& a, int64_t unit, Towards towards) {
  if (a.exponent >= unit) return a.digits * PowerOfTen(a.exponent - unit);
  // Far below a unit; saves computing an enormous power.
  const bool tiny = unit - a.exponent > static_cast<int64_t>(boost::multiprecision::msb(a.digits + 1)) + 2;
  const Big size = tiny ? Big(0) : PowerOfTen(unit - a.exponent);
  Big whole = tiny ? Big(0) : Big(a.digits / size);
  const Big rest = tiny ? a.digits : Big(a.digits % size);
  const bool away = (towards == Towards::kHalfAway && !tiny && rest * 2 >= size) ||
                    (towards == Towards::kUp && !a.negative && rest != 0) ||
                    (towards == Towards::kDown && a.negative && rest != 0);
  return away ? Big(whole + 1) : whole;
}

Value Whole(const Number& a, Towards towards, Arena& arena) {
  if (a.is_integer()) return a.integer();
  const Decimal decimal = DecimalOf(a);
  return IntegerOf(RoundedTo(decimal, 0, towards), decimal.negative, arena);
}

std::optional<int> CompareDecimals(Decimal a, Decimal b) {
  if (a.kind == Decimal::Kind::kNan || b.kind == Decimal::Kind::kNan) return std::nullopt;
  const auto rank = [](const Decimal& d) { return d.finite() ? 0 : d.negative ? -1 : 1; };
  if (rank(a) != 0 || rank(b) != 0) return rank(a) - rank(b);
  Align(a, b);
  return Signed(a).compare(Signed(b));
}

std::optional<int> CompareNumbers(const Number& a, const Number& b) {
  if (BothIntegers(a, b)) return CompareIntegers(a.integer(), b.integer());
  return CompareDecimals(DecimalOf(a), DecimalOf(b));
}

}  // namespace

Number Number::OfFloat(double number) {
  std::string text;
  AppendFloat(number, text);
  return Number(Value(), std::move(text));
}

Value Number::ToValue() const { return is_integer() ? integer_ : FloatOf(Parse(decimal_)); }

Value AddNumbers(const Number& a, const Number& b, Arena& arena) {
  if (BothIntegers(a, b)) return AddIntegers(a.integer(), b.integer(), arena);
  return FloatOf(Add(DecimalOf(a), DecimalOf(b)));
}

Value SubtractNumbers(const Number& a, const Number& b, Arena& arena) {
  if (BothIntegers(a, b)) return SubtractIntegers(a.integer(), b.integer(), arena);
  return FloatOf(Add(DecimalOf(a), Negated(DecimalOf(b))));
}

Value MultiplyNumbers(const Number& a, const Number& b, Arena& arena) {
  if (BothIntegers(a, b)) return MultiplyIntegers(a.integer(), b.integer(), arena);
  return FloatOf(Multiply(DecimalOf(a), DecimalOf(b)));
}

Value DivideNumbers(const Number& a, const Number& b, Arena& arena) {
  if (BothIntegers(a, b)) return DivideIntegers(a.integer(), b.integer(), arena);
  return FloatOf(Divide(DecimalOf(a), DecimalOf(b)));
}

Value ModuloNumbers(const Number& a, const Number& b, Arena& arena) {
  if (BothIntegers(a, b)) return ModuloIntegers(a.integer(), b.integer(), arena);
  return FloatOf(Modulo(DecimalOf(a), DecimalOf(b)));
}

Value AbsNumber(const Number& a, Arena& arena) {
  if (a.is_integer()) return AbsInteger(a.integer(), arena);
  Decimal decimal = DecimalOf(a);
  decimal.negative = false;
  return FloatOf(decimal);
}

bool IsZero(const Number& a) {
  if (a.is_integer()) return a.integer().IsInt() && a.integer().AsInt() == 0;
  return DecimalOf(a).zero();
}

bool IsGreater(const Number& a, const Number& b) {
  const std::optional<int> order = CompareNumbers(a, b);
  return order && *order > 0;
}

std::string_view WithoutInteger(const Number& a) {
  if (a.is_integer()) return {};
  for (const std::string_view name : {"NaN", "Infinity", "-Infinity"}) {
    if (a.decimal() == name) return name;
  }
  return {};
}

Value RoundToDigits(const Number& a, int64_t digits, Arena&) {
  if (a.is_integer()) return a.integer();
  Decimal decimal = DecimalOf(a);
  if (!decimal.finite() || -decimal.exponent <= digits) return FloatOf(decimal);
  decimal.digits = RoundedTo(decimal, -digits, Towards::kHalfAway);
  decimal.exponent = -digits;
  return FloatOf(decimal);
}

Value RoundToInteger(const Number& a, int64_t digits, Arena& arena) {
  if (a.is_integer()) return RoundInteger(a.integer(), digits, arena);
  const Decimal decimal = DecimalOf(a);
  const Big units = RoundedTo(decimal, -digits, Towards::kHalfAway);
  return IntegerOf(units == 0 ? units : Big(units * PowerOfTen(-digits)), decimal.negative && units != 0, arena);
}

Value CeilNumber(const Number& a, Arena& arena) { return Whole(a, Towards::kUp, arena); }
Value FloorNumber(const Number& a, Arena& arena) { return Whole(a, Towards::kDown, arena); }
Value TruncateNumber(const Number& a, Arena& arena) { return Whole(a, Towards::kZero, arena); }

}  // namespace tincture
