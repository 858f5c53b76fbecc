// Two builds of one site differ where they say when and by what they were made. Which of two texts' differences are of
// that kind, and where the first other one is.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>

namespace tincture::engine {

enum class HarmlessCause {
  kBuildTime,  // site.time, `now`: what another clock changes
  kFileTime,   // modified_time: what files of another age change
  kVersion,    // "Jekyll v4.3.1" in <generator>, <meta name="generator"> and the like
};
std::string_view NameOf(HarmlessCause cause);

struct TextComparison {
  // Where the first difference is that has no such cause; nothing where there is none.
  struct Mismatch {
    size_t ours;
    size_t theirs;
  };
  std::optional<Mismatch> mismatch;
  std::set<HarmlessCause> causes;  // met before it
};

// Byte by byte, nothing of it harmless: for what no template makes.
TextComparison CompareBytes(std::string_view ours, std::string_view theirs);

// `at_another_time`, `of_another_age`: what we make of the page when the clock, or the files' times, say something
// else; nothing where that is not known. What differs between them and `ours`, word by word, is a time.
TextComparison CompareTexts(std::string_view ours, std::string_view theirs,
                            std::optional<std::string_view> at_another_time = {},
                            std::optional<std::string_view> of_another_age = {});

}  // namespace tincture::engine
