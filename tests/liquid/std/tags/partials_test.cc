// `include` and `render`: what they read, what they see, where they end.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"

namespace tincture::liquid {
namespace {

class FakeFiles : public FileSystem {
 public:
  std::map<std::string, std::string, std::less<>> sources;

  Result<std::string_view> Read(std::string_view name) const override {
    const auto found = sources.find(name);
    if (found != sources.end()) return std::string_view(found->second);
    return Error{.kind = std::string(kFileSystemError), .message = "No such template '" + std::string(name) + "'"};
  }
};

class PartialsTest : public testing::Test {
 protected:
  std::string Render(std::string_view source, const Dialect& dialect) {
    Environment environment(dialect);
    AddStandardTags(environment);
    LiquidError error;
    const auto parsed = Template::Parse({.text = source}, environment, &error);
    if (parsed == nullptr) return error.Message();
    Context::Options options;
    options.files = &files_;
    Context context(environment, options);
    Output output;
    parsed->Render(context, output);
    return output.text();
  }

  FakeFiles files_;
};

TEST_F(PartialsTest, IncludeSharesTheCallersVariables) {
  files_.sources["folder/p"] = "[{{ p }}{{ x }}{{ k }}]{% assign y = 'leaks' %}";
  EXPECT_EQ(Render("{% assign x = 1 %}{% include 'folder/p' with 'v', k: x %}{{ y }}{{ k }}", kLiquid4), "[v11]leaks");
  EXPECT_EQ(Render("{% include 'folder/p' with 'v' as p %}", kLiquid5), "[v]");
}

TEST_F(PartialsTest, BreakInAnIncludeEndsTheCallersLoop) {
  files_.sources["b"] = "{% break %}";
  EXPECT_EQ(Render("{% for i in (1..3) %}{{ i }}{% include 'b' %}x{% endfor %}.", kLiquid4), "1.");
}

TEST_F(PartialsTest, ErrorsNameThePartial) {
  files_.sources["bad"] = "\n{% if 1 < 'a' %}{% endif %}";
  files_.sources["broken"] = "{% if %}{% endif %}";
  EXPECT_EQ(Render("{% include 'bad' %}", kLiquid4),
            "\nLiquid error (bad line 2): comparison of Integer with String failed");
  EXPECT_EQ(Render("{% include 'broken' %}", kLiquid4),
            "Liquid syntax error (line 1): Syntax Error in tag 'if' - Valid syntax: if [expression]");
  EXPECT_EQ(Render("{% include 'none' %}", kLiquid4), "Liquid error (line 1): No such template 'none'");
}

TEST_F(PartialsTest, AnIncludeOfItselfEnds) {
  files_.sources["self"] = "{% include 'self' %}";
  EXPECT_EQ(Render("{% include 'self' %}", kLiquid4), "Liquid error (self line 1): Nesting too deep");
}

TEST_F(PartialsTest, RenderSeesOnlyWhatItIsGiven) {
  files_.sources["p"] = "[{{ p }}{{ x }}{{ k }}{{ forloop.index }}]";
  EXPECT_EQ(Render("{% assign x = 1 %}{% render 'p', k: x %}{% render 'p' for (5..6) %}", kLiquid5), "[1][51][62]");
  files_.sources["i"] = "{% include 'p' %}";
  EXPECT_EQ(Render("{% render 'i' %}", kLiquid5),
            "Liquid error (i line 1): include usage is not allowed in this context");
}

}  // namespace
}  // namespace tincture::liquid
