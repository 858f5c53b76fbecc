#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

constexpr const char* kItems =
    "x: [{n: a, k: 2, t: [p, q]}, {n: b, k: '2', e: ''}, {n: c, k: 3, t: [q]}, {n: d, s: {deep: yes}}]";

class WhereFilters : public JekyllRender {
 protected:
  std::string Names(const std::string& filter) {
    return Render("{{ x | " + filter + " | map: 'n' | join: '' }}", kItems);
  }
};

TEST_F(WhereFilters, WhereComparesTexts) {
  EXPECT_EQ(Names("where: 'k', 2"), "ab");
  EXPECT_EQ(Names("where: 'k', '2'"), "ab");
  EXPECT_EQ(Names("where: 't', 'q'"), "ac");
  EXPECT_EQ(Names("where: 'k', nil"), "d");
  EXPECT_EQ(Names("where: 's.deep', true"), "d");
  EXPECT_EQ(Names("where: nil, 2"), "abcd");
}

TEST_F(WhereFilters, WhereExp) {
  EXPECT_EQ(Names("where_exp: 'i', \"i.k == 3 or i.n == 'd'\""), "cd");
  EXPECT_EQ(Names("where_exp: 'i', 'i.k ='").substr(0, 18), "Liquid::SyntaxErro");
}

TEST_F(WhereFilters, FindGivesTheFirst) {
  EXPECT_EQ(Render("{% assign f = x | find: 't', 'q' %}{{ f.n }}", kItems), "a");
  EXPECT_EQ(Render("{% assign f = x | find_exp: 'i', 'i.k == 3' %}{{ f.n }}", kItems), "c");
  EXPECT_EQ(Render("{{ x | find: 'n', 'zzz' }}", kItems), "");
}

TEST_F(WhereFilters, GroupBy) {
  EXPECT_EQ(
      Render("{% assign gs = x | group_by: 'k' %}{% for g in gs %}[{{ g.name }}:{{ g.size }}]{% endfor %}", kItems),
      "[2:2][3:1][:1]");
  EXPECT_EQ(Render("{% assign gs = x | group_by_exp: 'i', \"i.n | upcase\" %}{% for g in gs %}{{ g.name }}{% endfor %}",
                   kItems),
            "ABCD");
}

TEST_F(WhereFilters, ItemsWithoutMembersAreErrors) {
  EXPECT_EQ(Render("{{ x | where: 'a', 1 }}", "x: [1]"), "TypeError: no implicit conversion of String into Integer");
  EXPECT_EQ(Render("{{ x | where: 'a', 1 }}", "x: [~]"), "NoMethodError: undefined method `[]' for nil:NilClass");
}

class Jekyll3 : public JekyllRender {
 protected:
  Jekyll3() : JekyllRender(compat::ProfileId::kJekyll3) {}
};

TEST_F(Jekyll3, WhereGivesBackItsInputForNil) {
  EXPECT_EQ(Render("{{ x | where: 'k', nil | map: 'n' | join: '' }}", kItems), "abcd");
}

TEST_F(Jekyll3, KnowsNoFindAndNoAnd) {
  EXPECT_EQ(Render("{{ 'a' | find: 'x', 'y' }}"), "a");
  EXPECT_EQ(Render("{{ x | where_exp: 'i', 'i.k == 2 and i.n' }}", kItems),
            "Liquid::SyntaxError: Liquid syntax error (line 1): Expected end_of_string but found id");
  EXPECT_EQ(Render("{{ x | where_exp: 'i', \"i.n != 'a and b'\" | map: 'n' | join: '' }}", kItems), "abcd");
}

}  // namespace
}  // namespace tincture::engine
