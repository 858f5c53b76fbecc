// How long does Markdown take, as many documents of the size that sites have and as one long text, beside cmark?
//
// markdown_bench --documents DIR [BYTES]: writes the documents (seed 1, 10 MB together), for bench/markdown/compare.rb.
// markdown_bench --output FILE: what we make of a file.
// Anything else goes to Google Benchmark. bench/compare_markdown runs this and Ruby's kramdown in turn.
#include <benchmark/benchmark.h>
#include <cmark.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/markdown/text.h"
#include "compat/kramdown/kramdown.h"
#include "compat/kramdown/options_from_config.h"
#include "compat/rouge/formatters.h"
#include "compat/rouge/rouge.h"
#include "liquid/value/hash.h"

namespace tincture::bench {
namespace {

constexpr size_t kBytes = 10'000'000;

const std::vector<std::string>& Documents() {
  static const std::vector<std::string> documents = MakeDocuments(1, kBytes);
  return documents;
}

const std::vector<std::string>& OneText() {
  static const std::vector<std::string> text = [] {
    std::string all;
    for (const std::string& document : Documents()) all += document;
    return std::vector{all};
  }();
  return text;
}

kramdown::Options JekyllOptions() {
  Arena arena;
  HashBuilder config(arena);
  config.Set("input", Value::String("GFM"));
  config.Set("hard_wrap", Value::Bool(false));
  config.Set("guess_lang", Value::Bool(true));
  return kramdown::OptionsFromConfig(config.BuildValue(), Value::Nil());
}

// What kramdown's own adapter does with Rouge.
class Rouge : public kramdown::SyntaxHighlighter {
 public:
  std::optional<std::string> Highlight(std::string_view code, std::optional<std::string_view> lang, kramdown::CodeKind,
                                       const kramdown::HighlighterOptions& options) override {
    const std::optional<rouge::Fancy> found = rouge::FindFancy(lang.value_or("guess"), code);
    if (!found) return std::nullopt;
    const rouge::Lexed lexed = rouge::Lex(*found->lexer, found->options, code);
    return rouge::FormatHtmlLegacy(lexed.tokens, {.wrap = options.wrap, .css_class = options.css_class, .table = {}});
  }
};

void Ours(benchmark::State& state, const std::vector<std::string>& texts, kramdown::SyntaxHighlighter* highlighter) {
  const kramdown::Options options = JekyllOptions();
  for (auto _ : state) {
    for (const std::string& text : texts) {
      benchmark::DoNotOptimize(kramdown::Convert(text, options, highlighter).html.size());
    }
  }
}

void Cmark(benchmark::State& state, const std::vector<std::string>& texts) {
  for (auto _ : state) {
    for (const std::string& text : texts) {
      char* html = cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_UNSAFE);
      benchmark::DoNotOptimize(std::strlen(html));
      std::free(html);
    }
  }
}

void WriteDocuments(const std::filesystem::path& folder, size_t bytes) {
  const std::vector<std::string> documents = MakeDocuments(1, bytes);
  for (size_t i = 0; i < documents.size(); ++i) {
    std::string name = std::to_string(i);
    name.insert(0, 6 - name.size(), '0');
    std::ofstream(folder / (name + ".md"), std::ios::binary) << documents[i];
  }
}

void WriteOutput(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Rouge rouge;
  std::cout << kramdown::Convert(text, JekyllOptions(), &rouge).html;
}

void Register() {
  static Rouge rouge;
  for (const bool whole : {false, true}) {
    const std::string shape = whole ? "text" : "documents";
    const auto& texts = whole ? OneText() : Documents();
    using benchmark::RegisterBenchmark;
    RegisterBenchmark((shape + "/ours").c_str(), Ours, texts, nullptr)->Unit(benchmark::kMillisecond);
    RegisterBenchmark((shape + "/ours_and_rouge").c_str(), Ours, texts, &rouge)->Unit(benchmark::kMillisecond);
    RegisterBenchmark((shape + "/cmark").c_str(), Cmark, texts)->Unit(benchmark::kMillisecond);
  }
}

int Run(int argc, char** argv) {
  const std::string_view what = argc > 2 ? argv[1] : "";
  if (what == "--documents") return WriteDocuments(argv[2], argc > 3 ? std::strtoul(argv[3], nullptr, 10) : kBytes), 0;
  if (what == "--output") return WriteOutput(argv[2]), 0;
  Register();
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace tincture::bench

int main(int argc, char** argv) { return tincture::bench::Run(argc, argv); }
