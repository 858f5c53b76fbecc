// Options of the gem commonmarker 0.23 (lib/commonmarker/config.rb) and the extensions of cmark-gfm it has.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tincture::commonmark {

// The gem that writes the HTML: jekyll-commonmark 1.4.0 (`markdown: CommonMark`) or jekyll-commonmark-ghpages 0.5.1
// (`markdown: CommonMarkGhPages`).
enum class Gem { kJekyllCommonmark, kGhPages };

// cmark's bits, in the order in which the gem lists them.
struct NamedOption {
  std::string_view name;
  int bit;
  bool parses;
  bool renders;
};
std::span<const NamedOption> AllOptions();
// Null where there is none of that name. Names are in upper case.
const NamedOption* FindOption(std::string_view name);

inline constexpr int kSourcepos = 1 << 1;
inline constexpr int kHardbreaks = 1 << 2;
inline constexpr int kNobreaks = 1 << 4;
inline constexpr int kGithubPreLang = 1 << 11;
inline constexpr int kUnsafe = 1 << 17;

enum class Extension : uint8_t { kTable, kStrikethrough, kAutolink, kTagfilter, kTasklist };
// By extension.
std::span<const std::string_view> ExtensionNames();

struct Options {
  Gem gem = Gem::kJekyllCommonmark;
  int parse = 0;
  int render = 0;
  // In the order of the configuration.
  std::vector<Extension> extensions = {};
  // commonmarker from 0.23.9 on writes a strong element directly within another without its tags.
  bool nested_strong = false;
};

}  // namespace tincture::commonmark
