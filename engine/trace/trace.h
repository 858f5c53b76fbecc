// What a unit may read while it rendered, by names that are the same in every build (DESIGN.md section 4): while all
// keys that it read have the fingerprints that they had, and the texts of others that it looked at are what they were
// (engine/render/outcome.h), its output is what it was. Plain data without pointers: it may be stored.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace tincture::engine {

// The kinds of facts; the one list of them. `object` and `name` say what Key holds.
enum class ReadKind : uint8_t {
  // A unit's text as it was read. Object: the unit; name: "excerpt" for its excerpt's.
  kUnit,
  // What a template reached through a drop. Object: the drop's Identity; name: the path, its names joined by
  // kPathMark: to the value that was used, or to the hash that it was found in ("data", "authors", "ann"). Of a unit
  // and of a static file everything constant is one fact, with no name: front matter, paths, URL, pager; but not
  // "previous"
  // and "next", which are facts of their own, nor the "date" of a document that has none.
  // Objects of our own: "link": the URL of the file named `name`; "posts": what `post_url` compares; "dates": which
  // documents have a date after site.time; "log": which messages are shown, which is what Ruby's logger returns.
  kDrop,
  // What a pure chain of filters made of a time reached that way: name: the path, then the filters as they would be
  // written. The present moment is the object "now".
  kResult,
  // An include's text. Object: the path.
  kTemplate,
  // A layout's text and front matter, or that there is none. Object: its name.
  kLayout,
  // A file. Object: the path; name: "kind", "bytes", "time", "info" (kind, size and time), "names" (of a folder) or
  // "real" (RealPath). Absent ones too.
  kFile,
  // The files that a pattern matches. Object: the pattern.
  kGlob,
  // A variable of the process's environment. Name: the variable.
  kEnvironment,
  // Version control. Object: a path, or "origin" or "revision".
  kRepository,
  // The present moment as it is: never holds again in another build.
  kClock,

  // The text that is filed under a path, where an include and a unit's own text share one: hangs on all that rendered
  // before, so that no key holds. Object: the path.
  kFiledTemplate,
};

constexpr char kPathMark = '\x1f';

struct Key {
  ReadKind kind = ReadKind::kUnit;
  std::string object;
  std::string name;

  auto operator<=>(const Key&) const = default;
};

// In a KeyTable.
using KeyId = uint32_t;

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

// What is wrong with highlighted code (engine/drops/code.h).
struct CodeWarning {
  std::string language;
  std::string page;
  std::string message;

  bool operator==(const CodeWarning&) const = default;
};

}  // namespace tincture::engine
