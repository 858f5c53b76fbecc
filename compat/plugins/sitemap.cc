// jekyll-sitemap 1.4.0: /sitemap.xml over collections, HTML pages and static HTML or PDF files, and a /robots.txt that
// names it. Golden cases: tests/golden/plugins/jekyll-sitemap.
#include <array>

#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::array<std::string_view, 4> kListedExtensions = {".htm", ".html", ".xhtml", ".pdf"};

// As text, for `site.pages` shows it so until its turn to render has come.
constexpr std::string_view kRobots = "Sitemap: {{ \"sitemap.xml\" | absolute_url }}\n";

class SitemapWriter {
 public:
  explicit SitemapWriter(liquid::Context& context) : view_(context) {}

  Result<std::string> Write() {
    const Value page = view_.Variable("page");
    const Value site = view_.Variable("site");
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (view_.Get(page, "xsl").Truthy()) {
      const Value sheet = view_.Filter("absolute_url", Value::String("/sitemap.xsl"));
      out_ += "<?xml-stylesheet type=\"text/xsl\" href=\"" + view_.Text(sheet) + "\"?>\n";
    }
    out_ +=
        "<urlset xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://www.sitemaps.org/schemas/sitemap/0.9 "
        "http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd\" "
        "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    AddCollections(view_.Get(site, "collections"));
    AddPages(view_.Get(site, "html_pages"));
    AddStaticFiles(view_.Get(page, "static_files"));
    out_ += "</urlset>\n";
    return view_.Finish(std::move(out_));
  }

 private:
  void AddCollections(const Value& collections) {
    for (const Value& collection : view_.Each(collections)) {
      if (IsFalse(view_.Get(collection, "output"))) continue;
      for (const Value& doc : view_.Each(view_.Get(collection, "docs"))) {
        if (IsFalse(view_.Get(doc, "sitemap"))) continue;
        const Value modified = view_.Get(doc, "last_modified_at");
        const Value date = view_.Get(doc, "date");
        const bool dated = modified.Truthy() || date.Truthy();
        AddUrl(view_.Get(doc, "url"), dated, view_.Default(modified, date));
      }
    }
  }

  void AddPages(const Value& pages) {
    for (const Value& page : view_.Each(pages)) {
      const Value url = view_.Get(page, "url");
      if (IsFalse(view_.Get(page, "sitemap")) || (url.IsString() && url.AsString() == "/404.html")) continue;
      const Value modified = view_.Get(page, "last_modified_at");
      AddUrl(url, modified.Truthy(), modified);
    }
  }

  void AddStaticFiles(const Value& files) {
    for (const Value& file : view_.Each(files)) {
      const Value name = view_.Get(file, "name");
      if (IsFalse(view_.Get(file, "sitemap")) || (name.IsString() && name.AsString() == "404.html")) continue;
      AddUrl(view_.Get(file, "path"), true, view_.Get(file, "modified_time"));
    }
  }

  void AddUrl(const Value& url, bool dated, const Value& modified) {
    const Value folder = view_.Filter("replace", url, {Value::String("/index.html"), Value::String("/")});
    out_ += "<url>\n<loc>" + view_.Text(view_.Through(folder, {"absolute_url", "xml_escape"})) + "</loc>\n";
    if (dated) out_ += "<lastmod>" + view_.Text(view_.Filter("date_to_xmlschema", modified)) + "</lastmod>\n";
    out_ += "</url>\n";
  }

  LiquidView view_;
  std::string out_;
};

class Sitemap : public Plugin {
 public:
  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kLowest; }

  Status Generate(Site& site) override {
    const bool has_sitemap = HasUrl(site, "/sitemap.xml");
    const bool has_robots = HasUrl(site, "/robots.txt");
    if (!has_sitemap) AddSitemap(site);
    if (!has_robots) AddRobots(site);
    return {};
  }

 private:
  static bool HasUrl(Site& site, std::string_view url) {
    for (const Item* page : site.Pages()) {
      if (page->url() == url) return true;
    }
    for (const Item* file : site.StaticFiles()) {
      if (file->url() == url) return true;
    }
    return false;
  }

  static bool Listed(const Item& file) {
    for (const std::string_view extension : kListedExtensions) {
      if (file.extname() == extension) return true;
    }
    return false;
  }

  static void AddSitemap(Site& site) {
    std::vector<Value> files;
    for (const Item* file : site.StaticFiles()) {
      if (Listed(*file)) files.push_back(file->ToLiquid());
    }
    HashBuilder data(site.arena());
    data.Set("layout", Value());
    data.Set("static_files", Value::Array(site.arena(), files));
    data.Set("xsl", Value::Bool(HasUrl(site, "/sitemap.xsl")));
    NewPage page;
    page.name = "sitemap.xml";
    page.data = data.BuildValue();
    page.body.writer = [](liquid::Context& context) { return SitemapWriter(context).Write(); };
    site.AddPage(std::move(page));
  }

  static void AddRobots(Site& site) {
    HashBuilder data(site.arena());
    data.Set("layout", Value());
    NewPage page;
    page.name = "robots.txt";
    page.data = data.BuildValue();
    page.body.text = kRobots;
    site.AddPage(std::move(page));
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeSitemap() { return std::make_unique<Sitemap>(); }

}  // namespace tincture::compat::plugins
