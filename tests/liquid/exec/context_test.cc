#include "liquid/exec/context.h"

#include <gtest/gtest.h>

#include "liquid/value/hash.h"
#include "tests/liquid/exec/render.h"

namespace tincture::liquid {
namespace {

TEST(Context, ManyAssignedVariablesAreAllFound) {
  const Environment environment;
  Context context(environment, {});
  std::vector<std::string> names;
  for (int i = 0; i < 1000; ++i) names.push_back("name" + std::to_string(i));
  for (int i = 0; i < 1000; ++i) context.Assign(Symbol(names[i]), Value::Int(i));
  context.Assign(Symbol(names[500]), Value::Int(-1));
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(context.Find(Symbol(names[i])).AsInt(), i == 500 ? -1 : i);
  EXPECT_TRUE(context.Find("other").IsNil());
}

TEST(Context, ScopesHideAndEnd) {
  const Environment environment;
  Context context(environment, {});
  context.Assign("a", Value::Int(1));
  {
    const Context::Scope scope(context);
    context.Set("a", Value::Int(2));
    EXPECT_EQ(context.Find("a").AsInt(), 2);
    context.Assign("b", Value::Int(3));
  }
  EXPECT_EQ(context.Find("a").AsInt(), 1);
  EXPECT_EQ(context.Find("b").AsInt(), 3);
}

TEST(Context, CountersHideGlobalsAndOutliveTheRender) {
  Arena arena;
  HashBuilder globals(arena);
  globals.Set("n", Value::Int(7));
  RenderCounters counters;
  Context::Options options;
  options.globals = globals.BuildValue();
  options.counters = &counters;
  EXPECT_EQ(Render4("{% increment n %}{{ n }}", options), "78");
  EXPECT_EQ(Render4("{% increment n %}", options), "8");
}

TEST(Context, RegistersCarryCyclesFromRenderToRender) {
  Registers registers;
  Context::Options options;
  options.loop_registers = &registers;
  EXPECT_EQ(Render4("{% cycle 'a', 'b', 'c' %}", options), "a");
  EXPECT_EQ(Render4("{% cycle 'a', 'b', 'c' %}", options), "b");
  EXPECT_EQ(Render4("{% cycle 'a', 'b', 'c' %}"), "a");
}

TEST(Context, TheFirstErrorEndsARenderThatRaises) {
  Context::Options options;
  options.raise_errors = true;
  EXPECT_EQ(Render4("a\n{% if true %}{% if 1 < 'x' %}{% endif %}{% endif %}b", options),
            "raised: Liquid error (line 2): comparison of Integer with String failed");
}

TEST(Context, AnErrorSaysWhereItReallyIs) {
  Environment environment;
  AddStandardTags(environment);
  LiquidError error;
  const auto parsed = Template::Parse(
      {.text = "a\n  {% if 1 < 'x' %}{% endif %}", .path = "page.md", .lines_before = 4}, environment, &error);
  Context::Options options;
  options.raise_errors = true;
  Context context(environment, options);
  Output output;
  ASSERT_FALSE(parsed->Render(context, output));
  EXPECT_EQ(context.error()->where.path, "page.md");
  EXPECT_EQ(context.error()->where.line, 6u);
  EXPECT_EQ(context.error()->where.column, 3u);
  EXPECT_EQ(context.error()->line, 2u);
}

TEST(Context, AnErrorSaysWhatToDo) {
  Environment environment;
  AddStandardTags(environment);
  LiquidError error;
  EXPECT_EQ(Template::Parse({.text = "a\n {% if true %}\n\n"}, environment, &error), nullptr);
  EXPECT_EQ(error.Message(), "Liquid syntax error (line 4): 'if' tag was never closed");
  EXPECT_EQ(error.hint, "The block opened here needs an {% endif %}.");
  EXPECT_EQ(error.where.line, 2u);
  EXPECT_EQ(error.where.column, 2u);
}

TEST(Context, StrictVariables) {
  Environment environment;
  AddStandardTags(environment);
  environment.strict_variables = true;
  EXPECT_EQ(Render("a{{ nope }}b{{ nope.x }}", environment).text, "ab");
  Context::Options options;
  options.raise_errors = true;
  EXPECT_EQ(Render("{{ nope }}", environment, options).text, "raised: Liquid error (line 1): undefined variable nope");
}

// With strict_variables a hash without that number is as strict as one without that name, and an unknown filter's
// arguments are looked up.
TEST(Context, StrictVariablesLookEverywhere) {
  Arena arena;
  HashBuilder globals(arena);
  globals.Set("h", HashBuilder(arena).BuildValue());
  Environment environment;
  environment.strict_variables = true;
  const Context::Options options = {.globals = globals.BuildValue(), .raise_errors = true};
  EXPECT_EQ(Render("{{ h[7] }}", environment, options).text, "raised: Liquid error (line 1): undefined variable 7");
  EXPECT_EQ(Render("{{ 1 | nope: x }}", environment, options).text,
            "raised: Liquid error (line 1): undefined variable x");
}

TEST(Context, IncrementFailsInRubysWords) {
  Arena arena;
  HashBuilder globals(arena);
  globals.Set("text", Value::String("a"));
  globals.Set("list", Value::Array({}));
  globals.Set("yes", Value::Bool(true));
  const Context::Options options = {.globals = globals.BuildValue(), .raise_errors = true};
  EXPECT_EQ(Render4("{% increment text %}", options), "raised: no implicit conversion of Integer into String");
  EXPECT_EQ(Render4("{% decrement text %}", options), "raised: undefined method `-' for \"a\":String");
  EXPECT_EQ(Render4("{% decrement list %}", options), "raised: no implicit conversion of Integer into Array");
  EXPECT_EQ(Render4("{% increment yes %}", options), "raised: undefined method `+' for true:TrueClass");
}

TEST(Context, CountersKeepBigIntegers) {
  RenderCounters counters;
  {
    Arena arena;
    HashBuilder globals(arena);
    globals.Set("n", Value::Int(INT64_MAX));
    const Context::Options options = {.globals = globals.BuildValue(), .counters = &counters};
    EXPECT_EQ(Render4("{% increment n %}", options), "9223372036854775807");
  }
  EXPECT_EQ(Render4("{{ n }}", {.counters = &counters}), "9223372036854775808");
}

TEST(Context, WarningsKeepLiquidsWords) {
  Environment environment;
  LiquidError error;
  const auto parsed = Template::Parse({.text = "\n{{ a b }}", .path = "p"}, environment, &error);
  ASSERT_EQ(parsed->warnings().size(), 1u);
  EXPECT_EQ(parsed->warnings()[0].message,
            "Liquid syntax error (line 2): Expected end_of_string but found id in \"{{ a b }}\"");
  EXPECT_EQ(parsed->warnings()[0].where.line, 2u);
}

}  // namespace
}  // namespace tincture::liquid
