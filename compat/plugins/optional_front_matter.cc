// jekyll-optional-front-matter 0.3.2: Markdown files without front matter become pages, but for READMEs and the like.
#include <array>

#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

namespace {

// Without extension, in any case.
constexpr std::array<std::string_view, 8> kLeftAlone = {
    "readme",          "license",      "licence",        "copying",
    "code_of_conduct", "contributing", "issue_template", "pull_request_template"};

class OptionalFrontMatter : public Plugin {
 public:
  bool generates() const override { return true; }

  Status Generate(Site& site) override {
    const bool required = Setting(site, "require_front_matter").Truthy();
    if (required || IsFalse(Setting(site, "optional_front_matter", "enabled"))) return {};
    const bool remove = IsTrue(Setting(site, "optional_front_matter", "remove_originals"));
    for (Item* file : site.StaticFiles()) {
      if (!site.IsMarkdown(file->extname()) || IsLeftAlone(site, *file)) continue;
      Result<Item*> page = site.ReadPage(DirectoryName(file->relative_path()), file->name());
      if (!page) return std::move(page).error();
      site.AppendPage(**page);
      if (remove) site.RemoveStaticFile(*file);
    }
    return {};
  }

 private:
  static bool IsLeftAlone(const Site& site, const Item& file) {
    const std::string name = AsciiLower(file.basename());
    for (const std::string_view left_alone : kLeftAlone) {
      if (name == left_alone) return !IsIncluded(site, file);
    }
    return false;
  }

  // The configuration's `include` names it.
  static bool IsIncluded(const Site& site, const Item& file) {
    const Value include = Setting(site, "include");
    if (!include.IsArray()) return false;
    std::vector<std::string> patterns;
    for (const Value& pattern : include.AsArray()) {
      if (pattern.IsString()) patterns.emplace_back(pattern.AsString());
    }
    return site.GlobInclude(patterns, WithoutLeadingSlash(file.relative_path())) ||
           site.GlobInclude(patterns, file.name());
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeOptionalFrontMatter() { return std::make_unique<OptionalFrontMatter>(); }

}  // namespace tincture::compat::plugins
