// One maker a plugin; registry.cc gives each the name of its gem.
#pragma once

#include <memory>

#include "compat/plugins/plugin.h"

namespace tincture::compat::plugins {

std::unique_ptr<Plugin> MakeArchives();
std::unique_ptr<Plugin> MakeAvatar();
std::unique_ptr<Plugin> MakeCommonmark();
std::unique_ptr<Plugin> MakeDefaultLayout();
std::unique_ptr<Plugin> MakeFeed();
std::unique_ptr<Plugin> MakeGist();
std::unique_ptr<Plugin> MakeGithubMetadata();
std::unique_ptr<Plugin> MakeIncludeCache();
std::unique_ptr<Plugin> MakeJemoji();
std::unique_ptr<Plugin> MakeLastModifiedAt();
std::unique_ptr<Plugin> MakeMentions();
std::unique_ptr<Plugin> MakeOptionalFrontMatter();
std::unique_ptr<Plugin> MakePaginate();
std::unique_ptr<Plugin> MakeReadmeIndex();
std::unique_ptr<Plugin> MakeRedirectFrom();
std::unique_ptr<Plugin> MakeRelativeLinks();
std::unique_ptr<Plugin> MakeRemoteTheme();
std::unique_ptr<Plugin> MakeSassConverter();
std::unique_ptr<Plugin> MakeScholar();
std::unique_ptr<Plugin> MakeSeoTag();
std::unique_ptr<Plugin> MakeSitemap();
std::unique_ptr<Plugin> MakeTitlesFromHeadings();
std::unique_ptr<Plugin> MakeToc();

}  // namespace tincture::compat::plugins
