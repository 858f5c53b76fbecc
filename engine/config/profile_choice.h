// Which profile a build reproduces: --profile, else what Gemfile.lock or Gemfile of the source names, else jekyll-4.
#pragma once

#include <optional>
#include <string>

#include "compat/profile/profile.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

struct ProfileChoice {
  compat::ProfileId id = compat::ProfileId::kJekyll4;
  std::string reason;  // "Gemfile.lock names github-pages", for --verbose and --version
};

ProfileChoice ChooseProfile(std::optional<compat::ProfileId> asked, const std::string& source, const FileSource& files);

}  // namespace tincture::engine
