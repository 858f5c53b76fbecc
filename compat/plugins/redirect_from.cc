// jekyll-redirect-from 0.16.0: pages that lead elsewhere, for each `redirect_from` and `redirect_to` of the front
// matter, and redirects.json with all of them. Golden cases: tests/golden/plugins/jekyll-redirect-from.
#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

// The layout of a site that has none named `redirect`.
Result<std::string> WriteRedirect(liquid::Context& context) {
  LiquidView view(context);
  const std::string to = view.Text(view.Get(view.Get(view.Variable("page"), "redirect"), "to"));
  std::string out = "<!DOCTYPE html>\n<html lang=\"en-US\">\n  <meta charset=\"utf-8\">\n";
  out += "  <title>Redirecting&hellip;</title>\n";
  out += "  <link rel=\"canonical\" href=\"" + to + "\">\n";
  out += "  <script>location=\"" + to + "\"</script>\n";
  out += "  <meta http-equiv=\"refresh\" content=\"0; url=" + to + "\">\n";
  out += "  <meta name=\"robots\" content=\"noindex\">\n";
  out += "  <h1>Redirecting&hellip;</h1>\n";
  out += "  <a href=\"" + to + "\">Click here if you are not redirected.</a>\n</html>\n";
  return view.Finish(std::move(out));
}

bool HasHttpScheme(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

class RedirectFrom : public Plugin {
 public:
  bool generates() const override { return true; }

  Status Generate(Site& site) override {
    HashBuilder redirects(site.arena());
    if (!site.HasLayout("redirect")) site.AddLayout("redirect", {.text = "", .writer = WriteRedirect, .liquid = true});
    std::vector<Item*> items = site.DocsToWrite();
    for (Item* page : site.Pages()) items.push_back(page);
    for (Item* item : items) {
      if (item->kind() == ItemKind::kStaticFile) continue;
      if (Status status = AddRedirects(site, *item, redirects); !status) return status;
    }
    return AddList(site, redirects);
  }

 private:
  static Status AddRedirects(Site& site, Item& item, HashBuilder& redirects) {
    const Value url = Value::String(site.arena().Copy(item.url()));
    for (const Value& from : ListOf(item.Get("redirect_from"))) {
      Result<Value> data = RedirectData(site, from, url, redirects);
      if (!data) return std::move(data).error();
      NewPage page;
      page.name = "redirect.html";
      page.data = *data;
      site.AddPage(std::move(page));
    }
    const std::vector<Value> targets = ListOf(item.Get("redirect_to"));
    if (targets.empty() || !targets.front().Truthy()) return {};
    Result<Value> data = RedirectData(site, url, targets.front(), redirects);
    if (!data) return std::move(data).error();
    for (const Hash::Entry& entry : data->AsHash().entries()) item.Set(entry.key.AsString(), entry.value);
    item.SetContent("");
    return {};
  }

  // The front matter of a page that redirects.
  static Result<Value> RedirectData(Site& site, const Value& from, const Value& to, HashBuilder& redirects) {
    if (!from.IsString() || !to.IsString()) {
      return Error{.kind = "NoMethodError", .message = "redirect_from and redirect_to must be texts or lists of texts"};
    }
    Arena& arena = site.arena();
    Result<Value> target = HasHttpScheme(to.AsString()) ? Result<Value>(to) : site.Filter("absolute_url", to);
    if (!target) return target;
    const Value path = Value::String(arena.Copy(WithLeadingSlash(from.AsString())));
    redirects.Set(path, *target);
    HashBuilder redirect(arena);
    redirect.Set("from", path);
    redirect.Set("to", *target);
    HashBuilder data(arena);
    data.Set("sitemap", Value::Bool(false));
    data.Set("layout", Value::String("redirect"));
    data.Set("permalink", path);
    data.Set("redirect", redirect.BuildValue());
    return data.BuildValue();
  }

  static Status AddList(Site& site, const HashBuilder& redirects) {
    if (IsFalse(Setting(site, "redirect_from", "json")) || site.FileExists("redirects.json")) return {};
    Result<Value> json = site.Filter("jsonify", redirects.BuildValue());
    if (!json) return std::move(json).error();
    HashBuilder data(site.arena());
    data.Set("layout", Value());
    NewPage page;
    page.name = "redirects.json";
    page.data = data.BuildValue();
    page.body.text = json->IsString() ? json->AsString() : "{}";
    site.AddPage(std::move(page));
    return {};
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeRedirectFrom() { return std::make_unique<RedirectFrom>(); }

}  // namespace tincture::compat::plugins
