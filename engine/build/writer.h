// Writer: brings the destination to what the build made: obsolete files go, new ones are written beside their place and
// renamed. Nothing is touched before the whole site has rendered, so a build that fails leaves the last site as it was.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/source/file_source.h"
#include "engine/trace/fingerprint.h"

namespace tincture::engine {

class BuildProfile;

// One file of the new site: bytes, or a file of the source to be copied. Views must live until the writing is done.
struct OutputFile {
  std::string path;  // absolute, below the destination
  std::string_view bytes;
  std::string copy_from;  // absolute; empty where `bytes` counts
  // Where set, the file should be there already: what its bytes are.
  std::optional<Fingerprint> kept = {};
};

// Whether the file of the destination holds these bytes.
using IsThere = std::function<bool(const std::string& path, const Fingerprint& bytes)>;

// What the last build knows of the destination.
struct LastOutput {
  IsThere is_there;
  // Where all of it is as the last build left it: the PathsPrint of that.
  std::optional<Fingerprint> paths = {};
};

// Of where all files go.
Fingerprint PathsPrint(const std::vector<OutputFile>& output);

// With all of the machine's threads; of two files with one path the later stays. A file whose bytes are there already
// is left untouched, with its time. Error kStartOver, with nothing done: a file that should be there is not.
Status WriteSite(const std::string& destination, const std::vector<OutputFile>& output,
                 const std::vector<std::string>& keep_files, const Machine& machine, BuildProfile* profile = nullptr,
                 const LastOutput& last = {});

}  // namespace tincture::engine
