// Ruby's ==, <=>, eql?, to_s and inspect over values of every type.
#include "liquid/value/compare.h"

#include <gtest/gtest.h>
#include <unicode/ustring.h>

#include <limits>

#include "liquid/support/utf8.h"
#include "liquid/value/drop.h"
#include "liquid/value/hash.h"
#include "liquid/value/letter_case.h"
#include "liquid/value/ruby_text.h"

namespace tincture {
namespace {

class CompareTest : public testing::Test {
 protected:
  Value Pair(std::string_view a_key, Value a, std::string_view b_key, Value b) {
    HashBuilder hash(arena_);
    hash.Set(a_key, a);
    hash.Set(b_key, b);
    return hash.BuildValue();
  }
  Value List(std::initializer_list<Value> items) {
    return Value::Array(arena_, std::span(items.begin(), items.size()));
  }
  Value Nested(int depth) {
    Value value;
    for (int i = 0; i < depth; ++i) value = List({value});
    return value;
  }

  Arena arena_;
  DropAccess access_{arena_, nullptr, {}};
};

TEST_F(CompareTest, NumbersAreEqualAcrossTypes) {
  EXPECT_TRUE(Equal(Value::Int(1), Value::Float(1.0)));
  EXPECT_FALSE(Equal(Value::Int(1), Value::String("1")));
  EXPECT_FALSE(Equal(Value::Float(std::numeric_limits<double>::quiet_NaN()),
                     Value::Float(std::numeric_limits<double>::quiet_NaN())));
  EXPECT_FALSE(KeysEqual(Value::Int(1), Value::Float(1.0)));
}

TEST_F(CompareTest, HashesAreEqualInAnyOrder) {
  const Value ab = Pair("a", Value::Int(1), "b", Value::Int(2));
  const Value ba = Pair("b", Value::Int(2), "a", Value::Float(1.0));
  EXPECT_TRUE(Equal(ab, ba));
  EXPECT_FALSE(KeysEqual(ab, ba));
  EXPECT_TRUE(KeysEqual(ab, Pair("b", Value::Int(2), "a", Value::Int(1))));
}

TEST_F(CompareTest, OrdersWhatRubyOrders) {
  EXPECT_LT(*Compare(Value::String("B"), Value::String("a")), 0);
  EXPECT_LT(*Compare(List({Value::Int(1), Value::Int(9)}), List({Value::Int(2)})), 0);
  EXPECT_GT(*Compare(List({Value::Int(1), Value::Int(9)}), List({Value::Int(1)})), 0);
  EXPECT_EQ(Compare(Value::Nil(), Value::Nil()), 0);
  EXPECT_FALSE(Compare(Value::Int(1), Value::String("1")));
  EXPECT_FALSE(Compare(Value::Nil(), Value::Int(1)));
  EXPECT_FALSE(Compare(List({Value::Int(1)}), List({Value::String("1")})));
}

TEST_F(CompareTest, TimesCompareByInstant) {
  const Time utc = {.seconds = 100, .is_utc = true};
  const Time there = {.seconds = 100, .utc_offset = 3600};
  EXPECT_TRUE(Equal(Value::OfTime(&utc), Value::OfTime(&there)));
  EXPECT_FALSE(Equal(Value::OfTime(&utc), Value::Date(0)));
}

TEST_F(CompareTest, PrintsTheRubyWay) {
  const Time time = {.seconds = 1364383353, .nanoseconds = 120000000, .utc_offset = -5400};
  const Value value =
      List({Value(), Value::Bool(true), Value::Float(1), Value::String("a\"é"), Value::Date(0), Value::OfTime(&time),
            Value::OfRange(arena_, 1, 3), Pair("k", Value::Int(1), "l", List({}))});
  std::string text;
  AppendText(value, access_, text);
  EXPECT_EQ(text,
            "[nil, true, 1.0, \"a\\\"é\", #<Date: 1970-01-01 ((2440588j,0s,0n),+0s,2299161j)>, "
            "2013-03-27 09:52:33.12 -0130, 1..3, {\"k\"=>1, \"l\"=>[]}]");
  text.clear();
  AppendJoined(value.AsArray(), "|", access_, text);
  EXPECT_EQ(text, "|true|1.0|a\"é|1970-01-01|2013-03-27 09:52:33 -0130|1..3|{\"k\"=>1, \"l\"=>[]}");
}

// `push` in a loop nests without end; nothing may overflow the stack.
TEST_F(CompareTest, DeepNestingEnds) {
  const Value deep = Nested(1000000);
  std::string text;
  AppendText(deep, access_, text);
  EXPECT_NE(text.find("[...]"), std::string::npos);
  AppendJoined(deep.AsArray(), "", access_, text);
  EXPECT_FALSE(Equal(deep, Nested(1000000)));
  EXPECT_FALSE(Compare(deep, Nested(1000000)));
}

TEST(LetterCase, IsFullUnicodeCharacterByCharacter) {
  std::string text;
  EXPECT_TRUE(AppendUpcase("straße ŉ", text));
  EXPECT_EQ(text, "STRASSE ʼN");
  text.clear();
  EXPECT_TRUE(AppendDowncase("ΑΣ İ", text));
  EXPECT_EQ(text, "ασ i̇");
  text.clear();
  EXPECT_TRUE(AppendCapitalized("ǆaB", text));
  EXPECT_EQ(text, "ǅab");
  EXPECT_FALSE(AppendDowncase("\xff", text));
}

std::u16string Utf16Of(char32_t c) {
  if (c < 0x10000) return std::u16string(1, static_cast<char16_t>(c));
  return {static_cast<char16_t>(0xD7C0 + (c >> 10)), static_cast<char16_t>(0xDC00 + (c & 0x3FF))};
}

// What ICU's full mapping gives for a character: `map` is u_strToLower or u_strToUpper.
template <class Map>
std::string FullMapping(char32_t c, Map map) {
  const std::u16string from = Utf16Of(c);
  char16_t to[16];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size = map(to, 16, from.data(), static_cast<int32_t>(from.size()), "", &error);
  char utf8[64];
  int32_t utf8_size = 0;
  u_strToUTF8(utf8, sizeof utf8, &utf8_size, to, size, &error);
  return {utf8, static_cast<size_t>(utf8_size)};
}

std::string FullTitle(char32_t c) {
  return FullMapping(
      c, [](char16_t* to, int32_t capacity, const char16_t* from, int32_t size, const char* locale, UErrorCode* error) {
        return u_strToTitle(to, capacity, from, size, nullptr, locale, error);
      });
}

// Most characters take a shorter way than ICU's strings.
TEST(LetterCase, MapsEveryCharacterInFull) {
  for (char32_t c = 0x80; c < 0x11000; c += c == 0xD7FF ? 0x801 : 1) {
    std::string character, lower, upper, title;
    AppendUtf8(c, character);
    ASSERT_TRUE(AppendDowncase(character, lower) && AppendUpcase(character, upper) &&
                AppendCapitalized(character, title));
    EXPECT_EQ(lower, FullMapping(c, u_strToLower)) << std::hex << static_cast<uint32_t>(c);
    EXPECT_EQ(upper, FullMapping(c, u_strToUpper)) << std::hex << static_cast<uint32_t>(c);
    EXPECT_EQ(title, FullTitle(c)) << std::hex << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace tincture
