// `serve`: Commands::Serve (lib/jekyll/commands/serve.rb).
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cli/error_report.h"
#include "engine/cli/regeneration.h"
#include "engine/cli/session.h"
#include "engine/model/sanitized_path.h"
#include "engine/serve/file_handler.h"
#include "engine/serve/live_reload.h"
#include "engine/serve/server.h"
#include "engine/serve/snippet.h"
#include "engine/source/browser.h"
#include "engine/source/path.h"
#include "engine/source/recording_target.h"

namespace tincture::engine {

namespace {

constexpr uint16_t kLiveReloadPort = 35729;
constexpr int kServerThreads = 2;

// What the configuration and the command line say about the server.
struct ServeSettings {
  std::string host;
  uint16_t port = 4000;
  bool detach = false;
  bool livereload = false;
  uint16_t livereload_port = kLiveReloadPort;
  TlsFiles tls;

  std::string Address(uint16_t at) const {
    const std::string name = host.find(':') == std::string::npos ? host : "[" + host + "]";
    return (tls.certificate.empty() ? "http://" : "https://") + name + ":" + std::to_string(at);
  }
};

Result<uint16_t> PortOf(const Configuration& configuration, std::string_view key, uint16_t otherwise) {
  const Value value = configuration.Get(key);
  if (value.IsNil()) return otherwise;
  uint64_t number = 1 << 16;
  std::string text = value.IsInt() ? std::to_string(value.AsInt()) : std::string(configuration.Text(key));
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number < (1 << 16)) {
    return static_cast<uint16_t>(number);
  }
  return Error{.kind = "SocketError",
               .message = "'" + text + "' is no " + std::string(key) + ".",
               .hint = "A port is a number from 1 to 65535; 0 takes any that is free."};
}

// Serve#enable_ssl: the files lie in the source.
Result<TlsFiles> TlsOf(const Configuration& configuration, const FileSource& files) {
  const std::string_view certificate = configuration.Text("ssl_cert");
  const std::string_view key = configuration.Text("ssl_key");
  if (certificate.empty() && key.empty()) return TlsFiles{};
  if (certificate.empty() || key.empty()) {
    return Error{.kind = "RuntimeError", .message = "Missing --ssl_cert or --ssl_key. Both are required."};
  }
  TlsFiles tls;
  for (const auto& [name, text] : {std::pair(certificate, &tls.certificate), std::pair(key, &tls.key)}) {
    Result<std::string> read = files.Read(SanitizedPath(configuration.source(), name));
    if (!read) return read.error();
    *text = *std::move(read);
  }
  tls.certificate_path = certificate;
  tls.key_path = key;
  return tls;
}

Result<ServeSettings> SettingsOf(const Session& session, const Configuration& configuration) {
  ServeSettings settings;
  settings.host = configuration.Text("host", "127.0.0.1");
  settings.detach = configuration.Truthy("detach");
  settings.livereload = configuration.Truthy("livereload");
  const Result<uint16_t> port = PortOf(configuration, "port", 4000);
  if (!port) return port.error();
  settings.port = *port;
  const Result<uint16_t> livereload_port = PortOf(configuration, "livereload_port", kLiveReloadPort);
  if (!livereload_port) return livereload_port.error();
  settings.livereload_port = *livereload_port;
  Result<TlsFiles> tls = TlsOf(configuration, session.machine.files);
  if (!tls) return tls.error();
  settings.tls = *std::move(tls);
  if (settings.livereload && !settings.tls.certificate.empty()) {
    return Error{.kind = "SystemExit", .message = "LiveReload does not support SSL"};
  }
  if (settings.livereload && settings.detach) {
    session.log.Warn("Warning:", "--detach and --livereload are mutually exclusive. Choosing --livereload");
    settings.detach = false;
  }
  return settings;
}

// Serve.default_url, which every development build has.
Configuration WithDevelopmentUrl(const Configuration& configuration, const ServeSettings& settings,
                                 const Machine& machine) {
  if (machine.env.Get("JEKYLL_ENV").value_or("development") != "development") return configuration;
  ServeSettings shown = settings;
  if (shown.host == "127.0.0.1") shown.host = "localhost";
  return configuration.With("url", shown.Address(settings.port));
}

std::string BasePath(const Configuration& configuration) {
  std::string base(configuration.Text("baseurl"));
  while (base.ends_with('/')) base.pop_back();
  return base;
}

std::optional<std::string> DelayOf(const Configuration& configuration, std::string_view key) {
  const Value value = configuration.Get(key);
  if (value.IsInt()) return std::to_string(value.AsInt());
  return value.IsString() ? std::optional<std::string>(value.AsString()) : std::nullopt;
}

FileHandlerOptions HandlerOptions(const Configuration& configuration, const ServeSettings& settings,
                                  uint16_t livereload_port) {
  FileHandlerOptions options{.root = configuration.destination(),
                             .base_path = BasePath(configuration),
                             .encoding = std::string(configuration.Text("encoding", "utf-8")),
                             .lists_folders = configuration.Truthy("show_dir_listing"),
                             .headers = {},
                             .snippet = {}};
  const Value webrick = configuration.Get("webrick");
  const Value headers = webrick.IsHash() ? webrick.AsHash().Get("headers") : Value();
  if (headers.IsHash()) {
    for (const Hash::Entry& header : headers.AsHash().entries()) {
      if (!header.key.IsString() || !header.value.IsString()) continue;
      options.headers.push_back({std::string(header.key.AsString()), std::string(header.value.AsString())});
    }
  }
  if (settings.livereload) {
    options.snippet = LiveReloadSnippet({.port = livereload_port,
                                         .min_delay = DelayOf(configuration, "livereload_min_delay"),
                                         .max_delay = DelayOf(configuration, "livereload_max_delay")});
  }
  return options;
}

// What is not ignored of the files that a build has changed, as paths of the site.
std::vector<std::string> ChangedPaths(const std::set<std::string>& written, const Changes& changes,
                                      const Configuration& configuration) {
  const std::vector<std::string> globs = configuration.Texts("livereload_ignore");
  const auto is_ignored = [&](std::string_view path, std::string_view folder) {
    const std::string_view relative = path.substr(folder.size() + 1);
    return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) { return Fnmatch(glob, relative); });
  };
  const auto is_ignored_source = [&](const std::string& path) { return is_ignored(path, configuration.source()); };
  const auto all_ignored = [&](const std::vector<std::string>& list) {
    return std::all_of(list.begin(), list.end(), is_ignored_source);
  };
  if (all_ignored(changes.modified) && all_ignored(changes.added) && all_ignored(changes.removed)) return {};
  const std::string& destination = configuration.destination();
  std::vector<std::string> paths;
  for (const std::string& path : written) {
    if (path.size() <= destination.size() || !IsWithin(path, destination) || is_ignored(path, destination)) continue;
    paths.push_back(SitePath(path, destination, BasePath(configuration)));
  }
  return paths;
}

