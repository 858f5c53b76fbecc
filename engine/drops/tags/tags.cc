#include "engine/drops/tags/tags.h"

namespace tincture::engine {

void AddJekyllTags(liquid::Environment& environment, const compat::Profile& profile) {
  using liquid::TagParser;
  environment.AddTag("highlight", [&profile](TagParser& parser) { return MakeHighlightTag(parser, profile); });
  environment.AddTag("include",
                     [&profile](TagParser& parser) { return MakeIncludeTag(parser, profile, IncludeKind::kInclude); });
  environment.AddTag("include_relative",
                     [&profile](TagParser& parser) { return MakeIncludeTag(parser, profile, IncludeKind::kRelative); });
  environment.AddTag("link", MakeLinkTag);
  environment.AddTag("post_url", [&profile](TagParser& parser) { return MakePostUrlTag(parser, profile); });
}

}  // namespace tincture::engine
