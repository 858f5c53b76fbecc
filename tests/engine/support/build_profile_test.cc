#include "engine/support/build_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace tincture::engine {
namespace {

using namespace std::chrono_literals;

BuildProfile& Filled(BuildProfile& profile) {
  profile.AddPhase("RESET", 100us);
  profile.AddPhase("TOTALLY", 1234567us);
  profile.AddTemplate("/site/_includes/a.html", 3, 400us);
  profile.AddTemplate("/usr/share/gems/gems/minima-2.5.1/_layouts/default.html", 1024, 2ms);
  profile.AddTemplate("/site/_includes/a.html", 1533, 800us);
  return profile;
}

// As Debian's Jekyll draws them, whose TOTAL is that of the rounded times.
TEST(BuildProfileTest, TablesOfJekyll4) {
  BuildProfile profile(false);
  Filled(profile);
  EXPECT_EQ(profile.PhaseTable(true),
            "\n"
            "| PHASE      |   TIME |\n"
            "+------------+--------+\n"
            "| RESET      | 0.0001 |\n"
            "| TOTALLY    | 1.2346 |\n"
            "| TOTAL TIME | 1.2347 |\n");
  EXPECT_EQ(profile.TemplateTable("/site", true),
            "\n"
            "| Filename                           | Count | Bytes |  Time |\n"
            "+------------------------------------+-------+-------+-------+\n"
            "| minima-2.5.1/_layouts/default.html |     1 | 1.00K | 0.002 |\n"
            "| _includes/a.html                   |     2 | 1.50K | 0.001 |\n"
            "| TOTAL (for 2 files)                |     3 | 2.50K | 0.003 |\n");
  EXPECT_THAT(profile.TemplateTable("/site", false), testing::Not(testing::HasSubstr("TOTAL")));
}

TEST(BuildProfileTest, TableOfJekyll3) {
  BuildProfile profile(false);
  EXPECT_EQ(Filled(profile).PlainTemplateTable("/site"),
            "\n"
            "Filename                           | Count | Bytes |  Time\n"
            "-----------------------------------+-------+-------+------\n"
            "minima-2.5.1/_layouts/default.html |     1 | 1.00K | 0.002\n"
            "_includes/a.html                   |     2 | 1.50K | 0.001\n"
            "\n");
}

TEST(BuildProfileTest, AtMostFiftyRows) {
  BuildProfile profile(false);
  for (int i = 0; i < 60; ++i) profile.AddTemplate("/site/" + std::to_string(i), 1, i * 1ms);
  const std::string table = profile.TemplateTable("/site", true);
  EXPECT_THAT(table, testing::HasSubstr("TOTAL (for 50 files)"));
  EXPECT_THAT(table, testing::HasSubstr("| 59 "));
  EXPECT_THAT(table, testing::Not(testing::HasSubstr("| 9 ")));
}

TEST(BuildProfileTest, TracesWhoDidWhat) {
  BuildProfile profile(true);
  { const BuildProfile::Span span(&profile, "unit", "a \"b\".md"); }
  std::thread([&] { const BuildProfile::Span span(&profile, "unit", "c"); }).join();
  const std::string trace = profile.ChromeTrace();
  EXPECT_THAT(trace, testing::StartsWith("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n"));
  EXPECT_THAT(trace, testing::HasSubstr(
                         "{\"name\":\"a \\\"b\\\".md\",\"cat\":\"unit\",\"ph\":\"X\",\"pid\":1,\"tid\":1,\"ts\":"));
  EXPECT_THAT(trace, testing::HasSubstr("{\"name\":\"c\",\"cat\":\"unit\",\"ph\":\"X\",\"pid\":1,\"tid\":2,\"ts\":"));
  EXPECT_THAT(trace, testing::EndsWith("}\n]}\n"));
}

TEST(BuildProfileTest, NobodyAsks) {
  BuildProfile::Span span(nullptr, "phase", "RENDER");
  span.EndPhase();
  span.EndTemplate(1);
  span.End();
}

}  // namespace
}  // namespace tincture::engine
