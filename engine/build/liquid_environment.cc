#include "engine/build/liquid_environment.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/drops/filters/filters.h"
#include "engine/drops/tags/tags.h"
#include "liquid/std/standard.h"

namespace tincture::engine {

namespace {

liquid::ErrorMode ErrorModeOf(const Value& mode) {
  const std::string_view name = mode.IsString() ? mode.AsString() : std::string_view();
  if (name == "strict") return liquid::ErrorMode::kStrict;
  return name == "lax" ? liquid::ErrorMode::kLax : liquid::ErrorMode::kWarn;
}

// The gem's tag is Jekyll's own include with a memory, so it is not compat/plugins' to make.
bool HasPlugin(const Site& site, std::string_view gem) {
  const std::vector<std::string> names = site.config().Texts("plugins");
  return std::find(names.begin(), names.end(), gem) != names.end();
}

}  // namespace

std::unique_ptr<liquid::Environment> MakeLiquidEnvironment(
    const Site& site, const compat::plugins::Site& plugin_site,
    std::span<const std::unique_ptr<compat::plugins::Plugin>> plugins) {
  const bool is_liquid_5 = site.profile().liquid == compat::LiquidVersion::k5_4_0;
  auto environment = std::make_unique<liquid::Environment>(is_liquid_5 ? liquid::kLiquid5 : liquid::kLiquid4);
  const Value settings = site.config().Get("liquid");
  if (settings.IsHash()) {
    environment->error_mode = ErrorModeOf(settings.AsHash().Get("error_mode"));
    environment->strict_filters = settings.AsHash().Get("strict_filters").Truthy();
    environment->strict_variables = settings.AsHash().Get("strict_variables").Truthy();
  }
  liquid::AddStandardTags(*environment);
  liquid::AddStandardFilters(*environment);
  AddJekyllFilters(*environment, site.profile());
  AddJekyllTags(*environment, site.profile());
  if (HasPlugin(site, "jekyll-include-cache")) {
    environment->AddTag("include_cached", [&site](liquid::TagParser& parser) {
      return MakeIncludeTag(parser, site.profile(), IncludeKind::kCached);
    });
  }
  for (const auto& plugin : plugins) plugin->RegisterLiquid(*environment, plugin_site);
  return environment;
}

bool IsBlockTag(std::string_view tag) {
  constexpr std::array<std::string_view, 10> kBlocks = {"if",      "unless", "case",      "for",     "tablerow",
                                                        "capture", "raw",    "ifchanged", "comment", "highlight"};
  return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
}

}  // namespace tincture::engine
