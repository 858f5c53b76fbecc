// The zone files of tzdata, built into the program by cmake/EmbedZones.cmake.
#pragma once

#include <optional>
#include <string_view>

namespace tincture {

// The TZif bytes of a zone such as "Europe/Paris"; lives as long as the program.
std::optional<std::string_view> ZoneFile(std::string_view name);

}  // namespace tincture
