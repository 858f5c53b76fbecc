#include "engine/source/place.h"

#include <algorithm>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// `key`, perhaps in quotes, and a colon.
bool BeginsWithKey(std::string_view line, std::string_view key) {
  const char quote = line.empty() || (line[0] != '"' && line[0] != '\'') ? '\0' : line[0];
  if (quote != '\0') line.remove_prefix(1);
  if (!line.starts_with(key)) return false;
  line.remove_prefix(key.size());
  if (quote != '\0' && !line.starts_with(quote)) return false;
  if (quote != '\0') line.remove_prefix(1);
  const size_t colon = line.find_first_not_of(' ');
  return colon != std::string_view::npos && line[colon] == ':';
}

}  // namespace

uint32_t LineOfKey(std::string_view yaml, std::string_view key) {
  for (uint32_t number = 1; !yaml.empty(); ++number) {
    const size_t end = std::min(yaml.find('\n'), yaml.size() - 1);
    if (BeginsWithKey(yaml.substr(0, end + 1), key)) return number;
    yaml.remove_prefix(end + 1);
  }
  return 0;
}

KeyLines FindKeyLines(std::string_view front_matter) {
  return {.date = LineOfKey(front_matter, "date"),
          .layout = LineOfKey(front_matter, "layout"),
          .permalink = LineOfKey(front_matter, "permalink")};
}

std::string PlaceIn(std::string_view path, uint32_t line, uint32_t column) {
  std::string place(path);
  if (line > 0) place += ":" + std::to_string(line);
  if (line > 0 && column > 0) place += ":" + std::to_string(column);
  return place;
}

std::string_view PathBelow(std::string_view path, std::string_view folder) {
  if (path == folder || !IsWithin(path, folder)) return path;
  return path.substr(folder == "/" ? 1 : folder.size() + 1);
}

}  // namespace tincture::engine
