#include "engine/read/vanished.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/model/publisher.h"
#include "engine/model/string_edit.h"
#include "engine/read/text_file.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"
#include "engine/source/place.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

// Whether someone would write text for the site in it.
bool IsText(const Site& site, std::string_view extname) {
  if (extname == ".html" || extname == ".htm") return true;
  for (const std::string_view known : Split(site.config().Text("markdown_ext"), ',')) {
    if (extname.substr(std::min<size_t>(extname.size(), 1)) == Strip(known)) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 18> kMarkup = {
    ".adoc",      ".asciidoc", ".coffee", ".creole", ".haml", ".less", ".mdx",  ".mdown", ".mdtext",
    ".mediawiki", ".org",      ".pug",    ".rmd",    ".Rmd",  ".rst",  ".slim", ".styl",  ".textile"};

bool IsConfiguredFolder(const Site& site, const std::string& folder) {
  for (const char* key : {"layouts_dir", "includes_dir", "data_dir", "plugins_dir", "collections_dir"}) {
    if (site.config().Text(key) == folder) return true;
  }
  const Value sass = site.config().Get("sass");
  const Value sass_dir = sass.IsHash() ? sass.AsHash().Get("sass_dir") : Value();
  if (sass_dir.IsString() && sass_dir.AsString() == folder) return true;
  constexpr std::array<std::string_view, 5> kOfJekyll = {"_posts", "_drafts", "_sass", "_site", "_plugins"};
  return std::find(kOfJekyll.begin(), kOfJekyll.end(), folder) != kOfJekyll.end();
}

int FilesWithFrontMatter(const Site& site, const std::string& folder) {
  int count = 0;
  for (const std::string& entry : GlobTree(site.machine.files, folder, false)) {
    const std::string path = JoinPath(folder, entry);
    if (IsText(site, ExtName(entry)) && FileHasYamlHeader(site.machine.files, path)) ++count;
  }
  return count;
}

}  // namespace

void WarnOfUndatedName(const Site& site, const std::string& path) {
  if (!IsText(site, ExtName(path))) return;
  site.log.WarnOfMany("undated", "Skipping:",
                      path + " is not a post: its name does not begin with a date (YYYY-MM-DD-title" +
                          std::string(ExtName(path)) + ")");
}

void WarnOfDisplacedFrontMatter(const Site& site, const std::string& path, std::string_view start) {
  if (!IsText(site, ExtName(path))) return;
  const std::string_view text = WithoutBom(start);
  const size_t dashes = text.find_first_not_of(" \t\r\n");
  const bool has_bom = text.size() != start.size();
  if (dashes == std::string_view::npos || (dashes == 0 && !has_bom)) return;
  const size_t line_end = text.find('\n', dashes);
  if (line_end == std::string_view::npos || Strip(text.substr(dashes, line_end - dashes)) != "---") return;
  if (text.find("\n---", line_end) == std::string_view::npos) return;
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dashes), '\n');
  const size_t line_start = dashes == 0 ? 0 : text.rfind('\n', dashes) + 1;
  site.log.WarnOfMany("displaced", "Front matter:",
                      path + ":" + std::to_string(line) + ":" + std::to_string(dashes - line_start + 1) +
                          ": it must be at the very start of the file (" +
                          (has_bom ? "a byte order mark stands before it" : "there is white space before it") +
                          "); the file is copied as it is");
}

bool IsUnknownMarkup(const Site& site, std::string_view extname) {
  const bool is_markup = std::find(kMarkup.begin(), kMarkup.end(), extname) != kMarkup.end();
  return is_markup && site.output_ext && site.output_ext(extname) == extname;
}

void WarnOfUnknownMarkup(const Site& site, const Renderable& unit) {
  if (!IsUnknownMarkup(site, unit.extname)) return;
  site.log.WarnOfMany("markup " + unit.extname, "Extension:",
                      PlaceIn(unit.relative_path, unit.lines_before + 1) + ": nothing converts " + unit.extname +
                          " here; its text is written as it is");
}

void WarnOfRejected(const Site& site, const EntryFilter& filter, std::string_view folder,
                    const std::vector<std::string>& entries, const std::vector<std::string>& kept) {
  if (entries.size() == kept.size()) return;
  std::optional<std::string> place;  // of `exclude`: asked of the settings' files, and so once
  auto next = kept.begin();
  for (const std::string& entry : entries) {
    if (next != kept.end() && *next == entry) {
      ++next;
      continue;
    }
    if (!IsText(site, ExtName(entry))) continue;
    const std::string shown = JoinPath(folder, entry);
    const Rejection why = filter.WhyRejected(entry, folder);
    if (why == Rejection::kOutsideLink) {
      site.log.WarnOfMany("link", "Skipping:", shown + " is a link that leads out of the source, which is not safe");
    } else if (why == Rejection::kExcluded) {
      if (!place) place = site.config().PlaceOf("exclude", site.machine.files);
      site.log.WarnOfMany("excluded", "Skipping:",
                          shown + " falls under '" + std::string(filter.ExcludingPattern(entry, folder)) +
                              "' of `exclude`" + (place->empty() ? "" : " (" + *place + ")"));
    }
  }
}

bool IsUnknownData(std::string_view path) {
  constexpr std::array<std::string_view, 8> kKnownElsewhere = {".toml",  ".xml", ".json5", ".jsonc",
                                                               ".jsonl", ".xls", ".xlsx",  ".ods"};
  return std::find(kKnownElsewhere.begin(), kKnownElsewhere.end(), ExtName(path)) != kKnownElsewhere.end();
}

void WarnOfUnknownData(const Site& site, const std::string& path) {
  if (!IsUnknownData(path)) return;
  site.log.WarnOfMany(
      "data", "Skipping:",
      std::string(PathBelow(path, site.source())) + " is not read: data is .yml, .yaml, .json, .csv or .tsv");
}

void WarnOfUnconfiguredCollections(const Site& site) {
  for (const std::string& name : GlobFolder(site.machine.files, site.config().collections_path())) {
    const std::string folder = JoinPath(site.config().collections_path(), name);
    if (name.size() < 2 || name[0] != '_' || IsConfiguredFolder(site, name)) continue;
    const EntryFilter filter(site.config().entry_rules(), site.machine.files);
    const bool known = site.FindCollection(name.substr(1)) != nullptr || filter.Included(name) ||
                       filter.Excluded(name, "") || folder == site.destination();
    if (known || !site.machine.files.Stat(folder).is_directory()) continue;
    const int count = FilesWithFrontMatter(site, folder);
    if (count == 0) continue;
    site.log.Warn("Skipping:", name + " with " + std::to_string(count) + (count == 1 ? " document" : " documents") +
                                   ": `collections:` does not name '" + name.substr(1) + "'");
  }
}

void WarnOfFutureDocument(const Site& site, const Document& document) {
  site.log.WarnOfMany("future", "Skipping:",
                      PlaceIn(document.relative_path, document.key_lines.date) + " has a future date, " +
                          site.TextOf(document.Date()) + "; --future publishes it");
}

void WarnOfFutureDocuments(const Site& site) {
  for (const auto& collection : site.collections) {
    if (!collection->Write() || collection->label == "posts") continue;
    for (const Document* document : collection->docs) {
      if (!HiddenInTheFuture(site, *document)) continue;
      WarnOfFutureDocument(site, *document);
    }
  }
}

}  // namespace tincture::engine
