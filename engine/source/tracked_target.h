// TrackedTarget: another FileTarget, and account of the files that were written to it. Threads: any.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "engine/source/file_facts.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

class TrackedTarget : public FileTarget {
 public:
  // Borrows both; `files` looks at what `base` writes.
  TrackedTarget(FileTarget& base, const FileSource& files) : base_(base), files_(files) {}

  Status Write(const std::string& path, std::string_view bytes) override;
  Status Append(const std::string& path, std::string_view bytes) override { return base_.Append(path, bytes); }
  Status Copy(const std::string& from, const std::string& path) override;
  Status MakeDirectories(const std::string& path) override { return base_.MakeDirectories(path); }
  Status Remove(const std::string& path) override;

  // The folders of what was written and removed.
  std::set<std::string> Folders() const;
  // Lays what was written and removed over what was found before.
  void AddTo(FileFacts* facts) const;

 private:
  void Keep(const std::string& path, uint8_t asked, const Fingerprint& bytes);

  FileTarget& base_;
  const FileSource& files_;
  mutable std::mutex mu_;
  FileFacts written_;              // guarded by mu_
  std::vector<std::string> gone_;  // guarded by mu_: with all below them
};

}  // namespace tincture::engine
