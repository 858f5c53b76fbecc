// TrackedMachine: another Machine, and account of all that a build asked it: MachineFacts. A build that would be told
// the same again makes the same again; so says whoever compares them, LearnedOtherwise.
// Threads: any.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/source/file_facts.h"
#include "engine/source/file_source.h"
#include "engine/source/repository.h"
#include "engine/source/tracked_files.h"

namespace tincture::engine {

struct MachineFacts {
  bool is_steady = true;  // false: nothing can be proven
  FileFacts files;
  std::map<std::string, std::optional<std::string>> environment;
  std::optional<std::string> working_directory;
  std::optional<Instant> clock;
  std::map<std::pair<std::string, std::string>, Fingerprint> repository;  // by question and path
};

struct Difference {
  std::string what;  // for people; empty: a build would be told the same
  // Only files and the clock have changed.
  bool is_in_files = true;
  // What is known of files that are as they were has changed.
  bool has_learned = false;
};

// What of it is no longer so. `own` as TrackedFiles has it. Learns new stat data of files that are as they were.
Difference LearnedOtherwise(const Machine& machine, const std::vector<std::string>& own, MachineFacts* facts);

void Encode(const MachineFacts& facts, ByteWriter& out);
MachineFacts DecodeMachineFacts(ByteReader& in);

class TrackedEnv : public Env {
 public:
  explicit TrackedEnv(const Env& base) : base_(base) {}
  std::optional<std::string> Get(const std::string& name) const override;
  std::string WorkingDirectory() const override;
  void AddTo(MachineFacts* facts) const;

 private:
  const Env& base_;
  mutable std::mutex mu_;
  mutable std::map<std::string, std::optional<std::string>> asked_;  // guarded by mu_
  mutable std::optional<std::string> working_directory_;             // guarded by mu_
};

class TrackedClock : public Clock {
 public:
  explicit TrackedClock(const Clock& base) : base_(base) {}
  Instant Now() const override;
  void AddTo(MachineFacts* facts) const;

 private:
  const Clock& base_;
  mutable std::mutex mu_;
  mutable std::optional<Instant> first_;  // guarded by mu_
};

class TrackedRepository : public Repository {
 public:
  // Null: there is none.
  explicit TrackedRepository(const Repository* base) : base_(base) {}
  std::optional<std::string> WorkTree(const std::string& directory) const override;
  std::map<std::string, int64_t> LastCommits(const std::string& work_tree) const override;
  std::optional<std::string> Revision(const std::string& directory) const override;
  std::optional<std::string> OriginUrl(const std::string& directory) const override;
  void AddTo(MachineFacts* facts) const;

 private:
  void Keep(const char* question, const std::string& path, const Fingerprint& answer) const;

  const Repository* base_;
  mutable std::mutex mu_;
  mutable std::map<std::pair<std::string, std::string>, Fingerprint> asked_;  // guarded by mu_
};

class TrackedMachine {
 public:
  // Borrows what `base` borrows.
  TrackedMachine(const Machine& base, std::vector<std::string> own);
  TrackedMachine(const TrackedMachine&) = delete;
  TrackedMachine& operator=(const TrackedMachine&) = delete;

  const Machine& machine() const { return machine_; }
  MachineFacts Facts() const;

 private:
  TrackedFiles files_;
  TrackedEnv env_;
  TrackedClock clock_;
  TrackedRepository repository_;
  Machine machine_;
};

}  // namespace tincture::engine
