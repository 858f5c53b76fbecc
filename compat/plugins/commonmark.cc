// jekyll-commonmark 1.4.0, jekyll-commonmark-ghpages 0.5.1: `markdown: CommonMark` and `CommonMarkGhPages`. The engine
// looks for their names when it chooses the Markdown processor (engine/render/markdown.cc); they hook into nothing
// else.
#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

std::unique_ptr<Plugin> MakeCommonmark() { return std::make_unique<Plugin>(); }

}  // namespace tincture::compat::plugins
