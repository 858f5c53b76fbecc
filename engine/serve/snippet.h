// The snippet that brings the live-reload client into a page, and where it goes: behind <head>, where Jekyll's
// BodyProcessor (lib/jekyll/commands/serve/servlet.rb) puts its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tincture::engine {

struct SnippetOptions {
  int port = 35729;
  std::optional<std::string> min_delay = {};
  std::optional<std::string> max_delay = {};
};

std::string LiveReloadSnippet(const SnippetOptions& options);

// `has_head`: whether a line with "<head" was found, after which no other is looked at.
std::string WithSnippet(std::string page, std::string_view snippet, bool& has_head);

}  // namespace tincture::engine
