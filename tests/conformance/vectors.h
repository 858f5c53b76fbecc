// What every suite of the conformance runner shares: a record is one JSON line, a suite judges it, the report counts.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tincture::vectors {

using Json = rapidjson::Value;

struct Options {
  std::string suite;
  std::string file;
  // As given to --profile; empty where it was not.
  std::string profile;
  // How many failures to print in full.
  size_t show = 0;
  // Run only records whose name contains this.
  std::string only;
  // tests/known_gaps.txt: cases that may fail; empty where none may.
  std::string gaps;
  // The text of the record being judged, for what a JSON document does not keep (1e20 beside 100000000000000000000).
  std::string_view record;
};

// Text under `key`; empty where there is none.
std::string_view TextOf(const Json& record, const char* key);

class Report {
 public:
  explicit Report(const Options& options) : options_(options) {}

  // The named cases may fail. Each must be met, as a failure.
  void Expect(std::map<std::string, bool> gaps) { gaps_ = std::move(gaps); }
  // Known gaps that no failing case had: they pass now, or are gone.
  std::vector<std::string> StaleGaps() const;

  void Pass() { ++passed_; }
  // `input`, `expected` and `actual` are printed for the first --show failures.
  void Fail(std::string_view name, std::string_view input, std::string_view expected, std::string_view actual);
  // Passes when the bytes are equal, fails otherwise.
  void Compare(std::string_view name, std::string_view input, std::string_view expected, std::string_view actual);

  size_t passed() const { return passed_; }
  size_t failed() const { return failed_; }
  // Of the failed: those that tests/known_gaps.txt lists.
  size_t known() const { return known_; }

 private:
  const Options& options_;
  size_t passed_ = 0;
  size_t failed_ = 0;
  size_t known_ = 0;
  std::map<std::string, bool> gaps_;  // name to whether it was met
};

// A suite judges one record; it calls Pass, Fail or Compare at least once for each thing it checks.
using Judge = void (*)(const Json& record, const Options& options, Report& report);

// A suite's source file defines one of these at namespace scope to become known to main.
struct Registration {
  Registration(std::string_view suite, Judge judge);
};

}  // namespace tincture::vectors
