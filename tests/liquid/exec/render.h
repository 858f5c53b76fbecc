// A template to its output, for tests.
#pragma once

#include <string>
#include <string_view>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"

namespace tincture::liquid {

struct Rendered {
  std::string text;
  bool ascii_tagged = false;
};

inline Rendered Render(std::string_view source, const Environment& environment, const Context::Options& options = {}) {
  LiquidError error;
  const auto parsed = Template::Parse({.text = source, .path = "test"}, environment, &error);
  if (parsed == nullptr) return {error.Message()};
  Context context(environment, options);
  Output output;
  if (!parsed->Render(context, output)) return {"raised: " + context.error()->Message()};
  return {output.text(), output.ascii_tagged()};
}

inline std::string Render4(std::string_view source, const Context::Options& options = {}) {
  Environment environment(kLiquid4);
  AddStandardTags(environment);
  return Render(source, environment, options).text;
}

}  // namespace tincture::liquid
