#include "compat/text/uri.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "compat/text/case.h"
#include "compat/text/punycode.h"
#include "compat/text/url_escape.h"
#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

// Schemes over IP and their usual ports: Addressable::URI.port_mapping.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kPorts = {{{"http", "80"},
                                                                                   {"https", "443"},
                                                                                   {"ftp", "21"},
                                                                                   {"tftp", "69"},
                                                                                   {"sftp", "22"},
                                                                                   {"ssh", "22"},
                                                                                   {"svn+ssh", "22"},
                                                                                   {"telnet", "23"},
                                                                                   {"nntp", "119"},
                                                                                   {"gopher", "70"},
                                                                                   {"wais", "210"},
                                                                                   {"ldap", "389"},
                                                                                   {"prospero", "1525"}}};

std::string_view PortOf(std::string_view scheme) {
  const auto found = std::ranges::find(kPorts, scheme, &std::pair<std::string_view, std::string_view>::first);
  return found == kPorts.end() ? std::string_view() : found->second;
}

Error InvalidUri(std::string message) {
  return Error{.kind = "Addressable::URI::InvalidURIError", .message = std::move(message)};
}

// Takes what stands before the first of `stops` (or everything).
std::string_view TakeUntil(std::string_view& text, std::string_view stops) {
  const std::string_view part = text.substr(0, text.find_first_of(stops));
  text.remove_prefix(part.size());
  return part;
}

void TakeScheme(std::string_view& text, Uri& uri) {
  const size_t end = text.find_first_of(":/?#");
  if (end == 0 || end == std::string_view::npos || text[end] != ':') return;
  uri.scheme = text.substr(0, end);
  text.remove_prefix(end + 1);
}

void SetUserInfo(std::string_view info, Uri& uri) {
  info = Strip(info);
  const size_t colon = info.find(':');
  uri.user = info.substr(0, colon);
  if (colon != std::string_view::npos) uri.password = info.substr(colon + 1);
}

Status SetPort(std::string_view port, Uri& uri) {
  const std::string decoded = AddressableUnencode(port);
  if (decoded.empty() || !std::ranges::all_of(decoded, IsDigit)) {
    return InvalidUri("Invalid port number: \"" + decoded + "\"");
  }
  const size_t first = decoded.find_first_not_of('0');
  if (first != std::string::npos) uri.port = decoded.substr(first);
  return {};
}

Status SetAuthority(std::string_view authority, Uri& uri) {
  const size_t at = authority.rfind('@');
  if (at != std::string_view::npos && authority.substr(0, at).find_first_of("[]") == std::string_view::npos) {
    SetUserInfo(authority.substr(0, at), uri);
    authority.remove_prefix(at + 1);
  }
  const size_t colon = authority.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && authority.find_first_of("@[]", colon) == std::string_view::npos;
  uri.host = authority.substr(0, has_port ? colon : authority.size());
  if (!has_port || colon + 1 == authority.size()) return {};
  return SetPort(authority.substr(colon + 1), uri);
}

bool IsSchemeName(std::string_view scheme) {
  return !scheme.empty() && IsAlpha(scheme[0]) &&
         std::ranges::all_of(scheme, [](char c) { return IsAlnum(c) || c == '.' || c == '+' || c == '-'; });
}

// A first segment with a colon, where no scheme says that the colon is not a scheme's.
bool IsAmbiguous(std::string_view path) {
  const size_t end = path.find_first_of("/:");
  return end != std::string_view::npos && path[end] == ':';
}

Status Validate(const Uri& uri) {
  const bool no_host = !uri.host || uri.host->empty();
  if (uri.scheme && !PortOf(Downcase(*uri.scheme)).empty() && no_host && uri.path.empty()) {
    return InvalidUri("Absolute URI missing hierarchical segment: '" + ToText(uri) + "'");
  }
  if (uri.path.starts_with("//") && !uri.host) {
    return InvalidUri("Cannot have a path with two leading slashes without an authority set: '" + ToText(uri) + "'");
  }
  if (uri.host && uri.host->find_first_of("<>{}/\\?#@\" \t\n\r\f\v") != std::string::npos) {
    return InvalidUri("Invalid character in host: '" + *uri.host + "'");
  }
  if (!uri.scheme && IsAmbiguous(uri.path)) {
    return InvalidUri("Cannot assemble URI string with ambiguous path: '" + uri.path + "'");
  }
  return {};
}

