// Asio. Compiles in 6 s.
#include "engine/serve/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <utility>

#include "engine/serve/http_date.h"
#include "engine/serve/server_state.h"
#include "engine/serve/tls_context.h"

namespace tincture::engine {

namespace {

// As many descriptors as the system gives, less some for the build.
size_t MostConnections(size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return std::min<size_t>(wanted, 500);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  // A connection may hold a file too.
  return std::max<size_t>(std::min<size_t>(wanted, limit.rlim_cur / 2), 2);
}

}  // namespace

Acceptor::Acceptor(Server::State& state_in, ListenSocket socket, Take take_in)
    : state(state_in), acceptor(state.io), pause(state.io), take(std::move(take_in)) {
  const tcp protocol = socket.is_ipv6() ? tcp::v6() : tcp::v4();
  acceptor.assign(protocol, socket.Release());
}

void Acceptor::Next() {
  acceptor.async_accept(asio::make_strand(state.io), [self = shared_from_this()](auto error, tcp::socket socket) {
    if (error == asio::error::operation_aborted) return;
    if (error) {
      // No descriptor is left: let some go.
      self->pause.expires_after(std::chrono::milliseconds(50));
      self->pause.async_wait([self](auto) { self->Next(); });
      return;
    }
    if (self->state.waiting_room.Admit()) self->take(std::move(socket));
    self->Next();
  });
}

std::string HeadText(const Response& response, bool keep_alive, bool chunked, int64_t now) {
  std::string text =
      "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(ReasonPhrase(response.status)) + "\r\n";
  bool has_length = response.status == 304 || response.chunked;
  const auto add = [&](std::string_view name, std::string_view value) {
    text.append(name).append(": ");
    // A line break would begin another header.
    std::copy_if(value.begin(), value.end(), std::back_inserter(text), [](char c) { return c != '\r' && c != '\n'; });
    text += "\r\n";
  };
  for (const Header& header : response.headers) {
    add(header.name, header.value);
    has_length = has_length || IsSameName(header.name, "Content-Length");
  }
  if (chunked) add("Transfer-Encoding", "chunked");
  add("Server", "tincture");
  add("Date", HttpDate(now));
  if (!has_length) {
    uint64_t size = 0;
    for (const BodyPart& part : response.body) size += part.text.size() + part.size;
    add("Content-Length", std::to_string(size));
  }
  add("Connection", keep_alive ? "Keep-Alive" : "close");
  return text + "\r\n";
}

Server::Server(const Clock& clock, const ServerLimits& limits)
    : state_(std::make_unique<State>(clock, limits, MostConnections(limits.connections))) {}

Server::~Server() { Stop(); }

Status Server::ServeHttp(ListenSocket socket, Handler handler, const TlsFiles& tls) {
  auto shared = std::make_shared<const Handler>(std::move(handler));
  Acceptor::Take take = [this, shared](tcp::socket accepted) { StartHttp(*state_, std::move(accepted), shared); };
  if (!tls.certificate.empty()) {
    Result<std::shared_ptr<asio::ssl::context>> context = TlsContext(tls);
    if (!context) return context.error();
    take = [this, shared, kept = *context](tcp::socket accepted) {
      StartHttps(*state_, std::move(accepted), shared, *kept);
    };
  }
  state_->acceptors.push_back(std::make_shared<Acceptor>(*state_, std::move(socket), std::move(take)));
  return {};
}

void Server::Forked() { state_->io.notify_fork(asio::execution_context::fork_child); }

void Server::Start(int threads) {
  for (const auto& acceptor : state_->acceptors) acceptor->Next();
  for (int i = 0; i < threads; ++i) state_->threads.emplace_back([this] { state_->io.run(); });
}

void Server::Stop() {
  state_->io.stop();
  for (std::thread& thread : state_->threads) thread.join();
  state_->threads.clear();
  state_->acceptors.clear();
}

}  // namespace tincture::engine
