// jekyll-archives 2.2.1: a page for each tag, category, year, month and day, with its posts.
#include <map>

#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "compat/text/slugify.h"
#include "compat/text/url.h"
#include "liquid/value/civil.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::string_view kKey = "jekyll-archives";

struct Archive {
  std::string_view type;
  Value title;  // nil for dates
  Value date;   // nil for tags and categories
  std::vector<text::Placeholder> placeholders;
  std::vector<Item*> posts;  // newest first
};

std::string TwoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

CivilDate DayOf(const Item& post) {
  const Time date = post.date().value_or(Time());
  return CivilFromDays(FloorDiv(date.seconds + date.utc_offset, kSecondsPerDay));
}

class Builder {
 public:
  explicit Builder(Site& site) : site_(site) {}

  std::vector<Archive> Build() {
    if (Enabled("tags")) AddNamed("tags", "tag");
    if (Enabled("categories")) AddNamed("categories", "category");
    std::vector<Item*> posts = site_.Posts();
    for (auto& [year, of_year] : GroupsOf(posts, [](const CivilDate& day) { return static_cast<int>(day.year); })) {
      AddYear(year, {of_year.rbegin(), of_year.rend()});
    }
    return std::move(archives_);
  }

 private:
  using Groups = std::vector<std::pair<int, std::vector<Item*>>>;

  bool Enabled(std::string_view name) const {
    const Value enabled = Setting(site_, kKey, "enabled");
    if (IsTrue(enabled) || (enabled.IsString() && enabled.AsString() == "all")) return true;
    if (!enabled.IsArray()) return false;
    for (const Value& item : enabled.AsArray()) {
      if (item.IsString() && item.AsString() == name) return true;
    }
    return false;
  }

  // In order of first appearance.
  template <class Part>
  static Groups GroupsOf(const std::vector<Item*>& posts, Part part) {
    Groups groups;
    std::map<int, size_t> places;
    for (Item* post : posts) {
      const int key = part(DayOf(*post));
      const auto [place, is_new] = places.emplace(key, groups.size());
      if (is_new) groups.push_back({key, {}});
      groups[place->second].second.push_back(post);
    }
    return groups;
  }

  void AddNamed(std::string_view attribute, std::string_view type) {
    const Value names = site_.PostsBy(attribute);
    if (!names.IsHash()) return;
    for (const Hash::Entry& entry : names.AsHash().entries()) {
      if (!entry.key.IsString()) continue;
      Archive archive;
      archive.type = type;
      archive.title = entry.key;
      archive.placeholders = {{"name", text::Slugify(entry.key.AsString(), "default", false, site_.profile())},
                              {"type", std::string(type)}};
      archive.posts = PostsWith(attribute, entry.key);
      archives_.push_back(std::move(archive));
    }
  }

  std::vector<Item*> PostsWith(std::string_view attribute, const Value& name) {
    std::vector<Item*> found;
    std::vector<Item*> posts = site_.Posts();
    for (auto post = posts.rbegin(); post != posts.rend(); ++post) {
      for (const Value& value : ListOf((*post)->Get(attribute))) {
        if (!KeysEqual(value, name)) continue;
        found.push_back(*post);
        break;
      }
    }
    return found;
  }

  // Posts are newest first from here on, and so are months and days.
  void AddYear(int year, const std::vector<Item*>& posts) {
    if (Enabled("year")) AddDate("year", year, 1, 1, posts);
    for (const auto& [month, of_month] : GroupsOf(posts, [](const CivilDate& day) { return day.month; })) {
      if (Enabled("month")) AddDate("month", year, month, 1, of_month);
      if (!Enabled("day")) continue;
      for (const auto& [day, of_day] : GroupsOf(of_month, [](const CivilDate& date) { return date.day; })) {
        AddDate("day", year, month, day, of_day);
      }
    }
  }

