// Fingerprint: 128 bits that stand for a text or a Value. Equal on every machine and in every run of one version of the
// program; never used against an adversary.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "liquid/value/value.h"

namespace tincture::engine {

struct Fingerprint {
  uint64_t low = 0;
  uint64_t high = 0;

  auto operator<=>(const Fingerprint&) const = default;
};

Fingerprint FingerprintOf(std::string_view bytes);

// Structure, bytes, flags: whatever templates could tell apart. Drops count by Drop::Identity alone; what is read from
// them has keys of its own. Lists and hashes that live as long as the build are hashed once by whoever keeps them.
Fingerprint FingerprintOf(const Value& value);

}  // namespace tincture::engine
