// jekyll-readme-index 0.3.0: README.md is the index page of a folder that has none.
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

namespace {

// Any case for the name, but not for the extension.
bool IsReadme(const Site& site, std::string_view path) {
  const std::string_view extension = ExtensionName(path);
  if (AsciiLower(extension) != extension) return false;
  const std::string stem = AsciiLower(path.substr(0, path.size() - extension.size()));
  return stem.ends_with("/readme") && site.IsMarkdown(extension);
}

bool IsIndexName(std::string_view name) {
  const std::string lower = AsciiLower(name);
  return lower.empty() || lower == "index.html" || lower == "index.htm" || lower == "index.xhtml" ||
         lower == "index.xml";
}

std::string FolderOf(const Item& readme) {
  const std::string_view folder = DirectoryName(readme.url());
  return folder.ends_with('/') ? std::string(folder) : std::string(folder) + "/";
}

class ReadmeIndex : public Plugin {
 public:
  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kLow; }

  Status Generate(Site& site) override {
    if (IsFalse(Setting(site, "readme_index", "enabled"))) return {};
    for (Item* file : site.StaticFiles()) {
      if (!IsReadme(site, file->relative_path()) || HasIndex(site, *file)) continue;
      if (Status status = AddIndex(site, *file); !status) return status;
    }
    if (IsTrue(Setting(site, "readme_index", "with_frontmatter"))) MovePages(site);
    return {};
  }

 private:
  static bool HasIndex(Site& site, const Item& readme) {
    const std::string folder = FolderOf(readme);
    const auto is_index = [&](const Item* item) {
      const std::string_view url = item->url();
      return AsciiLower(url.substr(0, folder.size())) == AsciiLower(folder) && IsIndexName(url.substr(folder.size()));
    };
    for (const Item* page : site.Pages()) {
      if (page->url().size() >= folder.size() && is_index(page)) return true;
    }
    for (const Item* file : site.StaticFiles()) {
      if (file->url().size() >= folder.size() && is_index(file)) return true;
    }
    return false;
  }

  static Status AddIndex(Site& site, Item& file) {
    Result<Item*> page = site.ReadPage(DirectoryName(file.relative_path()), file.name());
    if (!page) return std::move(page).error();
    Place(site, **page, file);
    site.AppendPage(**page);
    if (IsTrue(Setting(site, "readme_index", "remove_originals"))) site.RemoveStaticFile(file);
    return {};
  }

  static void MovePages(Site& site) {
    for (Item* page : site.Pages()) {
      if (!IsReadme(site, "/" + std::string(page->path())) || HasIndex(site, *page)) continue;
      Place(site, *page, *page);
    }
  }

  // A README at the root has the permalink "//", which templates see; its URL is "/".
  static void Place(Site& site, Item& page, const Item& readme) {
    const std::string permalink = std::string(DirectoryName(readme.url())) + "/";
    page.Set("permalink", Value::String(site.arena().Copy(permalink)));
    page.ResetUrl();
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeReadmeIndex() { return std::make_unique<ReadmeIndex>(); }

}  // namespace tincture::compat::plugins
