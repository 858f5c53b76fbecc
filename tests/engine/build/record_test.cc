// Which units a change concerns: whoever has read it, and nobody else.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "engine/build/builder.h"
#include "engine/config/configuration.h"
#include "tests/support/fake_machine.h"
#include "tests/support/memory_disk.h"

namespace tincture::engine {
namespace {

using Ids = std::set<std::string>;

class RecordTest : public testing::TestWithParam<int> {
 protected:
  RecordTest() {
    disk_.Put("/site/_config.yml", "title: Ours\ncollections: {notes: {output: true}}\n");
    disk_.Put("/site/_layouts/base.html", "<p>{{ page.title }} {{ content }}</p>");
    disk_.Put("/site/_layouts/post.html", "---\nlayout: base\n---\n{{ content }}");
    disk_.Put("/site/_includes/one.html", "{{ site.data.people.ann }}");
    disk_.Put("/site/_data/people.yml", "ann: Ann\nbob: Bob\n");
    disk_.Put("/site/_posts/2024-01-01-a.md", "---\nlayout: post\n---\nFirst of A.\n\nRest of A.\n");
    disk_.Put("/site/_posts/2024-01-02-b.md", "---\nlayout: post\n---\nB {{ page.previous.content | size }}\n");
    disk_.Put("/site/_notes/n.md", "---\n---\n{{ site.data.people.bob }}\n");
    disk_.Put("/site/about.md", "---\nlayout: base\n---\n{% include one.html %}\n");
    disk_.Put("/site/list.html", "---\n---\n{% for p in site.posts %}{{ p.title }}{% endfor %}");
    disk_.Put("/site/lead.html", "---\n---\n{{ site.posts.last.excerpt }}");
    disk_.Put("/site/year.html", "---\n---\n{{ site.time | date: '%Y' }}");
    disk_.Put("/site/other.html", "---\n---\nOther\n");
  }

  // The units that render.
  Ids Build() {
    Ids rendered;
    Log log([&](LogLevel, std::string_view line) {
      constexpr std::string_view kTopic = "Explain: ";
      const size_t topic = line.find(kTopic);
      const size_t end = line.find(": ", topic + kTopic.size());
      if (topic == std::string_view::npos || end == std::string_view::npos) return;
      const std::string_view id = line.substr(topic + kTopic.size(), end - topic - kTopic.size());
      if (id.find(':') != std::string_view::npos) rendered.emplace(id);
    });
    disk_.Pass(1'000'000'001);
    const Machine machine{disk_, disk_, clock_, env_, nullptr, GetParam()};
    CommandOptions options;
    HashBuilder overrides(*options.arena);
    overrides.Set("incremental", Value::Bool(true));
    options.overrides = overrides.Build();
    const Result<Configuration> configuration = Configuration::Load(options, profile_, machine, log);
    EXPECT_TRUE(configuration.ok());
    Builder builder(*configuration, machine, log, "this one");
    builder.set_explains(true);
    EXPECT_TRUE(builder.Build().ok());
    return rendered;
  }

  Ids ConcernedBy(const std::string& path, const std::string& bytes) {
    (void)Build();
    disk_.Put(path, bytes);
    return Build();
  }

  const compat::Profile& profile_ = compat::ProfileOf(compat::ProfileId::kJekyll4);
  MemoryDisk disk_;
  TestClock clock_;
  FakeEnv env_{"/site"};
};

TEST_P(RecordTest, NothingConcernsNobody) {
  EXPECT_EQ(Build().size(), 8U);
  EXPECT_EQ(ConcernedBy("/site/_config.yml", disk_.At("/site/_config.yml").bytes), Ids());
}

TEST_P(RecordTest, ABodyConcernsWhoShowsIt) {
  EXPECT_EQ(ConcernedBy("/site/_posts/2024-01-01-a.md", "---\nlayout: post\n---\nFirst of A, again.\n\nRest.\n"),
            (Ids{"document:_posts/2024-01-01-a.md", "document:_posts/2024-01-02-b.md", "page:lead.html"}));
}

TEST_P(RecordTest, FrontMatterConcernsWhoLooksAtTheDocument) {
  EXPECT_EQ(ConcernedBy("/site/_posts/2024-01-02-b.md",
                        "---\nlayout: post\ntitle: C\n---\nB {{ page.previous.content | size }}\n"),
            (Ids{"document:_posts/2024-01-02-b.md", "page:list.html"}));
}

TEST_P(RecordTest, DataConcernsWhoReadsThatVeryValue) {
  EXPECT_EQ(ConcernedBy("/site/_data/people.yml", "ann: Anna\nbob: Bob\n"), (Ids{"page:about.md"}));
}

TEST_P(RecordTest, LayoutsAndIncludesConcernWhoUsesThem) {
  EXPECT_EQ(ConcernedBy("/site/_includes/one.html", "1"), (Ids{"page:about.md"}));
  EXPECT_EQ(ConcernedBy("/site/_layouts/post.html", "---\nlayout: base\n---\n<i>{{ content }}</i>"),
            (Ids{"document:_posts/2024-01-01-a.md", "document:_posts/2024-01-02-b.md"}));
}

TEST_P(RecordTest, ANewPostConcernsItsNeighboursAndLists) {
  EXPECT_EQ(ConcernedBy("/site/_posts/2023-12-30-c.md", "---\n---\nC\n"),
            (Ids{"document:_posts/2023-12-30-c.md", "page:lead.html", "page:list.html"}));
}

TEST_P(RecordTest, AYearOfTheBuildsTimeIsNotTheTime) {
  (void)Build();
  clock_.now.seconds += 60;
  EXPECT_EQ(Build(), Ids());
  clock_.now.seconds += 366 * 86400;
  EXPECT_EQ(Build(), (Ids{"page:year.html"}));
}

INSTANTIATE_TEST_SUITE_P(Jobs, RecordTest, testing::Values(1, 4));

}  // namespace
}  // namespace tincture::engine
