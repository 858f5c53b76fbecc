// JSON as Ruby's json 2.6 generates it: to_json and pretty_generate.
#pragma once

#include <string>

#include "liquid/support/status.h"
#include "liquid/value/drop.h"
#include "liquid/value/value.h"

namespace tincture::engine {

enum class JsonStyle { kCompact, kPretty };

// Appends. Drops are written as hashes of what their Keys say; a document's `previous` and `next` are cut where they
// are nested (Jekyll::Drops::DocumentDrop#hash_for_json).
// Errors: "JSON::GeneratorError" for NaN, Infinity and text that is not UTF-8; "JSON::NestingError" beyond 100 levels.
Status AppendJson(const Value& value, JsonStyle style, DropAccess& access, std::string& out);

}  // namespace tincture::engine
