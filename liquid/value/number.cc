#include "liquid/value/number.h"

#include <charconv>
#include <cmath>

#include "liquid/support/utf8.h"
#include "liquid/value/big_integer.h"

namespace tincture {

namespace {

// The shortest decimal digits that read back as `number`, and where the point goes: 0.d1d2d3... * 10^point.
struct ShortestDigits {
  std::string_view digits;
  int point;
};

ShortestDigits Shortest(double number, char (&buffer)[32]) {
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
  const std::string_view text(buffer, static_cast<size_t>(end - buffer));
  const size_t e = text.find('e');
  int exponent = 0;
  const char* from = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
  std::from_chars(from, end, exponent);
  size_t digits = e;
  if (digits > 1) {  // drop the point after the first digit
    buffer[1] = buffer[0];
    return {{buffer + 1, digits - 1}, exponent + 1};
  }
  return {{buffer, digits}, exponent + 1};
}

void AppendFixed(const ShortestDigits& number, std::string& out) {
  const auto point = static_cast<size_t>(number.point);
  if (number.point <= 0) {
    out.append("0.").append(static_cast<size_t>(-number.point), '0').append(number.digits);
  } else if (number.digits.size() <= point) {
    out.append(number.digits).append(point - number.digits.size(), '0').append(".0");
  } else {
    out.append(number.digits.substr(0, point)).append(".").append(number.digits.substr(point));
  }
}

void AppendScientific(const ShortestDigits& number, std::string& out) {
  out += number.digits[0];
  out += '.';
  out += number.digits.size() > 1 ? number.digits.substr(1) : "0";
  const int exponent = number.point - 1;
  out += exponent < 0 ? "e-" : "e+";
  if (std::abs(exponent) < 10) out += '0';
  AppendInt(std::abs(exponent), out);
}

int DigitValue(char c) {
  if (IsDigit(c)) return c - '0';
  return IsAlpha(c) ? ToLower(c) - 'a' + 10 : 99;
}

std::string_view SkipSpace(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  return text;
}

bool TakeSign(std::string_view& text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  return negative;
}

int BaseOfPrefix(char letter) {
  switch (ToLower(letter)) {
    case 'x':
      return 16;
    case 'b':
      return 2;
    case 'o':
      return 8;
    case 'd':
      return 10;
    default:
      return 0;
  }
}

// Digits of `base` with single underscores between them; takes them off `text`.
std::string TakeDigits(std::string_view& text, int base) {
  std::string digits;
  while (!text.empty()) {
    const bool underscore = text[0] == '_' && !digits.empty() && text.size() > 1;
    const char c = underscore ? text[1] : text[0];
    if (DigitValue(c) >= base) break;
    digits += c;
    text.remove_prefix(underscore ? 2 : 1);
  }
  return digits;
}

Value IntegerOf(std::string_view digits, int base, bool negative, Arena& arena) {
  int64_t small = 0;
  const std::string text = (negative ? "-" : "") + std::string(digits);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), small, base);
  if (error == std::errc()) return Value::Int(small);
  return BigFromDigits(digits, base, negative, arena);
}

// Ruby reads numbers of a machine word on one path, and larger ones and those with underscores on another, which takes
// a NUL for the end of the text.
bool FitsMachineWord(std::string_view digits, int base) {
  uint64_t word = 0;
  return std::from_chars(digits.data(), digits.data() + digits.size(), word, base).ec == std::errc();
}

}  // namespace

void AppendInt(int64_t number, std::string& out) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
}

void AppendFloat(double number, std::string& out) {
  if (std::isnan(number)) {
    out += "NaN";
    return;
  }
  if (std::signbit(number)) out += '-';
  if (std::isinf(number)) {
    out += "Infinity";
    return;
  }
  if (number == 0) {
    out += "0.0";
    return;
  }
  char buffer[32];
  const ShortestDigits shortest = Shortest(std::fabs(number), buffer);
  // From 1e15 on only a number with a fraction keeps its fixed notation: 1.0e+15, but 3000000000000000.5.
  const bool has_fraction = shortest.point < static_cast<int>(shortest.digits.size());
  if (shortest.point > -4 && (shortest.point <= 15 || has_fraction)) {
    AppendFixed(shortest, out);
  } else {
    AppendScientific(shortest, out);
  }
}

Value ToInteger(std::string_view text, Arena& arena) {
  text = SkipSpace(text);
  const bool negative = TakeSign(text);
  // Even to_i takes the prefix of its own base: "0d12".to_i is 12.
  if (text.size() > 2 && text[0] == '0' && ToLower(text[1]) == 'd' && IsDigit(text[2])) text.remove_prefix(2);
  const std::string digits = TakeDigits(text, 10);
  return digits.empty() ? Value::Int(0) : IntegerOf(digits, 10, negative, arena);
}

std::optional<Value> ParseInteger(std::string_view text, Arena& arena) {
  text = SkipSpace(text);
  const bool negative = TakeSign(text);
  int base = 10;
  if (text.size() > 1 && text[0] == '0') {
    const int prefixed = BaseOfPrefix(text[1]);
    base = prefixed ? prefixed : 8;
    text.remove_prefix(prefixed ? 2 : 0);
  }
  const std::string_view written = text;
  const std::string digits = TakeDigits(text, base);
  if (digits.empty()) return std::nullopt;
  const bool has_underscore = written.size() - text.size() > digits.size();
  text = SkipSpace(text);
  const bool slow_path = has_underscore || !FitsMachineWord(digits, base);
  if (!text.empty() && !(slow_path && text[0] == '\0')) return std::nullopt;
  return IntegerOf(digits, base, negative, arena);
}

double ToFloat(std::string_view text) {
  text = SkipSpace(text);
  const bool negative = TakeSign(text);
  std::string number = TakeDigits(text, 10);
  if (text.size() > 1 && text[0] == '.' && IsDigit(text[1])) {
    text.remove_prefix(1);
    if (number.empty()) number = "0";
    number += '.' + TakeDigits(text, 10);
  }
  if (!number.empty() && text.size() > 1 && ToLower(text[0]) == 'e') {
    text.remove_prefix(1);
    const bool small = TakeSign(text);
    const std::string exponent = TakeDigits(text, 10);
    if (!exponent.empty()) number += (small ? "e-" : "e+") + exponent;
  }
  double result = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), result);
  if (error == std::errc::result_out_of_range) {
    const size_t e = number.find("e-");
    result = e == std::string::npos ? HUGE_VAL : 0;
  }
  return negative ? -result : result;
}

Value TruncateFloat(double number, Arena& arena) {
  if (std::fabs(number) < 9.2e18) return Value::Int(static_cast<int64_t>(number));
  return BigFromFloat(number, arena);
}

Value IntegerFromDigits(std::string_view digits, Arena& arena) {
  const bool negative = !digits.empty() && digits[0] == '-';
  return IntegerOf(digits.substr(negative ? 1 : 0), 10, negative, arena);
}

}  // namespace tincture
