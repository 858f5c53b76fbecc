// Psych 4.0.4's scalar scanner: which type a plain scalar has.
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>

#include "compat/yaml/number.h"
#include "compat/yaml/psych.h"
#include "compat/yaml/timestamp.h"
#include "liquid/value/civil.h"

namespace tincture::yaml {

namespace {

using Answer = std::optional<Result<Value>>;

constexpr std::string_view kDigits = "0123456789";

bool AllOf(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

std::string_view WithoutSign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

Answer Word(std::string_view text) {
  if (text.size() > 5) return std::nullopt;
  const std::string lower = LowerCase(text);
  if (lower == "~" || lower == "null") return Value::Nil();
  if (lower == "yes" || lower == "true" || lower == "on") return Value::Bool(true);
  if (lower == "no" || lower == "false" || lower == "off") return Value::Bool(false);
  return std::nullopt;
}

Answer InfinityOrNan(std::string_view text) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::string lower = LowerCase(text);
  if (lower == ".inf" || lower == "+.inf") return Value::Float(kInfinity);
  if (lower == "-.inf") return Value::Float(-kInfinity);
  if (lower == ".nan") return Value::Float(std::nan(""));
  return std::nullopt;
}

// Time.utc's checks: the day may run over the end of its month, but not over 31.
bool IsTime(const Timestamp& t) {
  const bool midnight = t.hour == 24 && t.minute == 0 && t.second == 0;
  return t.month >= 1 && t.month <= 12 && t.day >= 1 && t.day <= 31 && (t.hour < 24 || midnight) && t.minute < 60 &&
         t.second <= 60 && t.utc_offset > -86400 && t.utc_offset < 86400;
}

Answer Timestamped(std::string_view text, const TimeZone* zone, Arena& arena) {
  const std::optional<Timestamp> stamp = ParseTimestampText(text);
  if (!stamp) return std::nullopt;
  if (!IsTime(*stamp)) return Value::String(text);
  Time time;
  time.seconds = SecondsFromCivil(stamp->year, stamp->month, stamp->day, stamp->hour, stamp->minute, stamp->second) -
                 stamp->utc_offset;
  time.nanoseconds = stamp->nanosecond;
  time.utc_offset = stamp->utc_offset;
  time.is_utc = stamp->is_utc;
  if (!stamp->has_zone && zone != nullptr) time = zone->Show(time.seconds, time.nanoseconds);
  return Value::OfTime(arena, time);
}

// Date.strptime with '%Y-%m-%d'.
Answer Dated(std::string_view text) {
  const auto date = ParseDateText(text, false);
  if (!date || date->month > 12 || date->day > 31) return std::nullopt;
  const std::optional<int64_t> day = DayNumber(date->year, date->month, date->day);
  return day ? Value::Date(*day) : Value::String(text);
}

// [-+]?\d[\d_]*(:[0-5]?\d){1,2}, then for a Float a point and digits or underscores.
Answer Sexagesimal(std::string_view text) {
  const size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (point != std::string_view::npos && !AllOf(text.substr(point + 1), "0123456789_")) return std::nullopt;
  size_t colon = whole.find(':');
  const std::string_view first = WithoutSign(whole.substr(0, colon));
  if (colon == std::string_view::npos || first.empty() || first[0] == '_' || !AllOf(first, "0123456789_"))
    return std::nullopt;
  // Hours, minutes, seconds whatever the number of groups: 12:30 is 12 hours and a half.
  double float_sum = std::strtod(Without(whole.substr(0, colon), "_").c_str(), nullptr) * 3600;
  int64_t sum = std::strtoll(Without(whole.substr(0, colon), "_").c_str(), nullptr, 10) * 3600;
  int64_t unit = 60;
  while (colon != std::string_view::npos) {
    if (unit == 0) return std::nullopt;
    const size_t next = whole.find(':', colon + 1);
    const std::string_view group = whole.substr(colon + 1, next == std::string_view::npos ? next : next - colon - 1);
    if (group.empty() || group.size() > 2 || !AllOf(group, kDigits) || (group.size() == 2 && group[0] > '5'))
      return std::nullopt;
    std::string last(group);
    if (next == std::string_view::npos && point != std::string_view::npos) last += Without(text.substr(point), "_");
    sum += std::strtoll(last.c_str(), nullptr, 10) * unit;
    float_sum += std::strtod(last.c_str(), nullptr) * static_cast<double>(unit);
    unit = unit == 60 ? 1 : 0;
    colon = next;
  }
  return point == std::string_view::npos ? Value::Int(sum) : Value::Float(float_sum);
}

// [-+]?(\d[\d_,]*)?\.\d*([eE][-+]\d+)?
bool IsFloat(std::string_view text) {
  text = WithoutSign(text);
  const size_t point = text.find('.');
  if (point == std::string_view::npos) return false;
  const std::string_view whole = text.substr(0, point);
  if (!whole.empty() && (!IsDigit(whole[0]) || !AllOf(whole, "0123456789_,"))) return false;
  text.remove_prefix(point + 1);
  text.remove_prefix(std::min(text.find_first_not_of(kDigits), text.size()));
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  return text.size() > 2 && (text[1] == '-' || text[1] == '+') && AllOf(text.substr(2), kDigits);
}

Answer FloatNumber(std::string_view text) {
  if (!IsFloat(text)) return std::nullopt;
  if (WithoutSign(text) == ".") return Value::String(text);
  std::string plain = Without(text, ",_");
  // "1." and "1.e+3" lose their point.
  const size_t point = plain.find('.');
  if (point + 1 == plain.size() || (plain[point + 1] | 0x20) == 'e') plain.erase(point, 1);
  const Result<double> number = RubyFloat(plain);
  if (!number.ok()) return Result<Value>(number.error());
  return Value::Float(*number);
}

// Commas count as underscores do. A decimal number has single ones between digits.
bool IsDecimal(std::string_view digits) {
  if (digits == "0") return true;
  if (digits.empty() || digits[0] < '1' || digits[0] > '9') return false;
  for (size_t i = 1; i < digits.size(); ++i) {
    if (IsDigit(digits[i])) continue;
    const bool separator = digits[i] == ',' || digits[i] == '_';
    if (!separator || i + 1 == digits.size() || !IsDigit(digits[i + 1])) return false;
  }
  return true;
}

bool IsInteger(std::string_view text) {
  const std::string_view digits = WithoutSign(text);
  if (IsDecimal(digits)) return true;
  if (digits.size() < 2 || digits[0] != '0') return false;
  if (digits[1] == 'b') return digits.size() > 2 && AllOf(digits.substr(2), "01_,");
  if (digits[1] == 'x') return digits.size() > 2 && AllOf(digits.substr(2), "0123456789abcdefABCDEF_,");
  return AllOf(digits.substr(1), "01234567_,");
}

Answer Number(std::string_view text, const TimeZone* zone, Arena& arena) {
  if (Answer answer = Timestamped(text, zone, arena)) return answer;
  if (Answer answer = Dated(text)) return answer;
  if (Answer answer = InfinityOrNan(text)) return answer;
  if (Answer answer = Sexagesimal(text)) return answer;
  if (Answer answer = FloatNumber(text)) return answer;
  if (IsInteger(text)) return RubyInteger(Without(text, ",_"), arena);
  return std::nullopt;
}

}  // namespace

Result<Value> TokenizePsychScalar(std::string_view text, const TimeZone* zone, Arena& arena) {
  if (text.empty()) return Value::Nil();
  if (text.find('\n') != std::string_view::npos) return Value::String(text);
  if (text[0] == ':' && text.size() > 1) return UnspecifiedClass("Symbol");
  if (IsDigit(text[0]) || std::string_view("+-.").find(text[0]) != std::string_view::npos) {
    if (Answer answer = Number(text, zone, arena)) return *answer;
  }
  if (Answer answer = Word(text)) return *answer;
  return Value::String(text);
}

}  // namespace tincture::yaml
