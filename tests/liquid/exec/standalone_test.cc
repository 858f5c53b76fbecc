#include <gtest/gtest.h>

#include "tests/liquid/exec/render.h"

namespace tincture::liquid {
namespace {

class StandaloneTest : public testing::Test {
 protected:
  std::string Tested(std::string_view text, const Dialect& dialect = kLiquid4) {
    const Environment environment(dialect);
    Context context(environment, {});
    const auto condition = ParseStandaloneCondition(text, dialect, context.arena());
    if (!condition) return condition.error().message;
    const Context::Scope scope(context);
    context.Set("n", Value::Int(2));
    return context.Test(*condition) ? "true" : "false";
  }
};

TEST_F(StandaloneTest, Conditions) {
  EXPECT_EQ(Tested("n > 1 and n < 3"), "true");
  EXPECT_EQ(Tested("n == 3"), "false");
  EXPECT_EQ(Tested("n > "), "Liquid syntax error: [:end_of_string] is not a valid expression");
}

TEST_F(StandaloneTest, EmptyIsATextUnderLiquid5) {
  EXPECT_EQ(Tested("'' == empty"), "true");
  EXPECT_EQ(Tested("'' == empty", kLiquid5), "true");
  EXPECT_EQ(Tested("nil == empty"), "false");
  EXPECT_EQ(Tested("empty == empty"), "false");
  EXPECT_EQ(Tested("empty == empty", kLiquid5), "true");
}

TEST_F(StandaloneTest, VariablesFollowTheErrorMode) {
  Environment environment;
  Context context(environment, {});
  const auto lax = ParseStandaloneVariable("5 6", environment, context.arena());
  ASSERT_TRUE(lax);
  EXPECT_EQ(context.Evaluate(**lax).AsInt(), 5);
  environment.error_mode = ErrorMode::kStrict;
  EXPECT_FALSE(ParseStandaloneVariable("5 6", environment, context.arena()).ok());
}

}  // namespace
}  // namespace tincture::liquid
