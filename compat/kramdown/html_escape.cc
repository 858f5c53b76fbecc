#include "compat/kramdown/html_escape.h"

#include <algorithm>
#include <array>

#include "compat/kramdown/entities.h"
#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

namespace {

std::string_view Escaped(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    default:
      return "&quot;";
  }
}

constexpr std::array<bool, 256> EscapedBytes(std::string_view bytes) {
  std::array<bool, 256> escaped = {};
  for (const char c : bytes) escaped[static_cast<unsigned char>(c)] = true;
  return escaped;
}
constexpr std::array<bool, 256> kEscapedInText = EscapedBytes("<>&");
constexpr std::array<bool, 256> kEscapedInAttribute = EscapedBytes("<>&\"");

bool IsEscapedCharacter(const std::string& character) {
  return character == "<" || character == ">" || character == "&" || character == "\"";
}

bool IsEncodable(const Entity& entity, const Options& options) {
  if (entity.code_point > 0x7FFFFFFF) return false;
  if (entity.code_point < 0x80) return true;
  return !options.ascii_source && (!options.holds || options.holds(static_cast<uint32_t>(entity.code_point)));
}

}  // namespace

void EscapeHtml(std::string_view text, EscapeKind kind, std::string& out) {
  const std::array<bool, 256>& escaped = kind == EscapeKind::kAttribute ? kEscapedInAttribute : kEscapedInText;
  size_t done = 0;
  for (size_t pos = 0; pos < text.size(); ++pos) {
    if (!escaped[static_cast<unsigned char>(text[pos])]) continue;
    if (text[pos] == '&' && kind != EscapeKind::kAll) {
      if (const std::optional<EntityMatch> match = MatchEntity(text, pos)) {
        pos = match->end - 1;
        continue;
      }
    }
    out += text.substr(done, pos - done);
    out += Escaped(text[pos]);
    done = pos + 1;
  }
  out += text.substr(done);
}

std::string EscapeHtml(std::string_view text, EscapeKind kind) {
  std::string out;
  EscapeHtml(text, kind, out);
  return out;
}

void AppendHtmlAttributes(const Attributes& attributes, std::string& out) {
  for (const Attribute* entry = attributes.first(); entry; entry = entry->next) {
    if (entry->name == "id" && Strip(entry->value).empty()) continue;
    out += ' ';
    out += entry->name;
    out += "=\"";
    EscapeHtml(entry->value, EscapeKind::kAttribute, out);
    out += '"';
  }
}

std::string EntityToString(const Entity& entity, std::string_view original, const Options& options) {
  const EntityOutput form = options.entity_output;
  const std::string character = CharacterOf(entity).value_or("");
  const bool escaped = IsEscapedCharacter(character);
  if (form == EntityOutput::kAsChar && IsEncodable(entity, options) && (character == "\"" || !escaped))
    return character;
  if ((form == EntityOutput::kAsInput || form == EntityOutput::kAsChar) && !original.empty()) {
    return std::string(original);
  }
  if ((form == EntityOutput::kSymbolic || escaped) && !entity.name.empty()) return "&" + std::string(entity.name) + ";";
  return "&#" + std::to_string(entity.code_point) + ";";
}

Entity SmartQuoteEntity(Quote quote, const Options& options) {
  const std::string& wanted = options.smart_quotes[static_cast<size_t>(quote)];
  const bool is_number = !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), IsDigit);
  if (is_number) return EntityOf(std::stoull(wanted.substr(0, 18)));
  const std::optional<Entity> found = FindEntity(wanted);
  return found ? *found : *FindEntity(NameOf(quote));
}

}  // namespace tincture::kramdown
