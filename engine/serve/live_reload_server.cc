// Live reload's port: the client's script over HTTP, and the protocol over WebSockets, as in Jekyll's
// HttpAwareConnection (lib/jekyll/commands/serve/websockets.rb).
// Boost.Beast. Compiles in 20 s.
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <optional>
#include <utility>

#include "engine/serve/server_state.h"
#include "engine/source/embedded_files.h"

namespace tincture::engine {

EmbeddedFolder LiveReloadClient();  // generated: engine/serve/CMakeLists.txt

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

// A client that takes nothing is left behind.
constexpr size_t kMostQueued = 20'000;
constexpr size_t kLongestMessage = 64 * 1024;

// Without the port: "localhost" of "localhost:4000".
std::string_view HostName(std::string_view host) {
  const size_t colon = host.rfind(':');
  return colon == std::string_view::npos || host.ends_with(']') ? host : host.substr(0, colon);
}

// A page of another site may not listen in: the page comes from the host that its script asks.
bool IsOurOwn(std::string_view origin, std::string_view host) {
  const size_t scheme = origin.find("://");
  if (origin.empty() || (scheme != std::string_view::npos && !origin.starts_with("http"))) return true;  // no page
  return scheme != std::string_view::npos && HostName(origin.substr(scheme + 3)) == HostName(host);
}

struct Shared {
  Server::State& state;
  LiveReload& hub;
  Server::LogUrl log_url;
  std::function<void()> log_first;
  std::once_flag is_first = {};
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(std::shared_ptr<Shared> shared, tcp::socket socket)
      : shared_(std::move(shared)), admission_(shared_->state.waiting_room), stream_(std::move(socket)) {}

  ~Session() {
    if (listener_ != 0) shared_->hub.Leave(listener_);
    if (place_) shared_->state.waiting_room.StopWaiting(*place_);
  }

  void Start() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->ReadRequest(); });
  }

 private:
  beast::tcp_stream& socket() { return stream_.next_layer(); }

  void ReadRequest() {
    parser_.header_limit(16 * 1024);
    parser_.body_limit(kLongestMessage);
    socket().expires_after(shared_->state.limits.request);
    place_ = shared_->state.waiting_room.Wait([weak = weak_from_this(), executor = stream_.get_executor()] {
      asio::post(executor, [weak] {
        if (auto self = weak.lock()) self->socket().cancel();
      });
    });
    http::async_read(socket(), buffer_, parser_, [self = shared_from_this()](beast::error_code error, size_t) {
      self->shared_->state.waiting_room.StopWaiting(*std::exchange(self->place_, std::nullopt));
      if (!error) self->OnRequest();
    });
  }

  void OnRequest() {
    const auto& request = parser_.get();
    if (websocket::is_upgrade(request)) {
      if (!IsOurOwn(request[http::field::origin], request[http::field::host])) {
        return Answer(http::status::forbidden, "text/plain", "Only pages of this site may listen.\n");
      }
      return Accept();
    }
    if (request.method() == http::verb::get && request.target().starts_with("/livereload.js")) {
      const std::string_view script = LiveReloadClient().front().bytes;
      return Answer(http::status::ok, "application/javascript", std::string(script));
    }
    Answer(http::status::bad_request, "text/plain", "Here are livereload.js and its WebSocket, and nothing else.\n");
  }

  void Answer(http::status status, std::string_view type, std::string body) {
    answer_.result(status);
    answer_.set(http::field::content_type, type);
    answer_.body() = std::move(body);
    answer_.keep_alive(false);
    answer_.prepare_payload();
    socket().expires_after(shared_->state.limits.write);
    http::async_write(socket(), answer_, [self = shared_from_this()](beast::error_code, size_t) {
      beast::error_code ignored;
      self->socket().socket().shutdown(tcp::socket::shutdown_both, ignored);
    });
  }

  void Accept() {
    socket().expires_never();
    stream_.set_option(websocket::stream_base::timeout{std::chrono::seconds(15), std::chrono::seconds(60), true});
    stream_.read_message_max(kLongestMessage);
    stream_.async_accept(parser_.get(), [self = shared_from_this()](beast::error_code error) {
      if (!error) self->OnOpen();
    });
  }

  void OnOpen() {
    std::call_once(shared_->is_first, shared_->log_first);
    listener_ = shared_->hub.Join([weak = weak_from_this(), executor = stream_.get_executor()](std::string message) {
      asio::post(executor, [weak, message = std::move(message)]() mutable {
        if (auto self = weak.lock()) self->Send(std::move(message));
      });
    });
    buffer_.clear();
    Read();
  }

  void Read() {
    stream_.async_read(buffer_, [self = shared_from_this()](beast::error_code error, size_t) {
      if (error) return self->Leave();
      const std::string message = beast::buffers_to_string(self->buffer_.data());
      self->buffer_.clear();
      if (const auto url = self->shared_->hub.Receive(self->listener_, message)) self->shared_->log_url(*url);
      self->Read();
    });
  }

  void Leave() {
    if (listener_ != 0) shared_->hub.Leave(std::exchange(listener_, 0));
  }

  void Send(std::string message) {
    if (queue_.size() >= kMostQueued) return socket().close();
    queue_.push_back(std::move(message));
    if (queue_.size() == 1) WriteFirst();
  }

  void WriteFirst() {
    stream_.text(true);
    stream_.async_write(asio::buffer(queue_.front()), [self = shared_from_this()](beast::error_code error, size_t) {
      if (error) return self->Leave();
      self->queue_.pop_front();
      if (!self->queue_.empty()) self->WriteFirst();
    });
  }

  std::shared_ptr<Shared> shared_;
  Admission admission_;
  websocket::stream<beast::tcp_stream> stream_;
  beast::flat_buffer buffer_;
  http::request_parser<http::string_body> parser_;
  http::response<http::string_body> answer_;
  std::optional<WaitingRoom::Place> place_;
  std::deque<std::string> queue_;  // the first is being written
  uint64_t listener_ = 0;
};

}  // namespace

void Server::ServeLiveReload(ListenSocket socket, LiveReload& hub, LogUrl log_url, std::function<void()> log_first) {
  auto shared = std::make_shared<Shared>(*state_, hub, std::move(log_url), std::move(log_first));
  state_->acceptors.push_back(std::make_shared<Acceptor>(*state_, std::move(socket), [shared](tcp::socket accepted) {
    std::make_shared<Session>(shared, std::move(accepted))->Start();
  }));
}

}  // namespace tincture::engine
