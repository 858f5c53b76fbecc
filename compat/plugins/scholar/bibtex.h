// BibTeX as bibtex-ruby 6.2 reads it: entries with their values, @string names, names of persons, cross references.
// A Bibliography owns its entries; pointers to them stay valid as long as it lives.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "liquid/support/status.h"

namespace tincture::compat::plugins::scholar {

// One person: von and jr are `prefix` and `suffix`.
struct PersonName {
  std::optional<std::string> first;
  std::optional<std::string> last;
  std::optional<std::string> prefix;
  std::optional<std::string> suffix;

  // "von Last, Jr, First"
  std::string SortOrder() const;
};

// What stands right of a field's `=`.
struct BibValue {
  // A text, or the name of a @string (a symbol): "a" # b is two.
  struct Token {
    std::string text;
    bool is_symbol = false;
  };
  std::vector<Token> tokens;
  std::vector<PersonName> persons;
  bool is_names = false;  // persons, not tokens

  static BibValue OfText(std::string text) { return {.tokens = {{std::move(text), false}}, .persons = {}}; }
  static BibValue OfSymbol(std::string name) { return {.tokens = {{std::move(name), true}}, .persons = {}}; }

  bool IsAtomic() const { return is_names || tokens.size() < 2; }
  bool HasSymbol() const;
  bool IsNumeric() const;
  // Ruby's to_s.
  std::string Text() const;
  // to_s(:quotes => ...): an atomic text in quotes, anything else as it stands.
  std::string Quoted(std::string_view open, std::string_view close) const;
  int64_t ToInt() const;
};

// Ruby's <=> of two values: numbers as numbers, else by their text.
int Compare(const BibValue& a, const BibValue& b);

struct Entry {
  std::string type;  // "article"
  std::string key;
  std::vector<std::pair<std::string, BibValue>> fields;

  const BibValue* Find(std::string_view name) const;
  BibValue* Find(std::string_view name);
  bool Has(std::string_view name) const { return Find(name) != nullptr; }
  void Set(std::string_view name, BibValue value);
  void Erase(std::string_view name);
  // Field, or that under its other name: a `booktitle` is the `title` of a cross-referenced book.
  const BibValue* Provide(std::string_view name) const;
  // The entry as text, its values in quotes.
  std::string Source(std::string_view open, std::string_view close) const;
};

struct BibOptions {
  bool strip = false;  // newlines in values become spaces
  bool strict = true;  // an entry may begin anywhere in a line
  bool allow_missing_keys = false;
  bool parse_names = true;
  bool parse_months = true;
};

class Bibliography {
 public:
  // Error "BibTeX::ParseError", with the line in the text.
  static Result<Bibliography> Parse(std::string_view text, const BibOptions& options);

  const std::vector<const Entry*>& entries() const { return listed_; }
  // Null where there is none.
  const Entry* Find(std::string_view key) const;
  // The entry that `crossref` names, or null.
  const Entry* Parent(const Entry& entry) const;
  // The entry's field, else the parent's; null where neither has it.
  const BibValue* Get(const Entry& entry, std::string_view name) const;
  // Names of the fields that come from the parent, sorted.
  std::vector<std::string> InheritedFields(const Entry& entry) const;

  // Puts the texts of @strings in the place of their names, and joins what `#` joins.
  void ReplaceStrings();
  void Join();
  // Keeps the first of all entries that agree in type and in `fields` (none: year and title).
  void RemoveDuplicates(std::vector<std::string> fields);

 private:
  friend class BibParser;
  struct StringDefinition {
    std::string name;
    BibValue value;
  };

  void Add(Entry entry, const BibOptions& options);
  void Define(std::string name, BibValue value);
  void Replace(BibValue& value) const;
  std::string Digest(const Entry& entry, const std::vector<std::string>& fields) const;

  std::deque<Entry> owned_;
  std::vector<const Entry*> listed_;  // in the order of the text
  std::map<std::string, const Entry*, std::less<>> by_key_;
  std::vector<StringDefinition> strings_;
};

// The names in "A and B and C".
std::vector<PersonName> ParseNames(std::string_view text);

// `month = {June}` is the symbol jun; month_numeric its number.
void ParseMonth(Entry& entry);
// 1 to 12 of jan to dec, 0 for anything else.
int MonthNumber(std::string_view symbol);

}  // namespace tincture::compat::plugins::scholar
