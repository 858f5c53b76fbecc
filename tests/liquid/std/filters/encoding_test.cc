// Ruby's encoding of what filters return (DESIGN.md fact 4). Ruby 3.1: 1.to_s.encoding is US-ASCII, and a + b keeps
// the encoding of a where b is plain ASCII.
#include <gtest/gtest.h>

#include "liquid/exec/context.h"
#include "liquid/std/standard.h"

namespace tincture::liquid {
namespace {

class Encoding : public testing::Test {
 protected:
  Encoding() { AddStandardFilters(environment_); }

  bool IsAsciiTagged(std::string_view expression) {
    Context context(environment_, {});
    const Value input = expression.starts_with("nil") ? Value() : Value::Int(1);
    const Filter* filter = environment_.FindFilter(expression.substr(expression.find(' ') + 1));
    const Value argument = Value::String(argument_);
    const FilterCall call = {input, std::span(&argument, static_cast<size_t>(filter->min_args)), context};
    return (filter->call(call).string_flags() & kAsciiTagged) != 0;
  }

  Environment environment_{kLiquid4};
  std::string_view argument_ = "x";
};

TEST_F(Encoding, NumbersAreAscii) {
  EXPECT_TRUE(IsAsciiTagged("1 upcase"));
  EXPECT_TRUE(IsAsciiTagged("1 strip"));
  EXPECT_TRUE(IsAsciiTagged("nil join"));
}

TEST_F(Encoding, AppendKeepsTheFirstUnlessTheSecondNeedsMore) {
  EXPECT_TRUE(IsAsciiTagged("1 append"));
  EXPECT_FALSE(IsAsciiTagged("1 prepend"));
  argument_ = "é";
  EXPECT_FALSE(IsAsciiTagged("1 append"));
}

}  // namespace
}  // namespace tincture::liquid
