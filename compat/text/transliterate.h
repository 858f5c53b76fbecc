// I18n.transliterate under the locale `en`: known letters to ASCII, every other character beyond ASCII to "?".
#pragma once

#include <string>
#include <string_view>

namespace tincture::text {

std::string Transliterate(std::string_view text);

}  // namespace tincture::text
