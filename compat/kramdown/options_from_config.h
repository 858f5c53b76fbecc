// The `kramdown:` part of _config.yml as Jekyll hands it to kramdown
// (lib/jekyll/converters/markdown/kramdown_parser.rb).
#pragma once

#include <string>

#include "compat/kramdown/options.h"
#include "liquid/value/value.h"

namespace tincture::kramdown {

// `config`: the value of `kramdown:`, Jekyll's own defaults already below it; anything but a hash counts as empty.
// `highlighter`: the value of `highlighter:`, for a `config` that names none; nil is Rouge.
// `refused`: where not null, is given kramdown's complaint about the first value that it raises at, and stays as it was
// where there is none.
Options OptionsFromConfig(const Value& config, const Value& highlighter, std::string* refused = nullptr);

}  // namespace tincture::kramdown
