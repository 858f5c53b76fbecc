#include "engine/source/repository.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <set>

extern char** environ;

namespace tincture::engine {

namespace {

constexpr char kHeader = '\x01';  // begins each commit of the log

struct Pipe {
  int ends[2] = {-1, -1};
  Pipe() {
    if (pipe2(ends, O_CLOEXEC) != 0) ends[0] = ends[1] = -1;
  }
  ~Pipe() {
    for (int& end : ends) Close(end);
  }
  static void Close(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

std::string ReadAll(int descriptor) {
  std::string text;
  char buffer[1 << 16];
  while (true) {
    const ssize_t count = read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(buffer, static_cast<size_t>(count));
  }
}

pid_t Spawn(const std::vector<const char*>& arguments, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  if (posix_spawnp(&child, "git", &actions, nullptr, const_cast<char**>(arguments.data()), environ) != 0) child = -1;
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

// What `git -C directory ...` prints; nothing where it fails or there is no git. No setting of the repository may make
// it start another program.
std::optional<std::string> Git(const std::string& directory, const std::vector<const char*>& command) {
  std::vector<const char*> arguments = {
      "git", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "-C", directory.c_str()};
  arguments.insert(arguments.end(), command.begin(), command.end());
  arguments.push_back(nullptr);
  Pipe pipe;
  if (pipe.ends[0] < 0) return std::nullopt;
  const pid_t child = Spawn(arguments, pipe.ends[1]);
  if (child < 0) return std::nullopt;
  Pipe::Close(pipe.ends[1]);
  std::string output = ReadAll(pipe.ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return output;
}

std::optional<std::string> FirstLine(std::optional<std::string> text) {
  if (text) text->resize(std::min(text->find('\n'), text->size()));
  if (text && text->empty()) return std::nullopt;
  return text;
}

// Takes what stands before `separator`.
std::string_view Next(std::string_view& text, char separator) {
  const size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

// "\1id tree time parent parent"
Commit ParseHeader(std::string_view line) {
  line.remove_prefix(1);
  Commit commit;
  commit.id = Next(line, ' ');
  commit.tree = Next(line, ' ');
  const std::string_view time = Next(line, ' ');
  std::from_chars(time.data(), time.data() + time.size(), commit.time);
  while (!line.empty()) commit.parents.emplace_back(Next(line, ' '));
  return commit;
}

// A parent whose tree is the commit's own has no section in the log.
void PlaceSections(std::vector<Commit>& commits) {
  std::map<std::string_view, std::string_view> trees;
  for (const Commit& commit : commits) trees[commit.id] = commit.tree;
  for (Commit& commit : commits) {
    auto section = commit.changes.begin();
    std::vector<std::vector<std::string>> placed(std::max<size_t>(commit.parents.size(), 1));
    for (size_t i = 0; i < placed.size() && section != commit.changes.end(); ++i) {
      const bool same = i < commit.parents.size() && trees[commit.parents[i]] == commit.tree;
      if (!same) placed[i] = std::move(*section++);
    }
    commit.changes = std::move(placed);
  }
}

// The log with -z: a header, then, after a newline, the files of one section; a merge's header comes once a section.
std::vector<Commit> ParseLog(std::string_view log) {
  std::vector<Commit> commits;
  while (!log.empty()) {
    std::string_view token = Next(log, '\0');
    if (token.starts_with(kHeader)) {
      Commit commit = ParseHeader(token);
      if (commits.empty() || commits.back().id != commit.id) commits.push_back(std::move(commit));
      commits.back().changes.emplace_back();
    } else if (!commits.empty()) {
      if (token.starts_with('\n')) token.remove_prefix(1);
      commits.back().changes.back().emplace_back(token);
    }
  }
  PlaceSections(commits);
  return commits;
}

using Paths = std::set<std::string, std::less<>>;

// Takes out of `from` what is in `wanted`.
Paths Extract(Paths& from, const std::vector<std::string>& wanted) {
  Paths taken;
  for (const std::string& path : wanted) {
    if (auto node = from.extract(path)) taken.insert(std::move(node));
  }
  return taken;
}

}  // namespace

std::map<std::string, int64_t> LastCommitOfEach(const std::vector<Commit>& commits) {
  std::map<std::string, int64_t> answers;
  if (commits.empty()) return answers;
  std::map<std::string_view, Paths> waiting;  // by commit: the files that are to be followed from there
  for (const Commit& commit : commits) {
    for (const auto& section : commit.changes) waiting[commits.front().id].insert(section.begin(), section.end());
  }
  for (const Commit& commit : commits) {
    Paths open = std::move(waiting[commit.id]);
    waiting.erase(commit.id);
    for (size_t i = 0; i < commit.changes.size() && !open.empty(); ++i) {
      Paths changed = Extract(open, commit.changes[i]);
      if (i < commit.parents.size()) waiting[commit.parents[i]].merge(open);
      open = std::move(changed);
    }
    for (const std::string& path : open) answers[path] = commit.time;
  }
  return answers;
}

std::optional<std::string> GitRepository::WorkTree(const std::string& directory) const {
  return FirstLine(Git(directory, {"rev-parse", "--show-toplevel"}));
}

std::map<std::string, int64_t> GitRepository::LastCommits(const std::string& work_tree) const {
  const std::optional<std::string> log =
      Git(work_tree, {"log", "-m", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--topo-order", "--root",
                      "--format=%x01%H %T %ct %P", "HEAD"});
  return log ? LastCommitOfEach(ParseLog(*log)) : std::map<std::string, int64_t>();
}

std::optional<std::string> GitRepository::Revision(const std::string& directory) const {
  return FirstLine(Git(directory, {"rev-parse", "HEAD"}));
}

std::optional<std::string> GitRepository::OriginUrl(const std::string& directory) const {
  return FirstLine(Git(directory, {"remote", "get-url", "origin"}));
}

}  // namespace tincture::engine
