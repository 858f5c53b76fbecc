#include "engine/build/builder.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/build/build.h"
#include "engine/build/last_build.h"
#include "engine/build/unit_records.h"
#include "engine/source/path.h"
#include "engine/source/snapshot.h"
#include "engine/source/text_log.h"

namespace tincture::engine {

namespace {

// What makes all of a cache worthless where it differs.
std::string EpochOf(const std::string& program, const Configuration& configuration) {
  ByteWriter epoch;
  epoch.Text(program);
  epoch.Text(configuration.profile().name);
  epoch.Text(configuration.source());
  epoch.Text(configuration.destination());
  return epoch.Take();
}

// As Jekyll hides its own cache. A folder that cannot be written to is none of the site's faults.
void HideFromGit(const std::string& folder, const Machine& machine) {
  const std::string path = JoinPath(folder, ".gitignore");
  if (machine.files.Stat(path).kind != FileKind::kAbsent) return;
  (void)machine.target.Write(path, "# ignore everything in this directory\n*\n");
}

}  // namespace

// What is known of the last build, here and on the disk. There it is three files: `build` tells which `units` is its
// own, and `units` where in `texts` its texts are, so that a build that is killed between them leaves nothing that is
// taken for what it is not.
class Builder::Memory {
 public:
  // In memory alone.
  Memory() = default;
  Memory(std::string folder, std::string epoch, const Machine& machine)
      : folder_(std::move(folder)),
        epoch_(std::move(epoch)),
        machine_(&machine),
        units_are_read_(false),
        texts_(JoinPath(folder_, "texts"), epoch_, machine.files) {
    const std::optional<std::string> bytes = LoadSnapshot(JoinPath(folder_, "build"), epoch_, machine.files);
    if (bytes) last_ = DecodeLastBuild(*bytes);
  }

  // Null: there is none.
  LastBuild* last() { return last_ ? &*last_ : nullptr; }
  TextLog& texts() { return texts_; }

  // They are many, and read only where something has changed. Null: they are lost.
  const UnitStore* Units() {
    if (!units_are_read_) {
      units_are_read_ = true;
      const std::optional<std::string> bytes = LoadSnapshot(JoinPath(folder_, "units"), epoch_, machine_->files);
      if (bytes && last_ && FingerprintOf(*bytes) == last_->units) units_ = DecodeUnitStore(*bytes);
    }
    return units_ ? &*units_ : nullptr;
  }

  void Keep(Kept& kept, LastBuild made) {
    UnitStore units;
    units.keys = std::move(kept.new_keys);
    for (auto& [id, record] : kept.records) {
      if (!record) record = std::move(units_->units.at(id));
      units.units.emplace_hint(units.units.end(), id, *std::move(record));
    }
    units_ = std::move(units);
    last_ = std::move(made);
  }

  // What cannot be kept is none of the site's faults.
  void SaveAll() {
    KeepTexts();
    if (machine_ == nullptr) return;
    ByteWriter units;
    Encode(*units_, units);
    last_->units = FingerprintOf(units.bytes());
    if (SaveSnapshot(JoinPath(folder_, "units"), epoch_, units.bytes(), machine_->target)) SaveLast();
    HideFromGit(folder_, *machine_);
  }
  void SaveLast() {
    if (machine_ == nullptr) return;
    (void)SaveSnapshot(JoinPath(folder_, "build"), epoch_, Encode(*last_), machine_->target);
  }

 private:
  void KeepTexts() {
    uint64_t size = 0;
    std::vector<TextRef*> live;
    for (auto& [id, record] : units_->units) {
      for (TextRef& text : record.texts) {
        size += text.size;
        live.push_back(&text);
      }
    }
    if (machine_ != nullptr && !texts_.IsWasteful(size)) {
      (void)texts_.Commit(machine_->target);
    } else if (texts_.IsWasteful(size)) {
      NoTarget nowhere;
      (void)texts_.Compact(live, machine_ != nullptr ? machine_->target : static_cast<FileTarget&>(nowhere));
    }
  }

  // Of a log in memory, which writes nothing.
  class NoTarget : public FileTarget {
    Status Write(const std::string&, std::string_view) override { return {}; }
    Status Append(const std::string&, std::string_view) override { return {}; }
    Status Copy(const std::string&, const std::string&) override { return {}; }
    Status MakeDirectories(const std::string&) override { return {}; }
    Status Remove(const std::string&) override { return {}; }
  };

