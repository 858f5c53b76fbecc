// How values are written where a stylesheet would not show it: edges of numbers, inspection, hashing.
#include "compat/sass/value/print.h"

#include <gtest/gtest.h>

#include <cmath>

#include "compat/sass/error.h"
#include "compat/sass/value/color.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/operations.h"

namespace tincture::compat::sass {
namespace {

class PrintTest : public testing::Test {
 protected:
  ValueContext Context(SassDialect dialect, Style style = Style::kExpanded) {
    return ValueContext{.arena = arena_, .dialect = DialectOf(dialect), .style = style};
  }
  static std::string Css(const ValueContext& context, const Value& value) {
    std::string text;
    AppendCss(context, value, text);
    return text;
  }

  Arena arena_;
};

TEST_F(PrintTest, DartRoundsTheDecimalAndLibsassTheBinary) {
  const Value number = Value::Number(0.00000000005);  // a hair above in binary
  EXPECT_EQ(Css(Context(SassDialect::kDartSass), number), "0.0000000001");
  EXPECT_EQ(Css(Context(SassDialect::kLibsass36), Value::Number(1e15 + 0.25)), "1000000000000000.25");
  EXPECT_EQ(Css(Context(SassDialect::kDartSass), Value::Number(1e15 + 0.25)), "1000000000000000.2");
}

TEST_F(PrintTest, HugeNumbersHaveNoExponent) {
  EXPECT_EQ(Css(Context(SassDialect::kDartSass), Value::Number(1e21)), "1000000000000000000000");
  EXPECT_EQ(Css(Context(SassDialect::kDartSass), Value::Number(-1.5e300)), "-15" + std::string(299, '0'));
}

TEST_F(PrintTest, DartCompressedKeepsTheZeroOfShortNegativeNumbers) {
  const ValueContext context = Context(SassDialect::kDartSass, Style::kCompressed);
  EXPECT_EQ(Css(context, Value::Number(0.5)), ".5");
  EXPECT_EQ(Css(context, Value::Number(-0.5)), "-0.5");
  EXPECT_EQ(Css(context, Value::Number(-1.0 / 3)), "-.3333333333");
}

TEST_F(PrintTest, InfiniteNumbersAreCalculationsInDart) {
  const ValueContext context = Context(SassDialect::kDartSass);
  EXPECT_EQ(Css(context, Value::Number(HUGE_VAL)), "calc(infinity)");
  EXPECT_EQ(Css(context, Value::Number(arena_, -HUGE_VAL, "px")), "calc(-infinity * 1px)");
  EXPECT_EQ(Css(context, Value::Number(std::nan(""))), "calc(NaN)");
}

TEST_F(PrintTest, InspectShowsEveryDigitInDart) {
  EXPECT_EQ(Inspect(Context(SassDialect::kDartSass), Value::Number(1.0 / 3)), "0.3333333333333333");
  EXPECT_EQ(Inspect(Context(SassDialect::kLibsass36), Value::Number(1.0 / 3)), "0.3333333333");
}

TEST_F(PrintTest, UnknownAndCompoundUnitsAreKept) {
  const ValueContext context = Context(SassDialect::kDartSass);
  EXPECT_EQ(Css(context, Value::Number(arena_, 2, "fudge")), "2fudge");
  const Value area = Apply(context, Operator::kTimes, Value::Number(arena_, 2, "px"), Value::Number(arena_, 3, "px"));
  EXPECT_EQ(Css(context, area), "calc(6px * 1px)");
  EXPECT_THROW(Css(Context(SassDialect::kRubySass37), area), ScriptError);
}

TEST_F(PrintTest, MapsAreNoCss) {
  const ValueContext context = Context(SassDialect::kDartSass);
  MapBuilder builder(context);
  builder.Set(Value::Unquoted("a"), Value::Number(1));
  EXPECT_THROW(Css(context, builder.Build()), ScriptError);
  EXPECT_EQ(Inspect(context, builder.Build()), "(a: 1)");
}

TEST_F(PrintTest, LargeMapsKeepTheirOrderAndFindTheirKeys) {
  const ValueContext context = Context(SassDialect::kDartSass);
  MapBuilder builder(context);
  for (int i = 0; i < 1000; ++i) builder.Set(Value::Number(i), Value::Number(i * 2));
  EXPECT_FALSE(builder.Set(Value::Number(500), Value::Null()));
  builder.Remove(Value::Number(3));
  const Value map = builder.Build();
  EXPECT_EQ(map.map().entries.size(), 999u);
  EXPECT_EQ(map.map().entries[3].key.number(), 4);
  ASSERT_NE(Find(context, map.map(), Value::Number(999)), nullptr);
  EXPECT_EQ(Find(context, map.map(), Value::Number(999))->number(), 1998);
  EXPECT_EQ(Find(context, map.map(), Value::Number(3)), nullptr);
}

TEST_F(PrintTest, EqualValuesHaveEqualHashes) {
  const ValueContext context = Context(SassDialect::kDartSass);
  const Value inch = Value::Number(arena_, 1, "in");
  const Value pixels = Value::Number(arena_, 96, "px");
  EXPECT_TRUE(Equal(context, inch, pixels));
  EXPECT_EQ(Hash(context, inch), Hash(context, pixels));
  const Value red = *ColorNamed(arena_, "RED");
  const Value hsl = NewColor(arena_, MakeColor(ColorSpace::kHsl, {0.0, 100.0, 50.0}, 1));
  EXPECT_TRUE(Equal(context, red, hsl));
  EXPECT_EQ(Hash(context, red), Hash(context, hsl));
  EXPECT_TRUE(Equal(context, EmptyMap(), Value::List({}, Separator::kUndecided)));
  EXPECT_EQ(Hash(context, EmptyMap()), Hash(context, Value::List({}, Separator::kUndecided)));
}

TEST_F(PrintTest, PrivateUseCharactersAreEscapedByDart) {
  EXPECT_EQ(Css(Context(SassDialect::kDartSass), Value::Quoted("\xEF\x84\x81")), "\"\\f101\"");
  EXPECT_EQ(Css(Context(SassDialect::kDartSass, Style::kCompressed), Value::Quoted("\xEF\x84\x81")),
            "\"\xEF\x84\x81\"");
  EXPECT_EQ(Css(Context(SassDialect::kLibsass36), Value::Quoted("\xEF\x84\x81")), "\"\xEF\x84\x81\"");
}

}  // namespace
}  // namespace tincture::compat::sass
