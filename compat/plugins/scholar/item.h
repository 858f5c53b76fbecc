// Item: a BibTeX entry in the terms of citation styles (CSL): what a style may print, by CSL's names of variables.
// bibtex-ruby's CiteProcConverter decides what becomes what.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/scholar/bibtex.h"

namespace tincture::compat::plugins::scholar {

struct ItemName {
  std::optional<std::string> given;
  std::optional<std::string> family;
  std::optional<std::string> particle;  // non-dropping: von
  std::optional<std::string> suffix;

  bool operator==(const ItemName&) const = default;
};

struct ItemDate {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<std::string> literal;

  bool IsEmpty() const { return !year && !literal; }
};

struct Item {
  std::string type;  // "article-journal"
  std::map<std::string, std::string, std::less<>> texts;
  std::map<std::string, std::vector<ItemName>, std::less<>> names;
  std::map<std::string, ItemDate, std::less<>> dates;

  bool Has(std::string_view variable) const;
  std::string_view Text(std::string_view variable) const;
};

// Fields that the entry lacks come from the entry it refers to, as they stand there.
Item MakeItem(const Entry& entry, const Bibliography& bibliography);

}  // namespace tincture::compat::plugins::scholar
