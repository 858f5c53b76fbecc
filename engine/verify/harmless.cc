#include "engine/verify/harmless.h"

#include <algorithm>
#include <string>
#include <vector>

#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

// A word is a run of ASCII letters and digits; everything else stands for itself, byte by byte.
std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && IsAlnum(text[end])) ++end;
    end = std::max(end, at + 1);
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

bool IsNumber(std::string_view word) { return IsDigit(word[0]); }

// A variant tells something only where it has the same shape.
std::vector<std::string_view> VariantOf(std::optional<std::string_view> text, size_t size) {
  std::vector<std::string_view> words = text ? WordsOf(*text) : std::vector<std::string_view>();
  if (words.size() != size) words.clear();
  return words;
}

// "Jekyll v4.3.1", `version="4.3.1">Jekyll`: a number with dots, and on its line, before or soon after it, the name.
bool IsGeneratorVersion(std::string_view text, size_t at) {
  constexpr size_t kNear = 80;
  constexpr std::string_view kDigits = "0123456789.";
  const size_t before = text.find_last_not_of(kDigits, at);
  const size_t start = before == text.npos ? 0 : before + 1;
  const size_t end = std::min(text.find_first_not_of(kDigits, at), text.size());
  if (text.substr(start, end - start).find('.') == text.npos) return false;
  const size_t line = start == 0 ? text.npos : text.rfind('\n', start - 1);
  const size_t from = std::max(line == text.npos ? 0 : line + 1, start - std::min(start, kNear));
  const size_t to = std::min({text.find('\n', end), end + 16, text.size()});
  std::string near(text.substr(from, to - from));
  std::transform(near.begin(), near.end(), near.begin(), ToLower);
  return near.find("jekyll") != near.npos;
}

size_t FirstDifference(std::string_view a, std::string_view b) {
  return static_cast<size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

std::string_view NameOf(HarmlessCause cause) {
  switch (cause) {
    case HarmlessCause::kBuildTime:
      return "the time of the build";
    case HarmlessCause::kFileTime:
      return "the times of the site's files";
    case HarmlessCause::kVersion:
      break;
  }
  return "the version of the generator";
}

TextComparison CompareBytes(std::string_view ours, std::string_view theirs) {
  TextComparison comparison;
  const size_t same = FirstDifference(ours, theirs);
  if (same < std::max(ours.size(), theirs.size())) comparison.mismatch = {same, same};
  return comparison;
}

TextComparison CompareTexts(std::string_view ours, std::string_view theirs,
                            std::optional<std::string_view> at_another_time,
                            std::optional<std::string_view> of_another_age) {
  TextComparison comparison;
  const std::vector<std::string_view> a = WordsOf(ours);
  const std::vector<std::string_view> b = WordsOf(theirs);
  const std::vector<std::string_view> later = VariantOf(at_another_time, a.size());
  const std::vector<std::string_view> older = VariantOf(of_another_age, a.size());
  const auto offset = [](std::string_view text, const auto& words, size_t i) {
    return i < words.size() ? static_cast<size_t>(words[i].data() - text.data()) : text.size();
  };
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const bool both = i < a.size() && i < b.size();
    if (both && a[i] == b[i]) continue;
    const bool same_sort = both && IsNumber(a[i]) == IsNumber(b[i]) && IsAlnum(a[i][0]) == IsAlnum(b[i][0]);
    if (same_sort && !later.empty() && later[i] != a[i]) {
      comparison.causes.insert(HarmlessCause::kBuildTime);
    } else if (same_sort && !older.empty() && older[i] != a[i]) {
      comparison.causes.insert(HarmlessCause::kFileTime);
    } else if (same_sort && IsNumber(a[i]) && IsGeneratorVersion(ours, offset(ours, a, i))) {
      comparison.causes.insert(HarmlessCause::kVersion);
    } else {
      const size_t within = both ? FirstDifference(a[i], b[i]) : 0;
      comparison.mismatch = {offset(ours, a, i) + within, offset(theirs, b, i) + within};
      break;
    }
  }
  return comparison;
}

}  // namespace tincture::engine
