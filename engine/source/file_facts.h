// FileFact: what a build asked about one path and what it was told; by it the next build knows whether it would be told
// the same. A fact is proven by the file's stat data alone where these leave no doubt, else by what it is about.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/source/byte_codec.h"
#include "engine/source/file_source.h"
#include "engine/trace/fingerprint.h"

namespace tincture::engine {

// Whether every change of the file from `now` on shows in its stat data: not where it changed within this tick of the
// file system's clock. `now`: FileSource::Time() before `info` was asked for.
bool IsSettled(const FileInfo& info, const Instant& now);

struct FileFact {
  // What was asked.
  static constexpr uint8_t kInfo = 1;
  static constexpr uint8_t kBytes = 2;
  static constexpr uint8_t kStart = 4;
  static constexpr uint8_t kNames = 8;
  static constexpr uint8_t kRealPath = 16;
  static constexpr uint8_t kKind = 32;  // of kInfo, whether it is a file, a folder, a link

  uint8_t asked = 0;
  FileInfo info;            // asked for before everything else
  bool is_settled = false;  // `info` proves what follows
  Fingerprint bytes;        // of the whole file, or of why it cannot be read
  uint64_t start_size = 0;
  Fingerprint start;  // of its first `start_size` bytes
  Fingerprint names;  // of a folder's list, in its order
  std::string real_path;

  bool operator==(const FileFact&) const = default;
};

// By path.
using FileFacts = std::map<std::string, FileFact, std::less<>>;

Fingerprint FingerprintOfBytes(const Result<std::string>& bytes);
Fingerprint FingerprintOfNames(const std::vector<std::string>& names);

// Whether two stats tell a build the same. Of a folder only that it is one counts; inode and time of change never.
bool LooksTheSame(const FileInfo& a, const FileInfo& b);

// Whether a build would be told the same now. `*fact` learns new stat data, where only these have changed.
// `names`: what a folder's list is for the build.
using NamesOf = std::function<std::vector<std::string>(const std::string& folder)>;
bool Holds(const std::string& path, const FileSource& files, const NamesOf& names, FileFact* fact);

// Which of many would not be told the same now, in order, and whether any has learned something. With `jobs` threads.
struct Checked {
  std::vector<std::string> changed;
  bool has_learned = false;
};
Checked CheckAll(const FileSource& files, const NamesOf& names, int jobs, FileFacts* facts);

void Encode(const FileInfo& info, ByteWriter& out);
void Encode(const Fingerprint& fingerprint, ByteWriter& out);
void Encode(const FileFact& fact, ByteWriter& out);
void Encode(const FileFacts& facts, ByteWriter& out);
FileInfo DecodeFileInfo(ByteReader& in);
Fingerprint DecodeFingerprint(ByteReader& in);
FileFact DecodeFileFact(ByteReader& in);
FileFacts DecodeFileFacts(ByteReader& in);

}  // namespace tincture::engine
