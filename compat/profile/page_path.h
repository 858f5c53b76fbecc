// What the profiles' pages do differently when a plugin moves them.
#pragma once

#include "compat/profile/profile.h"

namespace tincture::compat {

// Jekyll 3 makes a page's relative_path anew whenever it is asked for, so that a page of jekyll-paginate is found by
// templates, and by front matter defaults, where it was moved to; Jekyll 4 keeps the first one
// (tests/golden/profiles/paginate).
inline bool PagePathFollowsDir(const Profile& profile) {
  return profile.id == ProfileId::kJekyll3 || profile.id == ProfileId::kGithubPages;
}

}  // namespace tincture::compat
