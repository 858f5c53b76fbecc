// ByteWriter and ByteReader: plain values as bytes and back. A reader of damaged bytes fails; it never reads outside of
// them. Numbers are varints (LEB128, zigzag where signed). Threads: one each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tincture::engine {

class ByteWriter {
 public:
  void Number(uint64_t number) {
    for (; number >= 0x80; number >>= 7) bytes_ += static_cast<char>(number | 0x80);
    bytes_ += static_cast<char>(number);
  }
  void Signed(int64_t number) { Number(static_cast<uint64_t>(number) << 1 ^ static_cast<uint64_t>(number >> 63)); }
  // Eight bytes, whatever the number.
  void Fixed(uint64_t number) {
    for (int i = 0; i < 8; ++i) bytes_ += static_cast<char>(number >> (8 * i));
  }
  void Text(std::string_view text) {
    Number(text.size());
    bytes_ += text;
  }
  void Append(std::string_view bytes) { bytes_ += bytes; }

  std::string_view bytes() const { return bytes_; }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  // Borrows `bytes`, which the texts that it returns point into.
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  uint64_t Number() {
    uint64_t number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const uint64_t byte = Byte();
      number |= (byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
    failed_ = true;
    return 0;
  }
  int64_t Signed() {
    const uint64_t number = Number();
    return static_cast<int64_t>(number >> 1 ^ (~(number & 1) + 1));
  }
  uint64_t Fixed() {
    uint64_t number = 0;
    for (int i = 0; i < 8; ++i) number |= Byte() << (8 * i);
    return number;
  }
  std::string_view Text() {
    const uint64_t size = Number();
    if (size > rest_.size()) failed_ = true;
    if (failed_) return {};
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }
  // How many things follow; each takes a byte at least, so that damage asks for no memory.
  size_t Count() {
    const uint64_t count = Number();
    if (count > rest_.size()) failed_ = true;
    return failed_ ? 0 : count;
  }

  // What was not read yet.
  std::string_view rest() const { return rest_; }
  bool failed() const { return failed_; }
  // All was read, and all was there.
  bool IsDone() const { return !failed_ && rest_.empty(); }

 private:
  uint64_t Byte() {
    if (rest_.empty()) failed_ = true;
    if (failed_) return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace tincture::engine
