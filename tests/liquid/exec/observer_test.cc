// What a ReadObserver is told of.
#include <gtest/gtest.h>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {
namespace {

// A host's drop over a hash.
class HashDrop : public Drop {
 public:
  HashDrop(std::string name, const Hash* hash) : name_(std::move(name)), hash_(hash) {}
  std::string_view ClassName() const override { return "HashDrop"; }
  std::string Identity() const override { return name_; }
  bool Find(const Symbol& key, DropAccess&, Value* out) const override {
    const Value* found = hash_->Find(key);
    if (found != nullptr) *out = *found;
    return found != nullptr;
  }
  Value Keys(DropAccess& access) const override {
    const Value key = Value::String("only");
    return Value::Array(access.arena, {&key, 1});
  }

 private:
  std::string name_;
  const Hash* hash_;
};

// One line a read.
class Listener : public ReadObserver {
 public:
  void OnRead(const Drop& drop, std::span<const Value> path, const Value& value) override {
    told += Shown(drop, path) + " = " + Inspected(value) + "\n";
  }
  void OnResult(const Drop* drop, std::span<const Value> path, std::string_view filters, const Value& result) override {
    told += (drop != nullptr ? Shown(*drop, path) : std::string("moment"));
    told += std::string(filters) + " = " + Inspected(result) + "\n";
  }
  void OnClock() override { told += "clock\n"; }

  std::string told;

 private:
  static std::string Inspected(const Value& value) {
    Arena arena;
    DropAccess access{arena, nullptr, {}};
    std::string text;
    if (value.IsDrop()) return "<" + value.AsDrop().Identity() + ">";
    AppendInspect(value, access, text);
    return text;
  }
  static std::string Shown(const Drop& drop, std::span<const Value> path) {
    std::string text = drop.Identity();
    for (const Value& key : path) text += "|" + Inspected(key);
    return text;
  }
};

class Observer : public testing::Test {
 protected:
  Observer() {
    AddStandardTags(environment_);
    AddStandardFilters(environment_);
    HashBuilder author(arena_), authors(arena_), data(arena_), page(arena_), site(arena_), globals(arena_);
    author.Set("name", Value::String("Ann"));
    authors.Set("ann", author.BuildValue());
    data.Set("authors", authors.BuildValue());
    page.Set("title", Value::String("Home"));
    page.Set("next", Value::OfDrop(&*site_));
    site.Set("data", data.BuildValue());
    site.Set("time", Value::OfTime(arena_, Time{.seconds = 86400 * 365, .is_utc = true}));
    page_.emplace("page", page.Build());
    const Value pages = Value::OfDrop(&*page_);
    site.Set("pages", Value::Array(arena_, {&pages, 1}));
    site_.emplace("site", site.Build());
    globals.Set("site", Value::OfDrop(&*site_));
    globals.Set("page", Value::OfDrop(&*page_));
    globals_ = globals.BuildValue();
  }

  std::string Told(std::string_view text) {
    LiquidError error;
    const auto parsed = Template::Parse({.text = text}, environment_, &error);
    Listener listener;
    Context::Options options;
    options.globals = globals_;
    options.observer = &listener;
    Context context(environment_, options);
    Output output;
    parsed->Render(context, output);
    return listener.told;
  }

  Arena arena_;
  Environment environment_;
  std::optional<HashDrop> page_, site_;
  Value globals_;
};

TEST_F(Observer, HearsOfThePathDownToTheScalar) {
  EXPECT_EQ(Told("{{ site.data.authors.ann.name }}"), "site|\"data\"|\"authors\"|\"ann\"|\"name\" = \"Ann\"\n");
  EXPECT_EQ(Told("{{ page.title | upcase }}"), "page|\"title\" = \"Home\"\n");
}

TEST_F(Observer, HearsOfAHashAsAWholeWhereItIsUsedSo) {
  EXPECT_EQ(Told("{% assign a = site.data.authors.ann %}{{ a.name }}"),
            "site|\"data\"|\"authors\"|\"ann\" = {\"name\"=>\"Ann\"}\n");
}

TEST_F(Observer, HearsOfWhatIsNotThere) {
  EXPECT_EQ(Told("{{ site.data.talks.first.title }}"), "site|\"data\"|\"talks\" = nil\n");
  EXPECT_EQ(Told("{% if page.absent %}{% endif %}"), "page|\"absent\" = nil\n");
}

TEST_F(Observer, HearsOfEachDropOnTheWay) {
  EXPECT_EQ(Told("{{ site.pages.first.title }}"), "site|\"pages\"|\"first\" = <page>\npage|\"title\" = \"Home\"\n");
  EXPECT_EQ(Told("{{ site.pages.size }}"), "site|\"pages\"|\"size\" = 1\n");
  EXPECT_EQ(Told("{% assign k = 'ti' | append: 'tle' %}{{ page[k] }}"), "page|\"title\" = \"Home\"\n");
}

TEST_F(Observer, HearsOfKeys) { EXPECT_EQ(Told("{% for k in page %}{% endfor %}"), "page = [\"only\"]\n"); }

TEST_F(Observer, HearsOfTimesByWhatPureFiltersMakeOfThem) {
  EXPECT_EQ(Told("{{ site.time | date: '%Y' }}"), "site|\"time\" | date: \"%Y\" = \"1971\"\n");
  EXPECT_EQ(Told("{{ 'now' | date: '%Y' }}"), "moment | date: \"%Y\" = \"1970\"\n");
  EXPECT_EQ(Told("{% assign f = '%Y' %}{{ 'now' | date: f }}"), "clock\n");
  EXPECT_EQ(Told("{{ site.time | date: '%Y' | size }}").substr(0, 14), "site|\"time\" = ");
}

TEST_F(Observer, HearsNothingOfLoops) {
  EXPECT_EQ(Told("{% for i in (1..2) %}{{ forloop.index }}{{ i.size }}{% endfor %}"), "");
}

}  // namespace
}  // namespace tincture::liquid
