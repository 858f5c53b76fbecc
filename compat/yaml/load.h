// yaml::Load: YAML text to a Value, as one of the Jekylls reads front matter, _config.yml and data files.
//
// yaml-cpp's events carry the text; which type a scalar has, what an alias, a tag, `<<` or a key that is no string
// mean is decided by the profile's rules: SafeYAML 1.0.5 (safe_yaml.cc) or Psych 4 safe_load (psych.cc). Where
// yaml-cpp and libyaml, which both references use, read a text differently, libyaml_check.cc knows libyaml's answer.
// Threads: no shared state; each call works on its own arena.
#pragma once

#include <string_view>

#include "compat/profile/profile.h"
#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/time_zone.h"
#include "liquid/value/value.h"

namespace tincture::yaml {

struct Options {
  compat::YamlRules rules = compat::YamlRules::kSafeYaml;
  // Named in messages, "(path): did not find ..."; empty: "<unknown>", as where Ruby was given only a string.
  std::string_view path = {};
  // Local time, in which Psych shows timestamps that name no zone. Must outlive the Value. Null: +0000.
  const TimeZone* zone = nullptr;
};

// The first document of `text`. Text without a document is false (SafeYAML) or nil (Psych).
// The Value lives in `arena` and keeps no view of `text`.
// Errors: "Psych::SyntaxError" with libyaml's message, line and column; "Psych::DisallowedClass", "Psych::BadAlias",
// "TypeError" and "ArgumentError" as the Ruby code raises them.
Result<Value> Load(std::string_view text, const Options& options, Arena& arena);

}  // namespace tincture::yaml
