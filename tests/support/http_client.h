// A client that says exactly what a test wants it to say, byte by byte.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace tincture::engine {

class HttpClient {
 public:
  explicit HttpClient(uint16_t port) : fd_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~HttpClient() { close(fd_); }
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  bool connected() const { return connected_; }
  void Send(std::string_view text) {
    while (!text.empty()) {
      const ssize_t sent = send(fd_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      text.remove_prefix(static_cast<size_t>(sent));
    }
  }
  void EndSending() { shutdown(fd_, SHUT_WR); }
  // Until the server ends the connection, or `end` has come.
  std::string Receive(std::string_view end = "") {
    std::string text;
    char buffer[16384];
    ssize_t got;
    while ((end.empty() || text.find(end) == std::string::npos) && (got = recv(fd_, buffer, sizeof buffer, 0)) > 0) {
      text.append(buffer, static_cast<size_t>(got));
    }
    return text;
  }

  // One request, and all that comes until the connection ends.
  static std::string Exchange(uint16_t port, std::string_view request) {
    HttpClient client(port);
    client.Send(request);
    client.EndSending();
    return client.Receive();
  }

 private:
  int fd_;
  bool connected_;
};

}  // namespace tincture::engine