BuildFailure FailureOf(const Error& error, const Session& session) {
  ErrorReport report = ReportOf(error, session.source, session.machine.files);
  return {report.place, report.message, report.excerpt + report.trail, report.hint};
}

// Everything that one `serve` holds. Members are ended in reverse: the server before what it asks.
class Serving {
 public:
  Serving(const Session& session, const Configuration& configuration, ServeSettings settings)
      : session_(session),
        configuration_(configuration),
        settings_(std::move(settings)),
        target_(session.machine.target),
        machine_{session.machine.files, target_, session.machine.clock, session.machine.env, session.machine.repository,
                 session.machine.jobs},
        rebuild_(MakeRebuild(configuration, machine_, session.log, session.line.Has("explain"))),
        regeneration_(session, configuration, stop_),
        server_(session.machine.clock) {}

  // Error: not logged.
  Status Run() {
    // First of all the ports: nobody waits for a build to learn that they are taken.
    if (Status opened = Open(); !opened) return opened;
    const bool is_watching = configuration_.Truthy("watch") && !settings_.detach;
    if (is_watching) {
      if (Status started = regeneration_.Start(); !started) return started;
    }
    if (Status built = Build(); !built) return built;
    if (stop_.is_set()) return {};
    SayWhatIsWatched(is_watching);
    SayWhereToLook();
    if (settings_.detach && Detach()) return {};
    server_.Start(kServerThreads);
    session_.log.Info("Server running...", settings_.detach ? "" : "press ctrl-c to stop.");
    if (is_watching) {
      regeneration_.Run(rebuild_, [this](const Status& status, const Changes& changes) { Tell(status, changes); });
    } else {
      (void)stop_.Wait();
    }
    server_.Stop();
    return {};
  }

