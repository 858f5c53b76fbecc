// Expectations are Ruby's json 2.6.1's.
#include "engine/drops/filters/json.h"

#include <cmath>

#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class Json : public JekyllRender {
 protected:
  std::string Write(const Value& value, JsonStyle style = JsonStyle::kCompact) {
    DropAccess access{arena_, nullptr, std::nullopt};
    std::string out;
    const Status status = AppendJson(value, style, access, out);
    return status.ok() ? out : status.error().kind + ": " + status.error().message;
  }
};

TEST_F(Json, EscapesLittle) {
  EXPECT_EQ(Write(Value::String("a/b</script>\"\\\n\x01\x7f\xc3\xa9")),
            "\"a/b</script>\\\"\\\\\\n\\u0001\x7f\xc3\xa9\"");
}

TEST_F(Json, WritesNumbersAndKeysAsRubyDoes) {
  EXPECT_EQ(Write(Value::Float(1e20)), "1.0e+20");
  EXPECT_EQ(Write(Yaml("{1: a, ~: b, yes: 2020-01-02}")), R"({"1":"a","b":true})");
  EXPECT_EQ(Write(Yaml("d: 2020-01-02 03:04:05")), R"({"d":"2020-01-02 03:04:05 +0000"})");
}

TEST_F(Json, Pretty) {
  EXPECT_EQ(Write(Yaml("{a: [], b: {}, c: [1, {d: ~}]}"), JsonStyle::kPretty),
            "{\n  \"a\": [\n\n  ],\n  \"b\": {\n  },\n  \"c\": [\n    1,\n    {\n      \"d\": null\n    }\n  ]\n}");
}

TEST_F(Json, RefusesWhatJsonLacks) {
  EXPECT_EQ(Write(Value::Float(std::nan(""))).substr(0, 22), "JSON::GeneratorError: ");
  EXPECT_EQ(Write(Value::String("a\xff")).substr(0, 22), "JSON::GeneratorError: ");
  Value nested;
  for (int i = 0; i < 101; ++i) nested = Value::Array(arena_, std::span<const Value>(&nested, 1));
  EXPECT_EQ(Write(nested), "JSON::NestingError: nesting of 101 is too deep");
}

}  // namespace
}  // namespace tincture::engine
