// Psych 4.0.4's safe_load with Date and Time permitted and aliases on, as Debian's Jekyll 4.3.1 calls it.
#pragma once

#include <string_view>

#include "compat/yaml/events.h"
#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/time_zone.h"
#include "liquid/value/value.h"

namespace tincture::yaml {

// ScalarScanner#tokenize. Keeps a view of `text`. Errors: a symbol ("Psych::DisallowedClass"), a number that only
// looked like one ("ArgumentError").
Result<Value> TokenizePsychScalar(std::string_view text, const TimeZone* zone, Arena& arena);

// "Tried to load unspecified class: Symbol".
Error UnspecifiedClass(std::string_view name);

Result<Value> ResolvePsych(const Document& document, const TimeZone* zone, Arena& arena);

}  // namespace tincture::yaml