  std::string folder_;
  std::string epoch_;
  const Machine* machine_ = nullptr;
  bool units_are_read_ = true;
  TextLog texts_;
  std::optional<LastBuild> last_;
  std::optional<UnitStore> units_;
};

Builder::Builder(const Configuration& configuration, const Machine& machine, Log& log, std::string program,
                 BuildProfile* profile)
    : configuration_(configuration), machine_(machine), log_(log), program_(std::move(program)), profile_(profile) {}

Builder::~Builder() = default;

Status Builder::Build() {
  const bool keeps =
      configuration_.Truthy("incremental") && !configuration_.Truthy("disable_disk_cache") && !program_.empty();
  if (!keeps && !configuration_.Truthy("watch")) return BuildSite(configuration_, machine_, log_, nullptr, profile_);
  if (!memory_ && keeps) {
    const std::string folder = JoinPath(CacheFolder(configuration_), "tincture");
    memory_ = std::make_unique<Memory>(folder, EpochOf(program_, configuration_), machine_);
  } else if (!memory_) {
    // Whoever watches has what it knows in memory.
    memory_ = std::make_unique<Memory>();
  }
  return BuildIncrementally();
}

Status Builder::BuildIncrementally() {
  LastBuild* last = memory_->last();
  if (last == nullptr) {
    Explain("Changed: no last build.");
    return BuildWith(false, "no last build", false);
  }
  const Since since = ChangedSince(last, configuration_, machine_, log_);
  if (!since.what().empty()) {
    Explain("Changed: " + since.what() + ".");
    return BuildWith(since.learned.is_in_files, since.what(), since.destination.empty());
  }
  log_.Replay(last->log);
  log_.CountRest();
  Explain("Nothing has changed: nothing is built.");
  if (since.has_learned) memory_->SaveLast();
  return {};
}

Status Builder::BuildWith(bool upon_last, const std::string& why, bool destination_is_whole) {
  LastBuild* last = upon_last ? memory_->last() : nullptr;
  std::string reason = "all render: " + why;
  if (last != nullptr && last->spoiled.empty() && memory_->Units() != nullptr) {
    // Its messages count only where it comes to its end.
    Log unheard([](LogLevel, std::string_view) {});
    unheard.set_level(log_.level());
    Kept kept;
    kept.units = memory_->Units();
    kept.texts = &memory_->texts();
    LastBuild made;
    const Status built = BuildUpon(last, destination_is_whole, unheard, &kept, &made);
    if (built || built.error().kind != kStartOver) {
      log_.Replay(made.log);
      log_.CountRest();
      if (built) Keep(kept, std::move(made));
      return built;
    }
    Explain("All pages render: " + built.error().message + ".");
  } else if (last != nullptr && !last->spoiled.empty()) {
    reason = "all render: " + last->spoiled;
  }
  Kept kept;
  kept.why = reason;
  kept.texts = &memory_->texts();
  LastBuild made;
  const Status built = BuildUpon(nullptr, false, log_, &kept, &made);
  if (built) Keep(kept, std::move(made));
  return built;
}

void Builder::Keep(Kept& kept, LastBuild made) {
  Explain(std::to_string(kept.rendered.size()) + " of " + std::to_string(kept.records.size()) + " pages render.");
  for (const auto& [id, why] : kept.rendered) Explain(id + ": " + why);
  memory_->Keep(kept, std::move(made));
  memory_->SaveAll();
}

void Builder::Explain(const std::string& text) const {
  if (explains_) log_.Info("Explain:", text);
}

Status Builder::BuildUpon(LastBuild* last, bool destination_is_whole, Log& log, Kept* kept, LastBuild* made) const {
  TrackedMachine tracked(machine_, OwnFolders(configuration_));
  const TrackedFiles looked(machine_.files, {});
  TrackedTarget target(machine_.target, machine_.files);
  const Machine& asked = tracked.machine();
  const Machine machine{.files = asked.files,
                        .target = target,
                        .clock = asked.clock,
                        .env = asked.env,
                        .repository = asked.repository,
                        .jobs = asked.jobs,
                        .destination = &looked};
  FileFacts there;
  if (last != nullptr) {
    kept->settings = last->constants;
    if (destination_is_whole) kept->output.paths = last->paths;
    kept->output.is_there = [&](const std::string& path, const Fingerprint& bytes) {
      const auto fact = last->destination.find(path);
      if (fact == last->destination.end() || (fact->second.asked & FileFact::kBytes) == 0) return false;
      if (fact->second.bytes != bytes) return false;
      const auto none = [](const std::string&) { return std::vector<std::string>(); };
      if (!destination_is_whole && !Holds(path, machine_.files, none, &fact->second)) return false;
      there[path] = fact->second;
      return true;
    };
  }
  made->settings = SettingsOf(configuration_, log_);
  // What the configuration was read from.
  for (const std::string& file : configuration_.files()) (void)machine.files.Read(file);
  (void)machine.files.Read("/etc/localtime");
  (void)machine.env.Get("TZ");
  {
    const Log::Tape tape(log, &made->log);
    if (Status built = BuildSite(configuration_, machine, log, nullptr, profile_, kept); !built) return built;
  }
  made->constants = kept->new_settings;
  made->spoiled = kept->spoiled;
  made->paths = kept->new_paths;
  made->learned = tracked.Facts();
  const bool wrote_over = last != nullptr && kept->output.paths == kept->new_paths;
  made->destination = wrote_over
                          ? DestinationFacts(last->destination, target, machine_.files)
                          : DestinationFacts(configuration_.destination(), looked, there, target, machine_.files);
  return {};
}

}  // namespace tincture::engine
