// DateParts: what Ruby's Date._parse finds in free text ("Sat, 27 Mar 2010 11:22 GMT", "3/4/2015", "20130704T10").
// The rules are those of Ruby's date 3.2.2, in its order: weekday, time with zone, then the first date form that fits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tincture {

struct DateParts {
  std::optional<int64_t> year;
  std::optional<int64_t> month;
  std::optional<int64_t> day;
  std::optional<int64_t> day_of_year;
  std::optional<int64_t> hour;
  std::optional<int64_t> minute;
  std::optional<int64_t> second;
  std::optional<int32_t> nanoseconds;
  std::optional<int> weekday;  // 0 is Sunday
  std::optional<int64_t> week_year;
  std::optional<int64_t> week;
  std::optional<int> week_weekday;  // 1 is Monday
  // As written, in lower case: "gmt+9", "+09:00", "est"; empty where there is none.
  std::string zone;
};

// Nothing for a text longer than Ruby's limit of 128 characters.
std::optional<DateParts> ParseDateParts(std::string_view text);

}  // namespace tincture
