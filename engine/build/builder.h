// Builder: builds one site again and again, as BuildSite does and with the same result, but only what is not proven to
// be as it was (`--incremental`).
#pragma once

#include <memory>
#include <string>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class BuildProfile;
struct LastBuild;

class Builder {
 public:
  // Borrows all. `program`: what tells this program from every other one that might have left a cache; empty: nothing
  // is kept.
  // `profile`: as BuildSite's.
  Builder(const Configuration& configuration, const Machine& machine, Log& log, std::string program,
          BuildProfile* profile = nullptr);
  ~Builder();

  // As BuildSite.
  Status Build();

 private:
  bool IsIncremental() const;
  Status BuildIncrementally();
  // Builds all; `*made` is what is to be known of it next time.
  Status BuildAll(LastBuild* made) const;

  const Configuration& configuration_;
  const Machine& machine_;
  Log& log_;
  std::string program_;
  BuildProfile* profile_;
};

}  // namespace tincture::engine
