// The date filter against a clock and a time zone; expectations are Ruby's under TZ=America/New_York.
#include <gtest/gtest.h>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/civil.h"
#include "liquid/value/time_zone.h"

namespace tincture::liquid {
namespace {

struct Rendered {
  std::string text;
  bool reads_clock = false;
};

Rendered Render(std::string_view source) {
  static const TimeZone* const kNewYork = new TimeZone(TimeZone::FromVariable("America/New_York"));
  Environment environment(kLiquid4);
  AddStandardFilters(environment);
  LiquidError error;
  const auto parsed = Template::Parse({.text = source}, environment, &error);
  Context::Options options;
  options.zone = kNewYork;
  options.now = Time{.seconds = SecondsFromCivil(2021, 7, 4, 16, 5, 6), .is_utc = true};
  Context context(environment, options);
  Output output;
  parsed->Render(context, output);
  return {output.text(), context.reads_clock()};
}

TEST(LocalTime, NowIsShownInTheZone) {
  const Rendered now = Render("{{ 'Now' | date: '%F %T %z %Z' }}");
  EXPECT_EQ(now.text, "2021-07-04 12:05:06 -0400 EDT");
  EXPECT_TRUE(now.reads_clock);
  EXPECT_EQ(Render("{{ 'today' | date: '%F' }}").text, "2021-07-04");
}

TEST(LocalTime, MissingPartsComeFromTheClock) {
  const Rendered clock = Render("{{ '10:20' | date: '%F %T' }}");
  EXPECT_EQ(clock.text, "2021-07-04 10:20:00");
  EXPECT_TRUE(clock.reads_clock);
  EXPECT_EQ(Render("{{ 'Aug 31' | date: '%F' }}").text, "2021-08-31");
}

TEST(LocalTime, AFullDateLeavesTheClockAlone) {
  const Rendered date = Render("{{ '2013-01-04' | date: '%F %T %z' }}");
  EXPECT_EQ(date.text, "2013-01-04 00:00:00 -0500");
  EXPECT_FALSE(date.reads_clock);
}

TEST(LocalTime, SecondsAreLocal) {
  EXPECT_EQ(Render("{{ 1152098955 | date: '%F %T %z %Z' }}").text, "2006-07-05 07:29:15 -0400 EDT");
  EXPECT_EQ(Render("{{ '0' | date: '%F %T' }}").text, "1969-12-31 19:00:00");
}

TEST(LocalTime, AZoneInTheTextBecomesLocalWhereTheOffsetIsTheSame) {
  EXPECT_EQ(Render("{{ '2021-01-05 10:00 EST' | date: '%T %z %Z' }}").text, "10:00:00 -0500 EST");
  EXPECT_EQ(Render("{{ '2021-01-05 10:00 PST' | date: '%T %z %Z' }}").text, "10:00:00 -0800 ");
  EXPECT_EQ(Render("{{ '2021-01-05 10:00Z' | date: '%T %z %Z' }}").text, "10:00:00 +0000 UTC");
}

}  // namespace
}  // namespace tincture::liquid
