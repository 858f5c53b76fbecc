// What a unit read while it rendered, and what it left to the units after it (DESIGN.md section 4).
//
// Jekyll renders units one after another: a unit's *rank*. A trace holds when every fact that it names has the same
// fingerprint again; then the unit's output is what it was, and it leaves what it left. The same check serves units
// that were rendered out of order in this build and units of an earlier build. Everything here is plain data without
// pointers: it may be stored.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/trace/fingerprint.h"

namespace tincture::engine {

// The kinds of facts; the one list of them. `object` and `name` say what Key holds.
enum class ReadKind : uint8_t {
  // A unit's text as it was read, and its excerpt's. Object: the unit.
  kUnit,
  // What a template reached through a drop. Object: the drop's Identity; name: the path, its names joined by
  // kPathMark: to the value that was used, or to the hash that it was found in ("data", "authors", "ann"). Of a unit
  // and
  // of a static file everything constant is one fact, with no name: front matter, paths, URL, pager; but not "previous"
  // and "next", which are facts of their own, nor the "date" of a document that has none.
  // Objects of our own: "link": the URL of the file named `name`; "posts": what `post_url` compares; "dates": which
  // documents have a date after site.time.
  kDrop,
  // What a pure chain of filters made of a time reached that way: name: the path, then the filters as they would be
  // written. The present moment is the object "now".
  kResult,
  // An include's text. Object: the path.
  kTemplate,
  // A layout's text and front matter, or that there is none. Object: its name.
  kLayout,
  // A file. Object: the path; name: "kind", "bytes", "time" or "real" (RealPath). Absent ones too.
  kFile,
  // The files that a pattern matches. Object: the pattern.
  kGlob,
  // A variable of the process's environment. Name: the variable.
  kEnvironment,
  // Version control. Object: a path, or "origin" or "revision".
  kRepository,
  // The present moment as it is: never holds again in another build.
  kClock,

  // --- From here on: what lower ranks leave behind. The value depends on the reader's rank.

  // Object: a unit; name: "content", "output", "excerpt", or "dated" (Jekyll 3: whether `date` was filled in).
  kStage,
  // site.pages, which grows while stylesheets render.
  kPages,
  // `layout` and `content` of the unit before. Name: "layout" or "content".
  kLeak,
  // A variable of `increment` and `decrement`, or that there is none. Name: the variable's.
  kCounter,
  // What `cycle` and its kind remember from page to page. Object: the template's path.
  kRegisters,
  // {% include_cached %}: what was rendered before. Object: the include and its parameters.
  kCachedInclude,
  // The text that is filed under a path, where an include and a unit's own text share one. Object: the path.
  kFiledTemplate,
};

constexpr char kPathMark = '\x1f';

constexpr bool IsStaged(ReadKind kind) { return kind >= ReadKind::kStage; }

struct Key {
  ReadKind kind = ReadKind::kUnit;
  std::string object;
  std::string name;

  auto operator<=>(const Key&) const = default;
};

// In a KeyTable.
using KeyId = uint32_t;

struct StagedRead {
  KeyId key;
  Fingerprint value;

  bool operator==(const StagedRead&) const = default;
};

// One message of a unit's, told to the log when its turn has come. Mirrors the calls of Log.
struct LogLine {
  uint8_t level = 0;  // LogLevel
  bool is_raw = false;
  std::string topic = {};
  std::string message = {};
  // Where not empty: a warning of many of that kind (Log::WarnOfMany).
  std::string kind = {};
  // Where not empty: said by the first unit only that says it.
  std::string once = {};

  bool operator==(const LogLine&) const = default;
};

// A page that came while a stylesheet rendered: its source map. Its front matter is the stylesheet's.
struct LeftPage {
  std::string dir;
  std::string name;
  std::string text;

  bool operator==(const LeftPage&) const = default;
};

// Where a template's `cycle`, `for offset: continue` and `ifchanged` stand after the unit; only what it changed.
struct LeftRegisters {
  std::map<std::string, uint32_t, std::less<>> cycles;
  std::map<std::string, int64_t, std::less<>> offsets;
  bool has_ifchanged = false;
  std::string ifchanged;

  bool operator==(const LeftRegisters&) const = default;
};

// What is wrong with highlighted code (engine/drops/code.h).
struct CodeWarning {
  std::string language;
  std::string page;
  std::string message;

  bool operator==(const CodeWarning&) const = default;
};

// An excerpt that the unit was the first to show.
struct LeftExcerpt {
  std::string output;
  uint8_t flags = 0;

  bool operator==(const LeftExcerpt&) const = default;
};

// What a unit leaves to higher ranks, besides its texts.
struct Leftovers {
  std::map<std::string, std::string, std::less<>> counters;     // after it, those it changed; the value as it prints
  std::map<std::string, LeftRegisters, std::less<>> registers;  // by the template's path
  std::map<std::string, std::string, std::less<>> cached_includes;  // those it rendered, by key
  std::vector<std::string> dated;                                   // units whose date it filled in
  std::map<std::string, LeftExcerpt, std::less<>> excerpts;         // by unit
  std::vector<LeftPage> pages;
  std::vector<LogLine> log;
  std::vector<CodeWarning> code_warnings;
};

struct DependencyTrace {
  // What does not change while the site renders: each key has one value a build. Ascending.
  std::vector<KeyId> reads;
  std::vector<StagedRead> staged;
  Leftovers left;
  Fingerprint content;  // of the text that others see once it has rendered
  Fingerprint output;   // of its output
};

}  // namespace tincture::engine
