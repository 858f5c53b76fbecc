// TOML as the gem tomlrb 1.3 hands it to Jekyll: tables to hashes in the file's order, dates and times to Times, in
// UTC where they have no offset.
#pragma once

#include <string>
#include <string_view>

#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::toml_file {

// A Hash in `arena`. Error: "Tomlrb::ParseError" with line and column in `path`.
Result<Value> Load(std::string_view text, std::string_view path, Arena& arena);

}  // namespace tincture::toml_file
