// Partials whose earlier renders are repeated: what comes out, and what they leave, is what a render would have made.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {
namespace {

// What a unit is: its words change while a site renders, which the host counts.
class UnitDrop : public Drop {
 public:
  UnitDrop(int number, uint64_t* variations) : title_("T" + std::to_string(number)), variations_(variations) {}
  std::string_view ClassName() const override { return "UnitDrop"; }
  Standing standing() const override { return Standing::kLasting; }
  bool Find(const Symbol& key, DropAccess& access, Value* out) const override {
    if (key.text == "title") {
      *out = Value::String(title_);
    } else if (key.text == "words") {
      ++*variations_;
      *out = Value::String(access.arena.Copy(words));
    } else {
      return false;
    }
    return true;
  }
  std::string words = "raw";

 private:
  std::string title_;
  uint64_t* variations_;
};

class SiteDrop : public Drop {
 public:
  SiteDrop(const Hash* data, uint64_t* variations) : data_(data), variations_(variations) {}
  std::string_view ClassName() const override { return "SiteDrop"; }
  Standing standing() const override { return Standing::kConstant; }
  bool Find(const Symbol& key, DropAccess&, Value* out) const override {
    if (key.text == "asked") {
      *out = Value::Int(static_cast<int64_t>(++*variations_ / 7));
      return true;
    }
    const Value* found = data_->Find(key);
    if (found != nullptr) *out = *found;
    return found != nullptr;
  }
  bool Equals(const Drop& other) const override { return ClassName() == other.ClassName(); }

 private:
  const Hash* data_;
  uint64_t* variations_;
};

// Each render's own.
class PageDrop : public Drop {
 public:
  explicit PageDrop(const Hash* data) : data_(data) {}
  std::string_view ClassName() const override { return "PageDrop"; }
  bool Find(const Symbol& key, DropAccess&, Value* out) const override {
    const Value* found = data_->Find(key);
    if (found != nullptr) *out = *found;
    return found != nullptr;
  }

 private:
  const Hash* data_;
};

class CountingHost : public Host {
 public:
  uint64_t Variations() const override { return variations; }
  uint64_t variations = 0;
};

class PartTag : public Tag {
 public:
  PartTag(const std::unique_ptr<const Template>* part, Expression item) : part_(part), item_(item) {}
  void Render(Context& context, Output& output) const override {
    HashBuilder include(context.arena());
    include.Set("item", context.Evaluate(item_));
    const Context::Scope scope(context);
    context.Set("include", include.BuildValue());
    if (!context.failed()) (*part_)->RenderPart(context, output);
  }
  bool IsRepeatable() const override { return true; }

 private:
  const std::unique_ptr<const Template>* part_;
  Expression item_;
};

int renders = 0;  // of {{ x | counted }}
Value Counted(const FilterCall& call) {
  ++renders;
  return call.input;
}
Value Doubled(const FilterCall& call) {
  const std::array<Value, 2> items = {call.input, call.input};
  return Value::Array(call.arena(), items);
}

using Parts = std::map<std::string, std::string>;

// A site of eight units, whose parts are given by name.
class Site {
 public:
  explicit Site(const Parts& parts, const Dialect& dialect = kLiquid4) : environment_(dialect), sources_(parts) {
    AddStandardTags(environment_);
    AddStandardFilters(environment_);
    environment_.AddFilter({"counted", 0, 0, Counted});
    environment_.AddFilter({"doubled", 0, 0, Doubled});
    environment_.TrustFilters();
    environment_.AddFilter({"untrusted", 0, 0, Counted});
    environment_.AddTag("part", [this](TagParser& parser) -> std::unique_ptr<Tag> {
      const std::string_view markup = parser.markup();
      const std::string name(markup.substr(0, markup.find(' ')));
      const std::string_view item = markup.substr(std::min(markup.size(), name.size() + 1));
      return std::make_unique<PartTag>(&parts_[name], parser.ParseExpression(item.substr(0, item.find(' '))));
    });
    for (const auto& [name, text] : sources_) parts_[name] = Parse(text);
    std::vector<Value> all;
    for (int i = 0; i < 8; ++i) units_.push_back(std::make_unique<UnitDrop>(i, &host_.variations));
    for (const auto& unit : units_) all.push_back(Value::OfDrop(unit.get()));
    HashBuilder words(arena_), data(arena_);
    words.Set("more", Value::String("More"));
    data.Set("words", words.BuildValue());
    data.Set("units", Value::Array(arena_, all));
    data_ = data.Build();
    renders = 0;
  }

  UnitDrop& unit(int number) { return *units_[static_cast<size_t>(number)]; }

