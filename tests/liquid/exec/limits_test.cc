// Inputs made to hurt: they end, in time in proportion to their size.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>

#include "liquid/value/hash.h"
#include "tests/liquid/exec/render.h"

namespace tincture::liquid {
namespace {

std::string Times(int count, std::string_view text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string Render5(std::string_view source, const Context::Options& options = {}) {
  Environment environment(kLiquid5);
  AddStandardTags(environment);
  AddStandardFilters(environment);
  return Render(source, environment, options).text;
}

// Seconds of CPU, so that a busy machine does not count.
double Seconds(const std::string& source) {
  const std::clock_t start = std::clock();
  Render4(source);
  Render5(source);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Eight times the input may take 32 times the time: what is quadratic takes 64.
void ExpectLinear(std::string_view piece, int count, std::string_view before = "", std::string_view after = "") {
  const auto source = [&](int n) { return std::string(before) + Times(n, piece) + std::string(after); };
  const double one = std::min(Seconds(source(count)), Seconds(source(count)));
  EXPECT_LT(Seconds(source(8 * count)), 32 * std::max(one, 0.002)) << before << piece << after;
}

TEST(Limits, BlocksNestAHundredDeep) {
  EXPECT_EQ(Render4(Times(100, "{% if true %}") + "x" + Times(100, "{% endif %}")), "x");
  EXPECT_EQ(Render4(Times(10'000, "{% if true %}")), "Liquid error: Nesting too deep");
}

TEST(Limits, AMillionOpenVariables) {
  EXPECT_EQ(Render4(Times(1'000'000, "{{")).substr(0, 40), "Liquid syntax error (line 1): Variable '");
}

TEST(Limits, AHundredThousandWarnings) { EXPECT_EQ(Render4(Times(100'000, "{{ 1 2 }}")).size(), 100'000u); }

TEST(Limits, ALargeText) {
  const std::string text(10'000'000, 'x');
  EXPECT_EQ(Render4(text), text);
}

TEST(Limits, ALongPathAndALongCondition) {
  EXPECT_EQ(Render4("{{ a" + Times(100'000, ".b") + " }}"), "");
  EXPECT_EQ(Render4("{% if a" + Times(10'000, " or a") + " %}x{% endif %}"), "");
  EXPECT_EQ(Render4("{% if a" + Times(10'000, " or a") + " ) %}x{% endif %}"), "");
}

TEST(Limits, ManyOpenRawTags) {
  const std::string inside = Times(200'000, "{% {{ ");
  EXPECT_EQ(Render4("{% raw %}" + inside + "{% endraw %}"), inside);
}

TEST(Limits, MarkupWithoutEnd) {
  EXPECT_EQ(Render4("{{ " + Times(300'000, "[a") + " }}"), "");
  EXPECT_EQ(Render4("{% tablerow " + Times(300'000, "x.") + " %}{% endtablerow %}").substr(0, 40),
            "Liquid syntax error (line 1): Syntax Err");
  EXPECT_EQ(Render4("{% assign " + Times(300'000, "a ") + " %}").substr(0, 40),
            "Liquid syntax error (line 1): Syntax Err");
  EXPECT_EQ(Render4("{% if " + Times(300'000, "a' \"") + " %}{% endif %}"), "");
}

TEST(Limits, HugeLoopBounds) {
  EXPECT_EQ(Render4("{% for i in (1..9999999999999999999) limit: 2 %}{{ i }}{% endfor %}").size(), 2u);
  EXPECT_EQ(Render4("{% for i in (1..3) offset: 9223372036854775807 limit: 9223372036854775807 %}{{ i }}{% endfor %}"),
            "");
}

TEST(Limits, GiantRanges) {
  const std::string range = "{% assign r = (1..100000000) %}";
  EXPECT_EQ(Render5(range + "{{ r | size }} {{ r.first }} {{ r.last }} {{ r }}"), "100000000 1 100000000 1..100000000");
  EXPECT_EQ(Render5(range + "{% if r contains 99999999 %}yes{% endif %}"), "yes");
  EXPECT_EQ(Render5(range + "{% for i in r reversed limit: 2 %}{{ i }},{% endfor %}"), "2,1,");
  EXPECT_EQ(Render5(range + "{% for i in r offset: 99999999 %}{{ i }}{% endfor %}"), "100000000");
  EXPECT_EQ(Render5(range + "{% tablerow i in r limit: 1 %}{{ i }}{% endtablerow %}").size(), 47u);
  // Ruby would make the array; ours says what Ruby would say on a smaller machine.
  EXPECT_EQ(Render5(range + "{{ r | join }}{{ r | reverse | size }}"),
            "Liquid error (line 1): internalLiquid error (line 1): internal");
  EXPECT_EQ(Render5("{{ (9223372036854775806..9223372036854775807) | join }}"),
            "9223372036854775806 9223372036854775807");
}

TEST(Limits, GiantArguments) {
  EXPECT_EQ(Render5("{{ 'abc' | slice: 1, 9223372036854775807 }}{{ 'abc' | slice: -9223372036854775808, 2 }}"), "bc");
  EXPECT_EQ(Render5("{{ 'abc' | truncate: 99999999999999999999 }}{{ 'abc' | truncate: -99999999999999999999 }}"),
            "abc...");
  EXPECT_EQ(Render5("{{ 7 | map: (0..9223372036854775807) }}{{ 7 | map: (9223372036854775806..9223372036854775807) }}"),
            "70");
  EXPECT_EQ(Render5("{{ 1 | round: 2147483647 }}{{ 1.5 | round: -2147483647 }}"), "10");
}

TEST(Limits, TenMegabytesOfOutput) {
  const std::string line(100, 'x');
  const std::string source = "{% for i in (1..100000) %}" + line + "{% endfor %}";
  EXPECT_EQ(Render4(source).size(), 10'000'000u);
  EXPECT_EQ(Render5("{% capture all %}" + source + "{% endcapture %}{{ all | size }}"), "10000000");
}

TEST(Limits, ReplacingTakesAsLongAsWhatItMakes) {
  const std::string text(3'000, 'x');
  EXPECT_EQ(Render5("{{ '" + text + "' | replace: 'x', '" + text + "' | size }}"), "9000000");
  EXPECT_EQ(Render5("{{ '" + text + "' | replace: '', '" + text + "' | size }}"), "9006000");
  EXPECT_EQ(Render5("{{ '" + std::string(1'000'000, 'x') + "' | remove: 'xxxxxxxxxy' | size }}"), "1000000");
}

TEST(Limits, DeeplyNestedValues) {
  std::vector<std::array<Value, 1>> levels(1'000'000);
  for (size_t i = 1; i < levels.size(); ++i) levels[i][0] = Value::Array(levels[i - 1]);
  Arena arena;
  HashBuilder globals(arena);
  globals.Set("a", Value::Array(levels.back()));
  globals.Set("b", Value::Array(levels[levels.size() - 2]));
  const Context::Options options = {.globals = globals.BuildValue()};
  EXPECT_EQ(Render5("{{ a }}{% if a == b %}{% endif %}{{ a | join | size }}{{ a | map: 'x' }}", options).substr(0, 1),
            "0");
  EXPECT_FALSE(KeysEqual(Value::Array(levels.back()), Value::Array(levels[levels.size() - 2])));
}

TEST(Limits, OpenMarkupIsReadInLinearTime) {
  for (const char* piece :
       {"{{", "{%", "{% if", "{{ a", "{%-", "{{ '", "{{ a |", "{% raw %}", "{% comment %}", "{% if a %}"}) {
    ExpectLinear(piece, 20'000);
  }
}

TEST(Limits, LongMarkupIsReadInLinearTime) {
  for (const char* piece :
       {"a ", "a.", "a[", "'", "\"", "| ", "|a:", "a,", "a:", "1..", "(1..", "-", "and ", " or a", "=="}) {
    ExpectLinear(piece, 5'000, "{{ a", " }}");
    ExpectLinear(piece, 5'000, "{% if a", " %}{% endif %}");
    ExpectLinear(piece, 5'000, "{% for a in a", " %}{% endfor %}");
    ExpectLinear(piece, 5'000, "{% assign a = a", " %}");
    ExpectLinear(piece, 5'000, "{% cycle a", " %}");
    ExpectLinear(piece, 5'000, "{% case a", " %}{% when a %}{% endcase %}");
    ExpectLinear(piece, 5'000, "{% include 'a'", " %}");
  }
}

TEST(Limits, TenThousandNestedIfs) {
  const std::string source = Times(10'000, "{% if true %}") + "x" + Times(10'000, "{% endif %}");
  EXPECT_EQ(Render4(source), "Liquid error: Nesting too deep");
  EXPECT_EQ(Render5(source), "Liquid error: Nesting too deep");
}

TEST(Limits, ALongStringLiteral) {
  const std::string text(10'000'000, 'x');
  EXPECT_EQ(Render4("{{ '" + text + "' }}"), text);
  EXPECT_EQ(Render5("{{ '" + text + "' | size }}"), "10000000");
}

TEST(Limits, DeepExpressions) {
  EXPECT_EQ(Render5("{{ " + Times(100'000, "a[") + "b" + Times(100'000, "]") + " }}"), "");
  EXPECT_EQ(Render4("{{ " + Times(100'000, "a[") + "b" + Times(100'000, "]") + " }}"), "");
  EXPECT_EQ(Render5("{% assign x = " + Times(100'000, "(1..") + "2" + Times(100'000, ")") + " %}"), "");
}

TEST(Limits, LongFilterChains) { EXPECT_EQ(Render5("{{ 'x'" + Times(50'000, " | upcase | downcase") + " }}"), "x"); }

TEST(Limits, APartialThatIncludesItself) {
  class Self : public FileSystem {
   public:
    Result<std::string_view> Read(std::string_view) const override { return std::string_view("{% include 'self' %}"); }
  };
  const Self self;
  EXPECT_EQ(Render4("{% include 'self' %}", {.files = &self}), "Liquid error (self line 1): Nesting too deep");
}

// The only way to a file is the FileSystem that the host gave, asked by the name as it is written.
TEST(Limits, OnlyTheFileSystemReads) {
  class Recorder : public FileSystem {
   public:
    Result<std::string_view> Read(std::string_view name) const override {
      names.emplace_back(name);
      return Error{.kind = std::string(kFileSystemError), .message = "no such template"};
    }
    mutable std::vector<std::string> names;
  };
  const Recorder recorder;
  Render5("{% include '../../etc/passwd' %}{% render '/etc/passwd' %}", {.files = &recorder});
  EXPECT_EQ(recorder.names, (std::vector<std::string>{"../../etc/passwd", "/etc/passwd"}));
  EXPECT_EQ(Render5("{% include '/etc/passwd' %}"),
            "Liquid error (line 1): This liquid context does not allow includes.");
}

TEST(Limits, NodesAndBytesOfAStranger) {
  constexpr std::string_view kEndless = "{% for i in (1..1000000000) %}{% endfor %}";
  constexpr std::string_view kDoubling =
      "{% assign a = 'xxxxxxxx' %}{% for i in (1..100) %}{% assign a = a | append: a %}{% endfor %}";
  const std::string ends = "Liquid error: Memory limits exceeded";
  EXPECT_EQ(Render5("before" + std::string(kEndless), {.node_limit = 10'000}), ends);
  EXPECT_EQ(Render4("before" + std::string(kEndless), {.node_limit = 10'000}), ends);
  EXPECT_EQ(Render5(kDoubling, {.byte_limit = 1'000'000}), ends);
  EXPECT_EQ(Render5(kEndless, {.raise_errors = true, .node_limit = 10'000}),
            "raised: Liquid error (line 1): Memory limits exceeded");
  EXPECT_EQ(Render5("{% for i in (1..3) %}{{ i }}{% endfor %}", {.node_limit = 100, .byte_limit = 100'000}), "123");
}

}  // namespace
}  // namespace tincture::liquid
