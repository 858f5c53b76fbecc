// Timestamps in YAML: the calendar fields, the checks of Ruby's Date, DateTime and Time.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tincture::yaml {

struct Timestamp {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int32_t nanosecond = 0;
  bool has_zone = false;
  bool is_utc = false;  // written "Z"
  int32_t utc_offset = 0;
};

// Days from 1970-01-01; nothing where the calendar has no such day.
std::optional<int64_t> DayNumber(int year, int month, int day);

// `YYYY-M-D`, one or two digits for month and day as said; nothing where the text is no date at all.
struct DateText {
  int year, month, day;
};
std::optional<DateText> ParseDateText(std::string_view text, bool two_digits_only);

// The YAML 1.1 timestamp form that both SafeYAML and Psych match (they differ in how they read the zone's minutes,
// which no text that matches shows). A date alone is not one.
std::optional<Timestamp> ParseTimestampText(std::string_view text);

}  // namespace tincture::yaml
