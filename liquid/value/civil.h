// The proleptic Gregorian calendar over 64-bit years, by Howard Hinnant's day-count formulas
// (http://howardhinnant.github.io/date_algorithms.html; his library's year is 16 bits wide, Ruby's is not).
#pragma once

#include <cstdint>

#include "liquid/value/value.h"

namespace tincture {

struct CivilDate {
  int64_t year = 1970;
  int month = 1;
  int day = 1;
};

// Times of day and calendar of a Time in its own zone.
struct CivilTime {
  int64_t year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int weekday;      // 0 is Sunday
  int day_of_year;  // 0 is the first of January
};

constexpr int64_t FloorDiv(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }
constexpr int64_t FloorMod(int64_t a, int64_t b) {
  const int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

// Days since 1970-01-01. `month` is 1 to 12; `day` may lie outside its month and counts on.
constexpr int64_t DaysFromCivil(int64_t year, int month, int64_t day) {
  year -= month <= 2;
  const int64_t era = FloorDiv(year, 400);
  const int64_t year_of_era = year - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

constexpr CivilDate CivilFromDays(int64_t days) {
  days += 719468;
  const int64_t era = FloorDiv(days, 146097);
  const int64_t day_of_era = days - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int month = static_cast<int>(shifted_month + (shifted_month < 10 ? 3 : -9));
  return {year_of_era + era * 400 + (month <= 2), month,
          static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

constexpr bool IsLeapYear(int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

constexpr int DaysInMonth(int64_t year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeapYear(year) ? 29 : kDays[month - 1];
}

// 0 is Sunday.
constexpr int WeekdayOf(int64_t days) { return static_cast<int>(FloorMod(days + 4, 7)); }

constexpr int64_t kSecondsPerDay = 86400;
constexpr int64_t SecondsFromCivil(int64_t year, int month, int64_t day, int hour, int minute, int second) {
  return DaysFromCivil(year, month, day) * kSecondsPerDay + hour * 3600 + minute * 60 + second;
}

CivilTime ToCivil(const Time& time);
// The civil fields of `seconds` counted from 1970-01-01 00:00 in whatever zone they were counted in.
CivilTime CivilFromSeconds(int64_t seconds);

// ISO 8601's week of the year (1 to 53) and the year it belongs to.
struct IsoWeek {
  int64_t year;
  int week;
};
IsoWeek IsoWeekOf(const CivilTime& civil);

}  // namespace tincture
