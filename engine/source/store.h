// Store: what one build leaves for the next, on the disk: texts under keys, in a log that only grows until it is
// written anew. Nothing in it is trusted: each record carries a checksum, a log that ends in the middle of a record (a
// build that was killed) loses its end, and a log of another epoch is ignored whole.
//
// Layout, integers little-endian: "tincture", version, length and bytes of the epoch; then records: 32-bit length of
// key and of value, a checksum of 64 bits over epoch, lengths, key and value, key, value. A later record of a key
// replaces an earlier one; an empty value removes it. Threads: one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/source/file_source.h"

namespace tincture::engine {

class Store {
 public:
  // Reads the log at `path`. `epoch`: whatever makes all of it worthless when it changes: program, profile, arguments.
  // A log that cannot be read is an empty one.
  Store(std::string path, std::string epoch, const FileSource& files);

  // What was committed or put under `key`. The view holds until the next Put of the key, or Commit.
  std::optional<std::string_view> Find(std::string_view key) const;
  // An empty `value` removes the key.
  void Put(std::string_view key, std::string_view value);
  void Erase(std::string_view key) { Put(key, {}); }
  // The keys that begin with `prefix`, in order.
  std::vector<std::string> Keys(std::string_view prefix) const;

  // Brings what was put to the disk: appended, or all of it written anew where the log is broken or mostly outdated.
  // An error leaves the log as it was or with a broken end, which the next Store drops.
  Status Commit(FileTarget& target);

 private:
  struct Entry {
    std::string_view value;  // in log_ or in `own`
    std::string own;         // of what was put since
    bool is_new = false;
  };

  void ReadLog();
  size_t LiveSize() const;

  std::string path_;
  std::string epoch_;
  std::string log_;
  bool broken_ = false;  // no more can be appended
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace tincture::engine
