// How work stops inside compat/sass: by an exception, caught in Compile(), which turns it into an Error.
// A ScriptError has no place yet: whoever knows one (the evaluator, at the expression or statement) makes it a SassError.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tincture::compat::sass {

// A place in a source: an index into the compilation's list of sources, and bytes in it.
struct Span {
  uint32_t source = 0;
  uint32_t start = 0;
  uint32_t end = 0;
};

struct ScriptError {
  std::string message;
  // The argument that is wrong, without `$`; may be empty. Dialects word it differently.
  std::string argument = {};
};

// A call or an @import on the way to an error.
struct TraceLine {
  Span span;
  std::string caller = {};  // ", in mixin `m`"
};

struct SassError {
  std::string message;
  Span span;
  std::vector<TraceLine> trace = {};  // the innermost first; only where the dialect's messages tell
  bool syntax = false;                // of the parser or a file that cannot be imported: libsass finds it before it runs
  bool bare = false;                  // libsass tells the trace alone, without one the line
  bool elsewhere = false;             // the span is what is shown; the trace alone says where
};

[[noreturn]] inline void Fail(std::string message, std::string argument = {}) {
  throw ScriptError{std::move(message), std::move(argument)};
}

}  // namespace tincture::compat::sass
