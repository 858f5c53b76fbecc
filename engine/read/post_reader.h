// PostReader (lib/jekyll/readers/post_reader.rb): posts of <dir>/_posts and drafts of <dir>/_drafts.
#pragma once

#include <string>

#include "engine/model/site.h"
#include "engine/read/reader.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Reader#retrieve_posts. `dir`: "" or with a leading '/'.
Status ReadPosts(Site& site, const std::string& dir, const InitHook& on_init);

}  // namespace tincture::engine
