// Pattern: one regular expression of a lexer, compiled when it is first tried and just-in-time compiled once it proves
// busy. Shared by all threads; never moves. Matcher: a thread's scratch space for matching.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::rouge {

struct Program;

// Offsets of the groups of a match, in pairs, relative to where the match was tried; kUnset for groups not taken.
inline constexpr size_t kUnset = ~size_t{0};

enum class Outcome : uint8_t { kNoMatch, kMatch, kGaveUp };

class Pattern {
 public:
  // `source` is PCRE2 with Ruby's meanings, see definition.h; names already replaced.
  explicit Pattern(std::string source);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  // Ruby's StringScanner cannot do ^ and Rouge helps out: such a pattern is tried only at the beginning of a line.
  bool begins_line() const { return begins_line_; }
  // Tries to match at the beginning of `text`, valid UTF-8 and not empty. `unicode`: whether the text it is part of has
  // other than ASCII. kGaveUp when the match limit is reached, so that no pattern can stall a build.
  Outcome Match(std::string_view text, bool unicode, std::vector<size_t>& groups) const;
  // Empty, or why PCRE2 refuses the pattern: a mistake in a lexer file.
  std::string Problem() const;

 private:
  const Program* Prepare(bool unicode) const;
  const Program* Promote(bool unicode, const Program* program) const;

  std::string source_;
  bool begins_line_;
  // For ASCII texts and for others, see TranslateRuby in the source. Replaced by the just-in-time compiled ones.
  mutable std::atomic<const Program*> programs_[2] = {};
  mutable std::vector<std::unique_ptr<Program>> owned_;
};

// Whether a text, or its beginning, is of this form, as for a rule of a lexer. `pattern` is a literal: each is compiled
// once.
bool Like(std::string_view text, const char* pattern);

}  // namespace tincture::rouge