  void AddDate(std::string_view type, int year, int month, int day, const std::vector<Item*>& posts) {
    Archive archive;
    archive.type = type;
    archive.date = Value::Date(DaysFromCivil(year, month, day));
    archive.placeholders.push_back({"year", std::to_string(year)});
    if (type != "year") archive.placeholders.push_back({"month", TwoDigits(month)});
    if (type == "day") archive.placeholders.push_back({"day", TwoDigits(day)});
    archive.placeholders.push_back({"type", std::string(type)});
    archive.posts = posts;
    archives_.push_back(std::move(archive));
  }

  Site& site_;
  std::vector<Archive> archives_;
};

class Archives : public Plugin {
 public:
  bool generates() const override { return true; }

  Status Generate(Site& site) override {
    SetDefaults(site);
    std::vector<Value> pages;
    for (const Archive& archive : Builder(site).Build()) {
      const Value permalink = Setting(site, kKey, "permalinks").AsHash().Get(archive.type);
      if (!permalink.IsString()) {
        return Error{.kind = "ArgumentError", .message = "Template \"\" provided is invalid."};
      }
      pages.push_back(AddPage(site, archive, permalink.AsString()).ToLiquid());
    }
    site.SetConfig("archives", Value::Array(site.arena(), pages));
    return {};
  }

 private:
  static void SetDefaults(Site& site) {
    Arena& arena = site.arena();
    HashBuilder permalinks(arena);
    permalinks.Set("year", Value::String("/:year/"));
    permalinks.Set("month", Value::String("/:year/:month/"));
    permalinks.Set("day", Value::String("/:year/:month/:day/"));
    permalinks.Set("tag", Value::String("/tag/:name/"));
    permalinks.Set("category", Value::String("/category/:name/"));
    Overlay(Setting(site, kKey, "permalinks"), permalinks);
    HashBuilder config(arena);
    config.Set("layout", Value::String("archive"));
    config.Set("enabled", Value::Array({}));
    config.Set("permalinks", Value());
    Overlay(Setting(site, kKey), config);
    config.Set("permalinks", permalinks.BuildValue());
    site.SetConfig(kKey, config.BuildValue());
  }

  static void Overlay(const Value& over, HashBuilder& base) {
    if (!over.IsHash()) return;
    for (const Hash::Entry& entry : over.AsHash().entries()) base.Set(entry.key, entry.value);
  }

  static Value LayoutOf(const Site& site, std::string_view type) {
    const Value layouts = Setting(site, kKey, "layouts");
    const Value own = layouts.IsHash() ? layouts.AsHash().Get(type) : Value();
    return own.Truthy() ? own : Setting(site, kKey, "layout");
  }

  static Item& AddPage(Site& site, const Archive& archive, std::string_view permalink) {
    Arena& arena = site.arena();
    const std::string url = text::SanitizeUrl(text::UrlFromHash(permalink, archive.placeholders));
    std::string path = text::UnescapePath(url).substr(1);
    if (url.ends_with('/')) path += "index.html";
    const std::string_view extension = ExtensionName(path);
    const std::string_view file = std::string_view(path).substr(path.rfind('/') + 1);

    NewPage page;
    page.name = file;
    page.dir = path.substr(0, path.size() - file.size());
    page.url = url;
    HashBuilder data(arena);
    data.Set("layout", LayoutOf(site, archive.type));
    page.data = data.BuildValue();
    std::vector<Value> posts;
    for (const Item* post : archive.posts) posts.push_back(post->ToLiquid());
    HashBuilder shown(arena);
    shown.Set("posts", Value::Array(arena, posts));
    shown.Set("type", Value::String(archive.type));
    shown.Set("title", archive.title);
    shown.Set("date", archive.date);
    shown.Set("name", Value::String(arena.Copy(file.substr(0, file.size() - extension.size()))));
    shown.Set("path", Value::String(arena.Copy(path)));
    shown.Set("url", Value::String(arena.Copy(url)));
    shown.Set("permalink", Value());
    page.attributes = shown.BuildValue();
    page.type = archive.type;  // the gem's `type` hides Jekyll's
    return site.AddPage(std::move(page));
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeArchives() { return std::make_unique<Archives>(); }

}  // namespace tincture::compat::plugins
