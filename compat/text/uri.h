// Addressable::URI 2.8.1: parsing (RFC 3986's expression, then its own checks) and normalising.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "liquid/support/status.h"

namespace tincture::text {

struct Uri {
  std::optional<std::string> scheme;
  std::optional<std::string> user;
  std::optional<std::string> password;
  std::optional<std::string> host;
  std::optional<std::string> port;  // digits; never 0
  std::string path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;

  bool absolute() const { return scheme.has_value(); }
};

// Addressable::URI.parse. Errors: "Addressable::URI::InvalidURIError" with its message.
Result<Uri> ParseUri(std::string_view text);
// user:password@host:port. Precondition: there is a host.
std::string Authority(const Uri& uri);
std::string ToText(const Uri& uri);

// A path of plain characters alone, as most are: it parses as itself, and is normal where it begins with '/' and has no
// "/." in it.
bool IsPlainPath(std::string_view text);

// Addressable::URI.parse(text).normalize.to_s. Errors: as ParseUri's.
Result<std::string> NormalizeUri(std::string_view text);

}  // namespace tincture::text
