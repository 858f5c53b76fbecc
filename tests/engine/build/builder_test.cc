#include "engine/build/builder.h"

#include <gtest/gtest.h>

#include <optional>

#include "engine/config/configuration.h"
#include "tests/support/fake_machine.h"
#include "tests/support/memory_disk.h"

namespace tincture::engine {
namespace {

class BuilderTest : public testing::Test {
 protected:
  BuilderTest() {
    disk_.Put("/site/_config.yml", "title: Ours\n");
    disk_.Put("/site/index.md", "---\nlayout: none such\n---\nHello\n");
    disk_.Put("/site/a.txt", "as it is");
    disk_.Pass(1'000'000'001);
  }

  // What was said; `*changes`: how often the disk was changed.
  std::string Build(size_t* changes, const std::string& program = "this one") {
    std::string said;
    Log log([&](LogLevel, std::string_view line) { said.append(line).append("\n"); });
    const size_t before = disk_.changes();
    CommandOptions options;
    HashBuilder overrides(*options.arena);
    overrides.Set("incremental", Value::Bool(true));
    options.overrides = overrides.Build();
    const Machine machine{disk_, disk_, clock_, env_};
    const Result<Configuration> configuration = Configuration::Load(options, profile_, machine, log);
    EXPECT_TRUE(configuration.ok());
    Builder builder(*configuration, machine, log, program);
    builder.set_explains(explains_);
    EXPECT_TRUE(builder.Build().ok());
    disk_.Pass(1'000'000'001);
    *changes = disk_.changes() - before;
    return said;
  }

  const compat::Profile& profile_ = compat::ProfileOf(compat::ProfileId::kJekyll4);
  MemoryDisk disk_;
  TestClock clock_;
  bool explains_ = false;
  FakeEnv env_{"/site"};
};

TEST_F(BuilderTest, NothingIsWrittenWhereNothingChanged) {
  size_t changes = 0;
  const std::string first = Build(&changes);
  EXPECT_GT(changes, 0U);
  EXPECT_NE(first.find("none such"), std::string::npos);
  // Once to learn that what was written just before is still so.
  EXPECT_EQ(Build(&changes), first);
  EXPECT_LE(changes, 1U);
  EXPECT_EQ(Build(&changes), first);
  EXPECT_EQ(changes, 0U);
}

TEST_F(BuilderTest, WhateverChangedIsBuilt) {
  size_t changes = 0;
  (void)Build(&changes);
  for (const auto& [path, text] : {std::pair{"/site/index.md", "---\n---\nOther\n"},
                                   {"/site/new.html", "---\n---\n"},
                                   {"/site/_config.yml", "title: Another\n"},
                                   {"/site/_site/a.txt", "spoilt"},
                                   {"/site/_site/foreign", ""}}) {
    disk_.Put(path, text);
    (void)Build(&changes);
    EXPECT_GT(changes, 0U) << path;
  }
  EXPECT_EQ(disk_.At("/site/_site/a.txt").bytes, "as it is");
  EXPECT_FALSE(disk_.Stat("/site/_site/foreign").is_file());
  ++clock_.now.seconds;
  (void)Build(&changes);
  EXPECT_GT(changes, 0U);
}

TEST_F(BuilderTest, OnlyWhatChangesIsRenderedAgain) {
  disk_.Put("/site/_posts/2024-01-01-a.md", "---\n---\nOne.\n");
  disk_.Put("/site/_posts/2024-01-02-b.md", "---\n---\nTwo.\n");
  disk_.Put("/site/list.html", "---\n---\n{% for p in site.posts %}{{ p.content }}{% endfor %}");
  disk_.Put("/site/other.html", "---\n---\n{{ site.posts.size }}");
  disk_.Pass(1'000'000'001);
  explains_ = true;
  size_t changes = 0;
  for (int i = 0; i < 3; ++i) (void)Build(&changes);
  disk_.Put("/site/_posts/2024-01-01-a.md", "---\n---\nOther.\n");
  const std::string said = Build(&changes);
  EXPECT_NE(said.find("2 of 5 pages render."), std::string::npos) << said;
  EXPECT_NE(said.find("document:_posts/2024-01-01-a.md: it reads the text of document:_posts/2024-01-01-a.md"),
            std::string::npos)
      << said;
  EXPECT_NE(said.find("page:list.html: what it shows has changed"), std::string::npos) << said;
  EXPECT_EQ(disk_.At("/site/_site/list.html").bytes, "<p>Two.</p>\n<p>Other.</p>\n");
}

TEST_F(BuilderTest, AnotherProgramTrustsNothing) {
  size_t changes = 0;
  for (int i = 0; i < 3; ++i) (void)Build(&changes);
  EXPECT_EQ(changes, 0U);
  (void)Build(&changes, "another");
  EXPECT_GT(changes, 0U);
}

}  // namespace
}  // namespace tincture::engine
