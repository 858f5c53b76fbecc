#include "engine/build/writer.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>

#include "engine/build/cleaner.h"
#include "engine/render/earlier_outcomes.h"
#include "engine/source/path.h"
#include "engine/support/build_profile.h"
#include "engine/support/parallel.h"

namespace tincture::engine {

namespace {

bool HasBytes(const FileSource& files, const std::string& path, std::string_view bytes) {
  const FileInfo info = files.Stat(path);
  if (!info.is_file() || info.is_symlink || info.size != bytes.size()) return false;
  const Result<std::string> old_bytes = files.Read(path);
  return old_bytes && *old_bytes == bytes;
}

bool IsSameCopy(const Machine& machine, const OutputFile& file) {
  const FileInfo to = machine.made_files().Stat(file.path);
  const FileInfo from = machine.files.Stat(file.copy_from);
  if (!to.is_file() || to.is_symlink || !from.is_file() || to.size != from.size) return false;
  if (from.mtime_seconds != 0) {
    return to.mtime_seconds == from.mtime_seconds && to.mtime_nanoseconds == from.mtime_nanoseconds;
  }
  // A file that the program carries has no time.
  const Result<std::string> bytes = machine.files.Read(file.copy_from);
  return bytes && HasBytes(machine.made_files(), file.path, *bytes);
}

// What is known of a file's place before it is written.
enum class Place { kEmpty, kTaken, kUnknown };

Status WriteOne(const OutputFile& file, Place place, const Machine& machine) {
  const bool is_copy = !file.copy_from.empty();
  if (place != Place::kEmpty) {
    const bool is_there = is_copy ? IsSameCopy(machine, file) : HasBytes(machine.made_files(), file.path, file.bytes);
    if (is_there) return {};
  }
  return is_copy ? machine.target.Copy(file.copy_from, file.path) : machine.target.Write(file.path, file.bytes);
}

// Tells the places of files from what the destination held; asks the disk nothing.
class Places {
 public:
  explicit Places(const Destination& found) : found_(found) {}

  Place Of(const std::string& path) {
    const Place folder = OfFolder(std::string(DirName(path)));
    if (folder != Place::kTaken) return folder;
    return found_.staying.contains(path) ? Place::kTaken : Place::kEmpty;
  }

 private:
  // kTaken: it is there and was looked into.
  Place OfFolder(const std::string& folder) {
    if (found_.folders.contains(folder)) return Place::kTaken;
    if (found_.staying.contains(folder)) return Place::kUnknown;  // a link
    if (folder == last_folder_) return last_place_;
    const std::string parent(DirName(folder));
    const Place above = parent == folder ? Place::kUnknown : OfFolder(parent);
    last_folder_ = folder;
    last_place_ = above == Place::kUnknown ? above : Place::kEmpty;
    return last_place_;
  }

  const Destination& found_;
  std::string last_folder_;
  Place last_place_ = Place::kUnknown;
};

struct Task {
  const OutputFile* file;
  Place place;
  bool first_of_folder;  // of one that is not there yet
};

// The folder is made before anything is opened in it: a thread that comes too early makes it by itself.
Status Do(const Task& task, const Machine& machine) {
  if (task.first_of_folder) {
    if (Status made = machine.target.MakeDirectories(std::string(DirName(task.file->path))); !made) return made;
  }
  return WriteOne(*task.file, task.place, machine);
}

// The first error in the order of the tasks; after one no thread begins another task.
Status DoAll(const std::vector<Task>& tasks, const Machine& machine, BuildProfile* profile) {
  constexpr size_t kAtOnce = 8;
  std::vector<Status> failures((tasks.size() + kAtOnce - 1) / kAtOnce);
  std::atomic<bool> failed = false;
  ParallelFor(failures.size(), machine.jobs, [&](size_t part) {
    const BuildProfile::Span span(profile, "write", tasks[part * kAtOnce].file->path);
    const size_t end = std::min(tasks.size(), (part + 1) * kAtOnce);
    for (size_t i = part * kAtOnce; i < end && !failed; ++i) {
      if (Status done = Do(tasks[i], machine); !done) {
        failures[part] = done;
        failed = true;
      }
    }
  });
  for (const Status& failure : failures) {
    if (!failure) return failure;
  }
  return {};
}

// Each file is where it was.
Status WriteOver(const std::map<std::string_view, const OutputFile*>& files, const Machine& machine,
                 BuildProfile* profile) {
  BuildProfile::Span write(profile, "phase", "WRITE");
  std::vector<Task> tasks;
  for (const auto& [path, file] : files) {
    if (!file->kept) tasks.push_back({file, Place::kTaken, false});
  }
  Status done = DoAll(tasks, machine, profile);
  write.EndPhase();
  return done;
}

}  // namespace

Fingerprint PathsPrint(const std::vector<OutputFile>& output) {
  std::string all;
  for (const OutputFile& file : output) all.append(file.path) += '\n';
  return FingerprintOf(std::string_view(all));
}

Status WriteSite(const std::string& destination, const std::vector<OutputFile>& output,
                 const std::vector<std::string>& keep_files, const Machine& machine, BuildProfile* profile,
                 const LastOutput& last_output) {
  std::map<std::string_view, const OutputFile*> last;
  std::set<std::string> paths;
  for (const OutputFile& file : output) {
    // The permalink rules keep every path inside; this is the last door before the disk.
    if (!IsWithin(file.path, destination)) {
      return Error{.kind = "Jekyll::Errors::FatalException",
                   .message = "'" + file.path + "' would be written outside of the destination.",
                   .hint = "Look for `..` in a permalink."};
    }
    last[file.path] = &file;
    paths.insert(file.path);
  }
  for (const auto& [path, file] : last) {
    if (!file->kept || last_output.is_there(file->path, *file->kept)) continue;
    return Error{.kind = std::string(kStartOver), .message = file->path + " is not what the last build wrote"};
  }
  if (last_output.paths && *last_output.paths == PathsPrint(output)) return WriteOver(last, machine, profile);
  if (output.empty() && machine.made_files().Stat(destination).kind == FileKind::kAbsent) return {};
  BuildProfile::Span cleanup(profile, "phase", "CLEANUP");
  if (Status made = machine.target.MakeDirectories(destination); !made) return made;
  const Destination found = LookAtDestination(destination, paths, keep_files, machine.made_files());
  for (const std::string& path : found.obsolete) {
    if (Status removed = machine.target.Remove(path); !removed) return removed;
  }
  cleanup.EndPhase();
  BuildProfile::Span write(profile, "phase", "WRITE");
  Places places(found);
  std::vector<Task> tasks;
  std::string_view folder;
  for (const auto& [path, file] : last) {
    if (file->kept) continue;
    const Place place = places.Of(file->path);
    const bool new_folder = DirName(path) != folder && !found.folders.contains(std::string(DirName(path)));
    tasks.push_back({file, place, new_folder && place == Place::kEmpty});
    folder = DirName(path);
  }
  Status done = DoAll(tasks, machine, profile);
  write.EndPhase();
  return done;
}

}  // namespace tincture::engine
