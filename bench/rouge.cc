// How fast is code highlighted, and what does a language cost before its first line? The texts are those of
// bench/compare_rouge, which runs this and Rouge in turn: a folder of <tag>/<name>.
//   rouge_bench FOLDER            a line a lexer: tag, bytes, us in the first round, us in a later one (CPU time)
//   rouge_bench FOLDER --check    prints a checksum of the HTML of each lexer
// The first round lexes every text once with nothing compiled; the later ones repeat until 20 ms are spent, and the
// fastest counts.
#include "compat/rouge/rouge.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compat/rouge/formatters.h"

namespace tincture::rouge {
namespace {

namespace fs = std::filesystem;

double CpuMicroseconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::vector<fs::path> Entries(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<std::string> Texts(const fs::path& folder) {
  std::vector<std::string> texts;
  for (const fs::path& path : Entries(folder)) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

// FNV-1a of the HTML, so that the script can see that both programs did the same work.
uint32_t Round(const Definition& lexer, const std::vector<std::string>& texts, bool checksum) {
  uint32_t sum = 2166136261u;
  for (const std::string& text : texts) {
    const std::string html = FormatHtml(Lex(lexer, {}, text).tokens);
    if (!checksum) continue;
    for (const char c : html) sum = (sum ^ static_cast<uint8_t>(c)) * 16777619u;
  }
  return sum;
}

double Timed(const Definition& lexer, const std::vector<std::string>& texts) {
  const double start = CpuMicroseconds();
  Round(lexer, texts, false);
  return CpuMicroseconds() - start;
}

void Measure(const Definition& lexer, const std::vector<std::string>& texts, const std::string& tag) {
  size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  const double first = Timed(lexer, texts);
  double best = Timed(lexer, texts);
  for (double spent = best; spent < 20'000;) {
    const double round = Timed(lexer, texts);
    best = std::min(best, round);
    spent += round;
  }
  std::printf("%s %zu %.3f %.3f\n", tag.c_str(), bytes, first, best);
}

}  // namespace
}  // namespace tincture::rouge

int main(int argc, char** argv) {
  using namespace tincture::rouge;
  if (argc < 2) return std::fputs("usage: rouge_bench FOLDER [--check]\n", stderr), 2;
  for (const auto& folder : Entries(argv[1])) {
    const std::string tag = folder.filename();
    const Definition* lexer = Find(tag);
    if (lexer == nullptr) continue;
    if (argc > 2) {
      std::printf("%s %u\n", tag.c_str(), Round(*lexer, Texts(folder), true));
    } else {
      Measure(*lexer, Texts(folder), tag);
    }
  }
  return 0;
}
