// The citation styles that are built in, each our own account of its manual's rules; what they print is compared with
// the gem's (tests/golden/plugins/jekyll-scholar).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/scholar/writer.h"

namespace tincture::compat::plugins::scholar {

struct CitationStyle {
  std::unique_ptr<Writer> (*make)(const Item& item);
  // What is printed in place of names that the entry above began with; empty: they are repeated.
  std::string_view author_substitute;
  // Around a citation, and between the works in it.
  std::string_view prefix = "(";
  std::string_view delimiter = "; ";
  std::string_view suffix = ")";
};

std::unique_ptr<Writer> MakeApaWriter(const Item& item);
std::unique_ptr<Writer> MakeIeeeWriter(const Item& item);
std::unique_ptr<Writer> MakeMlaWriter(const Item& item);

// The works of one citation, joined.
std::string WriteCitation(const CitationStyle& style, const std::vector<std::string>& works);

// "apa", "ieee", "modern-language-association"; null for any other name.
const CitationStyle* FindStyle(std::string_view name);

// The word before a locator: "p.", "chapter".
struct LocatorTerm {
  std::string_view label;
  std::string_view short_singular;
  std::string_view short_plural;
  std::string_view long_singular;
  std::string_view long_plural;
};
// An empty term for a label that is unknown.
LocatorTerm FindLocatorTerm(std::string_view label);

}  // namespace tincture::compat::plugins::scholar
