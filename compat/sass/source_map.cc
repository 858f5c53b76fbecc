#include "compat/sass/source_map.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "compat/sass/vlq.h"

namespace tincture::compat::sass {

namespace {

// A list of strings: libsass prints each on a line of its own, and none holds a raw newline.
struct List {
  size_t start = 0;                     // of the first item's line
  size_t end = 0;                       // past the last item's line
  std::vector<std::string_view> items;  // without comma and newline
};

std::optional<List> FindList(std::string_view map, std::string_view opening) {
  const size_t found = map.find(opening);
  if (found == map.npos) return std::nullopt;
  List list;
  list.start = list.end = found + opening.size();
  while (map.substr(list.end).starts_with("\t\t\"")) {
    const size_t newline = map.find('\n', list.end);
    if (newline == map.npos) return std::nullopt;
    std::string_view item = map.substr(list.end, newline - list.end);
    if (item.ends_with(',')) item.remove_suffix(1);
    list.items.push_back(item);
    list.end = newline + 1;
  }
  return list;
}

// What each source's number becomes.
std::vector<size_t> Renumber(const std::vector<std::string_view>& sources) {
  std::map<std::string_view, size_t> numbers;
  std::vector<size_t> renumbered;
  for (const std::string_view source : sources) {
    renumbered.push_back(numbers.emplace(source, numbers.size()).first->second);
  }
  return renumbered;
}

std::string FirstOfEach(const List& list, const std::vector<size_t>& renumbered) {
  std::string lines;
  size_t next = 0;
  for (size_t i = 0; i < list.items.size(); ++i) {
    if (renumbered[i] != next) continue;
    if (next++ > 0) lines += ",\n";
    lines += list.items[i];
  }
  return lines + "\n";
}

// Each segment is a column, a source, a line and a column there; a source counts from the segment's before it.
std::optional<std::string> WithSources(std::string_view mappings, const std::vector<size_t>& renumbered) {
  std::string result;
  int64_t source = 0;
  int64_t written = 0;
  while (!mappings.empty()) {
    const std::string_view segment = mappings.substr(0, mappings.find_first_of(",;"));
    std::string_view rest = segment;
    const std::optional<int64_t> column = TakeVlq(&rest);
    if (column && !rest.empty()) {
      result.append(segment.substr(0, segment.size() - rest.size()));
      const std::optional<int64_t> step = TakeVlq(&rest);
      if (!step) return std::nullopt;
      source += *step;
      if (source < 0 || static_cast<size_t>(source) >= renumbered.size()) return std::nullopt;
      const auto number = static_cast<int64_t>(renumbered[source]);
      AppendVlq(number - written, &result);
      written = number;
    }
    result.append(rest);
    mappings.remove_prefix(segment.size());
    const size_t separators = std::min(mappings.find_first_not_of(",;"), mappings.size());
    result.append(mappings.substr(0, separators));
    mappings.remove_prefix(separators);
  }
  return result;
}

}  // namespace

std::string WithEachSourceOnce(std::string_view map) {
  constexpr std::string_view kMappings = "\t\"mappings\": \"";
  const std::optional<List> sources = FindList(map, "\n\t\"sources\": [\n");
  const size_t key = map.rfind(kMappings);
  if (!sources || key == map.npos) return std::string(map);
  const std::vector<size_t> renumbered = Renumber(sources->items);
  const size_t start = key + kMappings.size();
  const size_t end = map.find('"', start);
  const std::optional<std::string> mappings = WithSources(map.substr(start, end - start), renumbered);
  if (end == map.npos || !mappings) return std::string(map);

  std::string result(map.substr(0, sources->start));
  result += FirstOfEach(*sources, renumbered);
  size_t copied = sources->end;
  const std::optional<List> texts = FindList(map, "\n\t\"sourcesContent\": [\n");
  if (texts && texts->items.size() == renumbered.size()) {
    result += map.substr(copied, texts->start - copied);
    result += FirstOfEach(*texts, renumbered);
    copied = texts->end;
  }
  result += map.substr(copied, start - copied);
  result += *mappings;
  result += map.substr(end);
  return result;
}

}  // namespace tincture::compat::sass
