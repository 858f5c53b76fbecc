// ListenSocket: an address and a port that connections come to.
#pragma once

#include <cstdint>
#include <string>

#include "engine/source/file_source.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class ListenSocket {
 public:
  // `host`: an IP address, "localhost", or a name that /etc/hosts knows (`files`). Port 0: any that is free.
  // Error: the port is in use, the address is not this machine's, ..., with what to do.
  static Result<ListenSocket> Open(const std::string& host, uint16_t port, const FileSource& files);

  ListenSocket(ListenSocket&& other) noexcept;
  ListenSocket& operator=(ListenSocket&& other) noexcept;
  ~ListenSocket();

  uint16_t port() const;
  bool is_ipv6() const { return is_ipv6_; }
  // The descriptor, which is the caller's to close from now on.
  int Release();

 private:
  ListenSocket(int fd, bool is_ipv6) : fd_(fd), is_ipv6_(is_ipv6) {}

  int fd_;
  bool is_ipv6_;
};

}  // namespace tincture::engine
