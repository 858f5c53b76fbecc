#include "engine/verify/origin.h"

#include <algorithm>

#include "engine/build/build.h"
#include "engine/model/site.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

class Finder {
 public:
  explicit Finder(const Site& site) : site_(site) {}

  std::map<std::string, Origin> Find() {
    for (const Page* page : site_.pages) {
      Add(page->Destination(site_.destination()), page->generated ? "" : page->path,
          page->PlaceInLayout() ? LayoutsOf(page->Data("layout")) : std::vector<std::string>());
    }
    for (const StaticFile* file : site_.static_files) Add(file->Destination(site_.destination()), file->path, {});
    for (const Document* document : site_.documents()) {
      Add(document->Destination(site_.destination()), document->path,
          document->PlaceInLayout() ? LayoutsOf(document->data->Get("layout")) : std::vector<std::string>());
    }
    return std::move(origins_);
  }

 private:
  void Add(const Result<std::string>& destination, const std::string& source, std::vector<std::string> layouts) {
    if (!destination) return;
    origins_[PathBelow(*destination, site_.destination())] = {source.empty() ? source : ShownPath(site_, source),
                                                              std::move(layouts)};
  }

  std::vector<std::string> LayoutsOf(Value name) const {
    std::vector<std::string> chain;
    while (!name.IsNil()) {
      const Layout* layout = site_.FindLayout(Value::String(site_.TextOf(name)));
      if (layout == nullptr) break;
      const std::string shown = ShownPath(site_, layout->path);
      if (std::find(chain.begin(), chain.end(), shown) != chain.end()) break;
      chain.push_back(shown);
      name = layout->data->Get("layout");
    }
    return chain;
  }

  const Site& site_;
  std::map<std::string, Origin> origins_;
};

}  // namespace

std::string PathBelow(const std::string& path, const std::string& folder) {
  return IsWithin(path, folder) && path != folder ? path.substr(JoinPath(folder, "").size()) : path;
}

std::string ShownPath(const Site& site, const std::string& path) {
  if (!site.theme || !IsWithin(path, site.theme->root)) return PathBelow(path, site.source());
  return PathBelow(path, site.theme->root) + " (theme " + site.theme->name + ")";
}

std::map<std::string, Origin> OriginsOf(const Configuration& configuration, const Machine& machine) {
  Log silent([](LogLevel, std::string_view) {});
  std::map<std::string, Origin> origins;
  // A site that cannot be read has been reported by the build.
  (void)InspectSite(configuration, machine, silent, [&](Site& site) { origins = Finder(site).Find(); });
  return origins;
}

}  // namespace tincture::engine
