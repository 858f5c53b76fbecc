// The Range header as WEBrick 1.8 reads it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tincture::engine {

struct ByteRange {
  uint64_t first;
  uint64_t size;
};

// The ranges of a file of `file_size` bytes that can be sent, in the order asked for; none: no part can.
// Nothing: the header is not understood, or asks for more than kMostRanges parts.
inline constexpr size_t kMostRanges = 64;
std::optional<std::vector<ByteRange>> ParseRanges(std::string_view header, uint64_t file_size);

}  // namespace tincture::engine
