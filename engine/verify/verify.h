// Verify: our build of a site beside one that Jekyll made of it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "engine/verify/file_kind.h"
#include "engine/verify/harmless.h"
#include "engine/verify/origin.h"
#include "engine/verify/template_tracer.h"
#include "engine/verify/text_place.h"
#include "liquid/support/status.h"

namespace tincture::engine {

enum class Verdict { kIdentical, kHarmless, kDifferent, kMissing, kExtra };
inline constexpr int kVerdicts = 5;

struct VerifiedFile {
  // One side of a difference.
  struct Side {
    size_t offset = 0;
    TextPlace place;
    TextExcerpt excerpt;
  };

  std::string path;  // below the destination
  SiteFileKind kind = SiteFileKind::kOther;
  Verdict verdict = Verdict::kIdentical;
  std::set<HarmlessCause> causes;  // of kHarmless; of kDifferent those met as well
  // Of kDifferent: the first difference.
  Side ours;
  Side theirs;
  std::optional<MadeBy> made_by;
  Origin origin;  // of kDifferent and kExtra
};

struct Verification {
  std::vector<VerifiedFile> files;  // by path
  Clock::Instant built_at;          // what our clock said
  bool is_references_time = false;  // the reference says when it was built
  std::string reference_version;    // of Jekyll, where the reference says it: "4.3.1"
  bool IsEqual() const;             // but for harmless differences
};

// `configuration`: whose destination is the reference. Nothing is written. Error: the build stopped, or there is no
// such folder.
Result<Verification> Verify(const Configuration& configuration, const Machine& machine, Log& log);

// How many files have the reference's bytes where the site is built at that time. None where it does not build.
size_t CountIdentical(const Configuration& configuration, const Machine& machine, const Clock::Instant& built_at);

}  // namespace tincture::engine
