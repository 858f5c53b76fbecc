// Repository: what git knows of a site.
// GitRepository asks the `git` program, as Jekyll's plugins do, and only when a plugin wants to know: git alone reads
// every form that a repository takes (packs, work trees of a bare one, alternates, SHA-256, reftables), and has a .git
// folder's owner checked. The program itself needs no git: without it there is no repository, and plugins do what they
// do outside of one.
// Threads: any.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::engine {

class Repository {
 public:
  virtual ~Repository() = default;
  // The top folder of the work tree that `directory` lies in; nothing outside of one.
  virtual std::optional<std::string> WorkTree(const std::string& directory) const = 0;
  // For every file of HEAD, by its path below the top folder: when the commit was made that `git log -n 1 -- path`
  // shows, in seconds since 1970.
  virtual std::map<std::string, int64_t> LastCommits(const std::string& work_tree) const = 0;
  // The id of the commit that is checked out.
  virtual std::optional<std::string> Revision(const std::string& directory) const = 0;
  // Where the remote named origin is fetched from.
  virtual std::optional<std::string> OriginUrl(const std::string& directory) const = 0;
};

class GitRepository : public Repository {
 public:
  std::optional<std::string> WorkTree(const std::string& directory) const override;
  std::map<std::string, int64_t> LastCommits(const std::string& work_tree) const override;
  std::optional<std::string> Revision(const std::string& directory) const override;
  std::optional<std::string> OriginUrl(const std::string& directory) const override;
};

// One commit as `git log -m --name-only` tells of it.
struct Commit {
  std::string id;
  std::string tree;
  std::vector<std::string> parents;
  int64_t time = 0;
  // What differs from each parent, in their order; of a first commit, all that it holds.
  std::vector<std::vector<std::string>> changes;
};

// `commits`: each before its parents, the first being HEAD. From HEAD a file is followed to the commit that changed
// it: over a merge to the first parent that has it as it is (git's simplification of history).
std::map<std::string, int64_t> LastCommitOfEach(const std::vector<Commit>& commits);

}  // namespace tincture::engine
