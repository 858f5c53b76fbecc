#include "engine/model/sanitized_path.h"

#include "engine/source/path.h"

namespace tincture::engine {

std::string SanitizedPath(std::string_view base, std::string_view questionable) {
  const std::string clean = ExpandPath(questionable, "/");
  if (clean == base) return clean;
  if (clean.size() > base.size() && clean.starts_with(base) && clean[base.size()] == '/') return clean;
  return JoinPath(base, clean);
}

}  // namespace tincture::engine
