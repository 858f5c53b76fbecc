// For stylesheets that import nothing.
#pragma once

#include <optional>
#include <string>

#include "compat/sass/sass.h"

namespace tincture::compat::sass {

class NoFiles : public Files {
 public:
  bool IsFile(const std::string&) const override { return false; }
  std::optional<std::string> Read(const std::string&) const override { return std::nullopt; }
};

}  // namespace tincture::compat::sass
