// One HTTP connection: requests, one after another, and their answers.
// Boost.Beast. Compiles in 15 s.
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <cstdio>
#include <optional>
#include <utility>

#include "engine/serve/error_page.h"
#include "engine/serve/server_state.h"

namespace tincture::engine {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;

// WEBrick's limits: a request line of 2083 bytes, headers of 112 KiB. A body is read and forgotten.
constexpr size_t kLongestLine = 2083;
constexpr uint32_t kMostHeaderBytes = 112 * 1024;
constexpr uint64_t kMostBodyBytes = 1 << 20;
// A file goes out in pieces.
constexpr uint64_t kPieceSize = 128 * 1024;

using Parser = http::request_parser<http::string_body>;

Request ToRequest(const http::request<http::string_body>& message, bool is_secure) {
  Request request{.method = std::string(message.method_string()),
                  .target = std::string(message.target()),
                  .version = static_cast<int>(message.version()),
                  .is_secure = is_secure};
  for (const auto& field : message)
    request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  return request;
}

size_t LineSize(const Request& request) {
  return request.method.size() + request.target.size() + std::string_view("  HTTP/1.1\r\n").size();
}

std::string ChunkHead(uint64_t size) {
  char text[32];
  std::snprintf(text, sizeof text, "%llx\r\n", static_cast<unsigned long long>(size));
  return text;
}

template <class Stream>
class HttpConnection : public std::enable_shared_from_this<HttpConnection<Stream>> {
 public:
  template <class... Arguments>
  HttpConnection(Server::State& state, std::shared_ptr<const Server::Handler> handler, Arguments&&... arguments)
      : state_(state),
        admission_(state.waiting_room),
        stream_(std::forward<Arguments>(arguments)...),
        handler_(std::move(handler)) {}

  ~HttpConnection() { StopWaiting(); }

  void Start() {
    asio::dispatch(stream_.get_executor(), [self = this->shared_from_this()] {
      if constexpr (kIsSecure) {
        self->ShakeHands();
      } else {
        self->ReadRequest();
      }
    });
  }

 private:
  beast::tcp_stream& socket() { return beast::get_lowest_layer(stream_); }

