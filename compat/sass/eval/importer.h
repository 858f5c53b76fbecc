// Which file `@import "x"` or `@use "x"` means, in each dialect's way, through the file interface. Nothing outside of
// the working directory and the load paths is ever named.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/dialect.h"
#include "compat/sass/sass.h"

namespace tincture::compat::sass {

struct Found {
  std::string path;           // absolute; empty where there is none
  std::string error;          // ambiguous
  bool by_load_path = false;  // it does not lie beside the importing file
};

class Importer {
 public:
  Importer(const Options& options, const Files& files, const Dialect& dialect);
  // `importing` is the importing file's absolute path.
  Found Find(std::string_view url, const std::string& importing, bool for_import);
  // By libsass's rules (import_resolver.h).
  Found FindCandidate(std::string_view url, const std::string& importing);
  std::optional<std::string> Read(const std::string& path) const { return files_.Read(path); }

 private:
  bool Inside(const std::string& path) const;
  bool IsFile(const std::string& path);
  Found FindIn(const std::string& folder, std::string_view url, bool for_import);
  void Try(const std::string& stem, std::vector<std::string>* found);
  void TryExtensions(const std::string& stem, bool for_import, std::vector<std::string>* found);

  const Options& options_;
  const Files& files_;
  const Dialect& dialect_;
  std::vector<std::string> roots_;
  std::map<std::string, bool> known_;
};

}  // namespace tincture::compat::sass
