// Percent-encoding as Addressable 2.8.1 and Ruby's CGI do it.
#pragma once

#include <string>
#include <string_view>

namespace tincture::text {

// The character classes of RFC 3986 that Addressable encodes a component by: what is in the class stays.
enum class UriClass { kScheme, kAuthority, kHost, kUnreserved, kPathCharacter, kPath, kQuery, kFragment, kAny };

// Addressable::URI.encode_component: bytes outside the class become %XX, a `%` too unless the class has it.
std::string EncodeComponent(std::string_view text, UriClass kept);
// Addressable::URI.normalize_component: decodes, composes (NFKC), encodes again. With kQuery, `%2B` and other `%`
// stay as they are, in capitals.
std::string NormalizeComponent(std::string_view text, UriClass kept);

// Addressable::URI.encode: each component of the URI by its own class. Text that is no URI is encoded as a path.
std::string AddressableEncode(std::string_view uri);
// Addressable::URI.unencode.
std::string AddressableUnencode(std::string_view text);

// The filter `uri_escape`.
inline std::string UriEscape(std::string_view text) { return NormalizeComponent(text, UriClass::kAny); }
// CGI.escape: a space is "+".
std::string CgiEscape(std::string_view text);

}  // namespace tincture::text
