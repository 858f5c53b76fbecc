// Parsing, printing and the algebra of selectors. Expectations are Dart Sass 1.108's (selector.parse(),
// selector.is-superselector(), selector.unify()).
#include "compat/sass/selector/selector.h"

#include <gtest/gtest.h>

#include "compat/sass/error.h"

namespace tincture::compat::sass {
namespace {

class SelectorTest : public testing::Test {
 protected:
  const SelectorList* Parse(std::string_view text) { return ParseSelector(arena_, dialect_, text); }
  std::string Resolved(std::string_view child, std::string_view parent) {
    return TextOf(*ResolveParent(arena_, dialect_, Parse(child), Parse(parent), true));
  }
  bool Super(std::string_view a, std::string_view b) { return IsSuperselector(dialect_.values, *Parse(a), *Parse(b)); }
  std::string Unified(std::string_view a, std::string_view b) {
    const SelectorList* const both = Unify(arena_, dialect_, *Parse(a), *Parse(b));
    return both ? TextOf(*both) : "none";
  }

  Arena arena_;
  const Dialect& dialect_ = DialectOf(SassDialect::kDartSass);
};

TEST_F(SelectorTest, PrintsWhatItReads) {
  EXPECT_EQ(TextOf(*Parse("a>b  +  c~d e,.f#g")), "a > b + c ~ d e, .f#g");
  EXPECT_EQ(TextOf(*Parse("[a=\"b\"] [a='c d'] [*|a$=b i]")), "[a=b] [a=\"c d\"] [*|a$=b i]");
  EXPECT_EQ(TextOf(*Parse(":nth-child( 2n + 1 of .a , .b )")), ":nth-child(2n+1 of .a, .b)");
  EXPECT_EQ(TextOf(*Parse("*|* ns|a |b ::slotted(a)")), "*|* ns|a |b ::slotted(a)");
  EXPECT_EQ(TextOf(*Parse("\\31 a.\\61 b")), "\\31 a.ab");
}

TEST_F(SelectorTest, ErrorsSayWhere) {
  for (const auto& [text, offset] : std::vector<std::pair<std::string, size_t>>{
           {"", 0}, {"a,,", 3}, {".", 1}, {"[a", 2}, {"a:not(", 6}, {"a b&", 3}, {"a {", 2}}) {
    try {
      Parse(text);
      if (text != "a,,") ADD_FAILURE() << text;
    } catch (const SelectorError& error) {
      EXPECT_EQ(error.offset, offset) << text << ": " << error.message;
    }
  }
}

TEST_F(SelectorTest, DeepNestingIsAnError) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += ":not(";
  EXPECT_THROW(Parse(deep), SelectorError);
}

TEST_F(SelectorTest, ParentsAreReplaced) {
  EXPECT_EQ(Resolved(".c, .d", ".a, .b"), ".a .c, .a .d, .b .c, .b .d");
  EXPECT_EQ(Resolved("&-x.y", ".a, #b"), ".a-x.y, #b-x.y");
  EXPECT_EQ(Resolved("& + &", ".a, .b"), ".a + .a, .a + .b, .b + .a, .b + .b");
  EXPECT_EQ(Resolved(":not(&) .c", ".a .b"), ":not(.a .b) .c");
  EXPECT_EQ(Resolved("> c", ".a"), ".a > c");
  EXPECT_THROW(Resolved("&-x", "*"), ScriptError);
  EXPECT_THROW(Resolved("&.x", ".a >"), ScriptError);
}

TEST_F(SelectorTest, Superselectors) {
  EXPECT_TRUE(Super(".a", ".a.b"));
  EXPECT_FALSE(Super(".a.b", ".a"));
  EXPECT_TRUE(Super(".a .c", ".a .b .c"));
  EXPECT_TRUE(Super(".a .b", ".a > .b"));
  EXPECT_FALSE(Super(".a > .b", ".a .b"));
  EXPECT_TRUE(Super(".a ~ .b", ".a + .b"));
  EXPECT_TRUE(Super("*", "a.b"));
  EXPECT_TRUE(Super(":is(.a, .b)", ".a"));
  EXPECT_TRUE(Super(":not(.a)", ":not(.a, .b)"));
  EXPECT_FALSE(Super("a", "a::before"));
}

TEST_F(SelectorTest, Unification) {
  EXPECT_EQ(Unified(".a", ".b"), ".a.b");
  EXPECT_EQ(Unified("a", "b"), "none");
  EXPECT_EQ(Unified("#a", "#b"), "none");
  EXPECT_EQ(Unified(".a:hover", "b"), "b.a:hover");
  EXPECT_EQ(Unified(".a .b", ".c .d"), ".a .c .b.d, .c .a .b.d");
  EXPECT_EQ(Unified(".a > .b", ".c .b"), ".c .a > .b");
  EXPECT_EQ(Unified(".a ~ .b", ".c + .b"), ".a ~ .c + .b, .a.c + .b");
  EXPECT_EQ(Unified(":root .a", ".b .c"), ":root .b .a.c");
}

TEST_F(SelectorTest, PlaceholdersAndBogusCombinatorsAreInvisible) {
  EXPECT_TRUE(IsInvisible(*Parse("%a")));
  EXPECT_TRUE(IsInvisible(*Parse("a:is(%a)")));
  EXPECT_FALSE(IsInvisible(*Parse("a:not(%a)")));
  EXPECT_FALSE(IsInvisible(*Parse("%a, .b")));
  EXPECT_TRUE(IsInvisible(*Parse("a > > b")));
  EXPECT_FALSE(IsInvisible(DialectOf(SassDialect::kLibsass36), *Parse("a > > b")));
}

}  // namespace
}  // namespace tincture::compat::sass
