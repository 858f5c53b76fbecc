// The fingerprint of a text with its encoding.
#pragma once

#include "engine/trace/fingerprint.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// Nothing of what is no text; quicker than FingerprintOf(Value) where it is long.
inline Fingerprint FingerprintOfText(const Value& text) {
  if (!text.IsString()) return {};
  Fingerprint fingerprint = FingerprintOf(text.AsString());
  fingerprint.high ^= text.string_flags() + 1;
  return fingerprint;
}

}  // namespace tincture::engine
