// A host's own tags: they evaluate, parse blocks, render other templates, push scopes, reach the host.
#include <gtest/gtest.h>

#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"
#include "tests/liquid/exec/render.h"

namespace tincture::liquid {
namespace {

struct FakeHost : Host {
  std::string greeting;
  std::unique_ptr<const Template> partial;
};

class Greeting : public Tag {
 public:
  explicit Greeting(Expression name) : name_(name) {}
  void Render(Context& context, Output& output) const override {
    output.Append(static_cast<FakeHost*>(context.host())->greeting);
    context.Print(context.Evaluate(name_), output);
  }

 private:
  Expression name_;
};

class Partial : public Tag {
 public:
  void Render(Context& context, Output& output) const override {
    const Context::Scope scope(context);
    HashBuilder include(context.arena());
    include.Set("x", Value::Int(5));
    context.Set("include", include.BuildValue());
    if (static_cast<FakeHost*>(context.host())->partial->Render(context, output)) return;
    context.error()->template_name = "partial.html";
    if (context.error()->markup_context.empty()) context.error()->markup_context = "included ";
  }
};

class Shout : public Block {
 public:
  using Block::Block;
  void Render(Context& context, Output& output) const override {
    Output inner;
    body().Render(context, inner);
    output.Append(inner.text() + "!");
  }
};

// A partial without a scope of its own, as Jekyll's include without parameters: only the bodies' limit ends it.
class BarePartial : public Tag {
 public:
  void Render(Context& context, Output& output) const override {
    static_cast<FakeHost*>(context.host())->partial->Render(context, output);
  }
};

class HostTagTest : public testing::Test {
 protected:
  HostTagTest() {
    AddStandardTags(environment_);
    environment_.AddTag("greet", [](TagParser& parser) -> std::unique_ptr<Tag> {
      if (parser.markup().empty()) return parser.Fail("ArgumentError", "whom?");
      return std::make_unique<Greeting>(parser.ParseExpression(Strip(parser.markup())));
    });
    environment_.AddTag("partial", [](TagParser&) { return std::make_unique<Partial>(); });
    environment_.AddTag("bare", [](TagParser&) { return std::make_unique<BarePartial>(); });
    environment_.AddTag("shout", [](TagParser& parser) { return std::make_unique<Shout>(parser.ParseBody()); });
  }
  std::string Rendered(std::string_view source, std::string_view partial = "") {
    LiquidError error;
    host_.greeting = "Hello ";
    host_.partial = Template::Parse({.text = partial, .path = "partial.html"}, environment_, &error);
    Context::Options options;
    options.host = &host_;
    options.raise_errors = true;
    return Render(source, environment_, options).text;
  }

  Environment environment_;
  FakeHost host_;
};

TEST_F(HostTagTest, EvaluatesAndReachesTheHost) { EXPECT_EQ(Rendered("{% greet 'you' %}"), "Hello you"); }

TEST_F(HostTagTest, ParsesBlocks) {
  EXPECT_EQ(Rendered("{% shout %}a{% if true %}b{% endif %}{% endshout %}"), "ab!");
  EXPECT_EQ(Rendered("{% shout %}{% else %}{% endshout %}"),
            "Liquid syntax error (line 1): shout tag does not expect 'else' tag");
}

TEST_F(HostTagTest, RendersAPartialWithinAScope) {
  EXPECT_EQ(Rendered("[{% partial %}]{{ include.x }}{{ y }}", "{{ include.x }}{% assign y = 6 %}"), "[5]6");
}

TEST_F(HostTagTest, AddsToAnErrorThatPassesThrough) {
  EXPECT_EQ(Rendered("\n{% partial %}", "a\n{% if 1 < 'x' %}{% endif %}"),
            "raised: Liquid error (partial.html line 2): comparison of Integer with String failed included ");
}

TEST_F(HostTagTest, APartialOfItselfEnds) {
  EXPECT_EQ(Rendered("{% bare %}", "{% if true %}{% unless false %}{% bare %}{% endunless %}{% endif %}"),
            "raised: Liquid error (line 1): Nesting too deep");
}

TEST_F(HostTagTest, AnErrorOfItsOwnKeepsItsWords) { EXPECT_EQ(Rendered("{% greet %}"), "whom?"); }

TEST_F(HostTagTest, ABlankBlockOfTheHostPrintsNothingUnderLiquid4) {
  EXPECT_EQ(Rendered("{% shout %} {% endshout %}"), "");
}

}  // namespace
}  // namespace tincture::liquid
