#include "engine/read/layout_reader.h"

#include <algorithm>

#include "engine/model/sanitized_path.h"
#include "engine/read/text_file.h"
#include "engine/source/entry_filter.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// Dir["**/*.*"], filtered.
Result<std::vector<std::string>> EntriesIn(const Site& site, const std::string& directory) {
  const FileSource& files = site.machine.files;
  if (!files.Stat(directory).is_directory()) return std::vector<std::string>();
  std::vector<std::string> all = GlobTree(files, directory, false);
  std::erase_if(all, [](const std::string& entry) { return BaseName(entry).find('.') == std::string_view::npos; });
  const EntryFilter filter(site.config().entry_rules(), files);
  Result<std::vector<std::string>> entries = filter.FilterIn(all, directory);
  if (!entries) return entries;
  std::erase_if(*entries, [&](const std::string& entry) { return !files.Stat(JoinPath(directory, entry)).is_file(); });
  return entries;
}

// file.split(".")[0..-2].join(".")
std::string LayoutName(const std::string& file) { return file.substr(0, file.rfind('.')); }

Result<Layout> ReadLayout(Site& site, const std::string& base, const std::string& directory, const std::string& entry) {
  Layout layout;
  layout.name = LayoutName(entry);
  layout.path = SanitizedPath(base, JoinPath(directory, entry));
  layout.relative_path = layout.path.substr(base.size());
  layout.ext = ExtName(entry);
  TextFile file;
  if (Status read = ReadConvertible(site, layout.path, &file); !read) return read.error();
  layout.data = &file.data.AsHash();
  layout.lines_before = file.lines_before;
  layout.key_lines = file.key_lines;
  layout.content = std::move(file.body);
  return layout;
}

Status ReadFolder(Site& site, const std::string& base, const std::string& directory, bool replaces) {
  const Result<std::vector<std::string>> entries = EntriesIn(site, directory);
  if (!entries) return entries.error();
  for (const std::string& entry : *entries) {
    if (!replaces && site.layouts.contains(LayoutName(entry))) continue;
    Result<Layout> layout = ReadLayout(site, base, directory, entry);
    if (!layout) return layout.error();
    site.layouts.insert_or_assign(layout->name, std::move(*layout));
  }
  return {};
}

}  // namespace

Status ReadLayouts(Site& site) {
  const std::string own = site.InSourceDir(site.config().Text("layouts_dir", "_layouts"));
  if (Status status = ReadFolder(site, site.source(), own, true); !status) return status;
  if (!site.theme || site.theme->layouts_path.empty()) return {};
  return ReadFolder(site, site.theme->root, site.theme->layouts_path, false);
}

}  // namespace tincture::engine
