// Jekyll's Liquid tags (lib/jekyll/tags/), one file a tag.
#pragma once

#include <memory>

#include "compat/profile/profile.h"
#include "liquid/exec/environment.h"
#include "liquid/exec/tag.h"

namespace tincture::engine {

// `highlight`, `include`, `include_relative`, `link`, `post_url`. Renders need a FilterHost.
// `profile` must outlive the environment.
void AddJekyllTags(liquid::Environment& environment, const compat::Profile& profile);

// Null: the parser has been told why.
std::unique_ptr<liquid::Tag> MakeHighlightTag(liquid::TagParser& parser, const compat::Profile& profile);
std::unique_ptr<liquid::Tag> MakeLinkTag(liquid::TagParser& parser);
std::unique_ptr<liquid::Tag> MakePostUrlTag(liquid::TagParser& parser, const compat::Profile& profile);

enum class IncludeKind {
  kInclude,   // from the site's and the theme's _includes
  kRelative,  // from the folder of the page
  kCached,    // as kInclude, but rendered once for each set of parameters (the gem jekyll-include-cache)
};
std::unique_ptr<liquid::Tag> MakeIncludeTag(liquid::TagParser& parser, const compat::Profile& profile,
                                            IncludeKind kind);

}  // namespace tincture::engine
