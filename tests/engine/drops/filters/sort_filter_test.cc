#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class SortFilter : public JekyllRender {};

TEST_F(SortFilter, SortsValues) {
  EXPECT_EQ(Render("{{ x | sort | join }}", "x: [10, 9, 2.5]"), "2.5 9 10");
  EXPECT_EQ(Render("{{ x | sort | join }}", "x: [b, a, B]"), "B a b");
  EXPECT_EQ(Render("{{ nil | sort }}"), "Liquid::ArgumentError: Liquid error (line 1): Cannot sort a null object.");
  EXPECT_EQ(Render("{{ x | sort }}", "x: [a, 2]"),
            "Liquid::ArgumentError: Liquid error (line 1): comparison of String with 2 failed");
  EXPECT_EQ(Render("{{ 5 | sort }}"), "NoMethodError: undefined method `sort' for 5:Integer");
}

// Properties that look like numbers are numbers; missing ones come first, or last.
TEST_F(SortFilter, SortsByProperty) {
  constexpr const char* kItems = "x: [{n: a, k: '10'}, {n: b, k: 9}, {n: c}]";
  EXPECT_EQ(Render("{{ x | sort: 'k' | map: 'n' | join }}", kItems), "c b a");
  EXPECT_EQ(Render("{{ x | sort: 'k', 'last' | map: 'n' | join }}", kItems), "b a c");
  EXPECT_EQ(Render("{{ x | sort: 'k', 'x' }}", kItems),
            "Liquid::ArgumentError: Liquid error (line 1): Invalid nils order: 'x' is not a valid nils order. It must "
            "be 'first' or 'last'.");
}

TEST_F(SortFilter, IsStable) {
  std::string items = "x: [";
  std::string names;
  for (int i = 0; i < 100; ++i) {
    items += "{k: " + std::to_string(i % 2) + ", n: " + std::to_string(i) + "}, ";
    if (i % 2 == 0) names += std::to_string(i) + " ";
  }
  const std::string sorted = Render("{{ x | sort: 'k' | map: 'n' | join }}", items + "]");
  EXPECT_EQ(sorted.substr(0, names.size()), names);
}

}  // namespace
}  // namespace tincture::engine
