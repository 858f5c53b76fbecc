#include "engine/serve/listen_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <sstream>
#include <utility>

namespace tincture::engine {

namespace {

constexpr int kBacklog = 4096;

struct Address {
  sockaddr_storage storage = {};
  socklen_t size = 0;
  int family = AF_UNSPEC;
};

std::optional<Address> AddressOf(const std::string& text, uint16_t port) {
  Address address;
  auto* v4 = reinterpret_cast<sockaddr_in*>(&address.storage);
  auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
  if (inet_pton(AF_INET, text.c_str(), &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons(port);
    address.size = sizeof *v4;
    address.family = AF_INET;
  } else if (inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr) == 1) {
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    address.size = sizeof *v6;
    address.family = AF_INET6;
  } else {
    return std::nullopt;
  }
  return address;
}

// Asked for by hand: the C library's resolver would need its shared parts, and this program runs alone.
std::string AddressText(const std::string& host, const FileSource& files) {
  if (host == "localhost") return "127.0.0.1";
  if (host.size() > 2 && host.starts_with('[') && host.ends_with(']')) return host.substr(1, host.size() - 2);
  const Result<std::string> hosts = files.Read("/etc/hosts");
  std::istringstream lines(hosts ? *hosts : "");
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string address;
    words >> address;
    for (std::string name; words >> name;) {
      if (name == host) return address;
    }
  }
  return host;
}

Error ListenError(int code, const std::string& host, uint16_t port) {
  const char* name = strerrorname_np(code);
  const std::string place = host + ":" + std::to_string(port);
  Error error{.kind = std::string("Errno::") + (name ? name : "E"),
              .message = std::string(strerrordesc_np(code)) + " - bind(2) for " + place};
  if (code == EADDRINUSE) {
    error.hint = "Another program, or another `serve`, has port " + std::to_string(port) +
                 ": stop it, or choose another port (--port, --livereload-port).";
  } else if (code == EACCES) {
    error.hint = "Ports below 1024 are for root: choose a higher one with --port.";
  } else if (code == EADDRNOTAVAIL) {
    error.hint = "This machine has no such address: --host 0.0.0.0 listens at all that it has.";
  }
  return error;
}

}  // namespace

Result<ListenSocket> ListenSocket::Open(const std::string& host, uint16_t port, const FileSource& files) {
  const std::optional<Address> address = AddressOf(AddressText(host, files), port);
  if (!address) {
    return Error{.kind = "SocketError",
                 .message = "'" + host + "' is no address of this machine.",
                 .hint = "Give --host an IP address, such as 127.0.0.1 or 0.0.0.0, or a name of /etc/hosts."};
  }
  const int fd = socket(address->family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return ListenError(errno, host, port);
  ListenSocket listener(fd, address->family == AF_INET6);
  const int one = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(fd, reinterpret_cast<const sockaddr*>(&address->storage), address->size) != 0 || listen(fd, kBacklog) != 0) {
    return ListenError(errno, host, port);
  }
  return listener;
}

ListenSocket::ListenSocket(ListenSocket&& other) noexcept : fd_(other.fd_), is_ipv6_(other.is_ipv6_) { other.fd_ = -1; }

ListenSocket& ListenSocket::operator=(ListenSocket&& other) noexcept {
  std::swap(fd_, other.fd_);
  is_ipv6_ = other.is_ipv6_;
  return *this;
}

ListenSocket::~ListenSocket() {
  if (fd_ >= 0) close(fd_);
}

uint16_t ListenSocket::port() const {
  sockaddr_storage storage;
  socklen_t size = sizeof storage;
  if (getsockname(fd_, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return 0;
  const bool is_v4 = storage.ss_family == AF_INET;
  return ntohs(is_v4 ? reinterpret_cast<sockaddr_in*>(&storage)->sin_port
                     : reinterpret_cast<sockaddr_in6*>(&storage)->sin6_port);
}

int ListenSocket::Release() { return std::exchange(fd_, -1); }

}  // namespace tincture::engine
