// Dates of HTTP headers (RFC 7231, 7.1.1.1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tincture::engine {

// "Tue, 02 Jan 2024 03:04:05 GMT"; seconds since 1970.
std::string HttpDate(int64_t seconds);
// The same, and the two older forms; nothing where it is none of them.
std::optional<int64_t> ParseHttpDate(const std::string& text);

}  // namespace tincture::engine
