#include "engine/build/last_build.h"

#include <algorithm>
#include <set>

#include "engine/build/settings_print.h"
#include "engine/source/log_codec.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

std::vector<std::string> SortedNames(const FileSource& files, const std::string& folder) {
  std::vector<std::string> names = files.List(folder);
  std::sort(names.begin(), names.end());
  return names;
}

FileFact FolderFact(const FileSource& files, const std::string& folder) {
  FileFact fact;
  const Instant now = files.Time();
  fact.asked = FileFact::kInfo | FileFact::kNames;
  fact.info = files.Stat(folder);
  fact.is_settled = IsSettled(fact.info, now);
  fact.names = FingerprintOfNames(SortedNames(files, folder));
  return fact;
}

}  // namespace

Fingerprint SettingsOf(const Configuration& configuration, const Log& log) {
  ByteWriter all;
  Encode(PrintOfSettings(configuration.hash()), all);
  for (const std::string& folder : configuration.theme_folders()) all.Text(folder);
  for (const std::string& file : configuration.files()) all.Text(file);
  all.Number(log.level() == LogLevel::kDebug ? 1 : 0);
  return FingerprintOf(all.bytes());
}

std::string CacheFolder(const Configuration& configuration) {
  return ExpandPath(configuration.Text("cache_dir", ".jekyll-cache"), configuration.source());
}

std::vector<std::string> OwnFolders(const Configuration& configuration) {
  return {configuration.destination(), CacheFolder(configuration)};
}

FileFacts DestinationFacts(const std::string& destination, const TrackedFiles& looked, const FileFacts& kept,
                           const TrackedTarget& target, const FileSource& files) {
  bool is_steady = true;
  FileFacts facts = looked.Facts(&is_steady);
  for (const auto& [path, fact] : kept) facts[path] = fact;
  target.AddTo(&facts);
  std::set<std::string> folders = {destination};
  for (auto fact = facts.begin(); fact != facts.end();) {
    const std::string& path = fact->first;
    const bool is_inside = IsWithin(path, destination) && path != destination;
    for (std::string_view folder = path; is_inside && (folder = DirName(folder)) != destination;) {
      if (!folders.emplace(folder).second) break;
    }
    if (is_inside && (fact->second.asked & FileFact::kNames) != 0) folders.insert(path);
    fact = is_inside ? std::next(fact) : facts.erase(fact);
  }
  for (const std::string& folder : folders) facts[folder] = FolderFact(files, folder);
  return facts;
}

FileFacts DestinationFacts(FileFacts last, const TrackedTarget& target, const FileSource& files) {
  target.AddTo(&last);
  for (const std::string& folder : target.Folders()) {
    if (last.contains(folder)) last[folder] = FolderFact(files, folder);
  }
  return last;
}

Since ChangedSince(LastBuild* last, const Configuration& configuration, const Machine& machine, const Log& log) {
  Since since;
  if (last->settings != SettingsOf(configuration, log)) since.learned = {"the configuration", false};
  if (!since.learned.what.empty()) return since;
  since.learned = LearnedOtherwise(machine, OwnFolders(configuration), &last->learned);
  if (!since.learned.is_in_files) return since;
  const NamesOf names = [&](const std::string& folder) { return SortedNames(machine.files, folder); };
  const Checked there = CheckAll(machine.files, names, machine.jobs, &last->destination);
  if (!there.changed.empty()) since.destination = there.changed.front();
  since.has_learned = since.learned.has_learned || there.has_learned;
  return since;
}

std::string Encode(const LastBuild& last) {
  ByteWriter out;
  Encode(last.settings, out);
  Encode(last.constants, out);
  Encode(last.units, out);
  Encode(last.paths, out);
  out.Text(last.spoiled);
  Encode(last.learned, out);
  Encode(last.destination, out);
  Encode(last.log, out);
  return out.Take();
}

std::optional<LastBuild> DecodeLastBuild(std::string_view bytes) {
  ByteReader in(bytes);
  LastBuild last;
  last.settings = DecodeFingerprint(in);
  last.constants = DecodeFingerprint(in);
  last.units = DecodeFingerprint(in);
  last.paths = DecodeFingerprint(in);
  last.spoiled = in.Text();
  last.learned = DecodeMachineFacts(in);
  last.destination = DecodeFileFacts(in);
  last.log = DecodeLog(in);
  if (!in.IsDone()) return std::nullopt;
  return last;
}

}  // namespace tincture::engine