  std::unique_ptr<const Template> Parse(std::string_view text) {
    LiquidError error;
    auto parsed = Template::Parse({.text = text}, environment_, &error);
    EXPECT_NE(parsed, nullptr) << error.Message();
    return parsed;
  }

  // The page of that number; every render has a site drop of its own.
  std::string Render(const Template& page, int number, bool replays) {
    // On the heap: what is gone shows.
    const auto site = std::make_unique<const SiteDrop>(data_, &host_.variations);
    HashBuilder values(arena_), globals(arena_);
    values.Set("url", Value::String(arena_.Copy("/" + std::to_string(number) + "/")));
    values.Set("group", Value::Int(number % 3));
    values.Set("unit", Value::OfDrop(units_[static_cast<size_t>(number % 8)].get()));
    if (number % 2 == 0) values.Set("even", Value::Bool(true));
    const auto page_drop = std::make_unique<const PageDrop>(values.Build());
    globals.Set("page", Value::OfDrop(page_drop.get()));
    globals.Set("site", Value::OfDrop(site.get()));
    Context::Options options;
    options.globals = globals.BuildValue();
    options.host = &host_;
    options.replays = replays;
    Context context(environment_, options);
    Output output;
    page.Render(context, output);
    return output.Take() + (output.ascii_tagged() ? "|ascii" : "");
  }
  std::string Render(std::string_view page, int number) {
    std::string text = Render(*Parse(page), number, true);
    return text.substr(0, text.find('|'));
  }

 private:
  Environment environment_;
  std::map<std::string, std::string> sources_;
  std::map<std::string, std::unique_ptr<const Template>> parts_;
  Arena arena_;
  CountingHost host_;
  std::vector<std::unique_ptr<UnitDrop>> units_;
  const Hash* data_ = nullptr;
};

TEST(Replays, RepeatWhatHangsOnTheSiteAlone) {
  Site site(Parts{{"a", "{{ site.words.more | counted }}"}});
  EXPECT_EQ(site.Render("{% part a %}", 1), "More");
  EXPECT_EQ(site.Render("{% part a %}{% part a %}", 2), "MoreMore");
  EXPECT_EQ(renders, 1);
}

TEST(Replays, TellWhatPagesAreFrom) {
  Site site(Parts{{"a", "{{ page.url | counted }}"}});
  EXPECT_EQ(site.Render("{% part a %}", 1), "/1/");
  EXPECT_EQ(site.Render("{% part a %}", 2), "/2/");
  EXPECT_EQ(site.Render("{% part a %}", 1), "/1/");
  EXPECT_EQ(renders, 2);
}

TEST(Replays, AComparisonHangsOnItsOutcomeAlone) {
  Site site(Parts{{"a", "{% if page.url == '/3/' %}here{% else %}{{ 'there' | counted }}{% endif %}"},
                  {"b", "{% if page.even %}e{% endif %}{{ 'b' | counted }}"}});
  EXPECT_EQ(site.Render("{% part a %}", 1), "there");
  EXPECT_EQ(site.Render("{% part a %}", 3), "here");
  EXPECT_EQ(site.Render("{% part a %}", 2), "there");
  EXPECT_EQ(renders, 1);
  EXPECT_EQ(site.Render("{% part b %}", 2), "eb");
  EXPECT_EQ(site.Render("{% part b %}", 4), "eb");
  EXPECT_EQ(site.Render("{% part b %}", 5), "b");
  EXPECT_EQ(renders, 3);
}

TEST(Replays, LeaveTheVariables) {
  Site site(Parts{{"a",
                   "{% assign x = page.group | counted %}{% capture y %}<{{ x }}>{% endcapture %}"
                   "{% assign z = 'a b' | split: ' ' %}"}});
  const std::string page = "{% assign x = 7 %}{% part a %}{{ x }}{{ y }}{{ z | last }}";
  EXPECT_EQ(site.Render(page, 1), "1<1>b");
  EXPECT_EQ(site.Render(page, 4), "1<1>b");
  EXPECT_EQ(site.Render(page, 5), "2<2>b");
  EXPECT_EQ(renders, 2);
}

TEST(Replays, VariablesOfThePageHideTheSites) {
  Site site(Parts{{"a", "{{ site.words.more }}{{ x }}"}});
  EXPECT_EQ(site.Render("{% part a %}", 1), "More");
  EXPECT_EQ(site.Render("{% assign site = 'none' %}{% part a %}", 1), "");
  EXPECT_EQ(site.Render("{% assign x = 1 %}{% part a %}", 1), "More1");
  EXPECT_EQ(site.Render("{% for x in (5..6) %}{% part a %}{% endfor %}", 1), "More5More6");
}

TEST(Replays, ASitesDropOfAnotherRenderIsNotAsked) {
  Site site(Parts{{"a", "{% if x == site %}same{% else %}other{% endif %}{% assign s = site %}{{ s.words.more }}"},
                  {"b", "{% assign t = site %}{% assign none = t.asked %}{{ t.words.more }}"}});
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(site.Render("{% assign x = site %}{% part a %}{% part b %}", i), "sameMoreMore");
    EXPECT_EQ(site.Render("{% assign x = 1 %}{% part a %}{% part b %}", i), "otherMoreMore");
  }
}

