// The transformers of SafeYAML 1.0.5 in the order in which it asks them: integer, float, nil, boolean, date.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "compat/yaml/number.h"
#include "compat/yaml/safe_yaml.h"
#include "compat/yaml/timestamp.h"
#include "liquid/value/civil.h"

namespace tincture::yaml {

namespace {

// What a transformer answers: nothing where it does not feel concerned.
using Answer = std::optional<Result<Value>>;

bool AllOf(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";

std::string_view WithoutSign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

bool IsDecimal(std::string_view text) {
  const std::string_view digits = WithoutSign(text);
  return digits == "0" || (AllOf(digits, kDigits) && digits.front() != '0');
}

// Only hexadecimal numbers may have a sign: `-010` stays a string, `-0x1f` does not.
bool IsOtherBase(std::string_view text) {
  const std::string_view unsigned_text = WithoutSign(text);
  if (unsigned_text.starts_with("0x") && AllOf(unsigned_text.substr(2), kHexDigits)) return true;
  if (!text.starts_with('0') || text.size() < 2) return false;
  if (AllOf(text.substr(1), "01234567")) return true;
  const char base = static_cast<char>(text[1] | 0x20);
  if (text[1] == 'b') return AllOf(text.substr(2), "01");
  return base == 'x' && AllOf(text.substr(2), kHexDigits);
}

// `12:30`, `1:2:3`: digits and underscores, then groups of up to two digits below 60.
bool IsSexagesimal(std::string_view text) {
  text = WithoutSign(text);
  size_t colon = text.find(':');
  if (colon == std::string_view::npos || !IsDigit(text.front())) return false;
  if (!AllOf(text.substr(0, colon), "0123456789_")) return false;
  while (colon != std::string_view::npos) {
    text.remove_prefix(colon + 1);
    colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    if (group.size() > 2 || !AllOf(group, kDigits) || (group.size() == 2 && group[0] > '5')) return false;
  }
  return true;
}

// SafeYAML gives a Float even for whole numbers, counts the sign of the first group only for that group and then turns
// everything round where the text begins with `-`: -1:30 is 30.0.
Result<Value> SexagesimalValue(std::string_view text) {
  const size_t point = text.find('.');
  std::string_view groups = text.substr(0, point);
  double sum = 0;
  double multiplier = 1;
  while (true) {
    const size_t colon = groups.rfind(':');
    const Result<double> group = RubyFloat(colon == std::string_view::npos ? groups : groups.substr(colon + 1));
    if (!group.ok()) return group.error();
    sum += *group * multiplier;
    multiplier *= 60;
    if (colon == std::string_view::npos) break;
    groups = groups.substr(0, colon);
  }
  if (point != std::string_view::npos && point + 1 < text.size()) {
    const Result<double> fraction = RubyFloat(text.substr(point));
    if (!fraction.ok()) return fraction.error();
    sum += *fraction;
  }
  return Value::Float(text.starts_with('-') ? -sum : sum);
}

// Commas and underscores do not count, wherever they are: `1,2,3` is 123 and `_1` is 1.
Answer ToInteger(std::string_view text, Arena& arena) {
  const std::string bare = Without(text, "_,");
  if (bare.empty() || !(IsDigit(WithoutSign(bare).empty() ? 'x' : WithoutSign(bare).front()))) return std::nullopt;
  if (IsDecimal(bare) || IsOtherBase(bare)) return RubyInteger(bare, arena);
  if (IsSexagesimal(bare)) return SexagesimalValue(bare);
  return std::nullopt;
}

// [-+]?(\d[\d_]*)?\.[\d_]+([eE][-+]\d+)?
bool IsFloat(std::string_view text) {
  text = WithoutSign(text);
  const size_t point = text.find('.');
  if (point == std::string_view::npos) return false;
  const std::string_view whole = text.substr(0, point);
  if (!whole.empty() && (!IsDigit(whole.front()) || !AllOf(whole, "0123456789_"))) return false;
  text.remove_prefix(point + 1);
  const size_t fraction = std::min(text.find_first_not_of("0123456789_"), text.size());
  if (fraction == 0) return false;
  text.remove_prefix(fraction);
  if (text.empty()) return true;
  if (text[0] != 'e' && text[0] != 'E') return false;
  return text.size() > 2 && (text[1] == '-' || text[1] == '+') && AllOf(text.substr(2), kDigits);
}

bool IsSexagesimalFloat(std::string_view text) {
  const size_t point = text.find('.');
  if (point == std::string_view::npos || !IsSexagesimal(text.substr(0, point))) return false;
  return text.find_first_not_of("0123456789_", point + 1) == std::string_view::npos;
}

Answer ToFloat(std::string_view text) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (IsFloat(text)) {
    const Result<double> number = RubyFloat(text);
    return number.ok() ? Result<Value>(Value::Float(*number)) : Result<Value>(number.error());
  }
  if (text == ".inf" || text == ".Inf" || text == ".INF") return Value::Float(kInfinity);
  if (text == "-.inf" || text == "-.Inf" || text == "-.INF") return Value::Float(-kInfinity);
  if (text == ".nan" || text == ".NaN" || text == ".NAN") return Value::Float(std::nan(""));
  if (IsSexagesimalFloat(text)) return SexagesimalValue(text);
  return std::nullopt;
}

Answer ToNilOrBoolean(std::string_view text) {
  if (text.size() > 5) return std::nullopt;
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  if (lower.empty() || lower == "~" || lower == "null") return Value::Nil();
  if (lower == "yes" || lower == "on" || lower == "true") return Value::Bool(true);
  if (lower == "no" || lower == "off" || lower == "false") return Value::Bool(false);
  return std::nullopt;
}

// DateTime.parse, then to_time, which keeps the offset. Nothing where DateTime refuses the fields.
std::optional<Time> ToTime(const Timestamp& stamp) {
  const std::optional<int64_t> day = DayNumber(stamp.year, stamp.month, stamp.day);
  const bool midnight = stamp.hour == 24 && stamp.minute == 0 && stamp.second == 0;
  if (!day || (stamp.hour > 23 && !midnight) || stamp.minute > 59 || stamp.second > 60) return std::nullopt;
  Time time;
  const int second = std::min(stamp.second, 59);  // DateTime knows no leap seconds
  time.seconds = *day * kSecondsPerDay + stamp.hour * 3600 + stamp.minute * 60 + second - stamp.utc_offset;
  time.nanoseconds = stamp.nanosecond;
  time.utc_offset = stamp.utc_offset;
  return time;
}

Answer ToDate(std::string_view text, Arena& arena) {
  if (const auto date = ParseDateText(text, true)) {
    const std::optional<int64_t> day = DayNumber(date->year, date->month, date->day);
    return day ? Value::Date(*day) : Value::String(text);
  }
  if (const auto stamp = ParseTimestampText(text)) {
    const std::optional<Time> time = ToTime(*stamp);
    return time ? Value::OfTime(arena, *time) : Value::String(text);
  }
  return std::nullopt;
}

}  // namespace

Result<Value> GuessSafeYamlScalar(std::string_view text, Arena& arena) {
  // The patterns end in \Z, which a tagged block scalar's last newline passes.
  std::string_view line = text;
  if (line.ends_with('\n')) line.remove_suffix(1);
  const char first = line.empty() ? '\0' : line.front();
  const bool numeric = IsDigit(first) || std::string_view("+-._,").find(first) != std::string_view::npos;
  if (numeric) {
    if (Answer answer = ToInteger(line, arena)) return *answer;
    if (Answer answer = ToFloat(line)) return *answer;
  }
  if (Answer answer = ToNilOrBoolean(text)) return *answer;
  if (IsDigit(first)) {
    if (Answer answer = ToDate(line, arena)) return *answer;
  }
  return Value::String(text);
}

}  // namespace tincture::yaml
