// Values of the configuration that kramdown refuses (Kramdown::Options.parse and the validators of its options, the
// choice of the parser in Kramdown::Document): it raises, which stops Jekyll's build.
#pragma once

#include <string>
#include <string_view>

#include "liquid/value/value.h"

namespace tincture::kramdown {

// kramdown's words; empty where it takes the value.
std::string WhyRefused(std::string_view name, const Value& value);

}  // namespace tincture::kramdown