TEST(Replays, ListsOfARendersMakingAreNotTakenForOthers) {
  Site site(Parts{{"a", "{% for x in list %}{{ x }}{% endfor %}{% for x in include.item %}{{ x }}{% endfor %}"}});
  for (int i = 0; i < 4; ++i) {
    const std::string url = "/" + std::to_string(i) + "/";
    EXPECT_EQ(site.Render("{% assign list = page.url | doubled %}{% part a %}", i), url + url);
    EXPECT_EQ(site.Render("{% assign more = page.url | doubled %}{% part a more %}", i), url + url);
  }
}

TEST(Replays, WhatChangesWhileASiteRendersIsAskedAgain) {
  Site site(Parts{{"a", "{% for u in site.units %}{% assign last = u %}{% endfor %}{{ last.words | counted }}"},
                  {"b", "{{ page.unit.title }}{{ page.unit.words }}"}});
  EXPECT_EQ(site.Render("{% part a %}{% part b %}", 1), "rawT1raw");
  EXPECT_EQ(site.Render("{% part a %}{% part b %}", 1), "rawT1raw");
  EXPECT_EQ(renders, 1);
  site.unit(7).words = std::string(1000, 'x');
  site.unit(1).words = "done";
  EXPECT_EQ(site.Render("{% part a %}{% part b %}", 1), site.unit(7).words + "T1done");
  site.unit(7).words[500] = 'y';
  EXPECT_EQ(site.Render("{% part a %}", 1), site.unit(7).words);
}

TEST(Replays, CountersCyclesAndUntrustedFiltersRunEachTime) {
  Site site(Parts{{"a", "{% increment n %}"},
                  {"b", "{% cycle 'x', 'y' %}"},
                  {"c", "{% part a %}{% part b %}{{ 'z' | untrusted }}"}});
  EXPECT_EQ(site.Render("{% part a %}{% part a %}{% part b %}{% part b %}", 1), "01xy");
  EXPECT_EQ(site.Render("{% part c %}{% part c %}", 1), "0xz1yz");
  EXPECT_EQ(site.Render("{% part c %}{% part c %}", 1), "0xz1yz");
  EXPECT_EQ(renders, 4);
}

TEST(Replays, InterruptsAndLoopsGoOn) {
  Site site(Parts{{"a", "{% if include.item == 2 %}{% break %}{% endif %}{{ include.item }}"},
                  {"b", "{% for i in (1..6) limit: 2 %}{{ i }}{% endfor %}"}});
  const std::string page =
      "{% for n in (1..3) %}{% part a n %}{% endfor %}"
      "{% part b %}{% for i in (1..6) offset: continue %}{{ i }}{% endfor %}";
  EXPECT_EQ(site.Render(page, 1), "1123456");
  EXPECT_EQ(site.Render(page, 2), "1123456");
}

TEST(Replays, AnOuterForloopIsAskedByItsValues) {
  Site site(Parts{{"a", "{{ forloop.index | counted }}"},
                  {"b", "{% for x in (1..2) %}{{ forloop.parentloop.index }}{% endfor %}"}});
  EXPECT_EQ(site.Render("{% for n in (1..2) %}{% part a %}{% part b %}{% endfor %}", 1), "111222");
  EXPECT_EQ(site.Render("{% for n in (1..3) %}{% part a %}{% part b %}{% endfor %}", 1), "111222333");
  EXPECT_EQ(renders, 3);
}

TEST(Replays, GoNoDeeperThanARender) {
  Site site(Parts{{"a", "{% if include.item > 0 %}x{% part a rest %}{% endif %}"},
                  {"b", "{% for i in (1..1) %}y{% endfor %}"}});
  std::string page = "{% part b %}";
  std::string deep = "{% part b %}";
  for (int i = 0; i < 49; ++i) deep = "{% for q in (1..1) %}" + deep + "{% endfor %}";
  const std::string once = site.Render(page, 1);
  EXPECT_EQ(once, "y");
  const auto parsed = site.Parse(deep);
  EXPECT_EQ(site.Render(*parsed, 1, true), site.Render(*parsed, 1, false));
}

