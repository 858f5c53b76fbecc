// Fingerprints of what a site's units leave to each other (engine/trace/trace.h).
#pragma once

#include <string>

#include "engine/render/outcome.h"
#include "engine/trace/fingerprint.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// A text with its encoding, or that there is none; quicker than FingerprintOf(Value) where it is long.
inline Fingerprint FingerprintOfText(const Value& text) {
  if (!text.IsString()) return {};
  Fingerprint fingerprint = FingerprintOf(text.AsString());
  fingerprint.high ^= text.string_flags() + 1;
  return fingerprint;
}

// Which counters there are.
inline Fingerprint FingerprintOfNames(const CounterMap* counters) {
  std::string names;
  if (counters != nullptr) {
    for (const auto& [name, value] : *counters) names.append(name) += '\n';
  }
  return FingerprintOf(std::string_view(names));
}

inline Fingerprint FingerprintOfRegisters(const liquid::Registers& registers) {
  std::string all;
  for (const auto& [group, place] : registers.cycles) all.append(group) += '\n' + std::to_string(place) + '\n';
  all += '\1';
  for (const auto& [loop, offset] : registers.offsets) all.append(loop) += '\n' + std::to_string(offset) + '\n';
  all += registers.ifchanged ? "\2" + *registers.ifchanged : "\3";
  return FingerprintOf(std::string_view(all));
}

}  // namespace tincture::engine
