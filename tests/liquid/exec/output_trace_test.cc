#include "liquid/exec/output_trace.h"

#include <gtest/gtest.h>

#include <string>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {
namespace {

class OutputTraceTest : public testing::Test {
 protected:
  OutputTraceTest() { AddStandardTags(environment_); }

  void Render(std::string_view source) {
    HashBuilder globals(arena_);
    globals.Set("cups", Value::Int(25));
    LiquidError error;
    parsed_ = Template::Parse({.text = source, .path = "test", .lines_before = 2}, environment_, &error);
    ASSERT_NE(parsed_, nullptr) << error.Message();
    Context context(environment_, {.globals = globals.BuildValue()});
    output_.set_trace(&trace_);
    ASSERT_TRUE(parsed_->Render(context, output_));
  }

  // "line:column" of the node that printed what is found at `what`.
  std::string PlaceOf(std::string_view what) const { return PlaceAt(output_.text().find(what)); }
  std::string PlaceAt(size_t offset) const {
    const OutputTrace::Piece* piece = trace_.At(offset);
    if (piece == nullptr) return "none";
    if (piece->node->kind == Node::Kind::kText) return "text";
    const SourcePosition place = piece->source->PositionOf(piece->node->offset);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
  }

  Arena arena_;
  Environment environment_{kLiquid4};
  std::unique_ptr<const Template> parsed_;
  Output output_;
  OutputTrace trace_;
};

TEST_F(OutputTraceTest, KnowsTheNodeOfEachByte) {
  Render("tea: {{ cups }}\n{% if true %} and\n {{ cups }}!{% endif %}");
  ASSERT_EQ(output_.text(), "tea: 25\n and\n 25!");
  EXPECT_EQ(PlaceAt(0), "text");
  EXPECT_EQ(PlaceOf("25\n"), "3:6");
  EXPECT_EQ(PlaceOf("5\n"), "3:6");
  EXPECT_EQ(PlaceOf("25!"), "5:2");
  EXPECT_EQ(PlaceOf("and"), "text");
  EXPECT_EQ(PlaceAt(1000), "none");
}

TEST_F(OutputTraceTest, WhatPrintedNothingGoesBeforeTheTextBehindIt) {
  Render("a{{ none }}b{% if false %}c{% endif %}d");
  ASSERT_EQ(output_.text(), "abd");
  EXPECT_EQ(PlaceOf("b"), "3:2");
  EXPECT_EQ(PlaceOf("d"), "3:13");
  EXPECT_EQ(PlaceOf("a"), "text");
}

TEST_F(OutputTraceTest, TheTagsAroundAPiece) {
  Render("{% for i in (1..2) %}{% unless false %}<{{ i }}>{% endunless %}{% endfor %}");
  ASSERT_EQ(output_.text(), "<1><2>");
  const OutputTrace::Piece* piece = trace_.At(4);
  ASSERT_NE(piece, nullptr);
  const auto around = trace_.Around(*piece);
  ASSERT_EQ(around.size(), 2u);
  EXPECT_EQ(around[0]->node->offset, 21u) << "unless";
  EXPECT_EQ(around[1]->node->offset, 0u) << "for";
}

TEST_F(OutputTraceTest, WhatIsTakenBackIsNoPiece) {
  Render("x{% if true %}   {% assign a = 1 %} {% endif %}y{% capture c %}z{% endcapture %}");
  ASSERT_EQ(output_.text(), "xy") << "Liquid 4 drops blank blocks";
  EXPECT_EQ(PlaceOf("y"), "3:2");
  EXPECT_EQ(PlaceAt(2), "3:49") << "capture prints nothing here";
}

}  // namespace
}  // namespace tincture::liquid
