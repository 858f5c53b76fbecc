// Values of the configuration that kramdown refuses (Kramdown::Options.parse and the validators of its options, the
// choice of the parser in Kramdown::Document): it raises, which stops Jekyll's build.
#pragma once

#include <string>
#include <string_view>

#include "liquid/value/value.h"

namespace tincture::kramdown {

// kramdown's words, or Ruby's where neither looks; empty where it takes the value.
// `keys_are_symbols`: Jekyll 3 adds a Symbol for each key of a hash, which is no name of a link.
std::string WhyRefused(std::string_view name, const Value& value, bool keys_are_symbols = false);

// The first key of `config` that has no Symbol, such as a number; with `deep`, of the hashes in it too.
std::string WhyUnnamed(const Hash& config, bool deep);

}  // namespace tincture::kramdown
