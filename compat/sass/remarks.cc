#include "compat/sass/remarks.h"

#include <algorithm>

#include "compat/sass/excerpt.h"

namespace tincture::compat::sass {

namespace {

// How many there are of a kind, and the first.
struct Group {
  const Remark* first;
  size_t count;
};

std::string PlaceOf(const Remark& remark, const RemarkOptions& options) {
  return ShownPath(remark.path, options.working_directory) + ":" + std::to_string(remark.line) + ":" +
         std::to_string(remark.column);
}

RemarkLine LineOf(const Remark& remark, const RemarkOptions& options) {
  if (remark.kind == "debug") {
    return {ShownPath(remark.path, options.working_directory) + ":" + std::to_string(remark.line) + " DEBUG:",
            remark.message};
  }
  return {"WARNING:", remark.message + " (" + PlaceOf(remark, options) + ")"};
}

// What is to be written instead ("Suggestions:") differs from place to place and stands on the lines after the first.
std::string_view FirstSentences(std::string_view message) {
  const std::string_view line = message.substr(0, message.find('\n'));
  const size_t last = line.ends_with(':') ? line.rfind(". ") : line.npos;
  return last == line.npos ? line : line.substr(0, last + 1);
}

RemarkLine LineOf(const Group& group, const RemarkOptions& options) {
  const Remark& remark = *group.first;
  std::string message(FirstSentences(remark.message));
  if (group.count > 1) {
    message += " (" + std::to_string(group.count) + " places, the first: " + PlaceOf(remark, options) + ")";
  } else {
    message += " (" + PlaceOf(remark, options) + ")";
  }
  return {"DEPRECATION WARNING [" + remark.kind + "]:", message};
}

bool IsSilent(const Remark& remark, const RemarkOptions& options) {
  return (options.quiet_deps && remark.dependency) ||
         std::ranges::find(options.silenced, remark.kind) != options.silenced.end();
}

}  // namespace

std::vector<RemarkLine> Describe(std::span<const Remark> remarks, const RemarkOptions& options) {
  std::vector<RemarkLine> lines;
  std::vector<Group> groups;
  for (const Remark& remark : remarks) {
    if (!remark.is_deprecation()) {
      lines.push_back(LineOf(remark, options));
      continue;
    }
    if (IsSilent(remark, options)) continue;
    const auto known = std::ranges::find_if(
        groups, [&](const Group& group) { return !options.verbose && group.first->kind == remark.kind; });
    if (known == groups.end()) {
      groups.push_back({&remark, 1});
    } else {
      ++known->count;
    }
  }
  for (const Group& group : groups) lines.push_back(LineOf(group, options));
  return lines;
}

}  // namespace tincture::compat::sass
