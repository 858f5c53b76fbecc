// CheckLikeLibyaml: libyaml's verdict on a text, for what yaml-cpp sees otherwise. yaml-cpp 0.7 accepts 81 of 290
// broken texts of the conformance set and words its errors in its own way; 5 sound ones it refuses or reads
// differently.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compat/yaml/libyaml_scanner.h"

namespace tincture::yaml {

struct LibyamlVerdict {
  // What is wrong with the text up to the end of its first document.
  std::optional<Problem> problem;
  // The first alias that no anchor before it explains.
  std::optional<std::string> unknown_alias;
  // The text for yaml-cpp, where it must be written differently to be read as libyaml reads it:
  //   `[?x]` as `[? x]`, `&a:b` as `&a :b`, an unknown alias as `~`, the tag `!`, which yaml-cpp confuses with quotes,
  //   as `!<?>`, a lone carriage return as a newline, some scalars in flow collections in quotes; without %YAML and
  //   without what follows the first document.
  std::optional<std::string> rewritten;
};

LibyamlVerdict CheckLikeLibyaml(std::string_view text);

}  // namespace tincture::yaml
