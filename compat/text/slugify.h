// Jekyll::Utils.slugify and titleize_slug.
#pragma once

#include <string>
#include <string_view>

#include "compat/profile/profile.h"

namespace tincture::text {

// `mode`: "raw", "default", "pretty", "ascii", "latin"; with any other the text is only put in lower case.
// `cased` keeps the case. The profile says which characters count as letters (Profile::slugs_keep_marks).
std::string Slugify(std::string_view text, std::string_view mode, bool cased, const compat::Profile& profile);

// "my-slug" to "My Slug".
std::string TitleizeSlug(std::string_view slug);

}  // namespace tincture::text
