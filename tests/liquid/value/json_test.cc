#include "liquid/value/json.h"

#include <gtest/gtest.h>

#include <string>

#include "liquid/value/drop.h"
#include "liquid/value/ruby_text.h"

namespace tincture {
namespace {

// What Ruby's inspect prints of it.
std::string Inspected(std::string_view json) {
  Arena arena;
  const auto value = ParseJson(json, arena);
  if (!value) {
    const Error& error = value.error();
    return error.kind + " " + std::to_string(error.where.line) + ":" + std::to_string(error.where.column);
  }
  DropAccess access{arena, nullptr, {}};
  std::string text;
  AppendInspect(*value, access, text);
  return text;
}

TEST(Json, Scalars) {
  EXPECT_EQ(Inspected(R"([1, 1.0, -0, 1e3, 123456789012345678901234567890, true, null, "ä\n\u00e4\ud83d\ude00"])"),
            R"([1, 1.0, 0, 1000.0, 123456789012345678901234567890, true, nil, "ä\nä😀"])");
  EXPECT_EQ(Inspected(" 7 "), "7");
}

TEST(Json, MembersKeepTheirOrderAndTheLastOneCounts) {
  EXPECT_EQ(Inspected(R"({"b": {"x": []}, "a": {}, "b": 2})"), R"({"b"=>2, "a"=>{}})");
}

TEST(Json, ErrorsSayWhere) {
  EXPECT_EQ(Inspected("{\"a\": 1,\n \"b\": }"), "JSON::ParserError 2:7");
  EXPECT_EQ(Inspected(""), "JSON::ParserError 1:1");
  EXPECT_EQ(Inspected("[1] 2"), "JSON::ParserError 1:5");
}

TEST(Json, AHundredLevels) {
  EXPECT_EQ(Inspected(std::string(100, '[') + std::string(100, ']')), std::string(100, '[') + std::string(100, ']'));
  EXPECT_EQ(Inspected(std::string(1'000'000, '[')), "JSON::NestingError 1:101");
}

}  // namespace
}  // namespace tincture
