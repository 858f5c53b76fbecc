#include "engine/model/permalink.h"

#include <algorithm>
#include <array>
#include <vector>

#include "compat/text/case.h"
#include "compat/text/slugify.h"
#include "engine/model/collection.h"
#include "engine/model/document.h"
#include "engine/model/page.h"
#include "engine/model/site.h"
#include "engine/model/static_file.h"
#include "engine/model/string_edit.h"
#include "engine/model/url.h"
#include "liquid/value/strftime.h"

namespace tincture::engine {

namespace {

struct DateKey {
  std::string_view name;
  std::string_view format;
  bool since_jekyll_4 = false;
};

constexpr std::array<DateKey, 17> kDateKeys = {{
    {"year", "%Y"},
    {"month", "%m"},
    {"day", "%d"},
    {"hour", "%H"},
    {"minute", "%M"},
    {"second", "%S"},
    {"i_day", "%-d"},
    {"i_month", "%-m"},
    {"short_month", "%b"},
    {"long_month", "%B", true},
    {"short_year", "%y"},
    {"w_year", "%G", true},
    {"week", "%V", true},
    {"w_day", "%u", true},
    {"short_day", "%a", true},
    {"long_day", "%A", true},
    {"y_day", "%j"},
}};

std::string Slug(const Document& document, std::string_view text, std::string_view mode, bool cased) {
  return text::Slugify(text, mode, cased, document.site.profile());
}

// data["slug"], else the file's name.
std::string SlugText(const Document& document) {
  const Value slug = document.data->Get("slug");
  return slug.IsNil() ? std::string(document.BasenameWithoutExt()) : document.site.TextOf(slug);
}

// The categories joined by '/', each once.
template <class Change>
std::string Categories(const Document& document, Change change) {
  std::vector<std::string> names;
  const Value categories = document.data->Get("categories");
  const auto add = [&](const Value& category) {
    std::string name = change(document.site.TextOf(category));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  if (categories.IsArray()) {
    for (const Value& category : categories.AsArray()) add(category);
  } else if (!categories.IsNil()) {
    add(categories);
  }
  std::string joined;
  for (size_t i = 0; i < names.size(); ++i) joined += (i == 0 ? "" : "/") + names[i];
  return joined;
}

std::optional<std::string> DatePart(const Document& document, std::string_view name) {
  for (const DateKey& key : kDateKeys) {
    if (key.name != name) continue;
    if (key.since_jekyll_4 && !document.site.profile().week_placeholders) return std::nullopt;
    const Value date = document.Date();
    std::string text;
    // Formats of the table above cannot fail.
    if (date.IsTime()) (void)FormatTime(date.AsTime(), key.format, text);
    return text;
  }
  return std::nullopt;
}

// UrlDrop.
std::optional<std::string> UrlPart(const Document& document, std::string_view name) {
  if (name == "collection") return document.collection.label;
  if (name == "path") return document.CleanedRelativePath();
  if (name == "output_ext") return document.OutputExt();
  if (name == "name") return Slug(document, document.BasenameWithoutExt(), "default", false);
  if (name == "title") return Slug(document, SlugText(document), "pretty", true);
  if (name == "slug") return Slug(document, SlugText(document), "default", false);
  if (name == "categories") {
    return Categories(document, [](const std::string& category) { return text::Downcase(category); });
  }
  if (name == "slugified_categories" && document.site.profile().week_placeholders) {
    return Categories(document,
                      [&](const std::string& category) { return Slug(document, category, "default", false); });
  }
  return DatePart(document, name);
}

// `:title` and `:slug` of a document whose `slug` is a number or the like.
Error SlugIsNoText(const Document& document, const Value& slug) {
  const std::string_view type = slug.IsInt() ? "Integer" : slug.IsFloat() ? "Float" : "Object";
  return {.kind = "NoMethodError",
          .message = "undefined method `gsub' for " + document.site.TextOf(slug) + ":" + std::string(type),
          .hint = "`slug` must be a text: put it in quotes.",
          .where = {document.path, 0, 0}};
}

Error NotAText(const Value& permalink, const Site& site) {
  const std::string_view type = permalink.IsInt() ? "Integer" : permalink.IsFloat() ? "Float" : "Object";
  return {.kind = "NoMethodError",
          .message = "undefined method `gsub' for " + site.TextOf(permalink) + ":" + std::string(type),
          .hint = "`permalink` must be a text: put it in quotes."};
}

std::string PageTemplate(const Page& page) {
  if (!page.IsHtml()) return "/:path/:basename:output_ext";
  if (page.IsIndex()) return "/:path/";
  return AddPermalinkSuffix("/:path/:basename", page.site.config().Text("permalink"));
}

}  // namespace

Result<std::string> DocumentUrl(const Document& document) {
  const Value own = document.data->Get("permalink");
  if (own.Truthy() && !own.IsString()) return NotAText(own, document.site);
  const std::string_view permalink = own.Truthy() ? own.AsString() : document.collection.url_template;
  bool asks_slug = false;
  Result<std::string> url = UrlFromDrop(permalink, [&](std::string_view name) {
    asks_slug = asks_slug || name == "title" || name == "slug";
    return UrlPart(document, name);
  });
  const Value slug = document.data->Get("slug");
  if (asks_slug && !slug.IsNil() && !slug.IsString()) return SlugIsNoText(document, slug);
  if (!url) {
    url.error().where.path = document.path;
    return url;
  }
  return SanitizeUrl(*url);
}

bool UrlNeedsDate(const Document& document) {
  const Value own = document.data->Get("permalink");
  const std::string_view permalink = own.IsString() ? own.AsString() : document.collection.url_template;
  bool needs = false;
  (void)UrlFromDrop(permalink, [&](std::string_view name) {
    std::optional<std::string> part = UrlPart(document, name);
    needs =
        needs || std::any_of(kDateKeys.begin(), kDateKeys.end(), [&](auto& key) { return key.name == name && part; });
    return part;
  });
  return needs;
}

Result<std::string> PageUrl(const Page& page) {
  const Value own = page.Data("permalink");
  if (own.Truthy() && !own.IsString()) return NotAText(own, page.site);
  const std::array<Placeholder, 3> placeholders = {
      {{"path", page.dir}, {"basename", page.basename}, {"output_ext", page.OutputExt()}}};
  return SanitizeUrl(UrlFromHash(own.Truthy() ? std::string(own.AsString()) : PageTemplate(page), placeholders));
}

std::string StaticFileUrl(const StaticFile& file) {
  const bool cleaned = file.site.profile().static_files_follow_url;
  const std::string ext = cleaned ? file.extname : "";
  const std::string path = cleaned ? file.CleanedRelativePath() : file.relative_path;
  if (file.collection == nullptr) return path + ext;
  const std::string_view below =
      cleaned ? path : std::string_view(path).substr(file.collection->relative_directory.size());
  const std::array<Placeholder, 5> placeholders = {{{"collection", file.collection->label},
                                                    {"path", std::string(below)},
                                                    {"output_ext", ""},
                                                    {"name", cleaned ? file.Basename() : ""},
                                                    {"title", ""}}};
  std::string url = SanitizeUrl(UrlFromHash(file.collection->url_template, placeholders));
  // File.join's and Jekyll's chomp("/").
  if (url.ends_with('/')) url.pop_back();
  return url + ext;
}

}  // namespace tincture::engine
