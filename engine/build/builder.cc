#include "engine/build/builder.h"

#include <optional>
#include <string_view>
#include <utility>

#include "engine/build/build.h"
#include "engine/build/last_build.h"
#include "engine/source/path.h"
#include "engine/source/store.h"

namespace tincture::engine {

namespace {

constexpr std::string_view kKey = "build";

// What makes all of a store worthless where it differs.
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

Builder::Builder(const Configuration& configuration, const Machine& machine, Log& log, std::string program,
                 BuildProfile* profile)
    : configuration_(configuration), machine_(machine), log_(log), program_(std::move(program)), profile_(profile) {}

Builder::~Builder() = default;

bool Builder::IsIncremental() const {
  return configuration_.Truthy("incremental") && !configuration_.Truthy("disable_disk_cache") && !program_.empty();
}

Status Builder::Build() {
  return IsIncremental() ? BuildIncrementally() : BuildSite(configuration_, machine_, log_, nullptr, nullptr, profile_);
}

Status Builder::BuildIncrementally() {
  const std::string folder = JoinPath(CacheFolder(configuration_), "tincture");
  Store store(JoinPath(folder, "build"), EpochOf(program_, configuration_), machine_.files);
  const std::optional<std::string_view> kept = store.Find(kKey);
  std::optional<LastBuild> last = kept ? DecodeLastBuild(*kept) : std::nullopt;
  if (last && ChangedSince(&*last, configuration_, machine_, log_).empty()) {
    log_.Replay(last->log);
    log_.CountRest();
  } else {
    last.emplace();
    if (Status built = BuildAll(&*last); !built) return built;
    HideFromGit(folder, machine_);
  }
  store.Put(kKey, Encode(*last));
  (void)store.Commit(machine_.target);
  return {};
}

Status Builder::BuildAll(LastBuild* made) const {
  const std::vector<std::string> own = OwnFolders(configuration_);
  TrackedMachine tracked(machine_, own);
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
  made->settings = SettingsOf(configuration_, log_);
  // What the configuration was read from.
  for (const std::string& file : configuration_.files()) (void)machine.files.Read(file);
  (void)machine.files.Read("/etc/localtime");
  (void)machine.env.Get("TZ");
  {
    const Log::Tape tape(log_, &made->log);
    if (Status built = BuildSite(configuration_, machine, log_, nullptr, nullptr, profile_); !built) return built;
  }
  made->learned = tracked.Facts();
  made->destination = DestinationFacts(configuration_.destination(), looked, target, machine_.files);
  return {};
}

}  // namespace tincture::engine
