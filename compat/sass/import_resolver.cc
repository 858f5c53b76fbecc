#include "compat/sass/import_resolver.h"

#include <array>

namespace tincture::compat::sass {

namespace {

constexpr std::array<std::string_view, 3> kExtensions = {".scss", ".sass", ".css"};

std::string_view DirectoryOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

bool HasExtension(std::string_view name) {
  for (const std::string_view extension : kExtensions) {
    if (name.ends_with(extension)) return true;
  }
  return false;
}

// Looks in one folder.
class FolderSearch {
 public:
  FolderSearch(std::string_view root, const Files& files) : root_(root), files_(files) {}

  std::vector<Candidate> Find(std::string_view import) {
    const std::string folder(DirectoryOf(import));
    const std::string name(import.substr(folder.size()));
    Try(folder + name);
    Try(folder + "_" + name);
    TryExtensions(folder + "_" + name);
    TryExtensions(folder + name);
    if (found_.empty() && !HasExtension(name)) {
      TryExtensions(folder + name + "/_index");
      TryExtensions(folder + name + "/index");
    }
    return std::move(found_);
  }

 private:
  void Try(const std::string& relative) {
    std::string path = AbsolutePath(relative, root_);
    if (files_.IsFile(path)) found_.push_back({std::move(path), relative});
  }
  void TryExtensions(const std::string& stem) {
    for (const std::string_view extension : kExtensions) Try(stem + std::string(extension));
  }

  std::string_view root_;
  const Files& files_;
  std::vector<Candidate> found_;
};

}  // namespace

std::string RelativePath(std::string_view folder, std::string_view path) {
  size_t common = 0;
  for (size_t i = 0; i < folder.size() && i < path.size() && folder[i] == path[i]; ++i) {
    if (folder[i] == '/') common = i + 1;
  }
  std::string relative;
  for (size_t i = common; i < folder.size(); ++i) {
    if (folder[i] == '/') relative += "../";
  }
  return relative + std::string(path.substr(common));
}

std::string AbsolutePath(std::string_view path, std::string_view base) {
  std::string joined = path.starts_with('/') ? std::string(path) : std::string(base) + "/" + std::string(path);
  std::string result;
  for (size_t start = 0; start <= joined.size();) {
    size_t end = joined.find('/', start);
    if (end == std::string::npos) end = joined.size();
    const std::string_view part = std::string_view(joined).substr(start, end - start);
    if (part == "..") {
      result.resize(result.rfind('/') == std::string::npos ? 0 : result.rfind('/'));
    } else if (!part.empty() && part != ".") {
      result.append("/").append(part);
    }
    start = end + 1;
  }
  return result.empty() ? "/" : result;
}

std::vector<Candidate> ResolveImport(std::string_view name, std::string_view importing_file, const Options& options,
                                     const Files& files) {
  std::vector<std::string> folders = {std::string(DirectoryOf(importing_file)), options.working_directory};
  for (const std::string& path : options.load_paths) folders.push_back(AbsolutePath(path, options.working_directory));
  for (const std::string& folder : folders) {
    std::vector<Candidate> found = FolderSearch(folder, files).Find(name);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace tincture::compat::sass
