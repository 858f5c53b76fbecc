// What the github-pages gem (v232, lib/github-pages/{configuration,plugins}.rb) lays around a site's own configuration:
// defaults below it, overrides above it, its default plugins and the list of those that are allowed.
#pragma once

#include <string_view>

#include "compat/profile/profile.h"
#include "engine/source/file_source.h"
#include "liquid/support/arena.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

// `config`: complete, as Jekyll has made it. JEKYLL_ENV other than "development" (its default) means production;
// DISABLE_WHITELIST lifts the list of allowed plugins in development. The result is in `arena`.
const Hash* GithubPagesConfiguration(const Hash& config, const compat::Profile& profile, const Env& env, Arena& arena);

// Whether the gem loads that plugin for every site.
bool IsGithubPagesPlugin(std::string_view gem);

}  // namespace tincture::engine
