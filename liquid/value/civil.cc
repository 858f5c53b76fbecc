#include "liquid/value/civil.h"

namespace tincture {

namespace {

// `second` of a day counted from 1970-01-01; it may lie outside the day and counts on.
CivilTime CivilAt(int64_t days, int64_t second) {
  days += FloorDiv(second, kSecondsPerDay);
  const int rest = static_cast<int>(FloorMod(second, kSecondsPerDay));
  const CivilDate date = CivilFromDays(days);
  return {.year = date.year,
          .month = date.month,
          .day = date.day,
          .hour = rest / 3600,
          .minute = rest / 60 % 60,
          .second = rest % 60,
          .weekday = WeekdayOf(days),
          .day_of_year = static_cast<int>(days - DaysFromCivil(date.year, 1, 1))};
}

}  // namespace

CivilTime CivilFromSeconds(int64_t seconds) {
  return CivilAt(FloorDiv(seconds, kSecondsPerDay), FloorMod(seconds, kSecondsPerDay));
}

// Not by the sum of the two, which may not fit.
CivilTime ToCivil(const Time& time) {
  return CivilAt(FloorDiv(time.seconds, kSecondsPerDay), FloorMod(time.seconds, kSecondsPerDay) + time.utc_offset);
}

IsoWeek IsoWeekOf(const CivilTime& civil) {
  // The week's Thursday decides the year.
  const int64_t days = DaysFromCivil(civil.year, civil.month, civil.day);
  const int64_t thursday = days - (civil.weekday + 6) % 7 + 3;
  const int64_t year = CivilFromDays(thursday).year;
  return {year, static_cast<int>((thursday - DaysFromCivil(year, 1, 1)) / 7 + 1)};
}

}  // namespace tincture
