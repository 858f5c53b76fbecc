// The `commonmark:` part of _config.yml as the gem jekyll-commonmark reads it (lib/jekyll-commonmark.rb).
#pragma once

#include <string>
#include <vector>

#include "compat/commonmark/options.h"
#include "liquid/value/value.h"

namespace tincture::commonmark {

// Two lines for the log: a warning under "CommonMark:", and `valid` under `label`.
struct Complaint {
  std::string warning;
  std::string label;
  std::string valid;
};

struct Configured {
  Options options;
  std::vector<Complaint> complaints;  // a name that is no option or extension is left out
};

// `config`: the value of `commonmark:`. A list that holds anything but text counts as none.
Configured OptionsFromConfig(const Value& config);

}  // namespace tincture::commonmark
