// Builder: builds one site again and again, as BuildSite does and with the same result, but only what is not proven to
// be as it was (`--incremental`; while it watches, always).
#pragma once

#include <memory>
#include <string>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class BuildProfile;
struct Kept;
struct LastBuild;

class Builder {
 public:
  // Borrows all. `program`: what tells this program from every other one that might have left a cache; empty: nothing
  // is kept.
  // `profile`: as BuildSite's.
  Builder(const Configuration& configuration, const Machine& machine, Log& log, std::string program,
          BuildProfile* profile = nullptr);
  ~Builder();

  // Whether each build says why units render.
  void set_explains(bool explains) { explains_ = explains; }

  // As BuildSite.
  Status Build();

 private:
  class Memory;

  Status BuildIncrementally();
  // Upon the last build where that may stand, else anew: for the reason `why`.
  Status BuildWith(bool upon_last, const std::string& why, bool destination_is_whole);
  // `*made`: what is to be known of it next time.
  Status BuildUpon(LastBuild* last, bool destination_is_whole, Log& log, Kept* kept, LastBuild* made) const;
  void Keep(Kept& kept, LastBuild made);
  void Explain(const std::string& text) const;

  const Configuration& configuration_;
  const Machine& machine_;
  Log& log_;
  std::string program_;
  BuildProfile* profile_;
  bool explains_ = false;
  std::unique_ptr<Memory> memory_;
};

}  // namespace tincture::engine
