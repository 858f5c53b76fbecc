#include "liquid/std/tags/variable_signature.h"

namespace tincture::liquid {

namespace {

bool IsSignature(char c) { return IsWordCharacter(c) || c == '-' || c == '.' || c == '[' || c == ']'; }

}  // namespace

size_t SkipVariableSignature(std::string_view text, size_t at) {
  while (at < text.size()) {
    const size_t character = text[at] == '(' ? at + 1 : at;
    if (character >= text.size() || !IsSignature(text[character])) break;
    at = character + 1;
    if (at < text.size() && text[at] == ')') ++at;
  }
  return at;
}

std::optional<Span> FindVariableSignature(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size(); ++at) {
    const size_t end = SkipVariableSignature(text, at);
    if (end != at) return Span{at, end};
  }
  return std::nullopt;
}

}  // namespace tincture::liquid
