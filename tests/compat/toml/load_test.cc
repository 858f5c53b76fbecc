#include "compat/toml/load.h"

#include <gtest/gtest.h>

#include "liquid/value/drop.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture {
namespace {

std::string Loaded(std::string_view text) {
  Arena arena;
  const Result<Value> value = toml_file::Load(text, "_config.toml", arena);
  if (!value) return value.error().where.path + ":" + std::to_string(value.error().where.line);
  DropAccess access{.arena = arena, .observer = nullptr, .error = {}};
  std::string inspected;
  AppendInspect(*value, access, inspected);
  return inspected;
}

// Each answer is tomlrb 1.3.0's, inspected.
TEST(TomlTest, ValuesBecomeRubys) {
  EXPECT_EQ(Loaded("a = 1\nb = 1.5\nc = true\nd = \"x\"\n"), R"({"a"=>1, "b"=>1.5, "c"=>true, "d"=>"x"})");
  EXPECT_EQ(Loaded("a = [1, [\"x\"]]\n"), R"({"a"=>[1, ["x"]]})");
  EXPECT_EQ(Loaded("t = 2024-01-02T03:04:05+02:00\nu = 2024-01-02\n"),
            R"({"t"=>2024-01-02 03:04:05 +0200, "u"=>2024-01-02 00:00:00 +0000})");
}

TEST(TomlTest, TablesKeepTheOrderOfTheFile) {
  EXPECT_EQ(Loaded("z = 1\na = 2\n[y.x]\nq = 3\n[b]\nc = 4\n"),
            R"({"z"=>1, "a"=>2, "y"=>{"x"=>{"q"=>3}}, "b"=>{"c"=>4}})");
  EXPECT_EQ(Loaded("[[p]]\nn = 1\n[[p]]\nn = 2\n"), R"({"p"=>[{"n"=>1}, {"n"=>2}]})");
}

TEST(TomlTest, AnErrorHasItsPlace) { EXPECT_EQ(Loaded("a = 1\nb = \n"), "_config.toml:2"); }

}  // namespace
}  // namespace tincture
