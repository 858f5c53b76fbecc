// Numbers and strings as Ruby reads and writes them; arithmetic of any size; decimals.
#include "liquid/value/number.h"

#include <gtest/gtest.h>

#include <bit>

#include "liquid/value/big_integer.h"
#include "liquid/value/decimal.h"
#include "liquid/value/drop.h"
#include "liquid/value/ruby_text.h"
#include "tests/liquid/value/table.h"

namespace tincture {
namespace {

class NumberTest : public testing::Test {
 protected:
  std::string Text(const Value& value) {
    std::string text;
    AppendText(value, access_, text);
    return text;
  }
  Value Integer(std::string_view digits) { return IntegerFromDigits(digits, arena_); }

  Arena arena_;
  DropAccess access_{arena_, nullptr, {}};
};

std::string FromHex(const std::string& hex) {
  std::string bytes;
  for (size_t i = 0; i < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

TEST_F(NumberTest, FloatsPrintAsRubys) {
  for (const auto& row : ReadTable("float")) {
    std::string text;
    AppendFloat(std::bit_cast<double>(std::stoull(row[0], nullptr, 16)), text);
    EXPECT_EQ(text, row[1]);
  }
}

// The texts of integer.txt, whose first column is inspected.
TEST_F(NumberTest, IntegersReadAsRubys) {
  const std::string texts[] = {"",
                               " 12 ",
                               "+5",
                               "-5",
                               "--5",
                               "- 5",
                               "12abc",
                               "1_000",
                               "1__0",
                               "_1",
                               "1_",
                               "0x1f",
                               "0b11",
                               "0o17",
                               "017",
                               "08",
                               "0d12",
                               "1.5",
                               "1e3",
                               "9223372036854775807",
                               "9223372036854775808",
                               "-9223372036854775809",
                               "0xffffffffffffffffff",
                               "0_8",
                               "0x",
                               "1\n",
                               "1 2",
                               std::string("1\0", 2),
                               std::string("1_0\0x", 5),
                               std::string("99999999999999999999 \0x", 23),
                               "\u00a05",
                               "٣"};
  const auto rows = ReadTable("integer");
  ASSERT_EQ(rows.size(), std::size(texts));
  for (size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(Text(ToInteger(texts[i], arena_)), rows[i][1]) << rows[i][0];
    const auto integer = ParseInteger(texts[i], arena_);
    EXPECT_EQ(integer ? Text(*integer) : "error", rows[i][2]) << rows[i][0];
  }
}

TEST_F(NumberTest, StringsInspectAsRubys) {
  for (const auto& row : ReadTable("inspect")) {
    std::string text;
    AppendQuoted(FromHex(row[0]), 0, text);
    EXPECT_EQ(text, row[1]);
  }
}

TEST_F(NumberTest, OverflowGrows) {
  const Value most = Value::Int(INT64_MAX);
  const Value least = Value::Int(INT64_MIN);
  EXPECT_EQ(Text(AddIntegers(most, Value::Int(1), arena_)), "9223372036854775808");
  EXPECT_EQ(Text(DivideIntegers(least, Value::Int(-1), arena_)), "9223372036854775808");
  EXPECT_EQ(Text(MultiplyIntegers(most, most, arena_)), "85070591730234615847396907784232501249");
  EXPECT_EQ(Text(AbsInteger(least, arena_)), "9223372036854775808");
  EXPECT_TRUE(SubtractIntegers(Integer("9223372036854775808"), Value::Int(1), arena_).IsInt());
}

TEST_F(NumberTest, DivisionFloors) {
  const Value big = Integer("-12345678901234567890");
  EXPECT_EQ(Text(DivideIntegers(Value::Int(-7), Value::Int(2), arena_)), "-4");
  EXPECT_EQ(Text(ModuloIntegers(Value::Int(-7), Value::Int(3), arena_)), "2");
  EXPECT_EQ(Text(DivideIntegers(big, Value::Int(7), arena_)), "-1763668414462081128");
  EXPECT_EQ(Text(ModuloIntegers(big, Value::Int(7), arena_)), "6");
}

TEST_F(NumberTest, IntegersCompareWithFloatsExactly) {
  EXPECT_EQ(CompareIntegerWithFloat(Value::Int(9007199254740993), 9007199254740992.0), 1);
  EXPECT_EQ(CompareIntegerWithFloat(Value::Int(1), 1.5), -1);
  EXPECT_EQ(CompareIntegerWithFloat(Integer("100000000000000000000"), 1e20), 0);
  EXPECT_EQ(CompareIntegerWithFloat(Value::Int(-1), -1.5), 1);
}

TEST_F(NumberTest, DecimalsAreExact) {
  const auto sum = [&](double a, double b) { return Text(AddNumbers(Number::OfFloat(a), Number::OfFloat(b), arena_)); };
  EXPECT_EQ(sum(0.1, 0.2), "0.3");
  EXPECT_EQ(sum(1e308, 1e-308), "1.0e+308");
  EXPECT_EQ(Text(RoundToDigits(Number::OfDecimal("1.005"), 2, arena_)), "1.01");
  EXPECT_EQ(Text(RoundToInteger(Number::OfFloat(-2.5), 0, arena_)), "-3");
  EXPECT_EQ(Text(CeilNumber(Number::OfFloat(1e-300), arena_)), "1");
  EXPECT_EQ(Text(FloorNumber(Number::OfFloat(-1e-300), arena_)), "-1");
}

}  // namespace
}  // namespace tincture
