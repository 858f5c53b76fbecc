// Where libsass believes that things stand in their sources: what its source maps point to. It reads most tokens of an
// interpolation twice, and counts them twice: its columns, sometimes its lines, are not those of the file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tincture::compat::sass {

// From 0; columns count code points.
struct Position {
  uint32_t line = 0;
  uint32_t column = 0;
};

// Where `text` ends when it begins at `from`.
Position Advanced(Position from, std::string_view text);

struct Place {
  uint32_t source = 0;
  Position start;
  Position end;
};

// Places by number; 0 is none. Only a compilation that makes such a map has one.
class Places {
 public:
  // 0 where there are too many to tell apart.
  uint32_t Add(const Place& place);
  const Place& operator[](uint32_t number) const { return all_[number]; }

  static constexpr uint32_t kMax = (1u << 19) - 1;

 private:
  std::vector<Place> all_{1};
};

// Counts along a text. Going back is dear, but for what lies behind Remember().
class PositionCounter {
 public:
  explicit PositionCounter(const char* begin) : begin_(begin), at_(begin), mark_at_(begin) {}

  Position At(const char* p);
  // From `p` on it counts from `position`.
  void Restart(const char* p, Position position) {
    at_ = mark_at_ = p;
    position_ = mark_ = position;
  }
  void Remember(const char* p) {
    mark_ = At(p);
    mark_at_ = p;
  }

 private:
  const char* begin_;
  const char* at_;
  Position position_;
  const char* mark_at_;
  Position mark_;
};

}  // namespace tincture::compat::sass
