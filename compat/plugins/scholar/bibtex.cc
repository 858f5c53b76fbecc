#include "compat/plugins/scholar/bibtex.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "liquid/support/arena.h"
#include "liquid/support/utf8.h"
#include "liquid/value/drop.h"
#include "liquid/value/ruby_text.h"

namespace tincture::compat::plugins::scholar {

namespace {

constexpr std::string_view kNameFields[] = {"author", "editor", "translator", "director", "producer", "composer"};
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ToLower(c);
  return lower;
}

// Ruby's String#succ for a key: the last letter or digit counts on, carrying to the left.
std::string Successor(std::string key) {
  size_t place = key.size();
  for (size_t i = key.size(); i > 0; --i) {
    char& c = key[i - 1];
    if (!IsAlnum(c)) continue;
    place = i - 1;
    if (c != 'z' && c != 'Z' && c != '9') {
      ++c;
      return key;
    }
    c = c == 'z' ? 'a' : c == 'Z' ? 'A' : '0';
  }
  if (place == key.size()) return key + "1";
  return key.insert(place, 1, key[place] == '0' ? '1' : key[place]);
}

std::string WithIndent(std::string_view text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start) out += "  ";
    out += c;
    at_start = c == '\n';
  }
  return out;
}

}  // namespace

std::string PersonName::SortOrder() const {
  std::string out = prefix.value_or("");
  if (last) out += (prefix ? " " : "") + *last;
  for (const auto& part : {suffix, first}) {
    if (part) out += ", " + *part;
  }
  return out;
}

bool BibValue::HasSymbol() const {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is_symbol; });
}

