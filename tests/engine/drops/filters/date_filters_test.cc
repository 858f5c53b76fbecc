#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class DateFilters : public JekyllRender {};

TEST_F(DateFilters, WriteDatesInFourWays) {
  constexpr const char* kDate = "d: 2008-11-07 13:07:54";
  EXPECT_EQ(Render("{{ d | date_to_string }}", kDate), "07 Nov 2008");
  EXPECT_EQ(Render("{{ d | date_to_long_string }}", kDate), "07 November 2008");
  EXPECT_EQ(Render("{{ d | date_to_xmlschema }}", kDate), "2008-11-07T13:07:54+00:00");
  EXPECT_EQ(Render("{{ d | date_to_rfc822 }}", kDate), "Fri, 07 Nov 2008 13:07:54 +0000");
}

TEST_F(DateFilters, WriteOrdinals) {
  EXPECT_EQ(Render("{{ '2008-11-21' | date_to_string: 'ordinal' }}"), "21st Nov 2008");
  EXPECT_EQ(Render("{{ '2008-11-12' | date_to_long_string: 'ordinal', 'US' }}"), "November 12th, 2008");
}

TEST_F(DateFilters, ShowLocalTime) {
  zone_ = TimeZone::FromVariable("America/New_York");
  EXPECT_EQ(Render("{{ d | date_to_xmlschema }}", "d: 2020-07-01 00:00:00 +0000"), "2020-06-30T20:00:00-04:00");
  EXPECT_EQ(Render("{{ d | date_to_xmlschema }}", "d: 2020-07-01"), "2020-07-01T00:00:00-04:00");
}

TEST_F(DateFilters, RefuseWhatIsNoDate) {
  EXPECT_EQ(Render("{{ nil | date_to_string }}{{ '' | date_to_rfc822 }}"), "");
  EXPECT_EQ(Render("{{ 'soon' | date_to_string }}"),
            "Jekyll::Errors::InvalidDateError: Invalid Date: '\"soon\"' is not a valid datetime.");
}

}  // namespace
}  // namespace tincture::engine
