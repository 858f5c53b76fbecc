// The `kramdown:` part of _config.yml as Jekyll hands it to kramdown
// (lib/jekyll/converters/markdown/kramdown_parser.rb).
#pragma once

#include <string>

#include "compat/kramdown/options.h"
#include "liquid/value/value.h"

namespace tincture::kramdown {

// `config`: the value of `kramdown:`, Jekyll's own defaults already below it; anything but a hash counts as empty.
// `highlighter`: the value of `highlighter:`, for a `config` that names none; nil is Rouge.
Options OptionsFromConfig(const Value& config, const Value& highlighter);

// Why the build stops at the first page with Markdown: what is raised at the first value that does not do, or nothing.
// `keys_are_symbols`: see WhyRefused.
std::string WhyRefused(const Value& config, bool keys_are_symbols);

}  // namespace tincture::kramdown
