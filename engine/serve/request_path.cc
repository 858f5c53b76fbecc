#include "engine/serve/request_path.h"

#include <cctype>
#include <vector>

namespace tincture::engine {

namespace {

bool IsAlphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 && (c & 0x80) == 0; }
bool IsHex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

// RFC 3986's pchar and '/'.
bool IsPathCharacter(char c) {
  return IsAlphanumeric(c) || std::string_view("!$&'()*+,-./:;=@_~").find(c) != std::string_view::npos;
}

int HexValue(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

// Nothing: a character that is neither allowed nor after a percent sign.
bool IsWellFormed(std::string_view text, bool (*allowed)(char)) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size() || !IsHex(text[i + 1]) || !IsHex(text[i + 2])) return false;
      i += 2;
    } else if (!allowed(text[i])) {
      return false;
    }
  }
  return true;
}

std::string Decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      out += static_cast<char>(HexValue(text[i + 1]) * 16 + HexValue(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

void AppendEscaped(char c, std::string& out) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
}

// Without empty parts, "." and ".."; nothing where ".." leads above the root. A folder keeps its '/' at the end.
std::optional<std::string> Normalized(std::string_view path) {
  std::vector<std::string_view> parts;
  bool is_folder = true;
  for (size_t start = 1; start <= path.size();) {
    const size_t end = std::min(path.find('/', start), path.size());
    const std::string_view part = path.substr(start, end - start);
    start = end + 1;
    is_folder = part.empty() || part == "." || part == "..";
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!is_folder) {
      parts.push_back(part);
    }
  }
  std::string out;
  for (const std::string_view part : parts) out.append("/").append(part);
  if (is_folder) out += '/';
  return out;
}

// "http://host/path" to "/path".
std::string_view WithoutOrigin(std::string_view target) {
  const size_t scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return target;
  const size_t slash = target.find('/', scheme + 3);
  return slash == std::string_view::npos ? std::string_view() : target.substr(slash);
}

std::string EscapedQuery(std::string_view query) {
  std::string out;
  for (const char c : query) {
    if (IsPathCharacter(c) || c == '?' || c == '%') {
      out += c;
    } else {
      AppendEscaped(c, out);
    }
  }
  return out;
}

}  // namespace

std::optional<RequestPath> ParseTarget(std::string_view target) {
  target = WithoutOrigin(target);
  target = target.substr(0, target.find('#'));
  const size_t mark = target.find('?');
  const std::string_view query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  const std::string_view path = target.substr(0, mark);
  const auto is_ascii = [](char c) { return c > ' ' && c < 0x7f; };
  if (!path.starts_with('/') || !IsWellFormed(path, IsPathCharacter) || !IsWellFormed(query, is_ascii)) {
    return std::nullopt;
  }
  const std::string decoded = Decoded(path);
  if (decoded.find('\0') != std::string::npos) return std::nullopt;
  std::optional<std::string> normalized = Normalized(decoded);
  if (!normalized) return std::nullopt;
  return RequestPath{*std::move(normalized), EscapedQuery(query)};
}

std::string EscapePath(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (IsPathCharacter(c)) {
      out += c;
    } else {
      AppendEscaped(c, out);
    }
  }
  return out;
}

}  // namespace tincture::engine
