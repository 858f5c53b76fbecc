// Internationalised host names, as Addressable's own IDNA writes them.
#pragma once

#include <string>
#include <string_view>

namespace tincture::text {

// RFC 3492.
std::string EncodePunycode(std::u32string_view text);

// Each label with a character beyond ASCII in lower case, NFKC and as "xn--...". Text that is not UTF-8 stays.
std::string DomainToAscii(std::string_view domain);

}  // namespace tincture::text
