// SimplePattern: an expression that never has to go back, as most of a lexer's are (`\s+`, `[a-z_]\w*`, `"[^"]*"`,
// `//.*$`): a sequence of sets of bytes, each of them once, at most once or as often as it goes, and none takes what
// the next one needs. Matched by table, so that PCRE2 is neither asked nor compiled for. Immutable.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tincture::rouge {

using ByteSet = std::bitset<256>;

class SimplePattern {
 public:
  // Nothing where `source`, in Ruby's syntax, is not of this kind. A ^ at its beginning is taken as true.
  // `unicode`: texts may have other than ASCII.
  static std::optional<SimplePattern> Of(std::string_view source, bool unicode);

  // Length of the match at the beginning of `text`, valid UTF-8; npos where there is none.
  size_t Match(std::string_view text) const;
  // Which first bytes can begin a match that is not empty.
  ByteSet FirstBytes() const;
  bool CanBeEmpty() const;

 private:
  struct Part {
    ByteSet bytes;
    bool needed = true;
    bool repeats = false;
  };
  friend class SimplePatternParser;

  std::vector<Part> parts_;
  bool ends_line_ = false;  // a $ at the end
};

}  // namespace tincture::rouge
