// `clean`: Commands::Clean (lib/jekyll/commands/clean.rb).
#include "engine/cli/session.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// `name`: as the configuration has it, from the folder that the program was started in.
Status RemoveIf(FileKind kind, const std::string& name, const Session& session) {
  const Machine& machine = session.machine;
  const std::string path = ExpandPath(name, machine.env.WorkingDirectory());
  if (machine.files.Stat(path).kind != kind) {
    session.log.Info("Cleaner:", "Nothing to do for " + name + ".");
    return {};
  }
  session.log.Info("Cleaner:", "Removing " + name + "...");
  return machine.target.Remove(path);
}

}  // namespace

int RunClean(const Session& session) {
  const Result<Configuration> configuration = session.Configure();
  if (!configuration) return session.Fail(configuration.error());
  const std::string source(configuration->Text("source"));
  Status status = RemoveIf(FileKind::kDirectory, std::string(configuration->Text("destination")), session);
  if (status) status = RemoveIf(FileKind::kFile, JoinPath(source, ".jekyll-metadata"), session);
  if (status && session.profile().disk_cache) {
    status = RemoveIf(FileKind::kDirectory, JoinPath(source, configuration->Text("cache_dir")), session);
  }
  if (status) status = RemoveIf(FileKind::kDirectory, ".sass-cache", session);
  return status ? 0 : session.Fail(status.error());
}

}  // namespace tincture::engine
