// Pattern: a regular expression on UTF-8, compiled once; and gsub with it. Where Ruby's meaning differs from PCRE2's
// (\w and \s are ASCII only), patterns spell it out. Immutable: any thread may use it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::compat::plugins::scholar {

class Pattern {
 public:
  // The whole match and the groups; a group that took no part is empty.
  using Groups = std::vector<std::string_view>;

  // A pattern that does not compile matches nothing.
  explicit Pattern(std::string_view pattern, bool ignore_case = false);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  bool compiled() const { return code_ != nullptr; }
  bool Matches(std::string_view text) const { return Find(text).has_value(); }
  std::optional<Groups> Find(std::string_view text, size_t from = 0) const;
  // gsub
  std::string Replace(std::string_view text, const std::function<std::string(const Groups&)>& replacement) const;

 private:
  void* code_ = nullptr;  // pcre2_code
};

}  // namespace tincture::compat::plugins::scholar
