// build/tests/vectors SUITE FILE.jsonl [--profile P] [--show K] [--only TEXT] [--gaps FILE]
// Runs a conformance file through the library, compares bytes, prints `N passed, M failed` last; exit 1 if any failed.
// With --gaps, exit 1 if a case failed that FILE does not list, or if one that it lists for this run did not fail.
// A line of FILE is `suite file profile | case | reason`; `-` stands for no --profile.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "tests/conformance/vectors.h"

namespace tincture::vectors {

namespace {

std::map<std::string_view, Judge>& Suites() {
  static std::map<std::string_view, Judge> suites;
  return suites;
}

int Usage() {
  std::fputs("usage: vectors SUITE FILE.jsonl [--profile P] [--show K] [--only TEXT] [--gaps FILE]\nsuites:", stderr);
  for (const auto& [name, judge] : Suites()) std::fprintf(stderr, " %.*s", static_cast<int>(name.size()), name.data());
  std::fputs("\n", stderr);
  return 2;
}

// A name as it stands in tests/known_gaps.txt: on one line.
std::string OneLine(std::string_view name) {
  std::string line;
  for (const char c : name) {
    if (c == '\n') {
      line += "\\n";
    } else {
      line += c;
    }
  }
  return line;
}

void PrintPart(const char* title, std::string_view text) {
  std::cout << "--- " << title << "\n" << text;
  if (text.empty() || text.back() != '\n') std::cout << "\n";
}

std::optional<Options> ParseArguments(int argc, char** argv) {
  Options options;
  int position = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const bool takes_value =
        argument == "--profile" || argument == "--show" || argument == "--only" || argument == "--gaps";
    if (takes_value && i + 1 == argc) return std::nullopt;
    if (argument == "--profile") {
      options.profile = argv[++i];
    } else if (argument == "--show") {
      options.show = std::strtoul(argv[++i], nullptr, 10);
    } else if (argument == "--only") {
      options.only = argv[++i];
    } else if (argument == "--gaps") {
      options.gaps = argv[++i];
    } else if (position == 0) {
      options.suite = argument, ++position;
    } else if (position == 1) {
      options.file = argument, ++position;
    } else {
      return std::nullopt;
    }
  }
  if (position < 2) return std::nullopt;
  return options;
}

// The cases that `options.gaps` lists for this suite, file and profile.
std::map<std::string, bool> KnownGaps(const Options& options) {
  std::map<std::string, bool> gaps;
  const std::string file = options.file.substr(options.file.rfind('/') + 1);
  const std::string start =
      options.suite + " " + file + " " + (options.profile.empty() ? "-" : options.profile) + " | ";
  std::ifstream lines(options.gaps);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(start)) continue;
    const size_t end = line.rfind(" | ");
    gaps[line.substr(start.size(), end - start.size())] = false;
  }
  return gaps;
}

int Verdict(const Report& report, const Options& options) {
  if (options.gaps.empty()) return report.failed() == 0 ? 0 : 1;
  for (const std::string& name : report.StaleGaps()) std::cout << "no longer a gap: " << name << "\n";
  std::cout << report.known() << " known gaps\n";
  return report.failed() == report.known() && report.StaleGaps().empty() ? 0 : 1;
}

}  // namespace

std::vector<std::string> Report::StaleGaps() const {
  std::vector<std::string> names;
  for (const auto& [name, met] : gaps_) {
    if (!met) names.push_back(name);
  }
  return names;
}

Registration::Registration(std::string_view suite, Judge judge) { Suites()[suite] = judge; }

std::string_view TextOf(const Json& record, const char* key) {
  const auto member = record.FindMember(key);
  if (member == record.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

void Report::Fail(std::string_view name, std::string_view input, std::string_view expected, std::string_view actual) {
  ++failed_;
  if (const auto gap = gaps_.find(OneLine(name)); gap != gaps_.end()) {
    gap->second = true;
    ++known_;
    return;
  }
  if (!options_.gaps.empty()) std::cout << "FAILED: " << OneLine(name) << "\n";
  if (failed_ - known_ > options_.show) return;
  std::cout << "=== " << name << "\n";
  PrintPart("input", input);
  PrintPart("expected", expected);
  PrintPart("actual", actual);
}

void Report::Compare(std::string_view name, std::string_view input, std::string_view expected,
                     std::string_view actual) {
  if (expected == actual) {
    Pass();
  } else {
    Fail(name, input, expected, actual);
  }
}

int Main(int argc, char** argv) {
  std::optional<Options> options = ParseArguments(argc, argv);
  if (!options) return Usage();
  const auto suite = Suites().find(options->suite);
  if (suite == Suites().end()) return Usage();
  std::ifstream file(options->file, std::ios::binary);
  if (!file) {
    std::cerr << "vectors: cannot read " << options->file << "\n";
    return 2;
  }
  Report report(*options);
  if (!options->gaps.empty()) report.Expect(KnownGaps(*options));
  size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty()) continue;
    rapidjson::Document record;
    record.Parse<rapidjson::kParseFullPrecisionFlag>(line.data(), line.size());
    if (record.HasParseError()) {
      std::cerr << "vectors: " << options->file << ":" << number << ": not JSON\n";
      return 2;
    }
    if (!options->only.empty() && TextOf(record, "name").find(options->only) == std::string_view::npos) continue;
    options->record = line;
    suite->second(record, *options, report);
  }
  const int verdict = Verdict(report, *options);
  std::cout << report.passed() << " passed, " << report.failed() << " failed\n";
  return verdict;
}

}  // namespace tincture::vectors

int main(int argc, char** argv) { return tincture::vectors::Main(argc, argv); }
