// Excerpt: the beginning of a document, or with `page_excerpts` of a page (lib/jekyll/excerpt.rb, page_excerpt.rb).
// Cut before anything is rendered; rendered on its own, when a template first asks for it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "compat/profile/profile.h"
#include "engine/model/renderable.h"
#include "engine/source/log.h"
#include "liquid/support/arena.h"

namespace tincture::engine {

struct Excerpt : Renderable {
  Excerpt() : Renderable(UnitKind::kExcerpt) {}
  // Document or Page; owns the excerpt.
  const Renderable* owner = nullptr;
};

struct ExcerptRules {
  // Whether a Liquid tag of that name has an end tag.
  std::function<bool(std::string_view tag)> is_block;
  // Jekyll 3: the blank line that link definitions follow is always there, and every definition of the rest is taken.
  bool appends_all_definitions = false;
};

// The text before `separator`, with end tags for blocks that were cut in two and the link definitions it refers to.
// `relative_path`, `lines_before`: the document's, for the warning.
std::string ExtractExcerpt(std::string_view content, std::string_view separator, const ExcerptRules& rules,
                           std::string_view relative_path, uint32_t lines_before, Log& log);

// The excerpt of `owner`, whose content and data are complete. `arena` is the site's.
std::unique_ptr<Excerpt> MakeExcerpt(const Renderable& owner, std::string_view separator, const ExcerptRules& rules,
                                     Arena& arena, Log& log);

}  // namespace tincture::engine
