#include "engine/model/url.h"

namespace tincture::engine {

namespace {

constexpr std::string_view kKeyChars = "abcdefghijklmnopqrstuvwxyz_";

// `:month_:day` means :month although `_` may belong to a name.
Result<std::string> ReplacementOf(std::string_view key, const PlaceholderValue& value_of) {
  if (const auto value = value_of(key)) return EscapePath(*value);
  std::string tried(key);
  if (key.ends_with('_')) {
    const std::string_view shorter = key.substr(0, key.size() - 1);
    // Ruby's chomp! changes both names that its message joins.
    tried = std::string(shorter) + " or " + std::string(shorter);
    if (const auto value = value_of(shorter)) return EscapePath(*value) + "_";
  }
  return Error{.kind = "NoMethodError",
               .message = "The URL template doesn't have " + tried + " keys. Check your permalink template!",
               .hint = "Use a placeholder that Jekyll knows for documents, such as :title or :year."};
}

}  // namespace

Result<std::string> UrlFromDrop(std::string_view permalink, const PlaceholderValue& value_of) {
  std::string url;
  while (!permalink.empty()) {
    const size_t colon = permalink.find(':');
    url += permalink.substr(0, colon);
    if (colon == std::string_view::npos) break;
    permalink.remove_prefix(colon + 1);
    const std::string_view key = permalink.substr(0, permalink.find_first_not_of(kKeyChars));
    if (key.empty()) {
      url += ':';
      continue;
    }
    Result<std::string> replacement = ReplacementOf(key, value_of);
    if (!replacement) return replacement;
    url += *replacement;
    permalink.remove_prefix(key.size());
  }
  return url;
}

std::string AddPermalinkSuffix(std::string_view permalink, std::string_view style) {
  std::string url(permalink);
  if (style == "pretty") return url + "/";
  if (style == "date" || style == "ordinal" || style == "none") return url + ":output_ext";
  if (style.ends_with('/')) url += '/';
  if (style.ends_with(":output_ext")) url += ":output_ext";
  return url;
}

}  // namespace tincture::engine
