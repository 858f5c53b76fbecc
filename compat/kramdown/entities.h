// The entities that kramdown knows: HTML 4's, and the Windows code points 128 to 159 under their real characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "compat/kramdown/element.h"

namespace tincture::kramdown {

std::optional<Entity> FindEntity(std::string_view name);
// Never fails: a code point without a name has none.
Entity EntityOf(uint64_t code_point);
// UTF-8 of it, or what Ruby's pack makes of numbers that are no character; nothing beyond 31 bits.
std::optional<std::string> CharacterOf(const Entity& entity);

struct EntityMatch {
  size_t end = 0;
  std::optional<Entity> entity = {};  // nothing: an unknown name
};
// &name; &#123; &#x7B;
std::optional<EntityMatch> MatchEntity(std::string_view text, size_t pos);

}  // namespace tincture::kramdown
