// Events: a YAML document as yaml-cpp reads it, flattened into a list; no scalar has a type yet.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "liquid/support/arena.h"
#include "liquid/support/status.h"

namespace tincture::yaml {

enum class EventKind : uint8_t { kScalar, kAlias, kSequenceStart, kMappingStart, kEnd };

struct Event {
  EventKind kind;
  // A scalar written in quotes or as a block, without a tag: always a string.
  bool quoted = false;
  // 0: none. For an alias, the anchor that it means.
  uint32_t anchor = 0;
  std::string_view text = {};
  // Resolved ("tag:yaml.org,2002:str"); empty where none is written.
  std::string_view tag = {};
};

struct Document {
  // Whether there was a document at all.
  bool present = false;
  std::vector<Event> events;
};

// Texts are copied into `arena`. The error's kind is "Psych::SyntaxError", its message yaml-cpp's.
Result<Document> ReadEvents(std::string_view text, Arena& arena);

}  // namespace tincture::yaml
