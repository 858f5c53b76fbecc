// Server: the network. One pool of threads carries every connection of the HTTP server and of live reload; each
// connection is a chain of steps that never waits in a thread (Boost.Asio, Boost.Beast).
// A client that is slow, silent or broken costs a descriptor until its time is over, and less where others want in: of
// the connections that are waiting for a request, the longest waiting one makes room.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "engine/serve/listen_socket.h"
#include "engine/serve/live_reload.h"
#include "engine/serve/message.h"
#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

struct ServerLimits {
  size_t connections = 4000;                  // fewer where the system allows fewer descriptors
  std::chrono::milliseconds request{15'000};  // for a whole request to come, idle time before it included
  std::chrono::milliseconds write{30'000};    // for a client to take one piece of an answer
};

// PEM texts, and where they came from, for errors. Both texts empty: no TLS.
struct TlsFiles {
  std::string certificate;  // the server's own, then those that lead to one which clients know
  std::string key;          // without a passphrase
  std::string certificate_path = {};
  std::string key_path = {};
};

class Server {
 public:
  // Called by any thread of the pool.
  using Handler = std::function<Response(const Request&)>;
  using LogUrl = std::function<void(const std::string& url)>;

  // Borrows `clock`.
  explicit Server(const Clock& clock, const ServerLimits& limits = {});
  ~Server();  // stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Before Start. Error: the certificate or the key cannot be used.
  Status ServeHttp(ListenSocket socket, Handler handler, const TlsFiles& tls = {});
  // The script over HTTP, and WebSockets. Borrows `hub`, which must outlive the server.
  void ServeLiveReload(ListenSocket socket, LiveReload& hub, LogUrl log_url, std::function<void()> log_first);
  // In the child of a fork, before Start: the parent's server may end without ending what the child serves.
  void Forked();
  void Start(int threads);
  // Ends every connection; nothing runs any more when it returns.
  void Stop();

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace tincture::engine
