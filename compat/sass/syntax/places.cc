#include "compat/sass/syntax/places.h"

namespace tincture::compat::sass {

Position Advanced(Position from, std::string_view text) {
  for (const char c : text) {
    if (c == '\n') {
      ++from.line;
      from.column = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++from.column;
    }
  }
  return from;
}

uint32_t Places::Add(const Place& place) {
  if (all_.size() > kMax) return 0;
  all_.push_back(place);
  return static_cast<uint32_t>(all_.size() - 1);
}

Position PositionCounter::At(const char* p) {
  if (p < at_) {
    const bool behind_mark = p >= mark_at_;
    at_ = behind_mark ? mark_at_ : begin_;
    position_ = behind_mark ? mark_ : Position{};
  }
  position_ = Advanced(position_, {at_, static_cast<size_t>(p - at_)});
  at_ = p;
  return position_;
}

}  // namespace tincture::compat::sass
