#include "engine/build/writer.h"

#include <map>
#include <set>

#include "engine/build/cleaner.h"
#include "engine/source/path.h"

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

Status WriteOne(const OutputFile& file, const Machine& machine) {
  if (!file.copy_from.empty()) {
    if (IsSameCopy(machine, file)) return {};
    return machine.target.Copy(file.copy_from, file.path);
  }
  if (HasBytes(machine.made_files(), file.path, file.bytes)) return {};
  return machine.target.Write(file.path, file.bytes);
}

}  // namespace

Status WriteSite(const std::string& destination, const std::vector<OutputFile>& output,
                 const std::vector<std::string>& keep_files, const Machine& machine) {
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
  if (output.empty() && machine.made_files().Stat(destination).kind == FileKind::kAbsent) return {};
  if (Status made = machine.target.MakeDirectories(destination); !made) return made;
  for (const std::string& path : ObsoleteFiles(destination, paths, keep_files, machine.made_files())) {
    if (Status removed = machine.target.Remove(path); !removed) return removed;
  }
  for (const auto& [path, file] : last) {
    if (Status written = WriteOne(*file, machine); !written) return written;
  }
  return {};
}

}  // namespace tincture::engine
