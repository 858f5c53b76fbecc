#include "liquid/syntax/expression_parser.h"

#include <gtest/gtest.h>

#include <string>

#include "liquid/value/ruby_text.h"

namespace tincture::liquid {
namespace {

class ExpressionParserTest : public testing::Test {
 protected:
  // A constant inspected, or a path such as "a.b[dynamic]".
  std::string Parsed(std::string_view text, const Dialect& dialect = kLiquid4) {
    return Describe(ExpressionParser(dialect, arena_).Parse(text));
  }

 private:
  std::string Inspect(const Value& value) {
    DropAccess access{arena_, nullptr, {}};
    std::string text;
    AppendInspect(value, access, text);
    return text;
  }
  std::string DescribeKey(const LookupKey& key) {
    return key.dynamic ? "[" + Describe(*key.dynamic) + "]" : Inspect(key.constant);
  }
  std::string Describe(const Expression& expression) {
    if (expression.kind == Expression::Kind::kRange) {
      return "(" + Describe(expression.range->first) + ".." + Describe(expression.range->last) + ")";
    }
    if (expression.constant.type() == Type::kEmpty) return "empty";
    if (expression.constant.type() == Type::kBlank) return "blank";
    if (expression.kind == Expression::Kind::kConstant) return Inspect(expression.constant);
    std::string text = "lookup " + DescribeKey(expression.lookup->name);
    for (const LookupKey& key : expression.lookup->keys) text += " " + DescribeKey(key);
    return text;
  }

  Arena arena_;
};

TEST_F(ExpressionParserTest, Literals) {
  EXPECT_EQ(Parsed("nil"), "nil");
  EXPECT_EQ(Parsed("true"), "true");
  EXPECT_EQ(Parsed("'it's'"), "\"it's\"");
  EXPECT_EQ(Parsed("-12"), "-12");
  EXPECT_EQ(Parsed("1.5"), "1.5");
  EXPECT_EQ(Parsed("1.2.3"), "1.2");
  EXPECT_EQ(Parsed("1."), "1.0");
  EXPECT_EQ(Parsed("99999999999999999999"), "99999999999999999999");
}

TEST_F(ExpressionParserTest, EmptyIsAValueInOneDialectOnly) {
  EXPECT_EQ(Parsed("empty"), "empty");
  EXPECT_EQ(Parsed("empty", kLiquid5), "\"\"");
}

TEST_F(ExpressionParserTest, WhatIsNoLiteralIsAPath) {
  EXPECT_EQ(Parsed("a.b[0][\"c\"]"), "lookup \"a\" \"b\" 0 \"c\"");
  EXPECT_EQ(Parsed("a==b"), "lookup \"a\" \"b\"");
  EXPECT_EQ(Parsed("a[b.c]"), "lookup \"a\" [lookup \"b\" \"c\"]");
  EXPECT_EQ(Parsed("[a].b"), "lookup [lookup \"a\"] \"b\"");
  EXPECT_EQ(Parsed("%"), "lookup nil");
}

TEST_F(ExpressionParserTest, BracketsWithinBracketsEndAtTheFirst) {
  EXPECT_EQ(Parsed("a[b[0]]"), "lookup \"a\" [lookup \"b\" \"0\"]");
  EXPECT_EQ(Parsed("a[\"b]c\"]"), "lookup \"a\" [lookup \"b\"] \"c\"");
}

TEST_F(ExpressionParserTest, Ranges) {
  EXPECT_EQ(Parsed("(1..3)"), "1..3");
  EXPECT_EQ(Parsed("(a..3)"), "(lookup \"a\"..3)");
  EXPECT_EQ(Parsed("('2'..nil)"), "2..0");
  EXPECT_EQ(Parsed("(1 .. 3)"), "lookup \"1\" \"3\"");
  EXPECT_EQ(Parsed("(1 .. 3)", kLiquid5), "1..3");
}

TEST_F(ExpressionParserTest, RangesWithinRangesEnd) {
  std::string deep = "1";
  for (int i = 0; i < 10'000; ++i) deep = "(" + deep + "..2)";
  EXPECT_FALSE(Parsed(deep).empty());
}

}  // namespace
}  // namespace tincture::liquid
