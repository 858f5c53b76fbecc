// LiveReload: tells browsers what a build has changed, in the messages of LiveReload's protocol 7 as Jekyll's server
// sends them, and which error stopped a build. It knows its listeners only as functions; the network is
// live_reload_server.cc.
// Threads: any.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::engine {

// An error for people to read.
struct BuildFailure {
  std::string place;    // "_posts/2020-01-01-a.md:3:5"
  std::string message;  // one sentence
  std::string excerpt;  // the line, with a caret below; may have several lines
  std::string hint;
};

class LiveReload {
 public:
  using Send = std::function<void(std::string message)>;

  // A build went well and changed these paths of the site ("/about/", "/main.css").
  void Succeeded(const std::vector<std::string>& paths);
  void Failed(const BuildFailure& failure);

  // `send` gets every message from now on until Leave; it must not call back. Returns the listener's number.
  uint64_t Join(Send send);
  void Leave(uint64_t listener);
  // What a listener said. A browser's "url" command is returned, to be logged.
  std::optional<std::string> Receive(uint64_t listener, const std::string& message);

 private:
  struct Listener {
    Send send;
    bool shows_errors = false;  // our own client; others would take the command for a broken connection
  };

  void TellOfError(const Listener& listener) const;

  std::mutex mu_;
  std::map<uint64_t, Listener> listeners_;  // guarded by mu_
  uint64_t next_ = 1;                       // guarded by mu_
  std::string error_ = "null";              // guarded by mu_: JSON
};

// The path below the site's root that a file of the destination is asked for: an index by its folder.
std::string SitePath(std::string_view file, std::string_view destination, std::string_view base_path);

}  // namespace tincture::engine
