#include "compat/text/pluralized.h"

#include <gtest/gtest.h>

#include <string>

#include "liquid/value/ruby_text.h"

namespace tincture::text {
namespace {

class Pluralized : public testing::Test {
 protected:
  std::string Tags(std::initializer_list<std::pair<std::string_view, Value>> members) {
    HashBuilder hash(arena_);
    for (const auto& [key, value] : members) hash.Set(key, value);
    DropAccess access{arena_, nullptr, std::nullopt};
    std::string text;
    AppendInspect(PluralizedArray(*hash.Build(), "tag", "tags", arena_), access, text);
    return text;
  }

  Arena arena_;
};

TEST_F(Pluralized, SplitsWordsOfThePluralOnly) {
  EXPECT_EQ(Tags({{"tags", Value::String("a, b  c")}}), R"(["a,", "b", "c"])");
  EXPECT_EQ(Tags({{"tag", Value::String("a b")}}), R"(["a b"])");
}

TEST_F(Pluralized, TakesTheSingularFirst) {
  EXPECT_EQ(Tags({{"tags", Value::String("x")}, {"tag", Value::Int(1)}}), "[1]");
  EXPECT_EQ(Tags({{"tags", Value::String("x")}, {"tag", Value()}}), R"(["x"])");
}

TEST_F(Pluralized, FlattensAndDropsNils) {
  const Value inner[] = {Value::Int(1), Value(), Value::Int(2)};
  const Value outer[] = {Value::Array(inner), Value::Bool(false)};
  EXPECT_EQ(Tags({{"tags", Value::Array(outer)}}), "[1, 2, false]");
  EXPECT_EQ(Tags({}), "[]");
}

}  // namespace
}  // namespace tincture::text
