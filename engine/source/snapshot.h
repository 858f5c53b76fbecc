// A snapshot: what one build leaves for the next, on the disk, as one text that is replaced whole. Nothing in it is
// trusted: it carries a checksum, and one of another epoch is ignored.
//
// Layout: "tincture snapshot 1\n", a checksum of 64 bits over the rest, the epoch, the text (byte_codec.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Nothing where there is none that is whole. `epoch`: whatever makes all of it worthless where it differs.
std::optional<std::string> LoadSnapshot(const std::string& path, std::string_view epoch, const FileSource& files);
// Error: the old one is still there.
Status SaveSnapshot(const std::string& path, std::string_view epoch, std::string_view text, FileTarget& target);

}  // namespace tincture::engine
