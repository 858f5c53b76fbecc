// Which profile a build reproduces: --profile, else what Gemfile.lock or Gemfile of the source names, else jekyll-4.
// Of those files jekyll-4 also takes the version of jekyll-sass-converter.
#pragma once

#include <optional>
#include <string>

#include "compat/profile/profile.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

struct ProfileChoice {
  compat::ProfileId id = compat::ProfileId::kJekyll4;
  bool sass_converter_2 = false;  // jekyll-4, and Gemfile.lock or Gemfile hold on to jekyll-sass-converter 2
  std::string reason;             // "Gemfile.lock names github-pages", for --verbose and --version

  const compat::Profile& profile() const {
    return sass_converter_2 ? compat::Jekyll4WithSassConverter2() : compat::ProfileOf(id);
  }
};

ProfileChoice ChooseProfile(std::optional<compat::ProfileId> asked, const std::string& source, const FileSource& files);

}  // namespace tincture::engine
