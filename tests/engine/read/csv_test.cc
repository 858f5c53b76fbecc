#include "engine/read/csv.h"

#include <gtest/gtest.h>

#include "liquid/value/hash.h"

namespace tincture::engine {
namespace {

// Expectations recorded with Ruby 3.1's csv 3.2.2: CSV.parse(text, headers: true).map(&:to_hash).
class CsvTest : public testing::Test {
 protected:
  // Rows as "key=value,..." with nil as "-"; rows joined by ';'. An error's message where it fails.
  std::string Parse(std::string_view text, const CsvOptions& options = {}) {
    const Result<Value> rows = ParseCsv(text, options, arena_);
    if (!rows) return rows.error().message;
    std::string shown;
    for (const Value& row : rows->AsArray()) {
      if (row.IsHash()) {
        for (const auto& entry : row.AsHash().entries()) shown += Show(entry.key) + "=" + Show(entry.value) + ",";
      } else {
        for (const Value& field : row.AsArray()) shown += Show(field) + ",";
      }
      shown += ";";
    }
    return shown;
  }
  static std::string Show(const Value& value) {
    if (value.IsNil()) return "-";
    if (value.IsInt()) return std::to_string(value.AsInt()) + "i";
    if (value.IsFloat()) return std::to_string(value.AsFloat()) + "f";
    return std::string(value.AsString());
  }

  Arena arena_;
};

TEST_F(CsvTest, Rows) {
  EXPECT_EQ(Parse("a,b\n1,2\n3,\n"), "a=1,b=2,;a=3,b=-,;");
  EXPECT_EQ(Parse("a,b"), "");
  EXPECT_EQ(Parse(""), "");
  EXPECT_EQ(Parse("a,b\n\n1,2\n\n"), "a=-,b=-,;a=1,b=2,;a=-,b=-,;");
  EXPECT_EQ(Parse("a,b\n,\n"), "a=-,b=-,;");
  EXPECT_EQ(Parse(" a , b\n 1 , 2\n"), " a = 1 , b= 2,;");
}

TEST_F(CsvTest, RowsLongerOrShorterThanTheHeader) {
  EXPECT_EQ(Parse("a,b\n1,2,3,4\n"), "a=1,b=2,-=3,;");
  EXPECT_EQ(Parse("a,b\n1\n"), "a=1,b=-,;");
  EXPECT_EQ(Parse("a,a\n1,2\n"), "a=1,;");
  EXPECT_EQ(Parse("\n\na,b\n1,2"), ";-=a,;-=1,;");
}

TEST_F(CsvTest, Quotes) {
  EXPECT_EQ(Parse("a,b\n\"x\"\"y\",\"\"\n"), "a=x\"y,b=,;");
  EXPECT_EQ(Parse("a,b\n\"multi\nline\",2\n"), "a=multi\nline,b=2,;");
  EXPECT_EQ(Parse("a,b\n\"x,2\n3,4\n"), "Unclosed quoted field in line 2.");
  EXPECT_EQ(Parse("a\n1\n2\"3\n"), "Illegal quoting in line 3.");
  EXPECT_EQ(Parse("a,b\n\"x\" ,2\n"), "Any value after quoted field isn't allowed in line 2.");
}

TEST_F(CsvTest, TheFirstLineBreakDecides) {
  EXPECT_EQ(Parse("a,b\r\n1,2\r\n"), "a=1,b=2,;");
  EXPECT_EQ(Parse("a,b\r1,2\r"), "a=1,b=2,;");
  EXPECT_EQ(Parse("a,b\n1,2\r\n3,4\n"), "Unquoted fields do not allow new line <\"\\r\\n\"> in line 2.");
  EXPECT_EQ(Parse("a,b\n1,2\r3,4\n"), "Unquoted fields do not allow new line <\"\\r\"> in line 2.");
}

TEST_F(CsvTest, TabsHeadersAndConverters) {
  EXPECT_EQ(Parse("a\tb\n1\t2,3\n", {.separator = '\t'}), "a=1,b=2,3,;");
  EXPECT_EQ(Parse("a,b\n1,2\n\n", {.headers = false}), "a,b,;1,2,;;");
  EXPECT_EQ(Parse("a,b\n1.5,007\n2,1e3\n", {.convert_integers = true, .convert_floats = true}),
            "a=1.500000f,b=7i,;a=2i,b=1000.000000f,;");
  EXPECT_EQ(Parse("a,b\n1.5,x\n-5, 7\n", {.convert_integers = true}), "a=1.5,b=x,;a=-5i,b=7i,;");
}

}  // namespace
}  // namespace tincture::engine
