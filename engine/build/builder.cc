#include "engine/build/builder.h"

#include <optional>
#include <string_view>
#include <utility>

#include "engine/build/build.h"
#include "engine/build/last_build.h"
#include "engine/build/unit_records.h"
#include "engine/source/path.h"
#include "engine/source/store.h"

namespace tincture::engine {

namespace {

constexpr std::string_view kKey = "build";
constexpr std::string_view kUnitPrefix = "unit ";
constexpr std::string_view kKeys = "units' keys";

// What makes all of a store worthless where it differs.
std::string EpochOf(const std::string& program, const Configuration& configuration) {
  ByteWriter epoch;
  epoch.Text(program);
  epoch.Text(configuration.profile().name);
  epoch.Text(configuration.source());
  epoch.Text(configuration.destination());
  return epoch.Take();
}

// Of all units' records.
Fingerprint PrintOf(const Store& store) {
  ByteWriter all;
  for (const std::string& key : store.Keys(kUnitPrefix)) {
    all.Text(key);
    Encode(FingerprintOf(store.Find(key).value_or("")), all);
  }
  Encode(FingerprintOf(store.Find(kKeys).value_or("")), all);
  return FingerprintOf(all.bytes());
}

// As Jekyll hides its own cache. A folder that cannot be written to is none of the site's faults.
void HideFromGit(const std::string& folder, const Machine& machine) {
  const std::string path = JoinPath(folder, ".gitignore");
  if (machine.files.Stat(path).kind != FileKind::kAbsent) return;
  (void)machine.target.Write(path, "# ignore everything in this directory\n*\n");
}

}  // namespace

Builder::Builder(const Configuration& configuration, const Machine& machine, Log& log, std::string program,
                 BuildProfile* profile)
    : configuration_(configuration), machine_(machine), log_(log), program_(std::move(program)), profile_(profile) {}

Builder::~Builder() = default;

Status Builder::Build() {
  const bool keeps = configuration_.Truthy("incremental") && !configuration_.Truthy("disable_disk_cache");
  if (keeps && !program_.empty()) return BuildWithCache();
  if (!configuration_.Truthy("watch")) return BuildSite(configuration_, machine_, log_, nullptr, profile_);
  // Whoever watches has what it knows in memory.
  if (!memory_) memory_ = std::make_unique<Store>("", "", machine_.files);
  return BuildIncrementally(*memory_, [this]() -> Store& { return *memory_; });
}

// The units' records are many, and read only where something has changed.
Status Builder::BuildWithCache() {
  const std::string folder = JoinPath(CacheFolder(configuration_), "tincture");
  const std::string epoch = EpochOf(program_, configuration_);
  Store store(JoinPath(folder, "build"), epoch, machine_.files);
  std::optional<Store> units;
  const auto open = [&]() -> Store& { return units.emplace(JoinPath(folder, "units"), epoch, machine_.files); };
  if (Status built = BuildIncrementally(store, open); !built) return built;
  HideFromGit(folder, machine_);
  if (units && !units->Commit(machine_.target)) return {};
  (void)store.Commit(machine_.target);
  return {};
}

Status Builder::BuildIncrementally(Store& store, const std::function<Store&()>& units) {
  const std::optional<std::string_view> bytes = store.Find(kKey);
  std::optional<LastBuild> last = bytes ? DecodeLastBuild(*bytes) : std::nullopt;
  const Difference changed =
      last ? ChangedSince(&*last, configuration_, machine_, log_) : Difference{"no last build", false};
  if (changed.what.empty()) {
    log_.Replay(last->log);
    log_.CountRest();
    Explain("Nothing has changed: nothing is built.");
  } else {
    Explain("Changed: " + changed.what + ".");
    LastBuild made;
    if (Status built = BuildWith(last && changed.is_in_files ? &*last : nullptr, changed.what, units(), &made);
        !built) {
      return built;
    }
    last = std::move(made);
  }
  store.Put(kKey, Encode(*last));
  return {};
}

Status Builder::BuildWith(LastBuild* last, const std::string& why, Store& store, LastBuild* made) {
  if (last != nullptr && last->spoiled.empty() && last->units == PrintOf(store)) {
    // Its messages count only where it comes to its end.
    Log unheard([](LogLevel, std::string_view) {});
    unheard.set_level(log_.level());
    Kept kept;
    const Status built = BuildUpon(last, store, unheard, &kept, made);
    if (built || built.error().kind != kStartOver) {
      log_.Replay(made->log);
      log_.CountRest();
      if (built) Keep(kept, store, made);
      return built;
    }
    Explain("All pages render: " + built.error().message + ".");
    *made = {};
  }
  Kept kept;
  kept.why = "all render: " + (last != nullptr && !last->spoiled.empty() ? last->spoiled : why);
  const Status built = BuildUpon(nullptr, store, log_, &kept, made);
  if (built) Keep(kept, store, made);
  return built;
}

void Builder::Keep(const Kept& kept, Store& store, LastBuild* made) const {
  for (const std::string& key : store.Keys(kUnitPrefix)) {
    if (!kept.records.contains(key.substr(kUnitPrefix.size()))) store.Erase(key);
  }
  for (const auto& [id, record] : kept.records) {
    if (!record.empty()) store.Put(std::string(kUnitPrefix) + id, record);
  }
  store.Put(kKeys, kept.new_keys);
  made->units = PrintOf(store);
  Explain(std::to_string(kept.rendered.size()) + " of " + std::to_string(kept.records.size()) + " pages render.");
  for (const auto& [id, why] : kept.rendered) Explain(id + ": " + why);
}

void Builder::Explain(const std::string& text) const {
  if (explains_) log_.Info("Explain:", text);
}

Status Builder::BuildUpon(LastBuild* last, const Store& store, Log& log, Kept* kept, LastBuild* made) const {
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
    kept->keys = store.Find(kKeys).value_or("");
    kept->find = [&store](const std::string& id) { return store.Find(std::string(kUnitPrefix) + id); };
    kept->is_there = [&](const std::string& path, const Fingerprint& bytes) {
      const auto fact = last->destination.find(path);
      if (fact == last->destination.end() || (fact->second.asked & FileFact::kBytes) == 0) return false;
      const auto none = [](const std::string&) { return std::vector<std::string>(); };
      if (fact->second.bytes != bytes || !Holds(path, machine_.files, none, &fact->second)) return false;
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
  made->learned = tracked.Facts();
  made->destination = DestinationFacts(configuration_.destination(), looked, there, target, machine_.files);
  return {};
}

}  // namespace tincture::engine
