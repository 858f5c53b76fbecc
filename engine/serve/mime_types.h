// The Content-Type of a file by its name, from the table that Jekyll gives WEBrick.
#pragma once

#include <string_view>

namespace tincture::engine {

// Static data.
struct MimeType {
  std::string_view extension;
  std::string_view type;
  bool has_charset;  // text, whose `encoding` is told
};

// By the last extension, or where that is unknown the one before ("archive.tar.old"), or application/octet-stream.
const MimeType& MimeTypeOf(std::string_view path);

}  // namespace tincture::engine
