// TextLog: texts that one build leaves for the next, in a file that only grows until it is written anew. Each is known
// by where it lies and what it is: one that cannot be found again, or is not what it was, is lost, which whoever asks
// for it must bear. Threads: one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/source/byte_codec.h"
#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

struct TextRef {
  uint64_t place = 0;
  uint64_t size = 0;
  uint64_t print = 0;

  bool operator==(const TextRef&) const = default;
};

class TextLog {
 public:
  // In memory.
  TextLog() = default;
  // Borrows `files`. A file that begins otherwise is written anew.
  TextLog(std::string path, std::string epoch, const FileSource& files);

  TextRef Add(std::string_view text);
  std::optional<std::string> Read(const TextRef& text) const;
  // Whether more than half of it is none of `live` bytes, or it must be written anew.
  bool IsWasteful(uint64_t live) const;
  // Brings what was added to the disk. After an error only Compact can.
  Status Commit(FileTarget& target);
  // Writes it anew with `live` alone, which tells where the texts lie from then on; of a lost one size and print are 0.
  Status Compact(const std::vector<TextRef*>& live, FileTarget& target);

 private:
  std::string path_;  // empty: in memory
  std::string head_;
  const FileSource* files_ = nullptr;
  uint64_t end_ = 0;   // of the file
  std::string added_;  // what follows there
  bool broken_ = false;
};

void Encode(const TextRef& text, ByteWriter& out);
TextRef DecodeTextRef(ByteReader& in);

}  // namespace tincture::engine
