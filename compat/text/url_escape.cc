#include "compat/text/url_escape.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "compat/text/uri.h"
#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

constexpr std::string_view kUnreserved = "-._~";
constexpr std::string_view kSubDelims = "!$&'()*+,;=";

bool Has(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

bool IsPathCharacter(char c) { return IsAlnum(c) || Has(kUnreserved, c) || Has(kSubDelims, c) || c == ':' || c == '@'; }

bool IsIn(UriClass kept, char c) {
  switch (kept) {
    case UriClass::kScheme:
      return IsAlnum(c) || Has("-+.", c);
    case UriClass::kAuthority:
      return IsPathCharacter(c) || c == '[' || c == ']';
    case UriClass::kHost:
      return IsAlnum(c) || Has(kUnreserved, c) || Has(kSubDelims, c) || Has("[:]", c);
    case UriClass::kUnreserved:
      return IsAlnum(c) || Has(kUnreserved, c);
    case UriClass::kPathCharacter:
      return IsPathCharacter(c);
    case UriClass::kPath:
      return IsPathCharacter(c) || c == '/';
    case UriClass::kQuery:
    case UriClass::kFragment:
      return IsPathCharacter(c) || c == '/' || c == '?';
    case UriClass::kAny:
      return IsPathCharacter(c) || Has("/?#[]", c);
  }
  return false;
}

void AppendEncoded(char c, std::string& out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  const char lower = ToLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// `%XX` at the start of `text`: its byte, or -1.
int EncodedByte(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return -1;
  const int high = HexDigit(text[1]);
  const int low = HexDigit(text[2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// Encoded bytes decoded, but not one that means `left`.
std::string Decode(std::string_view text, int left) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const int byte = EncodedByte(text.substr(i));
    const bool decodes = byte >= 0 && byte != left;
    out += decodes ? static_cast<char>(byte) : text[i];
    i += decodes ? 3 : 1;
  }
  return out;
}

std::string Compose(std::string_view text) {
  if (IsAscii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const icu::UnicodeString composed =
      nfkc->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  std::string out;
  composed.toUTF8String(out);
  return U_SUCCESS(status) ? out : std::string(text);
}

// A query's pairs: `&` and `;` separate and are encoded, `%2B` stays.
std::string EncodeQueryPair(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool plus = EncodedByte(text.substr(i)) == '+';
    if (plus) {
      out += "%2B";
      i += 2;
    } else if (IsIn(UriClass::kQuery, text[i]) && text[i] != '&' && text[i] != ';') {
      out += text[i];
    } else {
      AppendEncoded(text[i], out);
    }
  }
  return out;
}

}  // namespace

std::string EncodeComponent(std::string_view text, UriClass kept) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (IsIn(kept, c)) {
      out += c;
    } else {
      AppendEncoded(c, out);
    }
  }
  return out;
}

std::string NormalizeComponent(std::string_view text, UriClass kept) {
  // Every class but a scheme's keeps these as they are, and most components are made of them.
  const auto is_unreserved = [](char c) { return IsIn(UriClass::kUnreserved, c); };
  if (kept != UriClass::kScheme && std::ranges::all_of(text, is_unreserved)) return std::string(text);
  const bool query = kept == UriClass::kQuery;
  const std::string decoded = Decode(text, query ? '+' : -1);
  if (!IsValidUtf8(decoded)) return EncodeComponent(decoded, UriClass::kAny);
  const std::string composed = Compose(decoded);
  return query ? EncodeQueryPair(composed) : EncodeComponent(composed, kept);
}

std::string AddressableEncode(std::string_view text) {
  const Result<Uri> uri = ParseUri(text);
  if (!uri.ok()) return EncodeComponent(text, UriClass::kPath);
  std::string out;
  if (uri->scheme) out += EncodeComponent(*uri->scheme, UriClass::kScheme) + ":";
  if (uri->host) out += "//" + EncodeComponent(Authority(*uri), UriClass::kAuthority);
  out += EncodeComponent(uri->path, UriClass::kPath);
  if (uri->query) out += "?" + EncodeComponent(*uri->query, UriClass::kQuery);
  if (uri->fragment) out += "#" + EncodeComponent(*uri->fragment, UriClass::kFragment);
  return out;
}

std::string AddressableUnencode(std::string_view text) { return Decode(text, -1); }

std::string CgiEscape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == ' ') {
      out += '+';
    } else if (IsIn(UriClass::kUnreserved, c)) {
      out += c;
    } else {
      AppendEncoded(c, out);
    }
  }
  return out;
}

}  // namespace tincture::text
