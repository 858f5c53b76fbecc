// Golden cases of the standard library: NAME.liquid, NAME.json with its variables, NAME.out as Liquid 4.0.4 prints it,
// NAME.5.out where Liquid 5.4.0 differs. Made by tests/golden/make_liquid.rb.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/json.h"

namespace tincture::liquid::golden {

namespace fs = std::filesystem;

inline std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> Names(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".liquid") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

inline std::string Render(const fs::path& path, const Dialect& dialect) {
  Environment environment(dialect);
  AddStandardTags(environment);
  AddStandardFilters(environment);
  const std::string source = ReadFile(path);
  LiquidError error;
  const auto parsed = Template::Parse({.text = source}, environment, &error);
  if (parsed == nullptr) return error.Message() + "\n";
  Arena arena;
  Context::Options options;
  if (const std::string variables = ReadFile(fs::path(path).replace_extension("json")); !variables.empty()) {
    options.globals = *ParseJson(variables, arena);
  }
  Context context(environment, options);
  Output output;
  parsed->Render(context, output);
  return output.text();
}

// What the case should print in Liquid 5.4.0.
inline std::string ExpectedOf5(const fs::path& folder, const std::string& name) {
  const fs::path own = folder / (name + ".5.out");
  return ReadFile(fs::exists(own) ? own : folder / (name + ".out"));
}

}  // namespace tincture::liquid::golden
