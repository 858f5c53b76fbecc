// What the profiles' Markdown gems besides kramdown do differently.
#pragma once

#include "compat/profile/profile.h"

namespace tincture::compat {

// The gem github-pages stands around Jekyll: it brings jekyll-commonmark-ghpages, reads `markdown: GFM` as that, and
// puts kramdown in the place of any other processor.
inline bool PagesGemChoosesMarkdown(const Profile& profile) { return profile.github_pages_configuration; }

// Debian's commonmarker 0.23.6 writes <strong> within <strong>; the newest 0.23 does not.
inline bool StrongNestsInStrong(const Profile& profile) { return profile.id == ProfileId::kDebian; }

}  // namespace tincture::compat
