#include "engine/read/reader.h"

#include <algorithm>

#include "engine/model/publisher.h"
#include "engine/model/sanitized_path.h"
#include "engine/read/collection_reader.h"
#include "engine/read/data_reader.h"
#include "engine/read/layout_reader.h"
#include "engine/read/page_reader.h"
#include "engine/read/post_reader.h"
#include "engine/read/static_file_reader.h"
#include "engine/read/text_file.h"
#include "engine/read/theme_reader.h"
#include "engine/read/vanished.h"
#include "engine/source/entry_filter.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

constexpr int kMaxDepth = 200;

class Reader {
 public:
  Reader(Site& site, const InitHook& on_init)
      : site_(site), on_init_(on_init), files_(site.machine.files), filter_(site.config().entry_rules(), files_) {}

  Status Read() {
    if (Status status = ReadLayouts(site_); !status) return status;
    if (Status status = ReadDirectories("", 0); !status) return status;
    if (Status status = ReadIncluded(); !status) return status;
    SortFiles();
    if (Status status = ReadCollections(site_, on_init_); !status) return status;
    if (Status status = ReadThemeAssets(site_, on_init_); !status) return status;
    WarnOfUnconfiguredCollections(site_);
    WarnOfFutureDocuments(site_);
    return ReadData(site_);
  }

 private:
  // `dir`: "" or with a leading '/'.
  Status ReadDirectories(const std::string& dir, int depth) {
    const std::string base = site_.InSourceDir(dir);
    if (depth > kMaxDepth || !files_.Stat(base).is_directory()) return {};
    std::vector<std::string> folders, pages, static_files;
    const Result<std::vector<std::string>> entries =
        filter_.Filter(files_.List(base), std::string_view(dir).substr(dir.empty() ? 0 : 1));
    if (!entries) return entries.error();
    for (const std::string& entry : *entries) {
      const std::string path = JoinPath(base, entry);
      const FileInfo info = files_.Stat(path);
      if (info.is_directory()) {
        folders.push_back(entry);
      } else if (info.is_file()) {
        (FileHasYamlHeader(files_, path) ? pages : static_files).push_back(entry);
      } else if (info.is_symlink && info.kind == FileKind::kAbsent) {  // Jekyll opens every file for its front matter
        return BrokenLink(files_, path);
      }
    }
    if (Status status = ReadPosts(site_, dir, on_init_); !status) return status;
    for (const std::string& folder : folders) {
      if (JoinPath(base, folder) == site_.destination()) continue;
      if (Status status = ReadDirectories(JoinPath(dir, folder), depth + 1); !status) return status;
    }
    for (const std::string& name : pages) {
      if (Status status = AddPage(dir, name); !status) return status;
    }
    for (const std::string& name : static_files) AddFile(dir, name);
    return {};
  }

  void AddFile(const std::string& dir, const std::string& name) {
    AddStaticFile(site_, site_.source(), dir, name);
    const StaticFile& file = *site_.static_files.back();
    constexpr size_t kFrontMatter = 512;  // enough of one to know it by
    const std::string_view shown =
        std::string_view(file.relative_path).substr(file.relative_path.starts_with('/') ? 1 : 0);
    if (!MayHoldFrontMatter(file.extname)) return;
    if (const auto start = files_.ReadStart(file.path, kFrontMatter)) {
      WarnOfDisplacedFrontMatter(site_, std::string(shown), *start);
    }
  }

  static bool MayHoldFrontMatter(std::string_view extname) {
    return extname.starts_with(".m") || extname.starts_with(".htm");
  }

  Status AddPage(const std::string& dir, const std::string& name) {
    Result<Page*> page = ReadPage(site_, site_.source(), dir, name, on_init_);
    if (!page) return page.error();
    if (!Publishes(site_, **page)) return {};
    site_.pages.push_back(*page);
    WarnOfUnknownMarkup(site_, **page);
    return {};
  }

  // read_included_excludes: files that `include` names, wherever they lie.
  Status ReadIncluded() {
    if (!site_.profile().included_files_are_read) return {};
    for (const std::string& entry : site_.config().entry_rules().include) {
      const std::string path = site_.InSourceDir(entry);
      const FileInfo info = files_.Stat(path);
      if (!info.is_file() || (site_.config().Truthy("safe") && info.is_symlink)) continue;
      if (Status status = ReadIncludedFile(path); !status) return status;
    }
    return {};
  }

  Status ReadIncludedFile(const std::string& path) {
    const auto is_it = [&](const auto* item) { return site_.InSourceDir(item->relative_path) == path; };
    const std::string dir(DirName(path).substr(site_.source().size()));
    const std::string name(BaseName(path));
    if (FileHasYamlHeader(files_, path)) {
      if (std::any_of(site_.pages.begin(), site_.pages.end(), is_it)) return {};
      return AddPage(dir, name);
    }
    if (std::any_of(site_.static_files.begin(), site_.static_files.end(), is_it)) return {};
    AddStaticFile(site_, site_.source(), dir, name);
    return {};
  }

  // Ruby's sort is stable here (glibc's merge sort), so that pages of one name keep the order of their folders.
  void SortFiles() {
    for (const auto& collection : site_.collections) SortByDate(collection->docs);
    std::stable_sort(site_.pages.begin(), site_.pages.end(),
                     [](const Page* a, const Page* b) { return a->name < b->name; });
    std::stable_sort(site_.static_files.begin(), site_.static_files.end(),
                     [](const StaticFile* a, const StaticFile* b) { return a->relative_path < b->relative_path; });
  }

  Site& site_;
  const InitHook& on_init_;
  const FileSource& files_;
  EntryFilter filter_;
};

}  // namespace

Status ReadSite(Site& site, const InitHook& on_init) { return Reader(site, on_init).Read(); }

}  // namespace tincture::engine
