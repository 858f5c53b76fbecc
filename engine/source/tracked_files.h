// TrackedFiles: another FileSource, which asks it once for each stat and keeps account of all that a build asked, by
// path. Threads: any.
#pragma once

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/source/file_facts.h"
#include "engine/source/file_source.h"

namespace tincture::engine {

class TrackedFiles : public FileSource {
 public:
  // Borrows `base`. `own`: folders that builds make themselves, destination and cache. That they are there, and in
  // their folders' lists, counts for nothing, unless the build looked into them.
  TrackedFiles(const FileSource& base, std::vector<std::string> own) : base_(base), own_(std::move(own)) {}

  FileInfo Stat(const std::string& path) const override;
  Result<std::string> Read(const std::string& path) const override;
  Result<std::string> ReadStart(const std::string& path, size_t size) const override;
  std::vector<std::string> List(const std::string& directory) const override;
  Instant Time() const override { return base_.Time(); }
  std::optional<std::string> RealPath(const std::string& path) const override;

  // Told of each question of one thread, as long as its Scope lives; null: nobody is.
  class Observer {
   public:
    virtual ~Observer() = default;
    // `asked`: a bit of FileFact.
    virtual void OnFile(const std::string& path, uint8_t asked) = 0;

    class Scope {
     public:
      explicit Scope(Observer* observer);
      ~Scope();
      Scope(const Scope&) = delete;
      Scope& operator=(const Scope&) = delete;

     private:
      Observer* outer_;
    };
  };

  // While it lives, this thread asks for stats only to tell files from folders.
  class ForKinds {
   public:
    ForKinds();
    ~ForKinds();
    ForKinds(const ForKinds&) = delete;
    ForKinds& operator=(const ForKinds&) = delete;

   private:
    bool outer_;
  };

  // All that was asked since the beginning. `is_steady`: false where a file changed between two questions: then nothing
  // is proven by it.
  FileFacts Facts(bool* is_steady) const;

 private:
  // Paths are spread over several locks.
  struct Shelf {
    std::mutex mu;
    std::unordered_map<std::string, FileFact> facts;  // guarded by mu
    bool is_steady = true;                            // guarded by mu
  };

  Shelf& ShelfOf(const std::string& path) const;
  FileInfo Note(const std::string& path, uint8_t asked) const;
  template <class Value>
  void Keep(const std::string& path, uint8_t asked, Value FileFact::*member, const Value& value) const;
  bool IsOwn(const std::string& path) const;

  const FileSource& base_;
  std::vector<std::string> own_;
  mutable std::array<Shelf, 16> shelves_;
};

// `names` without those of the folders `own` that lie in `directory`.
std::vector<std::string> WithoutOwn(std::vector<std::string> names, const std::string& directory,
                                    const std::vector<std::string>& own);

}  // namespace tincture::engine
