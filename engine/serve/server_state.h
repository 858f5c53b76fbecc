// What server.cc, http_connection.cc and live_reload_server.cc share. Heavy (Asio): for those files alone.
#pragma once

#include <sys/socket.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "engine/serve/server.h"

namespace tincture::engine {

namespace asio = boost::asio;
using asio::ip::tcp;

// Connections that wait for a request, the longest waiting first: who leaves when there are too many.
// Threads: any.
class WaitingRoom {
 public:
  explicit WaitingRoom(size_t most) : most_(most) {}

  // Called with the room locked: it may only leave a message.
  using Leave = std::function<void()>;
  using Place = std::list<Leave>::iterator;

  // A connection has come: where there are too many, one that waits is told to leave. False: none of them waits, and
  // the new one cannot stay.
  bool Admit() {
    const std::lock_guard lock(mu_);
    if (count_ >= most_) {
      if (waiting_.empty()) return false;
      waiting_.front()();
      waiting_.front() = nullptr;
      left_.splice(left_.end(), waiting_, waiting_.begin());
    }
    ++count_;
    return true;
  }
  void Gone() {
    const std::lock_guard lock(mu_);
    --count_;
  }
  Place Wait(Leave leave) {
    const std::lock_guard lock(mu_);
    return waiting_.insert(waiting_.end(), std::move(leave));
  }
  void StopWaiting(Place place) {
    const std::lock_guard lock(mu_);
    if (*place) {
      waiting_.erase(place);
    } else {
      left_.erase(place);
    }
  }

 private:
  const size_t most_;
  std::mutex mu_;
  size_t count_ = 0;          // guarded by mu_
  std::list<Leave> waiting_;  // guarded by mu_
  std::list<Leave> left_;     // guarded by mu_: told to leave, and not gone yet
};

struct Acceptor;

struct Server::State {
  State(const Clock& clock_, const ServerLimits& limits_, size_t most)
      : clock(clock_), limits(limits_), waiting_room(most) {}

  const Clock& clock;
  const ServerLimits limits;
  WaitingRoom waiting_room;
  asio::io_context io;
  std::vector<std::shared_ptr<Acceptor>> acceptors;
  std::vector<std::thread> threads;
};

// Counts itself in and out of the waiting room.
class Admission {
 public:
  explicit Admission(WaitingRoom& room) : room_(room) {}
  ~Admission() { room_.Gone(); }
  Admission(const Admission&) = delete;
  Admission& operator=(const Admission&) = delete;

 private:
  WaitingRoom& room_;
};

// Accepts for ever; `take` gets each connection on a strand of its own.
struct Acceptor : std::enable_shared_from_this<Acceptor> {
  using Take = std::function<void(tcp::socket)>;
  Acceptor(Server::State& state_in, ListenSocket socket, Take take_in);
  void Next();

  Server::State& state;
  tcp::acceptor acceptor;
  asio::steady_timer pause;
  Take take;
};

// The text of a response before its body. `now`: for Date.
std::string HeadText(const Response& response, bool keep_alive, bool chunked, int64_t now);

void StartHttp(Server::State& state, tcp::socket socket, std::shared_ptr<const Server::Handler> handler);
// Borrows `tls`.
void StartHttps(Server::State& state, tcp::socket socket, std::shared_ptr<const Server::Handler> handler,
                asio::ssl::context& tls);

}  // namespace tincture::engine