 private:
  Status Open() {
    const FileSource& files = session_.machine.files;
    Result<ListenSocket> http = ListenSocket::Open(settings_.host, settings_.port, files);
    if (!http) return http.error();
    settings_.port = http->port();
    if (settings_.livereload) {
      Result<ListenSocket> live = ListenSocket::Open(settings_.host, settings_.livereload_port, files);
      if (!live) return live.error();
      settings_.livereload_port = live->port();
      server_.ServeLiveReload(
          *std::move(live), hub_,
          [this](const std::string& url) { session_.log.Info("LiveReload:", "Browser URL: " + url); },
          [this] { session_.log.Info("LiveReload:", "Browser connected"); });
    }
    handler_.emplace(HandlerOptions(configuration_, settings_, settings_.livereload_port), files);
    return server_.ServeHttp(
        *std::move(http), [this](const Request& request) { return handler_->Handle(request); }, settings_.tls);
  }

  Status Build() {
    if (configuration_.Truthy("skip_initial_build")) {
      session_.log.Warn("Build Warning:", "Skipping the initial build. This may result in an out-of-date site.");
    } else if (Status built = BuildFirst(session_, configuration_, rebuild_); !built) {
      return built;
    }
    (void)target_.Take();
    return session_.machine.target.MakeDirectories(configuration_.destination());
  }

  void SayWhatIsWatched(bool is_watching) {
    std::string message = "disabled. Use --watch to enable.";
    if (settings_.detach) message = "disabled when running server detached.";
    if (is_watching) message = "enabled for '" + configuration_.source() + "'";
    session_.log.Info("Auto-regeneration:", message);
  }

  void SayWhereToLook() {
    Log& log = session_.log;
    if (settings_.livereload) log.Info("LiveReload address:", settings_.Address(settings_.livereload_port));
    const Value base = configuration_.Get("baseurl");
    const std::string address =
        settings_.Address(settings_.port) + (base.IsNil() ? "" : std::string(configuration_.Text("baseurl")) + "/");
    log.Info("Server address:", address);
    if (configuration_.Truthy("open_url") && !OpenInBrowser(address)) {
      log.Error("Refusing to launch browser.", "There is no xdg-open here.");
    }
  }

  // True: in the process that was started, whose work is done; the other one serves.
  bool Detach() {
    const pid_t child = fork();
    if (child > 0) {
      const std::string pid = std::to_string(child);
      session_.log.Info("Server detached with pid '" + pid + "'.",
                        "Run `pkill -f jekyll' or `kill -9 " + pid + "' to stop the server.");
      return true;
    }
    if (child < 0) {
      session_.log.Warn("Warning:", "There can be no other process: the server stays in this one.");
      settings_.detach = false;
      return false;
    }
    server_.Forked();
    setsid();
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int standard : {0, 1, 2}) dup2(null, standard);
    return false;
  }

  void Tell(const Status& status, const Changes& changes) {
    const std::set<std::string> written = target_.Take();
    if (status) {
      hub_.Succeeded(ChangedPaths(written, changes, configuration_));
    } else {
      hub_.Failed(FailureOf(status.error(), session_));
    }
  }

  const Session& session_;
  const Configuration& configuration_;
  ServeSettings settings_;
  StopSignal stop_;
  RecordingTarget target_;
  const Machine machine_;
  Rebuild rebuild_;
  Regeneration regeneration_;
  LiveReload hub_;
  std::optional<FileHandler> handler_;
  Server server_;
};

}  // namespace

int RunServe(const Session& session) {
  const Result<Configuration> configured = session.Configure();
  if (!configured) return session.Fail(configured.error());
  Result<ServeSettings> settings = SettingsOf(session, *configured);
  if (!settings) return session.Fail(settings.error());
  const Configuration configuration = WithDevelopmentUrl(*configured, *settings, session.machine);
  Serving serving(session, configuration, *std::move(settings));
  const Status status = serving.Run();
  return status ? 0 : session.Fail(status.error());
}

}  // namespace tincture::engine
