#include "compat/plugins/scholar/item.h"

#include <algorithm>
#include <charconv>

#include "compat/plugins/scholar/pattern.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins::scholar {

namespace {

struct Renamed {
  std::string_view from;
  std::string_view to;
};

constexpr Renamed kVariables[] = {
    {"isbn", "ISBN"},
    {"booktitle", "container-title"},
    {"journal", "container-title"},
    {"journaltitle", "container-title"},
    {"series", "collection-title"},
    {"address", "publisher-place"},
    {"pages", "page"},
    {"number", "issue"},
    {"url", "URL"},
    {"doi", "DOI"},
    {"pmid", "PMID"},
    {"pmcid", "PMCID"},
    {"type", "genre"},
    {"school", "publisher"},
    {"institution", "publisher"},
    {"organization", "publisher"},
    {"howpublished", "publisher"},
    {"urldate", "accessed"},
};

constexpr Renamed kTypes[] = {
    {"booklet", "pamphlet"},
    {"conference", "paper-conference"},
    {"inbook", "chapter"},
    {"incollection", "chapter"},
    {"inproceedings", "paper-conference"},
    {"manual", "book"},
    {"mastersthesis", "thesis"},
    {"phdthesis", "thesis"},
    {"proceedings", "book"},
    {"techreport", "report"},
    {"unpublished", "manuscript"},
    {"article", "article-journal"},
};

template <size_t N>
std::string NewName(const Renamed (&table)[N], std::string_view name) {
  for (const Renamed& renamed : table) {
    if (renamed.from == name) return std::string(renamed.to);
  }
  return std::string(name);
}

// String#to_i
int ToInt(std::string_view text) {
  text = StripLeft(text);
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<int> Numbers(std::string_view text, char separator) {
  std::vector<int> numbers;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    numbers.push_back(ToInt(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return numbers;
}

ItemDate DateOf(const std::vector<int>& parts) {
  ItemDate date;
  if (!parts.empty()) date.year = parts[0];
  if (parts.size() > 1) date.month = parts[1];
  if (parts.size() > 2) date.day = parts[2];
  return date;
}

// "2020-05-06/2020-05-09": the first day.
ItemDate DateOf(std::string_view text) { return DateOf(Numbers(text.substr(0, text.find('/')), '-')); }

bool IsDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

class Converter {
 public:
  Converter(const Entry& entry, const Bibliography& bibliography) : entry_(entry), bibliography_(bibliography) {
    ParseMonth(entry_);
  }

  Item Convert() {
    for (const auto& [name, value] : entry_.fields) AddField(name, value);
    if (const Entry* parent = bibliography_.Parent(entry_)) {
      for (const std::string& name : bibliography_.InheritedFields(entry_)) AddField(name, *parent->Provide(name));
    }
    SetConference();
    if ((entry_.type == "techreport" || entry_.type == "report") && entry_.Has("number")) {
      item_.texts["number"] = entry_.Find("number")->Text();
    }
    SetIssued();
    SetAccessed();
    SetType();
    return std::move(item_);
  }

 private:
  void AddField(std::string_view name, const BibValue& value) {
    if (name == "year" || name == "month" || name == "day" || name == "date") return;
    if (name == "howpublished" && value.Text().find("url") != std::string::npos) return AddUrl(value.Text());
    std::string variable = NewName(kVariables, name);
    if (item_.Has(variable)) variable = name;
    if (value.is_names) {
      for (const PersonName& person : value.persons) {
        item_.names[variable].push_back({person.first, person.last, person.prefix, person.suffix});
      }
    } else {
      item_.texts[variable] = value.Text();
    }
  }

  // \url{...}
  void AddUrl(const std::string& text) {
    static const Pattern pattern(R"(url\{?([^}]*))");
    if (const auto groups = pattern.Find(text)) item_.texts["URL"] = (*groups)[1];
  }

  void SetConference() {
    if (entry_.type != "conference" && entry_.type != "proceedings" && entry_.type != "inproceedings") return;
    if (entry_.Has("organization") && entry_.Has("publisher")) {
      item_.texts["authority"] = entry_.Find("organization")->Text();
      item_.texts["publisher"] = entry_.Find("publisher")->Text();
    }
    if (entry_.Has("address")) item_.texts["event-place"] = entry_.Find("address")->Text();
  }

  // A day without a month that is known takes the month's place.
  void SetIssued() {
    if (const BibValue* date = entry_.Find("date")) {
      item_.dates["issued"] = DateOf(date->Text());
      return;
    }
    const BibValue* year = entry_.Find("year");
    if (year == nullptr) return;
    if (!IsDigits(year->Text())) {
      item_.dates["issued"].literal = year->Text();
      return;
    }
    std::vector<int> parts = {ToInt(year->Text())};
    if (const BibValue* month = entry_.Find("month")) {
      if (const int number = MonthNumber(month->Text())) parts.push_back(number);
      if (const BibValue* day = entry_.Find("day")) parts.push_back(ToInt(day->Text()));
    }
    item_.dates["issued"] = DateOf(parts);
  }

  void SetAccessed() {
    const auto found = item_.texts.find("accessed");
    if (found == item_.texts.end()) return;
    const std::string& text = found->second;
    if (!text.empty() && text.find_first_not_of("0123456789/- \t\n") == std::string::npos) {
      item_.dates["accessed"] = DateOf(text);
    } else {
      item_.dates["accessed"].literal = text;
    }
    item_.texts.erase(found);
  }

  void SetType() {
    item_.type = NewName(kTypes, entry_.type);
    if (item_.Has("genre")) return;
    if (entry_.type == "mastersthesis") item_.texts["genre"] = "Master's thesis";
    if (entry_.type == "phdthesis") item_.texts["genre"] = "PhD thesis";
  }

  Entry entry_;
  const Bibliography& bibliography_;
  Item item_;
};

}  // namespace

bool Item::Has(std::string_view variable) const {
  return texts.contains(variable) || names.contains(variable) || dates.contains(variable);
}

std::string_view Item::Text(std::string_view variable) const {
  const auto found = texts.find(variable);
  return found == texts.end() ? std::string_view() : std::string_view(found->second);
}

Item MakeItem(const Entry& entry, const Bibliography& bibliography) { return Converter(entry, bibliography).Convert(); }

}  // namespace tincture::compat::plugins::scholar
