// The real clock and environment.
#pragma once

#include <optional>
#include <string>

#include "engine/source/file_source.h"

namespace tincture::engine {

// SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), where set, stops the clock at that
// second.
class SystemClock : public Clock {
 public:
  explicit SystemClock(const Env& env);
  Instant Now() const override;

 private:
  std::optional<int64_t> pinned_;
};

class SystemEnv : public Env {
 public:
  std::optional<std::string> Get(const std::string& name) const override;
  std::string WorkingDirectory() const override;
};

// What tells this program, as whoever runs it, from every other: the linker's build id and the user's. Empty where the
// program has none.
std::string ProgramId();

}  // namespace tincture::engine
