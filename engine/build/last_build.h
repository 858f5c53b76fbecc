// LastBuild: what a build was told and what it made, kept for the next one. Where all of it is still so, there is
// nothing to build: only what was said is said again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/config/configuration.h"
#include "engine/source/tracked_machine.h"
#include "engine/source/tracked_target.h"
#include "engine/trace/fingerprint.h"
#include "engine/trace/trace.h"

namespace tincture::engine {

struct LastBuild {
  Fingerprint settings;   // the configuration, and how much is logged
  Fingerprint constants;  // SettingsPrint
  Fingerprint units;      // of the units' store: another is not this build's
  Fingerprint paths;      // PathsPrint
  std::string spoiled;    // why its units' outcomes cannot stand again; empty: they may
  MachineFacts learned;   // what it asked
  FileFacts destination;  // what it left there
  std::vector<LogLine> log;
};

Fingerprint SettingsOf(const Configuration& configuration, const Log& log);

// The folders that builds of `configuration` make themselves.
std::vector<std::string> OwnFolders(const Configuration& configuration);
std::string CacheFolder(const Configuration& configuration);

// What is in the destination after a build: `looked`: what the writer asked, `kept`: what it left unseen,
// `target`: what it changed, `files`: what looks at it now.
FileFacts DestinationFacts(const std::string& destination, const TrackedFiles& looked, const FileFacts& kept,
                           const TrackedTarget& target, const FileSource& files);

// The same after a build that wrote over a whole destination, of which `last` tells.
FileFacts DestinationFacts(FileFacts last, const TrackedTarget& target, const FileSource& files);

// What is not as it was.
struct Since {
  Difference learned;
  std::string destination;  // the first path that is not as it was left; empty: all are
  bool has_learned = false;
  // Empty: there is nothing to build.
  const std::string& what() const { return learned.what.empty() ? destination : learned.what; }
};
// Learns new stat data.
Since ChangedSince(LastBuild* last, const Configuration& configuration, const Machine& machine, const Log& log);

std::string Encode(const LastBuild& last);
// Nothing where the bytes are no LastBuild.
std::optional<LastBuild> DecodeLastBuild(std::string_view bytes);

}  // namespace tincture::engine
