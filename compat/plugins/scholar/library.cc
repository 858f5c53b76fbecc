#include "compat/plugins/scholar/library.h"

#include <algorithm>

namespace tincture::compat::plugins::scholar {

Result<std::string> Library::ReadAll(const Site& site, const std::vector<std::string>& paths) const {
  std::string all;
  for (const std::string& path : paths) {
    Result<std::string> text = site.ReadFile(path);
    if (!text) {
      return Error{.kind = "Errno::ENOENT",
                   .message = "No such file or directory @ rb_file_s_mtime - " + path,
                   .hint =
                       "jekyll-scholar reads the files that `scholar: bibliography` names from `scholar: source`, "
                       "which is ./_bibliography where it is not set."};
    }
    all += *text;
  }
  return all;
}

Result<const Bibliography*> Library::Read(const Site& site, const Request& request) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<Bibliography>& kept = bibliographies_[request.paths];
  if (kept) return kept.get();
  const Result<std::string> text = ReadAll(site, request.paths);
  if (!text) return text.error();
  Result<Bibliography> parsed = Bibliography::Parse(*text, request.options);
  if (!parsed) {
    if (request.paths.size() == 1) parsed.error().where.path = request.paths[0];
    return parsed.error();
  }
  if (request.replace_strings) parsed->ReplaceStrings();
  if (request.replace_strings && request.join_strings) parsed->Join();
  if (request.remove_duplicates) parsed->RemoveDuplicates(request.match_fields);
  kept = std::make_unique<Bibliography>(std::move(*parsed));
  return kept.get();
}

const Library::Attachments& Library::AttachmentsIn(const Site& site, const std::string& folder,
                                                   const std::string& delimiter) {
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = attachments_.try_emplace(folder);
  if (!is_new || folder.empty()) return place->second;
  for (const std::string& path : site.Glob(folder + "/**/*")) {
    const std::string name = path.substr(folder.size() + 1);
    const size_t at = name.find(delimiter);
    const std::string extension = at == name.npos ? "" : name.substr(at + delimiter.size());
    place->second[name.substr(0, at)].emplace_back(extension, path);
  }
  return place->second;
}

bool Library::Cite(const std::string& page, const std::string& key) {
  const std::lock_guard lock(mutex_);
  std::vector<std::string>& keys = cited_[page];
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) return false;
  keys.push_back(key);
  return true;
}

std::vector<std::string> Library::Cited(const std::string& page) const {
  const std::lock_guard lock(mutex_);
  const auto found = cited_.find(page);
  return found == cited_.end() ? std::vector<std::string>() : found->second;
}

void Library::ForgetCited(const std::string& page) {
  const std::lock_guard lock(mutex_);
  cited_.erase(page);
}

void Library::WarnOnce(const Site& site, const std::string& message) {
  site.LogOnce(LogLevel::kWarn, "Jekyll-scholar:", message);
}

}  // namespace tincture::compat::plugins::scholar
