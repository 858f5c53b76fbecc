// What `include` and `render` have in common: 'name' with variable as alias, key: value ...
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "liquid/exec/tag.h"
#include "liquid/syntax/expression.h"

namespace tincture::liquid {

struct PartialMarkup {
  std::string_view name;  // its expression's text
  bool is_for = false;    // `for`, not `with`
  std::optional<Expression> variable;
  std::string_view alias;  // empty: none
  std::span<const KeywordArgument> attributes;
};

// `markup` from the end of the name on: (\s+(?:with|for)\s+(QuotedFragment+))?(\s+as\s+([\w\-]+))?, then attributes
// from anywhere in `whole`.
PartialMarkup ParsePartialMarkup(TagParser& parser, std::string_view name, size_t name_end);

// "folder/name" is the variable `name` in the partial; empty where there is no such part.
std::string_view VariableNameOf(std::string_view template_name);

}  // namespace tincture::liquid
