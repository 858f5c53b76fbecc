// The plugins that are built in, by the name of their gem.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "compat/plugins/plugin.h"

namespace tincture::compat::plugins {

struct Registration {
  std::string_view gem;  // as under `plugins:`
  std::string_view version;
  std::unique_ptr<Plugin> (*make)();
};

// In alphabetical order.
std::span<const Registration> Registered();

// Null where we have no such plugin.
std::unique_ptr<Plugin> MakePlugin(std::string_view gem);

// What a site loses without a gem that we do not have, one sentence for a warning; nothing where we do not know the
// gem.
std::optional<std::string_view> WhatGemAdds(std::string_view gem);

}  // namespace tincture::compat::plugins
