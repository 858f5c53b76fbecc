// Liquid's Utils.to_date: what the date filters take for a date.
#pragma once

#include <optional>

#include "liquid/exec/context.h"
#include "liquid/value/value.h"

namespace tincture::liquid {

// A Time or Date itself; an Integer or a text of digits as seconds since 1970; "now" and "today"; other text by
// Time.parse. Nothing for everything else. Reads the context's clock only where the text asks for it.
std::optional<Value> ToDate(const Value& input, Context& context);

}  // namespace tincture::liquid
