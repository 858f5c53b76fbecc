#include "liquid/std/tags/partial_markup.h"

#include <vector>

#include "liquid/syntax/fragment.h"

namespace tincture::liquid {

namespace {

// \s+word\s+ at `at`: its end, or `at`.
size_t SkipSpacedWord(std::string_view text, size_t at, std::string_view word) {
  const size_t begin = SkipSpaces(text, at);
  if (begin == at || text.substr(begin, word.size()) != word) return at;
  const size_t end = SkipSpaces(text, begin + word.size());
  return end == begin + word.size() ? at : end;
}

size_t SkipAlias(std::string_view text, size_t at) {
  while (at < text.size() && (IsWordCharacter(text[at]) || text[at] == '-')) ++at;
  return at;
}

}  // namespace

PartialMarkup ParsePartialMarkup(TagParser& parser, std::string_view name, size_t name_end) {
  const std::string_view markup = parser.markup();
  PartialMarkup out;
  out.name = name;
  size_t at = name_end;
  for (const std::string_view word : {std::string_view("with"), std::string_view("for")}) {
    const size_t begin = SkipSpacedWord(markup, at, word);
    const size_t end = SkipFragments(markup, begin);
    if (begin == at || end == begin) continue;
    out.is_for = word == "for";
    out.variable = parser.ParseExpression(markup.substr(begin, end - begin));
    at = end;
    break;
  }
  if (parser.dialect().include_takes_alias) {
    const size_t begin = SkipSpacedWord(markup, at, "as");
    if (begin != at) out.alias = markup.substr(begin, SkipAlias(markup, begin) - begin);
  }
  std::vector<KeywordArgument> attributes;
  size_t place = 0;
  while (const auto attribute = NextAttribute(markup, &place)) {
    attributes.push_back({Symbol(attribute->key), parser.ParseExpression(attribute->value)});
  }
  out.attributes = parser.arena().CopySpan(std::span<const KeywordArgument>(attributes));
  return out;
}

std::string_view VariableNameOf(std::string_view template_name) {
  while (template_name.ends_with('/')) template_name.remove_suffix(1);
  return template_name.substr(template_name.rfind('/') + 1);  // npos + 1 is 0
}

}  // namespace tincture::liquid
