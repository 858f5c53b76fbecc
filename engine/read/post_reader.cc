#include "engine/read/post_reader.h"

#include "engine/model/encoding.h"
#include "engine/model/publisher.h"
#include "engine/model/sanitized_path.h"
#include "engine/read/document_reader.h"
#include "engine/read/vanished.h"
#include "engine/source/entry_filter.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// Reader#get_entries.
Result<std::vector<std::string>> Entries(const Site& site, const std::string& base) {
  const FileSource& files = site.machine.files;
  if (!files.Stat(base).is_directory()) return std::vector<std::string>();
  const EntryFilter filter(site.config().entry_rules(), files);
  const std::string_view folder = std::string_view(base).substr(site.source().size() + 1);
  const std::vector<std::string> all = GlobTree(files, base, false);
  Result<std::vector<std::string>> entries = filter.Filter(all, folder);
  if (!entries) return entries;
  WarnOfRejected(site, filter, folder, all, *entries);
  std::erase_if(*entries, [&](const std::string& entry) { return files.Stat(JoinPath(base, entry)).is_directory(); });
  return entries;
}

bool IsReadable(Site& site, const Document& document) {
  const Value& content = document.text.content();
  if (!content.IsString()) {
    site.log.Debug("Skipping:", "Content in " + document.relative_path + " is nil");
    return false;
  }
  if (EncodingOf(site).IsValid(content.AsString())) return true;
  site.log.Debug("Skipping:", document.relative_path + " is not valid UTF-8");
  return false;
}

bool IsPublishable(Site& site, const Document& document) {
  if (Publishes(site, document)) return true;
  if (HiddenInTheFuture(site, document)) {
    WarnOfFutureDocument(site, document);
  }
  return false;
}

// doc.date, which publish? asks for, stays in the data; with `future` it does not ask, and the document sorts by path.
void KeepDate(Site& site, Document& document) {
  const bool asked = !site.config().Truthy("future") && MayBePublished(site, document);
  if (!asked || document.data->Get("date").Truthy()) return;
  HashBuilder data(site.arena, *document.data);
  data.Set("date", document.Date());
  document.data = data.Build();
}

Error NoContent(const Document& document) {
  return {.kind = "NoMethodError",
          .message = "undefined method `valid_encoding?' for nil:NilClass",
          .hint = "Jekyll 3 cannot read a YAML file as a post: move it out of the folder.",
          .where = {document.path, 0, 0}};
}

Status ReadPublishable(Site& site, const std::string& dir, std::string_view magic_dir, bool dated,
                       const InitHook& on_init) {
  const std::string base = site.InSourceDir(JoinPath(dir, magic_dir));
  const Result<std::vector<std::string>> entries = Entries(site, base);
  if (!entries) return entries.error();
  for (const std::string& entry : *entries) {
    const auto parts = dated ? MatchDatedName(entry, site.profile().dated_folders_are_posts) : MatchDatelessName(entry);
    if (!parts) {
      if (dated) WarnOfUndatedName(site, JoinPath(base, entry).substr(site.source().size() + 1));
      continue;
    }
    Result<std::unique_ptr<Document>> document = ReadDocument(site, site.posts(), JoinPath(base, entry), on_init);
    if (!document) return document.error();
    if (site.profile().posts_need_content && !(*document)->text.content().IsString()) return NoContent(**document);
    if (!IsReadable(site, **document)) continue;
    KeepDate(site, **document);
    if (!IsPublishable(site, **document)) continue;
    WarnOfUnknownMarkup(site, **document);
    site.posts().docs.push_back(document->get());
    site.posts().owned.push_back(std::move(*document));
  }
  return {};
}

bool OutsideConfiguredDirectory(const Site& site, const std::string& dir) {
  const std::string_view collections_dir = site.config().Text("collections_dir");
  return !collections_dir.empty() && !dir.starts_with("/" + std::string(collections_dir));
}

}  // namespace

Status ReadPosts(Site& site, const std::string& dir, const InitHook& on_init) {
  if (OutsideConfiguredDirectory(site, dir)) return {};
  if (Status posts = ReadPublishable(site, dir, "_posts", true, on_init); !posts) return posts;
  if (!site.config().Truthy("show_drafts")) return {};
  return ReadPublishable(site, dir, "_drafts", false, on_init);
}

}  // namespace tincture::engine
