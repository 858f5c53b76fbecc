#include "engine/serve/byte_range.h"

#include <algorithm>
#include <limits>

namespace tincture::engine {

namespace {

// Digits at the start of `text`, which they are taken from. Too large is as large as can be.
std::optional<uint64_t> TakeNumber(std::string_view& text) {
  size_t length = 0;
  uint64_t number = 0;
  constexpr uint64_t kMost = std::numeric_limits<uint64_t>::max() / 20;
  for (; length < text.size() && text[length] >= '0' && text[length] <= '9'; ++length) {
    number = std::min(number * 10 + static_cast<uint64_t>(text[length] - '0'), kMost);
  }
  text.remove_prefix(length);
  if (length == 0) return std::nullopt;
  return number;
}

// What one of `5-9`, `5-` and `-5` is of a file: a range, none of it (size 0), or not understood.
std::optional<ByteRange> ParseRange(std::string_view text, uint64_t file_size) {
  const std::optional<uint64_t> first = TakeNumber(text);
  if (!text.starts_with('-')) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<uint64_t> last = TakeNumber(text);
  if (!first && !last) return std::nullopt;
  constexpr ByteRange kNone{0, 0};
  if (!first) {
    // WEBrick: "-0" is the whole file, and more than the file has is none of it.
    if (*last > file_size || file_size == 0) return kNone;
    return *last == 0 ? ByteRange{0, file_size} : ByteRange{file_size - *last, *last};
  }
  if (*first >= file_size || (last && *last < *first)) return kNone;
  return ByteRange{*first, std::min(last.value_or(file_size), file_size - 1) - *first + 1};
}

}  // namespace

std::optional<std::vector<ByteRange>> ParseRanges(std::string_view header, uint64_t file_size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!header.starts_with(kUnit)) return std::nullopt;
  header.remove_prefix(kUnit.size());
  std::vector<ByteRange> ranges;
  size_t count = 0;
  while (true) {
    const size_t comma = header.find(',');
    const std::optional<ByteRange> range = ParseRange(header.substr(0, comma), file_size);
    if (!range || ++count > kMostRanges) return std::nullopt;
    if (range->size > 0) ranges.push_back(*range);
    if (comma == std::string_view::npos) return ranges;
    header.remove_prefix(comma + 1);
    header.remove_prefix(std::min(header.find_first_not_of(' '), header.size()));
  }
}

}  // namespace tincture::engine
