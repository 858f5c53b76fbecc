#include <gtest/gtest.h>

#include "liquid/syntax/markup.h"

namespace tincture::liquid {
namespace {

std::string VariableOf(std::string_view markup) {
  VariableText text;
  if (!LaxVariable(markup, &text)) return "none";
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
  if (!LaxCondition(markup, &texts)) return "none";
  std::string out;
  for (const ComparisonText& text : texts) {
    out += "(" + std::string(text.left) + " " + std::string(text.op) + " " + std::string(text.right) + ")";
    if (text.relation == Relation::kAnd) out += "and";
    if (text.relation == Relation::kOr) out += "or";
  }
  return out;
}

TEST(LaxMarkup, AVariableIsItsFirstFragment) {
  EXPECT_EQ(VariableOf("a b | f"), "a|f()");
  EXPECT_EQ(VariableOf("'a'b"), "'a'");
  EXPECT_EQ(VariableOf(" , "), "none");
}

TEST(LaxMarkup, AFiltersNameIsItsFirstWord) {
  EXPECT_EQ(VariableOf("a | 'quoted: x' | f"), "a|quoted(x,)|f()");
  EXPECT_EQ(VariableOf("a || f"), "a|f()");
  EXPECT_EQ(VariableOf("a | f: b c, d | | g:"), "a|f(b,d,)|g()");
}

TEST(LaxMarkup, Arguments) {
  EXPECT_EQ(VariableOf("a | f: k: v, 'x, y'"), "a|f(k=v,'x, y',)");
  EXPECT_EQ(VariableOf("a | f: b: c: d"), "a|f(b=c:,)");
}

TEST(LaxMarkup, ConditionsAreCutAtAndAndOr) {
  EXPECT_EQ(ConditionOf("a == 1 and b or c"), "(a == 1)and(b  )or(c  )");
  EXPECT_EQ(ConditionOf("order"), "(order  )");
  EXPECT_EQ(ConditionOf("a.b==\"foo\""), "(a.b==\"foo\"  )");
  EXPECT_EQ(ConditionOf("a = 1"), "(a = 1)");
  EXPECT_EQ(ConditionOf("a and"), "none");
  EXPECT_EQ(ConditionOf(""), "none");
  EXPECT_EQ(ConditionOf("'a and b' == c"), "('a and b' == c)");
}

TEST(LaxMarkup, Loops) {
  LoopText text;
  ASSERT_TRUE(LaxLoop("i in list, reversed limit:2", &text));
  EXPECT_EQ(text.variable, "i");
  EXPECT_EQ(text.collection, "list");
  EXPECT_FALSE(text.reversed);
  ASSERT_EQ(text.attributes.size(), 1u);
  EXPECT_EQ(text.attributes[0].first, "limit");
  EXPECT_FALSE(LaxLoop("i on list", &text));
  EXPECT_FALSE(LaxLoop("i in", &text));
}

}  // namespace
}  // namespace tincture::liquid
