// What traces say of a build: which units a change concerns.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "engine/build/build.h"
#include "engine/build/build_record.h"
#include "engine/config/configuration.h"
#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

using Ids = std::set<std::string>;

class RecordTest : public testing::TestWithParam<int> {
 protected:
  RecordTest() {
    files_.Put("/site/_config.yml", "title: Ours\ntime: 2024-06-01\ncollections: {notes: {output: true}}\n");
    files_.Put("/site/_layouts/base.html", "<p>{{ page.title }} {{ content }}</p>");
    files_.Put("/site/_layouts/post.html", "---\nlayout: base\n---\n{{ content }}");
    files_.Put("/site/_includes/one.html", "{{ site.data.people.ann }}");
    files_.Put("/site/_data/people.yml", "ann: Ann\nbob: Bob\n");
    files_.Put("/site/_posts/2024-01-01-a.md", "---\nlayout: post\n---\nFirst of A.\n\nRest of A.\n");
    files_.Put("/site/_posts/2024-01-02-b.md", "---\nlayout: post\n---\nB {{ page.previous.content | size }}\n");
    files_.Put("/site/_notes/n.md", "---\n---\n{{ site.data.people.bob }}\n");
    files_.Put("/site/about.md", "---\nlayout: base\n---\n{% include one.html %}\n");
    files_.Put("/site/list.html", "---\n---\n{% for p in site.posts %}{{ p.title }}{% endfor %}");
    files_.Put("/site/lead.html", "---\n---\n{{ site.posts.last.excerpt }}");
    files_.Put("/site/count.html", "---\n---\n{% increment n %}{{ site.time | date: '%Y' }}");
    files_.Put("/site/count2.html", "---\n---\n{% increment n %}");
  }

  struct Built {
    BuildRecord record;
    std::map<std::string, std::string> files;
  };
  std::unique_ptr<Built> Build() {
    auto built = std::make_unique<Built>();
    Log log([](LogLevel, std::string_view) {});
    const Machine machine{files_, files_, clock_, env_, nullptr, GetParam()};
    CommandOptions options;
    options.overrides = HashBuilder(*options.arena).Build();
    const Result<Configuration> configuration = Configuration::Load(options, profile_, machine, log);
    EXPECT_TRUE(configuration.ok());
    EXPECT_TRUE(BuildSite(*configuration, machine, log, nullptr, &built->record).ok());
    built->files = files_.files();
    return built;
  }

  // The units of `before` of which something that they read differs in `after`.
  static Ids Concerned(const BuildRecord& before, const BuildRecord& after) {
    std::map<Key, Fingerprint> now;
    for (KeyId id = 0; id < after.keys.size(); ++id) now.emplace(after.keys.KeyOf(id), after.values[id]);
    Ids ids;
    for (const BuildRecord::Unit& unit : before.units) {
      if (!unit.trace) continue;
      for (const KeyId key : unit.trace->reads) {
        const auto found = now.find(before.keys.KeyOf(key));
        if (found == now.end() || found->second != before.values[key]) ids.insert(unit.id);
      }
    }
    return ids;
  }

  Ids ConcernedBy(const std::string& path, const std::string& bytes) {
    const auto before = Build();
    files_.Put(path, bytes);
    return Concerned(before->record, Build()->record);
  }

  static const DependencyTrace* TraceOf(const BuildRecord& record, const std::string& id) {
    for (const BuildRecord::Unit& unit : record.units) {
      if (unit.id == id) return unit.trace.get();
    }
    return nullptr;
  }

  static const StagedRead* StagedOf(const BuildRecord& record, const std::string& id, const Key& key) {
    const DependencyTrace* trace = TraceOf(record, id);
    if (trace == nullptr) return nullptr;
    for (const StagedRead& read : trace->staged) {
      if (record.keys.KeyOf(read.key) == key) return &read;
    }
    return nullptr;
  }

  const compat::Profile& profile_ = compat::ProfileOf(compat::ProfileId::kJekyll4);
  FakeFiles files_;
  FakeClock clock_{1717200000};
  FakeEnv env_{"/site"};
};

TEST_P(RecordTest, NothingConcernsNobody) {
  const auto before = Build();
  EXPECT_EQ(before->record.units.size(), 8U);
  EXPECT_EQ(Concerned(before->record, Build()->record), Ids());
}

TEST_P(RecordTest, ABodyConcernsWhoShowsIt) {
  EXPECT_EQ(ConcernedBy("/site/_posts/2024-01-01-a.md", "---\nlayout: post\n---\nFirst of A, again.\n\nRest.\n"),
            (Ids{"document:_posts/2024-01-01-a.md", "page:lead.html"}));
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

TEST_P(RecordTest, WhatLowerRanksLeaveIsNoted) {
  const auto built = Build();
  const Key content = {ReadKind::kStage, "document:_posts/2024-01-01-a.md", "content"};
  const StagedRead* read = StagedOf(built->record, "document:_posts/2024-01-02-b.md", content);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->value, TraceOf(built->record, "document:_posts/2024-01-01-a.md")->content);
  const Key counters = {ReadKind::kCounter, "", ""};
  const StagedRead* first = StagedOf(built->record, "page:count.html", counters);
  const StagedRead* second = StagedOf(built->record, "page:count2.html", counters);
  ASSERT_TRUE(first != nullptr && second != nullptr);
  EXPECT_NE(first->value, second->value);
  EXPECT_EQ(TraceOf(built->record, "page:count2.html")->left.counters.at("n"), "2");
}

TEST_P(RecordTest, AYearOfTheBuildsTimeIsNotTheTime) {
  const auto before = Build();
  files_.Put("/site/_config.yml", "title: Ours\ntime: 2024-07-01\ncollections: {notes: {output: true}}\n");
  EXPECT_EQ(Concerned(before->record, Build()->record), Ids());
  files_.Put("/site/_config.yml", "title: Ours\ntime: 2025-07-01\ncollections: {notes: {output: true}}\n");
  EXPECT_EQ(Concerned(before->record, Build()->record), (Ids{"page:count.html"}));
}

INSTANTIATE_TEST_SUITE_P(Jobs, RecordTest, testing::Values(1, 4));

}  // namespace
}  // namespace tincture::engine
