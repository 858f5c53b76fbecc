// strftime, Time.parse and time zones against Ruby's own answers.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <tuple>

#include "liquid/value/civil.h"
#include "liquid/value/date_parts.h"
#include "liquid/value/ruby_text.h"
#include "liquid/value/strftime.h"
#include "liquid/value/time_parse.h"
#include "liquid/value/time_zone.h"
#include "tests/liquid/value/table.h"

namespace tincture {
namespace {

Time TimeOf(const std::vector<std::string>& row) {
  Time time = {.seconds = std::stoll(row[0]), .nanoseconds = std::stoi(row[1])};
  time.is_utc = row[2] == "utc";
  if (!time.is_utc) time.utc_offset = std::stoi(row[2]);
  return time;
}

TEST(Strftime, IsRubys) {
  const auto rows = ReadTable("strftime");
  ASSERT_GT(rows.size(), 5000u);
  for (const auto& row : rows) {
    std::string out;
    const Status status = row[2] == "date" ? FormatDate(FloorDiv(std::stoll(row[0]), kSecondsPerDay), row[3], out)
                                           : FormatTime(TimeOf(row), row[3], out);
    std::string quoted = "error";
    if (status.ok()) {
      quoted.clear();
      AppendQuoted(out, 0, quoted);
    }
    EXPECT_EQ(quoted, row[4]) << row[0] << " " << row[2] << " " << row[3];
  }
}

TEST(Strftime, KeepsOtherText) {
  std::string out = "on ";
  ASSERT_TRUE(FormatDate(0, "%d. é %é %Y", out).ok());
  EXPECT_EQ(out, "on 01. é %é 1970");
}

TEST(Strftime, RefusesAnEnormousWidth) {
  std::string out;
  EXPECT_EQ(FormatTime({}, "%99999999d", out).error().kind, "Errno::ERANGE");
}

TEST(TimeParse, IsRubys) {
  std::map<std::string, TimeZone> zones;
  const auto rows = ReadTable("time_parse");
  ASSERT_GT(rows.size(), 200u);
  for (const auto& row : rows) {
    const TimeZone& zone = zones.try_emplace(row[1], TimeZone::FromVariable(row[1])).first->second;
    const auto time = ParseTime(row[0], zone.Show(1700000000), zone);
    std::string text = "error";
    if (time) {
      const std::string_view name = time->is_utc ? "UTC" : time->zone.empty() ? "-" : time->zone;
      text = std::to_string(time->seconds) + " " + std::to_string(time->nanoseconds) + " " +
             std::to_string(time->utc_offset) + " " + std::string(name);
    }
    EXPECT_EQ(text, row[2]) << row[0] << " in " << row[1];
  }
}

TEST(TimeZone, IsGlibcs) {
  const auto rows = ReadTable("time_zone");
  ASSERT_GT(rows.size(), 250u);
  for (const auto& row : rows) {
    const TimeZone zone = TimeZone::FromVariable(row[1]);
    const int64_t seconds = std::stoll(row[2]);
    if (row[0] == "local") {
      EXPECT_EQ(zone.ToInstant(seconds), std::stoll(row[3])) << row[1] << " local " << seconds;
    } else {
      EXPECT_EQ(zone.At(seconds).utc_offset, std::stoi(row[3])) << row[1] << " at " << seconds;
      EXPECT_EQ(zone.At(seconds).abbreviation, row[4]) << row[1] << " at " << seconds;
    }
  }
}

TEST(TimeZone, RefusesWhatIsNoZoneFile) {
  EXPECT_FALSE(TimeZone::FromTzif("").has_value());
  EXPECT_FALSE(TimeZone::FromTzif("TZif2").has_value());
  EXPECT_FALSE(TimeZone::FromTzif("TZif2" + std::string(39, '\xff')).has_value());
  EXPECT_FALSE(TimeZone::Named("Europe/Atlantis").has_value());
}

TEST(TimeZone, SurvivesCutFiles) {
  const TimeZone whole = *TimeZone::Named("Europe/Paris");
  EXPECT_EQ(whole.At(0).abbreviation, "CET");
  std::string bytes = "TZif2" + std::string(15, '\0') + std::string(20, '\0') + std::string("\0\0\0\1", 4);
  EXPECT_FALSE(TimeZone::FromTzif(bytes).has_value());
}

TEST(Civil, CountsAcrossEras) {
  EXPECT_EQ(DaysFromCivil(1970, 1, 1), 0);
  EXPECT_EQ(DaysFromCivil(0, 3, 1), -719468);
  for (int64_t days = -1000000; days < 1000000; days += 991) {
    const CivilDate date = CivilFromDays(days);
    EXPECT_EQ(DaysFromCivil(date.year, date.month, date.day), days);
  }
}

// The short way that ISO 8601 takes gives what all the forms together give: a space at the end keeps a text off it.
TEST(DateParts, OfIsoTextsAreThoseOfAnyText) {
  const auto list = [](const DateParts& parts) {
    return std::tuple(parts.year, parts.month, parts.day, parts.day_of_year, parts.hour, parts.minute, parts.second,
                      parts.nanoseconds, parts.weekday, parts.week_year, parts.week, parts.week_weekday, parts.zone);
  };
  for (const std::string date : {"2015-01-05", "0012-13-99", "9999-00-00"}) {
    for (const std::string clock : {"", "T10:20:30", " 10:20:30", " 24:60:61", "t10:20:30", " 10:20", " 10:20:301"}) {
      for (const std::string zone :
           {"", "Z", " Z", "+0100", " -0930", "+01:00", " -09:30", "z", " ", " UTC", "+01", "+1:00"}) {
        const std::string text = date + clock + zone;
        const auto parts = ParseDateParts(text);
        const auto slow = ParseDateParts(text + " ");
        ASSERT_TRUE(parts && slow) << text;
        EXPECT_EQ(list(*parts), list(*slow)) << text;
      }
    }
  }
}

}  // namespace
}  // namespace tincture
