#include "engine/verify/verify.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "engine/source/path.h"
#include "engine/verify/rehearsal.h"
#include "liquid/value/civil.h"

namespace tincture::engine {

namespace {

// Changes the year, the month, the day, its name, the half of the day, the hour, the minute and the second.
constexpr int64_t kAnotherTime = 398 * kSecondsPerDay + 13 * 3600 + 61;

// What is larger is compared byte by byte: its words would take too much memory.
constexpr size_t kLargestText = size_t{16} << 20;

// Files below `folder`, by path, with their absolute paths.
void ListFiles(const FileSource& files, const std::string& folder, const std::string& prefix,
               std::map<std::string, std::string>& found) {
  for (const std::string& name : files.List(folder)) {
    const std::string path = JoinPath(folder, name);
    const FileInfo info = files.Stat(path);
    if (info.is_file()) found.emplace(prefix + name, path);
    if (info.is_directory() && !info.is_symlink) ListFiles(files, path, prefix + name + "/", found);
  }
}

std::string_view Between(std::string_view text, std::string_view before, std::string_view after) {
  const size_t start = text.find(before);
  if (start == text.npos) return {};
  text.remove_prefix(start + before.size());
  return text.substr(0, std::min(text.find(after), text.size()));
}

// "2024-01-02T03:04:05+01:00", as date_to_xmlschema writes it.
std::optional<int64_t> ReadTime(std::string_view text) {
  const auto number = [&](size_t at, size_t size) {
    int value = -1;
    if (at + size <= text.size()) std::from_chars(text.data() + at, text.data() + at + size, value);
    return value;
  };
  if (text.size() < 20 || text[4] != '-' || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const int64_t local = DaysFromCivil(number(0, 4), number(5, 2), number(8, 2)) * kSecondsPerDay +
                        number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
  const int64_t offset = text[19] == 'Z' ? 0 : number(20, 2) * 3600 + number(23, 2) * 60;
  return text[19] == '-' ? local + offset : local - offset;
}

bool IsSame(const MadeFile& ours, const std::string& theirs, const FileSource& files) {
  if (!ours.copied_from.empty() && files.Stat(ours.copied_from).size != files.Stat(theirs).size) return false;
  const Result<std::string> a = BytesOf(ours, files);
  const Result<std::string> b = files.Read(theirs);
  return a && b && *a == *b;
}

class Verifier {
 public:
  Verifier(const Configuration& configuration, const Machine& machine, Log& log)
      : configuration_(configuration), machine_(machine), log_(log) {}

  Result<Verification> Verify() {
    const std::string& folder = configuration_.destination();
    if (!machine_.files.Stat(folder).is_directory()) {
      return Error{.kind = "Errno::ENOENT",
                   .message = "There is no folder " + folder + ".",
                   .hint = "Let Jekyll build the site there first: bundle exec jekyll build -d " + folder};
    }
    ListFiles(machine_.files, folder, "", reference_);
    AskReference();
    Result<MadeSite> made = Rehearse(configuration_, machine_, log_, {.now = result_.built_at});
    if (!made) return made.error();
    ours_ = std::move(*made);
    LeaveOutKeptFiles();
    Compare();
    Explain();
    return std::move(result_);
  }

 private:
  // When the reference was built, and by what.
  void AskReference() {
    result_.built_at = machine_.clock.Now();
    for (const auto& [path, file] : reference_) {
      const SiteFileKind kind = KindOfFile(path);
      if (kind != SiteFileKind::kXml && (kind != SiteFileKind::kHtml || !result_.reference_version.empty())) continue;
      if (const Result<std::string> bytes = machine_.files.Read(file)) AskFile(*bytes);
      if (result_.is_references_time) return;
    }
  }

  // jekyll-feed writes when the site was built; it and jekyll-seo-tag write Jekyll's version.
  void AskFile(std::string_view text) {
    const std::string_view head = text.substr(0, text.find("<entry"));
    const std::string_view of_feed =
        Between(head, "<generator uri=\"https://jekyllrb.com/\" version=\"", "\">Jekyll</generator>");
    const std::string_view of_page = Between(head, "<meta name=\"generator\" content=\"Jekyll v", "\"");
    if (result_.reference_version.empty()) result_.reference_version = of_feed.empty() ? of_page : of_feed;
    const std::optional<int64_t> time = of_feed.empty() ? std::nullopt : ReadTime(Between(head, "<updated>", "<"));
    if (!time) return;
    result_.built_at = {.seconds = *time};
    result_.is_references_time = true;
  }

  // Jekyll leaves alone what `keep_files` names: such files are none of the build's.
  void LeaveOutKeptFiles() {
    const std::vector<std::string> kept = configuration_.Texts("keep_files");
    std::erase_if(reference_, [&](const auto& file) {
      return !ours_.contains(file.first) &&
             std::any_of(kept.begin(), kept.end(), [&](const std::string& name) { return IsWithin(file.first, name); });
    });
  }

  void Compare() {
    for (const auto& [path, file] : reference_) {
      if (!ours_.contains(path)) Add(path, Verdict::kMissing);
    }
    for (const auto& [path, file] : ours_) {
      const auto theirs = reference_.find(path);
      if (theirs == reference_.end()) {
        Add(path, Verdict::kExtra);
      } else {
        Add(path, IsSame(file, theirs->second, machine_.files) ? Verdict::kIdentical : Verdict::kDifferent);
      }
    }
    std::sort(result_.files.begin(), result_.files.end(), [](auto& a, auto& b) { return a.path < b.path; });
  }

  void Add(const std::string& path, Verdict verdict) {
    VerifiedFile file;
    file.path = path;
    file.kind = KindOfFile(path);
    file.verdict = verdict;
    result_.files.push_back(std::move(file));
  }

  // What differs is built again, at another time and with files of another age.
  void Explain() {
    const bool any = std::any_of(result_.files.begin(), result_.files.end(), [](const VerifiedFile& file) {
      return file.verdict == Verdict::kDifferent || file.verdict == Verdict::kExtra;
    });
    if (!any) return;
    const std::map<std::string, Origin> origins = OriginsOf(configuration_, machine_);
    Clock::Instant another_time = result_.built_at;
    another_time.seconds += kAnotherTime;
    const MadeSite later = RehearseQuietly({.now = another_time});
    const MadeSite newer = RehearseQuietly({.now = result_.built_at, .files_are_newer_by = kAnotherTime});
    for (VerifiedFile& file : result_.files) {
      if (const auto origin = origins.find(file.path); origin != origins.end()) file.origin = origin->second;
      if (file.verdict == Verdict::kDifferent) ExplainDifference(file, later, newer);
    }
    TraceDifferences();
  }

  // And once more, watching the templates.
  void TraceDifferences() {
    std::map<std::string, size_t> offsets;
    for (const VerifiedFile& file : result_.files) {
      if (file.verdict == Verdict::kDifferent) offsets[file.path] = file.ours.offset;
    }
    if (offsets.empty()) return;
    TemplateTracer tracer(std::move(offsets));
    Log silent([](LogLevel, std::string_view) {});
    (void)Rehearse(configuration_, machine_, silent, {.now = result_.built_at}, &tracer);
    for (VerifiedFile& file : result_.files) {
      if (file.verdict == Verdict::kDifferent) file.made_by = tracer.Find(file.path);
    }
  }

  MadeSite RehearseQuietly(const RehearsalSettings& settings) const {
    Log silent([](LogLevel, std::string_view) {});
    Result<MadeSite> made = Rehearse(configuration_, machine_, silent, settings);
    return made ? std::move(*made) : MadeSite();
  }

  std::optional<std::string_view> TextOf(const MadeSite& site, const std::string& path) const {
    const auto found = site.find(path);
    if (found == site.end() || !found->second.copied_from.empty()) return std::nullopt;
    return found->second.bytes;
  }

  void ExplainDifference(VerifiedFile& file, const MadeSite& later, const MadeSite& newer) const {
    const Result<std::string> ours = BytesOf(ours_.at(file.path), machine_.files);
    const Result<std::string> theirs = machine_.files.Read(reference_.at(file.path));
    if (!ours || !theirs) return;
    const bool is_copied = !ours_.at(file.path).copied_from.empty();
    const TextComparison comparison =
        is_copied || ours->size() > kLargestText || theirs->size() > kLargestText
            ? CompareBytes(*ours, *theirs)
            : CompareTexts(*ours, *theirs, TextOf(later, file.path), TextOf(newer, file.path));
    file.causes = comparison.causes;
    if (!comparison.mismatch) {
      file.verdict = Verdict::kHarmless;
      return;
    }
    const auto side = [](std::string_view text, size_t offset) {
      return VerifiedFile::Side{offset, PlaceOf(text, offset), ExcerptAt(text, offset)};
    };
    file.ours = side(*ours, comparison.mismatch->ours);
    file.theirs = side(*theirs, comparison.mismatch->theirs);
  }

  const Configuration& configuration_;
  const Machine& machine_;
  Log& log_;
  std::map<std::string, std::string> reference_;
  MadeSite ours_;
  Verification result_;
};

}  // namespace

bool Verification::IsEqual() const {
  return std::all_of(files.begin(), files.end(), [](const VerifiedFile& file) {
    return file.verdict == Verdict::kIdentical || file.verdict == Verdict::kHarmless;
  });
}

Result<Verification> Verify(const Configuration& configuration, const Machine& machine, Log& log) {
  return Verifier(configuration, machine, log).Verify();
}

size_t CountIdentical(const Configuration& configuration, const Machine& machine, const Clock::Instant& built_at) {
  Log silent([](LogLevel, std::string_view) {});
  const Result<MadeSite> made = Rehearse(configuration, machine, silent, {.now = built_at});
  if (!made) return 0;
  return static_cast<size_t>(std::count_if(made->begin(), made->end(), [&](const auto& file) {
    return IsSame(file.second, JoinPath(configuration.destination(), file.first), machine.files);
  }));
}

}  // namespace tincture::engine
