// BuildRecord: why each unit of a build came out as it did, for the builds after it (engine/trace/trace.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/trace/key_table.h"
#include "engine/trace/trace.h"

namespace tincture::engine {

struct BuildRecord {
  struct Unit {
    std::string id;
    // Null: it must render in every build.
    std::unique_ptr<DependencyTrace> trace;
  };

  KeyTable keys;
  std::vector<Fingerprint> values;  // by KeyId; of staged keys none
  std::vector<Unit> units;          // in the order in which they render
};

}  // namespace tincture::engine
