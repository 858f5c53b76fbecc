// jekyll-default-layout 0.1.5: Markdown pages and posts that name no layout get home, page, post or default, whichever
// the site has.
#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

namespace {

class DefaultLayout : public Plugin {
 public:
  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kLowest; }

  Status Generate(Site& site) override {
    for (Item* page : site.Pages()) SetLayout(site, *page);
    for (Item* post : site.Posts()) SetLayout(site, *post);
    return {};
  }

 private:
  static void SetLayout(const Site& site, Item& item) {
    if (site.IsMarkdown(item.extname()) && !item.Has("layout")) item.Set("layout", LayoutFor(site, item));
  }

  static Value LayoutFor(const Site& site, const Item& item) {
    const bool is_page = item.kind() == ItemKind::kPage;
    if (item.url() == "/" && site.HasLayout("home")) return Value::String("home");
    if (is_page && site.HasLayout("page")) return Value::String("page");
    if (!is_page && site.HasLayout("post")) return Value::String("post");
    return site.HasLayout("default") ? Value::String("default") : Value();
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeDefaultLayout() { return std::make_unique<DefaultLayout>(); }

}  // namespace tincture::compat::plugins
