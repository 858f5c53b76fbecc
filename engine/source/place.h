// Places in files, for what is said about them: "path:line:column", as editors and terminals take it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tincture::engine {

// Where in a file's front matter the keys stand that most is said about; 0: nowhere.
struct KeyLines {
  uint32_t date = 0;
  uint32_t layout = 0;
  uint32_t permalink = 0;
};

// The line, counted from 1, that begins with `key` and a colon; 0 where there is none.
uint32_t LineOfKey(std::string_view yaml, std::string_view key);
// `front_matter`: from the first line of its file on.
KeyLines FindKeyLines(std::string_view front_matter);

// "path:line:column"; without what is 0.
std::string PlaceIn(std::string_view path, uint32_t line, uint32_t column = 1);
// `path` below `folder`, or as it is.
std::string_view PathBelow(std::string_view path, std::string_view folder);

}  // namespace tincture::engine
