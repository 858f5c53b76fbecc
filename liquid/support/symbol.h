// Symbol: a name with its hash, made once (at compile time, parse time or load time) so that looking it up
// in a Hash or a Drop costs one integer comparison. There is no global table: two Symbols are equal when
// their texts are.
#pragma once

#include <cstdint>
#include <string_view>

#include "liquid/support/text_search.h"

namespace tincture {

// FNV-1a, 32 bits. Stable across runs: it may be stored.
constexpr uint32_t HashText(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

struct Symbol {
  std::string_view text;
  uint32_t hash = 0;

  constexpr Symbol() = default;
  // Keeps a view of `name`.
  constexpr Symbol(std::string_view name) : text(name), hash(HashText(name)) {}
  constexpr Symbol(std::string_view name, uint32_t hash) : text(name), hash(hash) {}
  constexpr Symbol(const char* name) : Symbol(std::string_view(name)) {}

  friend bool operator==(const Symbol& a, const Symbol& b) { return a.hash == b.hash && SameText(a.text, b.text); }
};

}  // namespace tincture