bool BibValue::IsNumeric() const {
  if (is_names || tokens.size() != 1) return false;
  std::string_view text = Strip(tokens[0].text);
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

std::string BibValue::Text() const {
  std::string out;
  if (is_names) {
    for (const PersonName& person : persons) out += (out.empty() ? "" : " and ") + person.SortOrder();
    return out;
  }
  if (tokens.size() == 1) return tokens[0].text;
  for (const Token& token : tokens) {
    if (!out.empty()) out += " # ";
    if (token.is_symbol) {
      out += token.text;
    } else {
      Arena arena;
      DropAccess access{arena, nullptr, {}};
      AppendInspect(Value::String(token.text), access, out);
    }
  }
  return out;
}

std::string BibValue::Quoted(std::string_view open, std::string_view close) const {
  if (!is_names && (!IsAtomic() || HasSymbol())) return Text();
  return std::string(open) + Text() + std::string(close);
}

int64_t BibValue::ToInt() const {
  int64_t number = 0;
  if (tokens.empty()) return 0;
  std::string_view text = StripLeft(tokens[0].text);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

namespace {

int Sign(int order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

int ComparePersons(const std::vector<PersonName>& a, const std::vector<PersonName>& b) {
  for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (const int order = a[i].SortOrder().compare(b[i].SortOrder()); order != 0) return Sign(order);
  }
  return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

}  // namespace

int Compare(const BibValue& a, const BibValue& b) {
  if (a.is_names && b.is_names) return ComparePersons(a.persons, b.persons);
  // A list of names beside a text: lists of unlike things do not compare; only an empty one comes first.
  if (a.is_names) return b.tokens.empty() && !a.persons.empty() ? 1 : 0;
  if (!b.is_names && a.IsNumeric() && b.IsNumeric()) {
    return a.ToInt() < b.ToInt() ? -1 : a.ToInt() > b.ToInt() ? 1 : 0;
  }
  return Sign(a.Text().compare(b.Text()));
}

const BibValue* Entry::Find(std::string_view name) const {
  for (const auto& [field, value] : fields) {
    if (field == name) return &value;
  }
  return nullptr;
}

BibValue* Entry::Find(std::string_view name) {
  return const_cast<BibValue*>(static_cast<const Entry*>(this)->Find(name));
}

void Entry::Set(std::string_view name, BibValue value) {
  if (BibValue* present = Find(name)) {
    *present = std::move(value);
  } else {
    fields.emplace_back(name, std::move(value));
  }
}

void Entry::Erase(std::string_view name) {
  std::erase_if(fields, [&](const auto& field) { return field.first == name; });
}

const BibValue* Entry::Provide(std::string_view name) const {
  const BibValue* value = Find(name);
  return value == nullptr && name == "booktitle" ? Find("title") : value;
}

std::string Entry::Source(std::string_view open, std::string_view close) const {
  std::string content;
  for (const auto& [name, value] : fields) {
    if (!content.empty()) content += ",\n";
    content += name + " = " + value.Quoted(open, close);
  }
  return "@" + type + "{" + key + ",\n" + WithIndent(content) + "\n}\n";
}

int MonthNumber(std::string_view symbol) {
  const auto found = std::find(kMonths.begin(), kMonths.end(), symbol);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

void ParseMonth(Entry& entry) {
  entry.Erase("month_numeric");
  BibValue* month = entry.Find("month");
  if (month == nullptr) return;
  const std::string text(Strip(month->Text()));
  const std::string start = Lower(text.substr(0, 3));
  if (MonthNumber(start) > 0) {
    *month = BibValue::OfSymbol(start);
  } else if (!text.empty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), IsDigit)) {
    const int64_t number = month->ToInt();
    if (number <= 12) *month = BibValue::OfSymbol(std::string(kMonths[number == 0 ? 11 : number - 1]));
  }
  if (const int number = MonthNumber(month->Text())) {
    entry.Set("month_numeric", BibValue::OfText(std::to_string(number)));
  }
}

const Entry* Bibliography::Find(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : found->second;
}

const Entry* Bibliography::Parent(const Entry& entry) const {
  const BibValue* crossref = entry.Find("crossref");
  return crossref == nullptr ? nullptr : Find(crossref->Text());
}

const BibValue* Bibliography::Get(const Entry& entry, std::string_view name) const {
  if (const BibValue* own = entry.Find(name)) return own;
  const Entry* parent = Parent(entry);
  return parent == nullptr ? nullptr : parent->Provide(name);
}

std::vector<std::string> Bibliography::InheritedFields(const Entry& entry) const {
  std::vector<std::string> names;
  const Entry* parent = Parent(entry);
  if (parent == nullptr) return names;
  for (const auto& [name, value] : parent->fields) {
    if (!entry.Has(name)) names.push_back(name);
  }
  if (parent->Has("title")) names.emplace_back("booktitle");
  std::sort(names.begin(), names.end());
  return names;
}

void Bibliography::Replace(BibValue& value) const {
  for (const StringDefinition& string : strings_) {
    if (!value.HasSymbol()) return;
    std::vector<BibValue::Token> tokens;
    for (BibValue::Token& token : value.tokens) {
      if (token.is_symbol && token.text == string.name) {
        tokens.insert(tokens.end(), string.value.tokens.begin(), string.value.tokens.end());
      } else {
        tokens.push_back(std::move(token));
      }
    }
    value.tokens = std::move(tokens);
  }
}

namespace {

void JoinTokens(BibValue& value) {
  std::vector<BibValue::Token> joined;
  for (BibValue::Token& token : value.tokens) {
    if (!joined.empty() && !joined.back().is_symbol && !token.is_symbol) {
      joined.back().text += token.text;
    } else {
      joined.push_back(std::move(token));
    }
  }
  value.tokens = std::move(joined);
}

}  // namespace

void Bibliography::Define(std::string name, BibValue value) {
  for (StringDefinition& string : strings_) {
    if (string.name != name) continue;
    string.value = std::move(value);
    return;
  }
  strings_.push_back({std::move(name), std::move(value)});
}

void Bibliography::Add(Entry entry, const BibOptions& options) {
  while (by_key_.contains(entry.key)) entry.key = Successor(entry.key);
  if (options.parse_names) {
    for (const std::string_view field : kNameFields) {
      BibValue* value = entry.Find(field);
      if (value == nullptr) continue;
      Replace(*value);
      JoinTokens(*value);
      *value = {.tokens = {}, .persons = ParseNames(value->Text()), .is_names = true};
    }
  }
  if (options.parse_months) ParseMonth(entry);
  owned_.push_back(std::move(entry));
  listed_.push_back(&owned_.back());
  by_key_[owned_.back().key] = &owned_.back();
}

// Definitions first: one may name another that stands before it. Ruby goes through them in the order of the text.
void Bibliography::ReplaceStrings() {
  for (StringDefinition& string : strings_) {
    BibValue value = string.value;
    Replace(value);
    string.value = std::move(value);
  }
  for (Entry& entry : owned_) {
    for (auto& [name, value] : entry.fields) Replace(value);
  }
}

void Bibliography::Join() {
  for (Entry& entry : owned_) {
    for (auto& [name, value] : entry.fields) JoinTokens(value);
  }
}

std::string Bibliography::Digest(const Entry& entry, const std::vector<std::string>& fields) const {
  std::string digest = entry.type;
  for (const std::string& field : fields) {
    const BibValue* value = Get(entry, field);
    if (value != nullptr) digest += "|" + field + ":" + value->Text();
  }
  return digest;
}

void Bibliography::RemoveDuplicates(std::vector<std::string> fields) {
  if (fields.empty()) fields = {"year", "title"};
  std::sort(fields.begin(), fields.end());
  std::set<std::string> seen;
  std::erase_if(listed_, [&](const Entry* entry) {
    if (seen.insert(Digest(*entry, fields)).second) return false;
    by_key_.erase(entry->key);
    return true;
  });
}

}  // namespace tincture::compat::plugins::scholar
