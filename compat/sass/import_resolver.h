// Which file `@import "x"` means, by libsass's rules: relative to the importing file, then in the working directory,
// then along the load paths; in each as named, as a partial, with each extension, then as a folder with an index file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/sass.h"

namespace tincture::compat::sass {

struct Candidate {
  std::string path;      // absolute
  std::string relative;  // to the folder that was searched: what an ambiguity's message lists
};

// All files of the first folder that has any: more than one is ambiguous. `importing_file` is absolute.
std::vector<Candidate> ResolveImport(std::string_view name, std::string_view importing_file, const Options& options,
                                     const Files& files);

// What leads from `folder` (absolute, with a slash at its end) to `path`: "../_sass/_a.scss".
std::string RelativePath(std::string_view folder, std::string_view path);

// `path` made absolute from `base` (absolute), "." and ".." taken out.
std::string AbsolutePath(std::string_view path, std::string_view base);

}  // namespace tincture::compat::sass
