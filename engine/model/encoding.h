// `encoding:` of _config.yml at work: how a site's files are read (Utils.merged_file_read_opts and File.read).
#pragma once

#include <string>

#include "compat/text/encoding.h"
#include "engine/model/site.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// What the site's texts are in once they are read.
const text::Encoding& EncodingOf(const Site& site);

// A text file of the site, without a byte order mark, its bytes unchecked.
// Errors: it cannot be read; an encoding that does not hold ASCII; bytes that "from:to" cannot convert.
Result<std::string> ReadInEncoding(const Site& site, const std::string& path);

}  // namespace tincture::engine
