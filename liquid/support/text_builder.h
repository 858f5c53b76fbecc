// TextBuilder: makes a text in an arena, piece by piece. What it makes is not copied again.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "liquid/support/arena.h"

namespace tincture {

class TextBuilder {
 public:
  // `expected`: bytes, for a start; it grows by itself.
  TextBuilder(Arena& arena, size_t expected) : arena_(arena) { Grow(expected); }
  TextBuilder(const TextBuilder&) = delete;
  TextBuilder& operator=(const TextBuilder&) = delete;

  void Append(std::string_view text) {
    Room(text.size());
    if (!text.empty()) std::memcpy(end_, text.data(), text.size());
    end_ += text.size();
  }
  void Append(char c) { Append(std::string_view(&c, 1)); }

  // Where at least `size` bytes may be written; then WroteTo says where they end.
  char* Room(size_t size) {
    if (size > static_cast<size_t>(limit_ - end_)) Grow(size);
    return end_;
  }
  void WroteTo(char* end) { end_ = end; }

  std::string_view text() const { return {start_, static_cast<size_t>(end_ - start_)}; }
  // The text. Nothing is appended afterwards: the arena takes back what was not used.
  std::string_view Finish() {
    arena_.TakeBack(limit_, static_cast<size_t>(limit_ - end_));
    limit_ = end_;
    return text();
  }

 private:
  void Grow(size_t more) {
    const auto used = static_cast<size_t>(end_ - start_);
    const size_t wanted = std::max(more, used);
    if (start_ == nullptr || !arena_.Extend(limit_, wanted)) {
      char* const moved = arena_.AllocateChars(used + wanted);
      if (used > 0) std::memcpy(moved, start_, used);
      start_ = moved;
      end_ = moved + used;
      limit_ = end_;
    }
    limit_ += wanted;
  }

  Arena& arena_;
  char* start_ = nullptr;
  char* end_ = nullptr;
  char* limit_ = nullptr;
};

}  // namespace tincture
