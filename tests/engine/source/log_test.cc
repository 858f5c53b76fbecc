#include "engine/source/log.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

class LogTest : public testing::Test {
 protected:
  std::vector<std::string> lines_;
  Log log_{[this](LogLevel, std::string_view line) { lines_.emplace_back(line); }};
};

TEST_F(LogTest, RightAlignsTheTopicAndSqueezesSpace) {
  log_.Info("Source:", "/a\n   b");
  log_.Info("Configuration file:", "x");
  log_.Info("", "done in 0.1 seconds.");
  EXPECT_EQ(lines_, (std::vector<std::string>{"            Source: /a b", "Configuration file: x",
                                              "                    done in 0.1 seconds."}));
}

TEST_F(LogTest, ColoursWarningsAndErrors) {
  log_.Warn("W:", "x");
  log_.Error("E:", "y");
  EXPECT_EQ(lines_[0], "\033[33m                 W: x\033[0m");
  EXPECT_EQ(lines_[1], "\033[31m                 E: y\033[0m");
}

TEST_F(LogTest, DropsWhatIsBelowItsLevel) {
  log_.Debug("a", "b");
  log_.set_level(LogLevel::kError);
  log_.Warn("a", "b");
  EXPECT_TRUE(lines_.empty());
}

}  // namespace
}  // namespace tincture::engine