std::string NormalizeHost(std::string_view host) {
  std::string name = DomainToAscii(AddressableUnencode(Downcase(Strip(host))));
  if (name.size() > 1 && name.ends_with('.') && name[name.size() - 2] != '.') name.pop_back();
  return NormalizeComponent(name, UriClass::kHost);
}

// All occurrences, from left to right, of `from` to `to`; whether there was one.
bool ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  std::string out;
  size_t begin = 0;
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, begin)) {
    out.append(text, begin, at - begin).append(to);
    begin = at + from.size();
  }
  if (begin == 0) return false;
  text = out.append(text, begin);
  return true;
}

bool RemoveSelfReferences(std::string& path) {
  const bool replaced = ReplaceAll(path, "/./", "/");
  const bool at_end = path.ends_with("/.");
  if (at_end) path.pop_back();
  return replaced || at_end;
}

// The first "/segment/../" or final "/segment/.." and all like it.
bool RemoveParentReferences(std::string& path) {
  for (size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const size_t next = path.find('/', slash + 1);
    if (next == std::string::npos || path.compare(next, 3, "/..") != 0) continue;
    if (next + 3 == path.size()) {
      path.erase(slash + 1);
      return true;
    }
    if (path[next + 3] == '/') return ReplaceAll(path, path.substr(slash, next + 4 - slash), "/");
  }
  return false;
}

bool RemoveLeadingDots(std::string& path) {
  if (!path.starts_with('.')) return false;
  path.erase(0, path.starts_with("..") ? 2 : 1);
  if (path.starts_with('/')) path.erase(0, 1);
  return true;
}

bool RemovePrefixedParents(std::string& path) {
  for (const std::string_view prefix : {"/./", "/../"}) {
    if (path.starts_with(prefix)) {
      path.erase(1, prefix.size() - 1);
      return true;
    }
  }
  if (path != "/." && path != "/..") return false;
  path = "/";
  return true;
}

// RFC 3986 section 5.2.4 in Addressable's order, one rule at a time until none applies.
void RemoveDotSegments(std::string& path) {
  if (!path.starts_with('.') && path.find("/.") == std::string::npos) return;
  while (RemoveSelfReferences(path) || RemoveParentReferences(path) || RemoveLeadingDots(path) ||
         RemovePrefixedParents(path)) {
  }
}

std::string NormalizePath(const Uri& uri) {
  std::string_view rest = Strip(uri.path);
  std::string path;
  while (true) {
    path += NormalizeComponent(TakeUntil(rest, "/"), UriClass::kPathCharacter);
    if (rest.empty()) break;
    path += '/';
    rest.remove_prefix(1);
  }
  RemoveDotSegments(path);
  const std::string scheme = uri.scheme ? Downcase(*uri.scheme) : "";
  const bool hierarchical = scheme == "http" || scheme == "https" || scheme == "ftp" || scheme == "tftp";
  return path.empty() && hierarchical ? "/" : path;
}

