// jekyll-paginate 1.1.0: the site's posts spread over an index.html and copies of it, with `paginator` on each.
// Golden cases: tests/golden/plugins/jekyll-paginate.
#include <algorithm>

#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"

namespace tincture::compat::plugins {

namespace {

// `paginate` as Ruby's to_i has it.
int64_t PostsPerPage(Site& site) {
  const Value value = Setting(site, "paginate");
  if (value.IsFloat()) return static_cast<int64_t>(value.AsFloat());
  if (value.IsString()) {
    const Value number = ToInteger(value.AsString(), site.arena());
    return number.IsInt() ? number.AsInt() : 0;
  }
  return value.IsInt() ? value.AsInt() : 0;
}

std::string PaginatePath(const Site& site) {
  const Value value = Setting(site, "paginate_path");
  return std::string(value.IsString() ? value.AsString() : "/page:num");
}

// index.html in one of the folders from the source down to that of paginate_path.
bool IsCandidate(const Site& site, const Item& page) {
  if (page.name() != "index.html") return false;
  const std::string path = ExpandPath(WithoutLeadingSlash(page.path()), site.source());
  const std::string target = ExpandPath(WithoutLeadingSlash(PaginatePath(site)), site.source());
  const std::string_view folder = DirectoryName(path);
  for (std::string_view above = DirectoryName(target); above != "/"; above = DirectoryName(above)) {
    if (above == folder) return true;
  }
  return false;
}

// The candidate with the longest path; the first of several.
Item* FindTemplate(Site& site) {
  Item* found = nullptr;
  for (Item* page : site.Pages()) {
    if (IsCandidate(site, *page) && (!found || page->path().size() > found->path().size())) found = page;
  }
  return found;
}

class Pager {
 public:
  Pager(Site& site, const Item& first, std::vector<Value> posts, int64_t per_page)
      : site_(site), first_url_(first.url()), posts_(std::move(posts)), per_page_(per_page) {}

  int64_t pages() const { return (static_cast<int64_t>(posts_.size()) + per_page_ - 1) / per_page_; }

  std::string Path(int64_t page) const {
    if (page <= 1) return first_url_;
    std::string path = PaginatePath(site_);
    const size_t place = path.find(":num");
    if (place != std::string::npos) path.replace(place, 4, std::to_string(page));
    return path.starts_with('/') ? path : "/" + path;
  }

  Value For(int64_t page) const {
    const size_t start = (page - 1) * per_page_;
    const size_t count = std::min<size_t>(per_page_, posts_.size() - start);
    HashBuilder pager(site_.arena());
    pager.Set("page", Value::Int(page));
    pager.Set("per_page", Value::Int(per_page_));
    pager.Set("posts", Value::Array(site_.arena(), std::span(posts_).subspan(start, count)));
    pager.Set("total_posts", Value::Int(posts_.size()));
    pager.Set("total_pages", Value::Int(pages()));
    SetNeighbour(pager, "previous_page", "previous_page_path", page > 1, page - 1);
    SetNeighbour(pager, "next_page", "next_page_path", page < pages(), page + 1);
    return pager.BuildValue();
  }

 private:
  void SetNeighbour(HashBuilder& pager, std::string_view number, std::string_view path, bool exists,
                    int64_t page) const {
    pager.Set(number, exists ? Value::Int(page) : Value());
    pager.Set(path, exists ? Value::String(site_.arena().Copy(Path(page))) : Value());
  }

  Site& site_;
  std::string first_url_;
  std::vector<Value> posts_;
  int64_t per_page_;
};

class Paginate : public Plugin {
 public:
  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kLowest; }

  Status Generate(Site& site) override {
    if (Setting(site, "paginate").IsNil() || site.Pages().empty()) return {};
    Item* page = FindTemplate(site);
    if (page) return PaginateFrom(site, *page);
    site.Log(LogLevel::kWarn, "Pagination:",
             "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. "
             "Skipping pagination.");
    return {};
  }

 private:
  static Status PaginateFrom(Site& site, Item& page) {
    std::vector<Value> posts = ShownPosts(site);
    const int64_t per_page = std::min<int64_t>(PostsPerPage(site), INT32_MAX);
    if (per_page == 0) {
      return Error{.kind = "FloatDomainError",
                   .message = posts.empty() ? "NaN" : "Infinity",
                   .hint = "Set `paginate` in the configuration to the number of posts on a page."};
    }
    if (per_page < 0) return {};
    const Pager pager(site, page, std::move(posts), per_page);
    if (pager.pages() > 0) page.SetPager(pager.For(1));
    for (int64_t number = 2; number <= pager.pages(); ++number) {
      Result<Item*> copy = site.ReadPage(page.dir(), page.name());
      if (!copy) return std::move(copy).error();
      (*copy)->SetPager(pager.For(number));
      (*copy)->SetDir(pager.Path(number));
      site.AppendPage(**copy);
    }
    return {};
  }

  // Newest first, without those that say `hidden`.
  static std::vector<Value> ShownPosts(Site& site) {
    std::vector<Value> posts;
    for (const Item* post : site.Posts()) {
      if (!post->Get("hidden").Truthy()) posts.push_back(post->ToLiquid());
    }
    std::reverse(posts.begin(), posts.end());
    return posts;
  }
};

}  // namespace

std::unique_ptr<Plugin> MakePaginate() { return std::make_unique<Paginate>(); }

}  // namespace tincture::compat::plugins