// --- Any template

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::string Body(int depth) {
    std::string text;
    for (int i = 1 + Pick(3); i > 0; --i) text += Node(depth);
    return text;
  }

 private:
  int Pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  const char* One(std::initializer_list<const char*> list) { return list.begin()[Pick(static_cast<int>(list.size()))]; }

  std::string Path() {
    return One({"page.url",
                "page.group",
                "page.even",
                "page.unit.title",
                "page.unit.words",
                "site.words.more",
                "site.units[0].title",
                "site.units[page.group].words",
                "site.units.last.words",
                "x",
                "y",
                "y.words",
                "list",
                "list.size",
                "list[1]",
                "include.item",
                "include.item.title",
                "include.item.words",
                "n",
                "n.title",
                "forloop.index",
                "forloop.first",
                "site.units.size",
                "'text'",
                "3",
                "nil",
                "site",
                "page",
                "empty",
                "page.unit",
                "site.words[x]",
                "include"});
  }
  std::string Value() {
    return Path() + One({"", "", " | default: y", " | append: 'z'", " | split: ''", " | first", " | size", " | doubled",
                         " | upcase", " | join: page.group", " | map: 'title'", " | plus: 1"});
  }
  std::string Node(int depth) {
    const std::string name = One({"x", "y", "list"});
    switch (Pick(depth > 0 ? 11 : 5)) {
      case 0:
        return One({"a", "b ", "<i>"});
      case 1:
      case 2:
        return "{{ " + Value() + " }}";
      case 3:
        return "{% assign " + name + " = " + Value() + " %}";
      case 4:
        return std::string("{% part ") + One({"a ", "b ", "c ", "d "}) + Path() + " %}";
      case 5:
        return "{% if " + Path() + " %}" + Body(depth - 1) + "{% else %}" + Body(depth - 1) + "{% endif %}";
      case 6:
        return "{% unless " + Path() + One({" == ", " != ", " contains "}) + Path() + " %}" + Body(depth - 1) +
               "{% endunless %}";
      case 7:
        return std::string("{% for n in ") + One({"(1..3)", "site.units", "list", "page", "include.item"}) +
               One({"", " limit: 2", " reversed", " offset: 1"}) + " %}" + Body(depth - 1) +
               One({"", "", "{% break %}", "{% continue %}"}) + "{% endfor %}";
      case 8:
        return "{% capture " + name + " %}" + Body(depth - 1) + "{% endcapture %}";
      case 9:
        return "{% case " + Path() + " %}{% when " + Path() + " %}" + Body(depth - 1) + "{% else %}" + Body(depth - 1) +
               "{% endcase %}";
      default:
        return One({"{% increment y %}", "{% cycle 'p', 'q' %}", "{% ifchanged %}{{ x }}{% endifchanged %}",
                    "{% for n in (1..5) offset: continue %}{{ n }}{% endfor %}"});
    }
  }

  std::mt19937 random_;
};

TEST(Replays, AnyTemplateRendersAsWithoutThem) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    Maker maker(seed);
    // Each part shows those after it only.
    std::map<std::string, std::string> parts;
    for (const char* name : {"d", "c", "b", "a"}) {
      std::string text = maker.Body(3);
      for (char other = 'a'; other <= name[0]; ++other) {
        const std::string call = std::string("{% part ") + other + " ";
        for (size_t at = text.find(call); at != std::string::npos; at = text.find(call))
          text.replace(at, call.size(), "{% assign x = ");
      }
      parts[name] = text;
    }
    Site site(parts, seed % 2 == 0 ? kLiquid4 : kLiquid5);
    const std::string text = maker.Body(2) + "{% part a x %}{% part b page.unit %}{{ x }}{{ y }}{{ list | join: ',' }}";
    const auto page = site.Parse(text);
    const auto other =
        site.Parse("{% assign x = page.url %}{% part a page.group %}{% part c y %}{% part d x %}{{ y }}");
    for (int turn = 0; turn < 24; ++turn) {
      if (turn % 5 == 4) site.unit(turn % 8).words += std::string(static_cast<size_t>(turn * 20), 'w');
      const Template& now = turn % 3 == 2 ? *other : *page;
      ASSERT_EQ(site.Render(now, turn % 7, true), site.Render(now, turn % 7, false))
          << "seed " << seed << " turn " << turn << "\n"
          << text << "\na: " << parts["a"] << "\nb: " << parts["b"] << "\nc: " << parts["c"] << "\nd: " << parts["d"];
    }
  }
}

}  // namespace
}  // namespace tincture::liquid