  void ShakeHands() {
    BeginWaiting();
    stream_.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](beast::error_code error) {
      self->StopWaiting();
      if (!error) self->ReadRequest();
    });
  }

  void ReadRequest() {
    parser_.emplace();
    parser_->header_limit(kMostHeaderBytes + static_cast<uint32_t>(kLongestLine));
    parser_->body_limit(kMostBodyBytes);
    BeginWaiting();
    http::async_read(stream_, buffer_, *parser_,
                     [self = this->shared_from_this()](beast::error_code error, size_t) { self->OnRequest(error); });
  }

  void BeginWaiting() {
    // Once for all that the client has to say now: drops of it do not buy time.
    socket().expires_after(state_.limits.request);
    place_ = state_.waiting_room.Wait([weak = this->weak_from_this(), executor = stream_.get_executor()] {
      asio::post(executor, [weak] {
        if (auto self = weak.lock()) self->socket().cancel();
      });
    });
  }

  void StopWaiting() {
    if (place_) state_.waiting_room.StopWaiting(*place_);
    place_.reset();
  }

  void OnRequest(beast::error_code error) {
    StopWaiting();
    if (error && error.category() != beast::error_code(http::error::bad_target).category())
      return;  // gone, or too slow
    if (error == http::error::end_of_stream || error == http::error::partial_message) return Close();
    if (error) return Answer(Refusal(error), false);
    const Request request = ToRequest(parser_->get(), kIsSecure);
    is_head_ = request.method == "HEAD";
    version_ = request.version;
    if (LineSize(request) > kLongestLine) return Answer(ErrorResponse(414, "The request line is too long."), false);
    Answer((*handler_)(request), parser_->get().keep_alive());
  }

  static Response Refusal(beast::error_code error) {
    if (error == http::error::header_limit || error == http::error::body_limit) {
      return ErrorResponse(413, "The request is too large.");
    }
    return ErrorResponse(400, "The request is not understood: " + error.message() + ".");
  }

  void Answer(Response response, bool keep_alive) {
    response_ = std::move(response);
    keep_alive_ = keep_alive && response_.keep_alive;
    is_chunked_ = response_.chunked && version_ >= 11;
    // An end that is not told can only be the connection's.
    if (response_.chunked && !is_chunked_) keep_alive_ = false;
    const bool has_body = !is_head_ && response_.status != 304;
    next_part_ = has_body ? 0 : response_.body.size();
    if (!has_body) is_chunked_ = false;
    Write(HeadText(response_, keep_alive_, response_.chunked && version_ >= 11, state_.clock.Now().seconds));
  }

  void Write(std::string piece) {
    piece_ = std::move(piece);
    socket().expires_after(state_.limits.write);
    asio::async_write(stream_, asio::buffer(piece_),
                      [self = this->shared_from_this()](beast::error_code error, size_t) {
                        if (!error) self->WriteNext();
                      });
  }

  void WriteNext() {
    while (next_part_ < response_.body.size()) {
      BodyPart& part = response_.body[next_part_];
      std::string piece = std::exchange(part.text, {});
      if (piece.empty() && part.size > 0) {
        const uint64_t size = std::min(part.size, kPieceSize);
        Result<std::string> bytes = response_.file->ReadAt(part.offset, size);
        // The length has been told already: a file that has shrunk can only end the connection.
        if (!bytes || bytes->size() < size) return Close();
        part.offset += size;
        part.size -= size;
        piece = *std::move(bytes);
      }
      if (part.size == 0) ++next_part_;
      if (!piece.empty()) return Write(is_chunked_ ? ChunkHead(piece.size()) + piece + "\r\n" : std::move(piece));
    }
    if (std::exchange(is_chunked_, false)) return Write("0\r\n\r\n");
    response_ = {};
    return keep_alive_ ? ReadRequest() : Close();
  }

  void Close() {
    socket().expires_after(std::chrono::seconds(2));
    if constexpr (kIsSecure) {
      stream_.async_shutdown([self = this->shared_from_this()](beast::error_code) { self->CloseSocket(); });
    } else {
      CloseSocket();
    }
  }

  // What the client may still be sending is taken, or it would lose the answer.
  void CloseSocket() {
    beast::error_code ignored;
    socket().socket().shutdown(tcp::socket::shutdown_send, ignored);
    Drain(64);
  }

  void Drain(int pieces) {
    if (pieces == 0) return;
    piece_.resize(kPieceSize);
    socket().async_read_some(asio::buffer(piece_),
                             [self = this->shared_from_this(), pieces](beast::error_code error, size_t) {
                               if (!error) self->Drain(pieces - 1);
                             });
  }

  static constexpr bool kIsSecure = !std::is_same_v<Stream, beast::tcp_stream>;

  Server::State& state_;
  Admission admission_;
  Stream stream_;
  std::shared_ptr<const Server::Handler> handler_;
  beast::flat_buffer buffer_{kMostHeaderBytes * 2};
  std::optional<Parser> parser_;
  std::optional<WaitingRoom::Place> place_;
  Response response_;
  std::string piece_;  // what is being written
  size_t next_part_ = 0;
  int version_ = 11;
  bool is_head_ = false;
  bool is_chunked_ = false;
  bool keep_alive_ = false;
};

}  // namespace

void StartHttp(Server::State& state, tcp::socket socket, std::shared_ptr<const Server::Handler> handler) {
  std::make_shared<HttpConnection<beast::tcp_stream>>(state, std::move(handler), std::move(socket))->Start();
}

void StartHttps(Server::State& state, tcp::socket socket, std::shared_ptr<const Server::Handler> handler,
                asio::ssl::context& tls) {
  using Stream = beast::ssl_stream<beast::tcp_stream>;
  std::make_shared<HttpConnection<Stream>>(state, std::move(handler), std::move(socket), tls)->Start();
}

}  // namespace tincture::engine