std::optional<std::string> NormalizeQuery(std::string_view query) {
  std::string out;
  while (true) {
    out += NormalizeComponent(TakeUntil(query, "&"), UriClass::kQuery);
    if (query.empty()) break;
    out += '&';
    query.remove_prefix(1);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::optional<std::string> NormalizeUserPart(const std::optional<std::string>& part) {
  if (!part) return std::nullopt;
  return NormalizeComponent(Strip(*part), UriClass::kUnreserved);
}

// http://:@host/ has no user at all.
bool IsBlankUser(const Uri& uri) {
  const bool web = uri.scheme && Downcase(*uri.scheme).find("http") != std::string::npos;
  return web && Strip(uri.user.value_or("")).empty() && Strip(uri.password.value_or("")).empty();
}

Uri Normalized(const Uri& uri) {
  Uri result;
  if (uri.scheme) result.scheme = NormalizeComponent(Downcase(Strip(*uri.scheme)), UriClass::kScheme);
  if (uri.host) {
    if (!IsBlankUser(uri)) {
      result.user = NormalizeUserPart(uri.user);
      result.password = NormalizeUserPart(uri.password);
    }
    result.host = NormalizeHost(*uri.host);
    if (uri.port && (!result.scheme || PortOf(*result.scheme) != *uri.port)) result.port = uri.port;
  }
  result.path = NormalizePath(uri);
  if (uri.query) result.query = NormalizeQuery(*uri.query);
  if (uri.fragment) {
    std::string fragment = NormalizeComponent(*uri.fragment, UriClass::kFragment);
    if (!fragment.empty()) result.fragment = std::move(fragment);
  }
  return result;
}

constexpr size_t ByteOf(char c) { return static_cast<unsigned char>(c); }

// Unreserved characters and '/'.
constexpr std::array<bool, 256> kPathBytes = [] {
  std::array<bool, 256> bytes = {};
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char c = static_cast<char>(i);
    bytes[i] = IsAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
  }
  return bytes;
}();

bool IsNormalPath(std::string_view path) {
  return path.starts_with('/') && path.find("/.") == std::string_view::npos && IsPlainPath(path);
}

// What NormalizeUri would not change: a plain path, perhaps after a scheme and a name in small letters.
bool IsNormal(std::string_view text) {
  if (IsNormalPath(text)) return true;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view rest = text.substr(scheme.size());
    const std::string_view host = rest.substr(0, rest.find('/'));
    const bool is_plain =
        std::ranges::all_of(host, [](char c) { return IsLower(c) || IsDigit(c) || c == '-' || c == '.'; });
    return is_plain && !host.empty() && !host.ends_with('.') && IsNormalPath(rest.substr(host.size()));
  }
  return false;
}

}  // namespace

Result<Uri> ParseUri(std::string_view text) {
  Uri uri;
  TakeScheme(text, uri);
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const Status status = SetAuthority(TakeUntil(text, "/?#"), uri);
    if (!status.ok()) return status.error();
  }
  uri.path = TakeUntil(text, "?#");
  if (text.starts_with('?')) uri.query = TakeUntil(text, "#").substr(1);
  if (text.starts_with('#')) uri.fragment = text.substr(1, text.find('\n') - 1);
  if (uri.scheme && !IsSchemeName(*uri.scheme)) return InvalidUri("Invalid scheme format: '" + *uri.scheme + "'");
  const Status status = Validate(uri);
  if (!status.ok()) return status.error();
  return uri;
}

std::string Authority(const Uri& uri) {
  std::string out;
  if (uri.user) out += *uri.user;
  if (uri.password) out += ":" + *uri.password;
  if (uri.user || uri.password) out += '@';
  out += *uri.host;
  if (uri.port) out += ":" + *uri.port;
  return out;
}

std::string ToText(const Uri& uri) {
  std::string out;
  if (uri.scheme) out += *uri.scheme + ":";
  if (uri.host) out += "//" + Authority(uri);
  out += uri.path;
  if (uri.query) out += "?" + *uri.query;
  if (uri.fragment) out += "#" + *uri.fragment;
  return out;
}

bool IsPlainPath(std::string_view text) {
  return !text.starts_with("//") && std::ranges::all_of(text, [](char c) { return kPathBytes[ByteOf(c)]; });
}

Result<std::string> NormalizeUri(std::string_view text) {
  if (IsNormal(text)) return std::string(text);
  const Result<Uri> uri = ParseUri(text);
  if (!uri.ok()) return uri.error();
  const Uri normalized = Normalized(*uri);
  const Status status = Validate(normalized);
  if (!status.ok()) return status.error();
  return ToText(normalized);
}

}  // namespace tincture::text
