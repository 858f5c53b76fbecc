#include <gtest/gtest.h>

#include "liquid/syntax/markup.h"

namespace tincture::liquid {
namespace {

class StrictMarkupTest : public testing::Test {
 protected:
  // "base|name(argument,key=argument)", or the error.
  std::string VariableOf(std::string_view markup, const Dialect& dialect = kLiquid4) {
    VariableText text;
    std::string error;
    if (!StrictMarkup(dialect, arena_).ParseVariable(markup, &text, &error)) return error;
    std::string out(text.base);
    for (const FilterText& filter : text.filters) {
      out += "|" + std::string(filter.name) + "(";
      for (const ArgumentText& argument : filter.arguments) {
        if (!argument.keyword.empty()) out += std::string(argument.keyword) + "=";
        out += std::string(argument.value) + ",";
      }
      out += ")";
    }
    return out;
  }
  std::string ConditionOf(std::string_view markup) {
    std::vector<ComparisonText> texts;
    std::string error;
    if (!StrictMarkup(kLiquid4, arena_).ParseCondition(markup, &texts, &error)) return error;
    std::string out;
    for (const ComparisonText& text : texts) {
      out += "(" + std::string(text.left) + std::string(text.op) + std::string(text.right) + ")";
      if (text.relation == Relation::kAnd) out += "and";
      if (text.relation == Relation::kOr) out += "or";
    }
    return out;
  }
  std::string LoopOf(std::string_view markup) {
    LoopText text;
    std::string error;
    if (!StrictMarkup(kLiquid4, arena_).ParseLoop(markup, &text, &error)) return error;
    std::string out = std::string(text.variable) + " in " + std::string(text.collection);
    if (text.reversed) out += " reversed";
    for (const auto& [key, value] : text.attributes) out += " " + std::string(key) + "=" + std::string(value);
    return out;
  }

 private:
  Arena arena_;
};

TEST_F(StrictMarkupTest, Variables) {
  EXPECT_EQ(VariableOf(" a . b [ 0 ] "), "a.b[0]");
  EXPECT_EQ(VariableOf("a | f | g: 1, k: b.c"), "a|f()|g(1,k=b.c,)");
  EXPECT_EQ(VariableOf("( 1 .. a.b )"), "(1..a.b)");
  EXPECT_EQ(VariableOf("a | f: x-y: 1"), "a|f(x-y: 1,)");
}

TEST_F(StrictMarkupTest, ErrorsAreLiquids) {
  EXPECT_EQ(VariableOf("a b"), "Expected end_of_string but found id");
  EXPECT_EQ(VariableOf("a || b"), "Expected id but found pipe");
  EXPECT_EQ(VariableOf("a.5"), "Expected id but found number");
  EXPECT_EQ(VariableOf("a | f:"), "[:end_of_string] is not a valid expression");
  EXPECT_EQ(VariableOf(".x"), "[:dot, \".\"] is not a valid expression");
  EXPECT_EQ(VariableOf("(1.a)"), "Expected dotdot but found dot");
  EXPECT_EQ(VariableOf("a[1"), "Expected close_square but found end_of_string");
  EXPECT_EQ(VariableOf("a | f: b, ="), "Unexpected character =");
}

TEST_F(StrictMarkupTest, DialectsDifferInTheirBrackets) {
  EXPECT_EQ(VariableOf("[a].b"), "[:open_square, \"[\"] is not a valid expression");
  EXPECT_EQ(VariableOf("[a].b", kLiquid5), "[a].b");
  EXPECT_EQ(VariableOf(""), "[:end_of_string] is not a valid expression");
  EXPECT_EQ(VariableOf("", kLiquid5), "");
}

TEST_F(StrictMarkupTest, Conditions) {
  EXPECT_EQ(ConditionOf("a == 1 and b or c contains 'd'"), "(a==1)and(b)or(ccontains'd')");
  EXPECT_EQ(ConditionOf("a =="), "[:end_of_string] is not a valid expression");
  EXPECT_EQ(ConditionOf("a and"), "[:end_of_string] is not a valid expression");
  EXPECT_EQ(ConditionOf("a b"), "Expected end_of_string but found id");
}

TEST_F(StrictMarkupTest, Loops) {
  EXPECT_EQ(LoopOf("i in a.b reversed limit:2 offset: c"), "i in a.b reversed limit=2 offset=c");
  EXPECT_EQ(LoopOf("i on a"), "For loops require an 'in' clause");
  EXPECT_EQ(LoopOf("i in a cols: 2"), "Invalid attribute in for loop. Valid attributes are limit and offset");
  EXPECT_EQ(LoopOf("i in a, limit: 2"), "Expected end_of_string but found comma");
  EXPECT_EQ(LoopOf("'i' in a"), "Expected id but found string");
}

TEST_F(StrictMarkupTest, NestingHasALimit) { EXPECT_EQ(VariableOf(std::string(100'000, '(')), "Nesting too deep"); }

}  // namespace
}  // namespace tincture::liquid
