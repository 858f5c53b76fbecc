#include "engine/read/data_reader.h"

#include <gtest/gtest.h>

namespace tincture::engine {
namespace {

// Expectations recorded by calling Jekyll 4.3.1's DataReader#sanitize_filename.
TEST(SanitizeDataNameTest, AsJekyll) {
  const std::pair<const char*, const char*> cases[] = {
      {"g h", "g_h"},       {"dot.name", "dotname"}, {" lead", "lead"},      {"a  b", "a_b"},    {"a   b", "a_b"},
      {"trail ", "trail_"}, {"\xC3\xA9 x", "_x"},    {"x -  y", "x_-_y"},    {"a-b_c", "a-b_c"}, {"a.b c!d", "ab_cd"},
      {"  x  y ", "x_y_"},  {"a ! b", "a_b"},        {"a \xC3\xA9 b", "a_b"}};
  for (const auto& [name, key] : cases) EXPECT_EQ(SanitizeDataName(name), key) << name;
}

}  // namespace
}  // namespace tincture::engine
