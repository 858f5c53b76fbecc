// How fast does Liquid parse and render a theme's page, a page of 300 includes, and string work on a page of 100 kB?
// The same templates (bench/liquid) and data run under Ruby's Liquid and liquidjs: bench/compare_liquid. README.md has
// the figures.
//   liquid_bench [Google Benchmark's options]
//   liquid_bench --data            prints the data as JSON
//   liquid_bench --output CASE     prints what the case renders
#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/json.h"

namespace tincture::liquid {
namespace {

constexpr std::array<const char*, 3> kCases = {"page", "includes", "compress"};
constexpr std::array<const char*, 3> kPartials = {"item", "meta", "tags"};

std::string ReadFile(const std::string& name) {
  std::ifstream file(std::string(TINCTURE_SOURCE_DIR "/bench/liquid/") + name + ".liquid", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// --- The data: 200 posts and a page, the same in every run.

class Random {
 public:
  uint32_t Below(uint32_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>(state_ >> 33) % limit;
  }
  std::string_view Pick(std::span<const std::string_view> from) {
    return from[Below(static_cast<uint32_t>(from.size()))];
  }

 private:
  uint64_t state_ = 1;
};

constexpr std::array<std::string_view, 16> kWords = {"vat", "dye",    "madder", "woad",   "indigo", "a",
                                                     "of",  "colour", "cloth",  "slowly", "boils",  "and",
                                                     "the", "water",  "root",   "café"};
constexpr std::array<std::string_view, 6> kTags = {"art", "craft", "science", "field-notes", "Travel", "plants"};

std::string Words(Random& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text.append(i == 0 ? "" : " ").append(random.Pick(kWords));
  return text;
}

std::string Paragraphs(Random& random, int count) {
  std::string html;
  for (int i = 0; i < count; ++i) {
    html +=
        "<p>" + Words(random, 20) + " <em class='x'>" + Words(random, 3) + "</em> " + Words(random, 12) + ".</p>\\n";
  }
  return html;
}

std::string Post(Random& random, int number) {
  const auto two = [](uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::string tag(random.Pick(kTags));
  const std::string date = std::to_string(2010 + random.Below(12)) + "-" + two(1 + random.Below(12)) + "-" +
                           two(1 + random.Below(28)) + "T" + two(random.Below(24)) + ":30:00Z";
  return R"({"title": "No )" + std::to_string(number) + ": " + Words(random, 4) + R"( & <more>", "url": "/posts/)" +
         std::to_string(number) + R"(/", "date": ")" + date + R"(", "draft": )" +
         (number % 10 == 3 ? "true" : "false") + R"(, "weight": )" + std::to_string(number * 37 % 200) +
         (number % 3 == 0 ? R"(, "author": "Ada Woad")" : "") + R"(, "first_tag": ")" + tag + R"(", "tags": [")" + tag +
         R"(", "plants", "field-notes", "art"], "summary": ")" + Words(random, 15) + R"(", "content": ")" +
         Paragraphs(random, 6) + "\"}";
}

// 100 kB as a theme prints it: indented, with comments and a few listings.
std::string Html(Random& random) {
  std::string html = "<html>\\n  <body>\\n";
  for (int i = 0; html.size() < 100'000; ++i) {
    html += "    <div class='row'>\\n        <!-- row " + std::to_string(i) + " -->\\n\\n        <ul>\\n";
    for (int item = 0; item < 4; ++item) {
      html += "            <li>  <a href='/x/'>" + Words(random, 6) + "</a>  <br /> </li>\\n";
    }
    html += "        </ul>\\n        <p>\\n            " + Words(random, 40) + "\\n        </p>\\n    </div>\\n";
    if (i % 10 == 9) html += "<pre>\\n  kept    as it\\n      is\\n</pre>\\n";
  }
  return html + "  </body>\\n</html>\\n";
}

std::string MakeData() {
  Random random;
  std::string json =
      R"({"site": {"title": "Dyes & Inks", "base": "/dyes", "author": {"name": "Isa Tinct"}, "navigation": [)";
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    json += (i == 0 ? "" : ", ") + (R"({"title": "Part )" + n + R"(", "url": ")" +
                                    (i % 4 == 3 ? "https://example.com/" : "/part/") + n + "\"}");
  }
  json += "], \"posts\": [\n";
  for (int i = 0; i < 200; ++i) json += (i == 0 ? "" : ",\n") + Post(random, i);
  json +=
      "]},\n\"page\": {\"title\": \"Archive\", \"url\": \"/part/2\", \"layout\": \"archive\", \"classes\": [\"wide\", "
      "\"dark\"], ";
  json += "\"description\": \"" + Paragraphs(random, 2) + "\"},\n\"html\": \"" + Html(random) + "\"}\n";
  return json;
}

// --- Running them

class Partials : public FileSystem {
 public:
  Partials() {
    for (const char* name : kPartials) sources_[name] = ReadFile(std::string("includes/") + name);
  }
  Result<std::string_view> Read(std::string_view name) const override {
    return std::string_view(sources_.find(name)->second);
  }

 private:
  std::map<std::string, std::string, std::less<>> sources_;
};

struct World {
  World() {
    AddStandardTags(environment);
    AddStandardFilters(environment);
    for (const char* name : kCases) sources[name] = ReadFile(name);
    for (const char* name : kPartials) sources[name] = ReadFile(std::string("includes/") + name);
    globals = *ParseJson(MakeData(), arena);
  }

  std::unique_ptr<const Template> Parse(const std::string& name) const {
    LiquidError error;
    return Template::Parse({.text = sources.at(name), .path = name}, environment, &error);
  }
  std::string Render(const Template& parsed) const {
    Context::Options options;
    options.globals = globals;
    options.files = &partials;
    Context context(environment, options);
    Output output;
    parsed.Render(context, output);
    return output.Take();
  }

  Environment environment{kLiquid5};
  std::map<std::string, std::string> sources;
  Partials partials;
  Arena arena;
  Value globals;
};

void ParseOne(benchmark::State& state, const World& world, const std::string& name) {
  for (auto _ : state) benchmark::DoNotOptimize(world.Parse(name));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * world.sources.at(name).size()));
}

void RenderOne(benchmark::State& state, const World& world, const std::string& name) {
  const auto parsed = world.Parse(name);
  for (auto _ : state) benchmark::DoNotOptimize(world.Render(*parsed));
}

void Print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

}  // namespace
}  // namespace tincture::liquid

int main(int argc, char** argv) {
  using namespace tincture::liquid;
  if (argc == 2 && std::string_view(argv[1]) == "--data") {
    Print(MakeData());
    return 0;
  }
  const World world;
  if (argc == 3 && std::string_view(argv[1]) == "--output") {
    Print(world.Render(*world.Parse(argv[2])));
    return 0;
  }
  for (const char* name : kCases) {
    benchmark::RegisterBenchmark((std::string("parse-") + name).c_str(), ParseOne, std::cref(world), std::string(name));
    benchmark::RegisterBenchmark((std::string("render-") + name).c_str(), RenderOne, std::cref(world),
                                 std::string(name))
        ->Unit(benchmark::kMicrosecond);
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
