// ByteTexts: for the filters that replace single bytes, what each byte becomes.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "liquid/support/text_builder.h"

namespace tincture::liquid {

// Eight bytes, which are copied whole: no branch, so that it does not matter how the bytes are mixed.
struct ByteText {
  char text[7];
  uint8_t size;
};

using ByteTexts = std::array<ByteText, 256>;

// `text`: at most seven bytes; empty where the byte stays as it is.
constexpr ByteText TextOfByte(char c, std::string_view text) {
  ByteText made{{c}, 1};
  for (size_t i = 0; i < text.size(); ++i) made.text[i] = text[i];
  if (!text.empty()) made.size = static_cast<uint8_t>(text.size());
  return made;
}

template <class TextOf>
constexpr ByteTexts MakeByteTexts(TextOf text_of) {
  ByteTexts texts{};
  for (int byte = 0; byte < 256; ++byte) texts[static_cast<size_t>(byte)] = text_of(static_cast<char>(byte));
  return texts;
}

inline void AppendBytes(std::string_view bytes, const ByteTexts& texts, TextBuilder& out) {
  constexpr size_t kStep = 32;
  while (!bytes.empty()) {
    char* end = out.Room(kStep * sizeof(ByteText));
    for (const char c : bytes.substr(0, kStep)) {
      const ByteText& text = texts[static_cast<unsigned char>(c)];
      std::memcpy(end, &text, sizeof text);
      end += text.size;
    }
    out.WroteTo(end);
    bytes.remove_prefix(bytes.size() < kStep ? bytes.size() : kStep);
  }
}

}  // namespace tincture::liquid
