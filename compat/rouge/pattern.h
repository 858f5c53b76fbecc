// Pattern: one regular expression of a lexer, compiled when its state is first entered and just-in-time compiled once
// it proves busy; the simple ones never meet PCRE2. Shared by all threads; never moves.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compat/rouge/simple_pattern.h"

namespace tincture::rouge {

struct Program;

// Offsets of the groups of a match, in pairs, relative to where the match was tried; kUnset for groups not taken.
inline constexpr size_t kUnset = ~size_t{0};

enum class Outcome : uint8_t { kNoMatch, kMatch, kGaveUp };

// What the patterns may spend on one text, so that none can stall a build: most matches take less than a thousandth of
// the time that one of these takes at most.
struct MatchBudget {
  int long_matches = 20;
};

class Pattern {
 public:
  // `source` is PCRE2 with Ruby's meanings, see definition.h; names already replaced. Without `wants_groups` only the
  // whole match is of interest.
  explicit Pattern(std::string source, bool wants_groups = true);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  // Ruby's StringScanner cannot do ^ and Rouge helps out: such a pattern is tried only at the beginning of a line.
  bool begins_line() const { return begins_line_; }
  // Which first bytes can begin a match; null where any can, or none is needed. `unicode`: for texts that have other
  // than ASCII.
  const ByteSet* FirstBytes(bool unicode) const;
  // Tries to match at the beginning of `text`, valid UTF-8. kGaveUp when the budget is spent.
  Outcome Match(std::string_view text, bool unicode, std::vector<size_t>& groups, MatchBudget& budget) const;
  // Empty, or why PCRE2 refuses the pattern: a mistake in a lexer file.
  std::string Problem() const;

 private:
  const Program& Ready(bool unicode) const;
  const Program* Prepare(bool unicode) const;
  const Program* Promote(bool unicode, const Program* program) const;
  int MatchLong(std::string_view text, bool unicode, const Program* program, MatchBudget& budget) const;
  uint32_t CompileOptions(bool unicode) const;

  std::string source_;
  bool begins_line_;
  bool wants_groups_;
  // For ASCII texts and for others, see TranslateRuby in the source. Replaced by the just-in-time compiled ones.
  mutable std::atomic<const Program*> programs_[2] = {};
  mutable std::vector<std::unique_ptr<Program>> owned_;
};

// Whether a text, or its beginning, is of this form, as for a rule of a lexer. `pattern` is a literal: each is compiled
// once.
bool Like(std::string_view text, const char* pattern);

}  // namespace tincture::rouge
