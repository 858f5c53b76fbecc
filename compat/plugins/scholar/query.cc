#include "compat/plugins/scholar/query.h"

#include <algorithm>

#include "compat/plugins/scholar/pattern.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins::scholar {

namespace {

struct Condition {
  std::string field;
  std::string op;  // empty: the field is there
  std::string value;
};

struct TypeQuery {
  bool negated = false;
  std::string type;
  std::vector<std::vector<Condition>> alternatives;  // empty: any entry of the type
};

// split(pattern), without empty parts at the end.
std::vector<std::string> SplitBy(const Pattern& separator, std::string_view text) {
  std::vector<std::string> parts;
  size_t start = 0;
  while (const auto groups = separator.Find(text, start)) {
    const size_t at = static_cast<size_t>((*groups)[0].data() - text.data());
    parts.emplace_back(text.substr(start, at - start));
    start = at + (*groups)[0].size();
  }
  parts.emplace_back(text.substr(start));
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  return parts;
}

Condition ParseCondition(std::string_view text) {
  static const Pattern op(R"(\s*([!~\/^<>]?=|!~|=~|<|>)\s*)");
  const auto groups = op.Find(text);
  if (!groups) return {.field = std::string(Strip(text)), .op = {}, .value = {}};
  const size_t at = static_cast<size_t>((*groups)[0].data() - text.data());
  std::string_view value = text.substr(at + (*groups)[0].size());
  if (const auto next = op.Find(value)) value = value.substr(0, static_cast<size_t>((*next)[0].data() - value.data()));
  return {.field = std::string(Strip(text.substr(0, at))),
          .op = std::string((*groups)[1]),
          .value = std::string(Strip(value))};
}

std::vector<TypeQuery> ParseQuery(std::string_view text) {
  static const Pattern type(R"((!)?@(\*|[A-Za-z0-9_]+)(?:\[([^\]]*)\])?)");
  static const Pattern either(R"(\s*\|\|\s*)");
  static const Pattern both(R"(\s*(?:,|&&)\s*)");
  std::vector<TypeQuery> queries;
  for (size_t from = 0;;) {
    const auto groups = type.Find(text, from);
    if (!groups) return queries;
    TypeQuery query{.negated = !(*groups)[1].empty(), .type = std::string((*groups)[2]), .alternatives = {}};
    for (const std::string& alternative : SplitBy(either, (*groups)[3])) {
      auto& conditions = query.alternatives.emplace_back();
      for (const std::string& condition : SplitBy(both, alternative)) {
        if (!condition.empty()) conditions.push_back(ParseCondition(condition));
      }
    }
    queries.push_back(std::move(query));
    from = static_cast<size_t>((*groups)[0].data() - text.data()) + (*groups)[0].size();
  }
}

bool SameText(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ToLower(x) == ToLower(y); });
}

bool HasType(const Entry& entry, std::string_view type) {
  return type == "*" || SameText(type, "entry") || SameText(type, entry.type);
}

// What Ruby's entry answers to a method of that name.
std::optional<std::string> Actual(const Bibliography& bibliography, const Entry& entry, const std::string& name) {
  if (name == "key" || name == "id") return entry.key;
  const BibValue* value = name == "type" ? entry.Find(name) : bibliography.Get(entry, name);
  if (value == nullptr && name == "date") value = bibliography.Get(entry, "year");
  if (value != nullptr) return value->Text();
  if (name == "year" && entry.Has("date")) {
    static const Pattern year(R"(\d{4})");
    if (const auto groups = year.Find(entry.Find("date")->Text())) return std::string((*groups)[0]);
  }
  return std::nullopt;
}

bool IsWholeNumber(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

int CompareTexts(const std::string& a, const std::string& b) {
  if (!IsWholeNumber(a) || !IsWholeNumber(b)) return a.compare(b);
  return Compare(BibValue::OfText(a), BibValue::OfText(b));
}

bool Meets(const Bibliography& bibliography, const Entry& entry, const Condition& condition) {
  if (condition.field.empty()) return true;
  if (condition.op.empty()) return entry.Provide(condition.field) != nullptr;
  const std::optional<std::string> actual = Actual(bibliography, entry, condition.field);
  const std::string& op = condition.op;
  if (op == "!=" || op == "/=") return !actual || *actual != condition.value;
  if (op == "!~") return !actual || !Pattern(condition.value).Matches(*actual);
  if (!actual) return false;
  if (op == "^=") return Pattern("^" + condition.value).Matches(*actual);
  if (op == "~=") return Pattern(condition.value).Matches(*actual);
  if (op == "=") return *actual == condition.value;
  const int order = CompareTexts(*actual, condition.value);
  return op == "<" ? order < 0 : op == ">" ? order > 0 : op == "<=" ? order <= 0 : order >= 0;
}

bool Matches(const Bibliography& bibliography, const Entry& entry, const TypeQuery& query) {
  if (HasType(entry, query.type) == query.negated) return false;
  if (query.alternatives.empty()) return true;
  return std::any_of(query.alternatives.begin(), query.alternatives.end(), [&](const auto& conditions) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return Meets(bibliography, entry, condition); });
  });
}

}  // namespace

std::vector<const Entry*> Select(const Bibliography& bibliography, std::string_view query) {
  std::vector<const Entry*> chosen;
  if (!query.starts_with('@') && !query.starts_with("!@")) {
    if (const Entry* entry = bibliography.Find(query)) chosen.push_back(entry);
    return chosen;
  }
  const std::vector<TypeQuery> queries = ParseQuery(query);
  for (const Entry* entry : bibliography.entries()) {
    const auto fits = [&](const TypeQuery& one) { return Matches(bibliography, *entry, one); };
    if (std::any_of(queries.begin(), queries.end(), fits)) chosen.push_back(entry);
  }
  return chosen;
}

}  // namespace tincture::compat::plugins::scholar
