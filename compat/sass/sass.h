// Sass: SCSS and indented Sass to CSS, in three dialects: as libsass 3.6 (sassc), Ruby Sass 3.7 and Dart Sass have it.
// With the source maps of Dart Sass and libsass.
// Files are read only through Files: the compiler itself never opens one.
// Nothing is printed: what @warn and @debug say, and deprecations, goes to Options::remarks (remarks.h words it).
// Threads: Compile may be called from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/profile/profile.h"
#include "liquid/support/status.h"

namespace tincture::compat::sass {

enum class Syntax { kScss, kSass, kCss };
enum class Style { kNested, kExpanded, kCompact, kCompressed };

// The files that @import may reach. Paths are absolute and without "." and "..".
class Files {
 public:
  virtual ~Files() = default;
  virtual bool IsFile(const std::string& path) const = 0;
  virtual std::optional<std::string> Read(const std::string& path) const = 0;
};

// What @warn and @debug say, and the compiler itself. A deprecation is told of once for each place.
struct Remark {
  std::string kind;  // "warn", "debug", or a deprecation's id in Dart Sass ("slash-div"); "" for a warning of its own
  std::string message;
  std::string path;  // absolute
  uint32_t line = 1;
  uint32_t column = 1;      // in characters
  bool dependency = false;  // in a file that was found by a load path, or from one

  bool is_deprecation() const { return !kind.empty() && kind != "warn" && kind != "debug"; }
};

struct Options {
  SassDialect dialect = SassDialect::kLibsass36;
  Syntax syntax = Syntax::kScss;
  Style style = Style::kNested;
  // Where relative paths below start, and where @import looks after the importing file's folder.
  std::string working_directory = "/";
  // The stylesheet's own path: for messages, the source map and imports beside it. It need not exist.
  std::string filename = "stdin";
  // Where @import looks last, in this order.
  std::vector<std::string> load_paths;
  // "/* line 1, main.scss */" before each rule.
  bool line_comments = false;
  // Dart Sass: text beyond ASCII gets @charset or a byte order mark.
  bool charset = true;
  // Digits after the point; 0 for the compiler's own default.
  int precision = 0;
  // Calls and rounds of loops; more are an error.
  uint64_t max_steps = 20'000'000;
  // Where the map will be written: names in the map are relative to its folder. Empty: no map is made.
  std::string source_map_file;
  bool source_map_contents = false;  // the sources stand in the map
  bool source_map_embed = false;     // the map stands in the CSS as a data URL
  bool omit_source_map_url = false;  // no `/*# sourceMappingURL=...*/` line
  // Deprecations, by their ids, that are errors (Dart Sass).
  std::vector<std::string> fatal_deprecations;
  // Where remarks go, also those before an error; null: nowhere.
  std::vector<Remark>* remarks = nullptr;
};

struct Output {
  std::string css;
  std::string source_map;  // JSON; empty where none was made
};

// Error: kind "SassC::SyntaxError", the compiler's whole message (with its excerpt), and the place.
Result<Output> Compile(std::string_view source, const Options& options, const Files& files);

}  // namespace tincture::compat::sass
