#include "liquid/support/utf8.h"

#include "liquid/support/blocks.h"
#include "liquid/support/words.h"

namespace tincture {

namespace {

constexpr bool IsContinuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Bytes that the sequence begun by `lead` should have; 0 where no sequence begins with it.
constexpr int SequenceLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

// The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
constexpr bool SecondFits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return IsContinuation(second);
  }
}

// How many bytes at the start of `text` belong together, whether or not they make a whole character.
size_t MaximalSubpart(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto length = static_cast<size_t>(SequenceLength(lead));
  if (length < 2 || text.size() < 2 || !SecondFits(lead, static_cast<unsigned char>(text[1]))) return 1;
  size_t taken = 2;
  while (taken < length && taken < text.size() && IsContinuation(static_cast<unsigned char>(text[taken]))) ++taken;
  return taken;
}

constexpr bool IsStripped(char c) { return IsSpace(c) || c == '\0'; }

}  // namespace

CodePoint DecodeSlow(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const int length = SequenceLength(lead);
  if (length < 2 || MaximalSubpart(text) != static_cast<size_t>(length)) return {lead, 1, false};
  char32_t value = lead & (0x7F >> length);
  for (int i = 1; i < length; ++i) value = value << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
  return {value, static_cast<uint8_t>(length), true};
}

void AppendUtf8(char32_t c, std::string& out) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6)), tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0);
  }
}

size_t SkipAscii(std::string_view text, size_t from) {
  const char* const bytes = text.data();
  size_t at = from;
  while (at + kBlock <= text.size() && IsAsciiBlock(bytes + at)) at += kBlock;
  while (at + 8 <= text.size() && (WordAt(bytes + at) & kHighBits) == 0) at += 8;
  while (at < text.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

bool IsValidUtf8(std::string_view text) {
  for (size_t at = SkipAscii(text, 0); at < text.size(); at = SkipAscii(text, at)) {
    const CodePoint c = DecodeSlow(text.substr(at));
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

size_t CharacterCount(std::string_view text) {
  size_t count = 0;
  size_t at = 0;
  while (true) {
    const size_t end = SkipAscii(text, at);
    count += end - at;
    if (end == text.size()) return count;
    at = end + DecodeSlow(text.substr(end)).size;
    ++count;
  }
}

size_t CharacterOffset(std::string_view text, size_t count) {
  size_t at = 0;
  while (count > 0 && at < text.size()) {
    const size_t end = SkipAscii(text.substr(0, count < text.size() - at ? at + count : text.size()), at);
    count -= end - at;
    at = end;
    if (count == 0 || at == text.size()) break;
    at += DecodeSlow(text.substr(at)).size;
    --count;
  }
  return at;
}

size_t LastCharacter(std::string_view text) {
  for (size_t length = text.size() < 4 ? text.size() : 4; length > 1; --length) {
    const size_t start = text.size() - length;
    const CodePoint c = DecodeUtf8(text.substr(start));
    if (c.valid && c.size == length) return start;
  }
  return text.size() - 1;
}

std::string Scrub(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = DecodeUtf8(text);
    const size_t size = c.valid ? c.size : MaximalSubpart(text);
    out += c.valid ? text.substr(0, size) : std::string_view("\uFFFD");
    text.remove_prefix(size);
  }
  return out;
}

std::string_view StripLeft(std::string_view text) {
  while (!text.empty() && IsStripped(text.front())) text.remove_prefix(1);
  return text;
}

std::string_view StripRight(std::string_view text) {
  while (!text.empty() && IsStripped(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace tincture
