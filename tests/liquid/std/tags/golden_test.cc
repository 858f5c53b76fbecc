// Each tests/golden/liquid/tags/NAME.liquid as both dialects print it.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/liquid/tags";

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".liquid") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Value ValueOf(const rapidjson::Value& json, Arena& arena) {
  if (json.IsBool()) return Value::Bool(json.GetBool());
  if (json.IsInt64()) return Value::Int(json.GetInt64());
  if (json.IsNumber()) return Value::Float(json.GetDouble());
  if (json.IsString()) return Value::String(arena.Copy({json.GetString(), json.GetStringLength()}));
  if (json.IsArray()) {
    std::vector<Value> items;
    for (const auto& item : json.GetArray()) items.push_back(ValueOf(item, arena));
    return Value::Array(arena, items);
  }
  if (!json.IsObject()) return Value();
  HashBuilder hash(arena);
  for (const auto& member : json.GetObject()) {
    hash.Set(arena.Copy(member.name.GetString()), ValueOf(member.value, arena));
  }
  return hash.BuildValue();
}

std::string Render(const fs::path& path, const Dialect& dialect) {
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
    rapidjson::Document document;
    document.Parse<rapidjson::kParseFullPrecisionFlag>(variables.data(), variables.size());
    options.globals = ValueOf(document, arena);
  }
  Context context(environment, options);
  Output output;
  parsed->Render(context, output);
  return output.text();
}

class TagGolden : public testing::TestWithParam<std::string> {};

TEST_P(TagGolden, RendersAsLiquid4) {
  EXPECT_EQ(Render(kFolder / (GetParam() + ".liquid"), kLiquid4), ReadFile(kFolder / (GetParam() + ".out")));
}

TEST_P(TagGolden, RendersAsLiquid5) {
  const fs::path own = kFolder / (GetParam() + ".5.out");
  const fs::path expected = fs::exists(own) ? own : kFolder / (GetParam() + ".out");
  EXPECT_EQ(Render(kFolder / (GetParam() + ".liquid"), kLiquid5), ReadFile(expected));
}

INSTANTIATE_TEST_SUITE_P(Cases, TagGolden, testing::ValuesIn(Names()), [](const auto& info) { return info.param; });

}  // namespace
}  // namespace tincture::liquid
