#include "compat/sass/eval/importer.h"

#include <functional>

#include "compat/sass/import_resolver.h"

namespace tincture::compat::sass {

namespace {

std::string FolderOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(slash == path.npos ? std::string_view() : path.substr(0, slash));
}

bool HasExtension(std::string_view url) {
  return url.ends_with(".scss") || url.ends_with(".sass") || url.ends_with(".css");
}

}  // namespace

Importer::Importer(const Options& options, const Files& files, const Dialect& dialect)
    : options_(options), files_(files), dialect_(dialect) {
  roots_.push_back(options.working_directory);
  roots_.push_back(FolderOf(AbsolutePath(options.filename, options.working_directory)));
  for (const std::string& path : options.load_paths) roots_.push_back(AbsolutePath(path, options.working_directory));
}

bool Importer::Inside(const std::string& path) const {
  for (const std::string& root : roots_) {
    if (path.size() > root.size() && path.starts_with(root) && (root == "/" || path[root.size()] == '/')) return true;
    if (root == "/" || root.empty()) return true;
  }
  return false;
}

bool Importer::IsFile(const std::string& path) {
  const auto [place, fresh] = known_.try_emplace(path, false);
  if (fresh) place->second = Inside(path) && files_.IsFile(path);
  return place->second;
}

void Importer::Try(const std::string& stem, std::vector<std::string>* found) {
  const size_t slash = stem.rfind('/') + 1;
  const std::string partial = stem.substr(0, slash) + "_" + stem.substr(slash);
  if (IsFile(partial)) found->push_back(partial);
  if (IsFile(stem)) found->push_back(stem);
}

void Importer::TryExtensions(const std::string& stem, bool for_import, std::vector<std::string>* found) {
  // An import-only file goes before the others.
  if (for_import && dialect_.modules) {
    Try(stem + ".import.sass", found);
    Try(stem + ".import.scss", found);
    if (!found->empty()) return;
  }
  Try(stem + ".sass", found);
  Try(stem + ".scss", found);
  if (found->empty()) Try(stem + ".css", found);
}

Found Importer::FindIn(const std::string& folder, std::string_view url, bool for_import) {
  const std::string path = AbsolutePath(url, folder);
  std::vector<std::string> found;
  if (HasExtension(url)) {
    if (for_import && dialect_.modules) {
      const size_t dot = path.rfind('.');
      Try(path.substr(0, dot) + ".import" + path.substr(dot), &found);
    }
    if (found.empty()) Try(path, &found);
    if (found.empty() && dialect_.modules) return {};
  }
  if (found.empty()) TryExtensions(path, for_import, &found);
  if (found.empty()) TryExtensions(path + "/index", for_import, &found);
  if (found.empty()) return {};
  if (found.size() > 1) {
    std::string message = "It's not clear which file to import. Found:";
    for (const std::string& one : found) message += "\n  " + one;
    return {{}, message};
  }
  return {found.front(), {}};
}

Found Importer::Find(std::string_view url, const std::string& importing, bool for_import) {
  Found found = FindIn(FolderOf(importing), url, for_import);
  for (size_t i = 0; found.path.empty() && found.error.empty() && i < roots_.size(); ++i) {
    if (i == 1) continue;  // the entry's folder is looked in only for its own imports
    found = FindIn(roots_[i], url, for_import);
    found.by_load_path = true;
  }
  return found;
}

namespace {

// What may be reached, and no more.
class ReachableFiles : public Files {
 public:
  ReachableFiles(const Files& files, std::function<bool(const std::string&)> reachable)
      : files_(files), reachable_(std::move(reachable)) {}
  bool IsFile(const std::string& path) const override { return reachable_(path) && files_.IsFile(path); }
  std::optional<std::string> Read(const std::string& path) const override { return files_.Read(path); }

 private:
  const Files& files_;
  std::function<bool(const std::string&)> reachable_;
};

}  // namespace

Found Importer::FindCandidate(std::string_view url, const std::string& importing) {
  const ReachableFiles files(files_, [this](const std::string& path) { return Inside(path); });
  const std::vector<Candidate> candidates = ResolveImport(url, importing, options_, files);
  if (candidates.size() == 1) return {candidates.front().path, {}};
  if (candidates.empty()) return {};
  std::string message =
      "It's not clear which file to import for '@import \"" + std::string(url) + "\"'.\nCandidates:\n";
  for (const Candidate& candidate : candidates) message += "  " + candidate.relative + "\n";
  return {{}, message + "Please delete or rename all but one of these files.\n"};
}

}  // namespace tincture::compat::sass
