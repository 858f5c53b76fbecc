// SafeYAML 1.0.5's reading of a document, as Jekyll calls it: no tags, no classes, and its own scalar patterns.
#pragma once

#include <string_view>

#include "compat/yaml/events.h"
#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::yaml {

// The type that SafeYAML guesses for a plain scalar: its transformers in their order. Keeps a view of `text`.
// Error: text that looks like a Float to the pattern but not to Ruby's Float().
Result<Value> GuessSafeYamlScalar(std::string_view text, Arena& arena);

Result<Value> ResolveSafeYaml(const Document& document, Arena& arena);

}  // namespace tincture::yaml
