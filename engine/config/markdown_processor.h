// Which Markdown processor a configuration means (lib/jekyll/converters/markdown.rb; for GitHub Pages the gem
// github-pages 232, lib/github-pages/configuration.rb).
#pragma once

#include <string>
#include <vector>

#include "compat/profile/profile.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

enum class MarkdownProcessor {
  kKramdown,
  kCommonMark,
  kCommonMarkGhPages,
  kUnknown,  // there is no class of that name: the gem that has it is not under `plugins:`
};

MarkdownProcessor ProcessorOf(const Hash& config, const compat::Profile& profile);
// What Jekyll lists where the processor is unknown.
std::vector<std::string> ValidProcessors(const Hash& config, const compat::Profile& profile);

// For GitHub Pages: `config` with the processor that is taken for the one it names. `GFM` is cmark-gfm with options of
// its own; what is neither that nor CommonMarkGhPages is kramdown.
const Hash* RestrictMarkdownProcessor(Arena& arena, const Hash& config);

}  // namespace tincture::engine
