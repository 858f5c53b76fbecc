#include "compat/yaml/timestamp.h"

#include "compat/yaml/number.h"
#include "liquid/value/civil.h"

namespace tincture::yaml {

namespace {

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Reads a timestamp from left to right; each step says whether its part was there.
class FieldReader {
 public:
  explicit FieldReader(std::string_view text) : rest_(text) {}

  bool Done() const { return rest_.empty(); }
  bool Literal(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool Number(size_t min_digits, size_t max_digits, int* number) {
    size_t length = 0;
    *number = 0;
    while (length < max_digits && length < rest_.size() && IsDigit(rest_[length])) {
      *number = *number * 10 + (rest_[length++] - '0');
    }
    if (length < min_digits) return false;
    rest_.remove_prefix(length);
    return true;
  }
  size_t Spaces() {
    size_t length = 0;
    while (length < rest_.size() && IsSpace(rest_[length])) ++length;
    rest_.remove_prefix(length);
    return length;
  }
  // The digits after the point, cut to nanoseconds; there may be none.
  int32_t Nanoseconds() {
    int32_t result = 0;
    int32_t unit = 100000000;
    while (!rest_.empty() && IsDigit(rest_.front())) {
      result += (rest_.front() - '0') * unit;
      unit /= 10;
      rest_.remove_prefix(1);
    }
    return result;
  }
  bool TakeSign(int* sign) {
    if (rest_.empty() || (rest_.front() != '+' && rest_.front() != '-')) return false;
    *sign = rest_.front() == '-' ? -1 : 1;
    rest_.remove_prefix(1);
    return true;
  }
  // "5", "05", "530", "0530", "05:30", the sign being read: hours and minutes.
  bool Zone(int* hours, int* minutes) {
    size_t digits = 0;
    while (digits < rest_.size() && IsDigit(rest_[digits])) ++digits;
    if (digits == 0 || digits > 4) return false;
    if (!Number(1, digits > 2 ? digits - 2 : digits, hours)) return false;
    if (digits > 2) return Number(2, 2, minutes);
    return !Literal(':') || Number(2, 2, minutes);
  }

 private:
  std::string_view rest_;
};

bool ReadDate(FieldReader& reader, Timestamp& time) {
  return reader.Number(4, 4, &time.year) && reader.Literal('-') && reader.Number(1, 2, &time.month) &&
         reader.Literal('-') && reader.Number(1, 2, &time.day);
}

bool ReadClock(FieldReader& reader, Timestamp& time) {
  const bool read = reader.Number(1, 2, &time.hour) && reader.Literal(':') && reader.Number(2, 2, &time.minute) &&
                    reader.Literal(':') && reader.Number(2, 2, &time.second);
  if (read && reader.Literal('.')) time.nanosecond = reader.Nanoseconds();
  return read;
}

bool ReadZone(FieldReader& reader, Timestamp& time) {
  reader.Spaces();
  if (reader.Done()) return true;
  time.has_zone = true;
  if (reader.Literal('Z')) return time.is_utc = true;
  int sign = 1;
  int hours = 0;
  int minutes = 0;
  if (!reader.TakeSign(&sign) || !reader.Zone(&hours, &minutes)) return false;
  time.utc_offset = sign * (hours * 3600 + minutes * 60);
  return true;
}

}  // namespace

std::optional<int64_t> DayNumber(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > DaysInMonth(year, month)) return std::nullopt;
  return DaysFromCivil(year, month, day);
}

std::optional<DateText> ParseDateText(std::string_view text, bool two_digits_only) {
  FieldReader reader(text);
  DateText date{};
  const size_t digits = two_digits_only ? 2 : 1;
  const bool read = reader.Number(4, 4, &date.year) && reader.Literal('-') && reader.Number(digits, 2, &date.month) &&
                    reader.Literal('-') && reader.Number(digits, 2, &date.day) && reader.Done();
  if (!read) return std::nullopt;
  return date;
}

std::optional<Timestamp> ParseTimestampText(std::string_view text) {
  FieldReader reader(text);
  Timestamp time;
  if (!ReadDate(reader, time)) return std::nullopt;
  if (!reader.Literal('T') && !reader.Literal('t') && reader.Spaces() == 0) return std::nullopt;
  if (!ReadClock(reader, time) || !ReadZone(reader, time) || !reader.Done()) return std::nullopt;
  return time;
}

}  // namespace tincture::yaml
