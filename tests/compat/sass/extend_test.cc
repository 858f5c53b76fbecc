// What the golden lines do not show of @extend: order, modules, growth.
#include "compat/sass/selector/extend.h"

#include <gtest/gtest.h>

#include <chrono>

namespace tincture::compat::sass {
namespace {

class ExtendTest : public testing::Test {
 protected:
  const SelectorList* Parse(std::string_view text) { return ParseSelector(arena_, dart_, arena_.Copy(text)); }
  const Simple* Target(std::string_view text) { return ParseSimple(arena_, dart_, arena_.Copy(text)); }
  void Extend(ExtensionStore& store, std::string_view extender, std::string_view target, bool optional = false,
              MediaContext media = 0) {
    store.AddExtension(Parse(extender), Target(target), {}, optional, media);
  }

  Arena arena_;
  const Dialect& dart_ = DialectOf(SassDialect::kDartSass);
};

TEST_F(ExtendTest, ReachesRulesBeforeAndAfter) {
  ExtensionStore store(arena_, dart_);
  const auto before = store.AddSelector(Parse(".a .b"), 0);
  Extend(store, ".c", ".b");
  const auto after = store.AddSelector(Parse(".b > .d"), 0);
  EXPECT_EQ(TextOf(*store.Selector(before)), ".a .b, .a .c");
  EXPECT_EQ(TextOf(*store.Selector(after)), ".b > .d, .c > .d");
  EXPECT_TRUE(store.Unsatisfied().empty());
}

TEST_F(ExtendTest, UnmatchedExtensionsAreReported) {
  ExtensionStore store(arena_, dart_);
  store.AddSelector(Parse(".a"), 0);
  Extend(store, ".a", ".x");
  Extend(store, ".a", ".y", true);
  const auto unsatisfied = store.Unsatisfied();
  ASSERT_EQ(unsatisfied.size(), 1u);
  EXPECT_EQ(TextOf(*unsatisfied[0].target), ".x");
}

TEST_F(ExtendTest, MediaContextsKeepExtensionsApart) {
  ExtensionStore store(arena_, dart_);
  store.AddSelector(Parse(".a"), 0);
  EXPECT_THROW(Extend(store, ".b", ".a", false, 7), SassError);
}

TEST_F(ExtendTest, ModulesDownstreamExtendUpstream) {
  ExtensionStore upstream(arena_, dart_);
  const auto rule = upstream.AddSelector(Parse(".a, %-private"), 0);
  ExtensionStore downstream(arena_, dart_);
  Extend(downstream, ".b", ".a");
  Extend(downstream, ".c", "%-private");
  ExtensionStore* const others[] = {&downstream};
  upstream.AddExtensions(others);
  EXPECT_EQ(TextOf(*upstream.Selector(rule)), ".a, .b, %-private");
}

TEST_F(ExtendTest, AChainOfExtensionsDoesNotBlowUp) {
  ExtensionStore store(arena_, dart_);
  const auto rule = store.AddSelector(Parse(".a0"), 0);
  for (int i = 1; i < 60; ++i) Extend(store, ".a" + std::to_string(i), ".a" + std::to_string(i - 1));
  EXPECT_EQ(store.Selector(rule)->complexes.size(), 60u);
}

TEST_F(ExtendTest, TooManyCombinationsAreAnError) {
  ExtensionStore store(arena_, dart_);
  std::string compound;
  for (int i = 0; i < 20; ++i) compound += ".a" + std::to_string(i);
  store.AddSelector(Parse(compound), 0);
  const auto extend_all = [&] {
    for (int i = 0; i < 20; ++i) {
      const std::string number = std::to_string(i);
      Extend(store, ".b" + number + " .c" + number, ".a" + number);
    }
  };
  EXPECT_THROW(extend_all(), ScriptError);
}

TEST_F(ExtendTest, RubySassExtendsInTheOrderOfTheRules) {
  const Dialect& ruby = DialectOf(SassDialect::kRubySass37);
  ExtensionStore store(arena_, ruby);
  const auto rule = store.AddSelector(Parse(".m"), 0);
  Extend(store, ".x", ".m");
  Extend(store, ".y", ".m");
  EXPECT_TRUE(store.Unsatisfied().empty());
  EXPECT_EQ(TextOf(*store.Selector(rule)), ".m, .x, .y");
}

TEST_F(ExtendTest, RubySassTakesCompoundTargetsWhole) {
  const Dialect& ruby = DialectOf(SassDialect::kRubySass37);
  ExtensionStore store(arena_, ruby);
  const auto both = store.AddSelector(Parse("a.b:hover"), 0);
  const auto one = store.AddSelector(Parse("a.b"), 0);
  const Simple* const target[] = {Target("a"), Target(":hover")};
  store.AddExtension(Parse(".c"), target, {}, false, 0);
  EXPECT_TRUE(store.Unsatisfied().empty());
  EXPECT_EQ(TextOf(*store.Selector(both)), "a.b:hover, .b.c");
  EXPECT_EQ(TextOf(*store.Selector(one)), "a.b");
}

}  // namespace
}  // namespace tincture::compat::sass
