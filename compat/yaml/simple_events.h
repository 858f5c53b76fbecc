// The YAML that most front matter is: block mappings and lists, a scalar or a short list in brackets on one line.
// Read without yaml-cpp in a fiftieth of its time; whatever is not plainly of that kind is left to it.
#pragma once

#include <optional>
#include <string_view>

#include "compat/yaml/events.h"

namespace tincture::yaml {

// What ReadEvents gives for a text in which CheckLikeLibyaml finds nothing; tests/compat/yaml/simple_events_test.cc
// compares them. Nothing where the text has anything else in it: tabs, anchors, tags, escapes, scalars of several
// lines, comments behind values, braces, errors of any kind.
std::optional<Document> ReadSimpleEvents(std::string_view text, Arena& arena);

}  // namespace tincture::yaml
