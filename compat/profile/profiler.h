// What `--profile` prints in each profile (lib/jekyll/profiler.rb, site.rb#print_stats).
#pragma once

#include "compat/profile/profile.h"

namespace tincture::compat {

// Jekyll 3 knows no phases; the last row of sums is Debian's 4.3.1's, and went with 4.4.
struct ProfilerTables {
  bool has_phases;  // a table of phases before that of templates, in frames
  bool has_total;   // a last row with the sums
};

inline ProfilerTables TablesOf(const Profile& profile) {
  switch (profile.id) {
    case ProfileId::kGithubPages:
    case ProfileId::kJekyll3:
      return {.has_phases = false, .has_total = false};
    case ProfileId::kJekyll4:
      return {.has_phases = true, .has_total = false};
    case ProfileId::kDebian:
      break;
  }
  return {.has_phases = true, .has_total = true};
}

}  // namespace tincture::compat
