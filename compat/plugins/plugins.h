// One maker a plugin; registry.cc gives each the name of its gem.
#pragma once

#include <memory>

#include "compat/plugins/plugin.h"

namespace tincture::compat::plugins {

std::unique_ptr<Plugin> MakeSassConverter();

}  // namespace tincture::compat::plugins
