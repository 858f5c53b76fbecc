#include "engine/serve/mime_types.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

namespace tincture::engine {

namespace {

// Sorted by extension.
constexpr MimeType kMimeTypes[] = {
#include "engine/serve/mime_types.inc"
};
constexpr MimeType kUnknown = {"", "application/octet-stream", false};

bool IsWord(char c) { return c == '_' || (std::isalnum(static_cast<unsigned char>(c)) != 0 && (c & 0x80) == 0); }

const MimeType* Find(std::string_view extension) {
  std::string key(extension);
  for (char& c : key) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto* found = std::lower_bound(std::begin(kMimeTypes), std::end(kMimeTypes), key,
                                       [](const MimeType& row, const std::string& k) { return row.extension < k; });
  return found != std::end(kMimeTypes) && found->extension == key ? found : nullptr;
}

// The letters after the last '.' of `name`, which loses them and the dot; empty where `is_part` refuses one of them.
template <class IsPart>
std::string_view TakeExtension(std::string_view& name, IsPart is_part) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view extension = name.substr(dot + 1);
  name = name.substr(0, dot);
  return std::all_of(extension.begin(), extension.end(), is_part) ? extension : std::string_view();
}

}  // namespace

const MimeType& MimeTypeOf(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string_view last = TakeExtension(name, [](char c) { return IsWord(c) || c == '-'; });
  if (last.empty()) return kUnknown;
  if (last.find('-') == std::string_view::npos) {
    if (const MimeType* type = Find(last)) return *type;
  }
  const std::string_view before = TakeExtension(name, IsWord);
  const MimeType* type = before.empty() ? nullptr : Find(before);
  return type ? *type : kUnknown;
}

}  // namespace tincture::engine
