#include "compat/plugins/scholar/session.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/scholar/pattern.h"
#include "compat/plugins/scholar/query.h"
#include "compat/text/case.h"
#include "compat/text/slugify.h"
#include "compat/text/url_escape.h"
#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::compat::plugins::scholar {

namespace {

struct Default {
  std::string_view key;
  std::string_view text;
};

// Settings that are texts. Lists are written with commas.
constexpr Default kDefaults[] = {
    {"style", "apa"},
    {"locale", "en"},
    {"sort_by", "none"},
    {"order", "ascending"},
    {"group_by", "none"},
    {"group_order", "ascending"},
    {"bibliography_group_tag", "h2,h3,h4,h5"},
    {"bibliography_list_tag", "ol"},
    {"bibliography_item_tag", "li"},
    {"source", "./_bibliography"},
    {"bibliography", "references.bib"},
    {"repository_file_delimiter", "."},
    {"bibtex_filters", "smallcaps,superscript,italics,textit,lowercase,textregistered,tiny,latex"},
    {"bibtex_skip_fields", "abstract,month_numeric"},
    {"bibtex_quotes", "{,}"},
    {"details_dir", "bibliography"},
    {"details_layout", "bibtex.html"},
    {"details_link", "Details"},
    {"details_permalink", "/:details_dir/:key:extension"},
    {"bibliography_class", "bibliography"},
    {"bibliography_template", "{{reference}}"},
    {"reference_tagname", "span"},
    {"missing_reference", "(missing reference)"},
    {"details_link_class", "details"},
    {"query", "@*"},
    {"cite_class", "citation"},
};

// The numbers of cited works, by key: a hash of the template's that grows, as Ruby's do.
class CitationNumbers : public Drop {
 public:
  static constexpr std::string_view kClassName = "Hash";
  std::string_view ClassName() const override { return kClassName; }
  bool Find(const Symbol& key, DropAccess&, Value* out) const override {
    const auto found = numbers_.find(key.text);
    if (found == numbers_.end()) return false;
    *out = Value::Int(found->second);
    return true;
  }
  // The key's number, which is `next` where it has none yet.
  int64_t Number(const std::string& key, int64_t next) const { return numbers_.try_emplace(key, next).first->second; }

 private:
  mutable std::map<std::string, int64_t, std::less<>> numbers_;
};

constexpr Default kTypeNames[] = {
    {"article", "Journal Articles"},
    {"book", "Books"},
    {"incollection", "Book Chapters"},
    {"inproceedings", "Conference Articles"},
    {"thesis", "Theses"},
    {"mastersthesis", "Master's Theses"},
    {"phdthesis", "PhD Theses"},
    {"manual", "Manuals"},
    {"techreport", "Technical Reports"},
    {"misc", "Miscellaneous"},
    {"unpublished", "Unpublished"},
};

constexpr Default kTypeAliases[] = {{"phdthesis", "thesis"}, {"mastersthesis", "thesis"}};

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

template <size_t N>
std::optional<std::string_view> Find(const Default (&table)[N], std::string_view key) {
  for (const Default& entry : table) {
    if (entry.key == key) return entry.text;
  }
  return std::nullopt;
}

// File.join
std::string JoinUrl(std::string_view base, std::string_view path) {
  while (base.ends_with('/')) base.remove_suffix(1);
  while (path.starts_with('/')) path.remove_prefix(1);
  return std::string(base) + "/" + std::string(path);
}

// split(/\s*,\s*/)
std::vector<std::string> SplitList(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const size_t comma = text.find(',');
    parts.emplace_back(Strip(text.substr(0, comma)));
    if (comma == text.npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

// Ruby's sort, which is the C library's: halves, then merged. Numbers and texts among the years do not compare
// transitively, so that which sort it is shows.
template <class Compare>
void MergeSort(std::span<const Entry*> entries, const Compare& compare) {
  if (entries.size() < 2) return;
  const size_t middle = entries.size() / 2;
  MergeSort(entries.first(middle), compare);
  MergeSort(entries.subspan(middle), compare);
  std::vector<const Entry*> merged;
  size_t left = 0, right = middle;
  while (left < middle && right < entries.size()) {
    merged.push_back(compare(entries[left], entries[right]) <= 0 ? entries[left++] : entries[right++]);
  }
  merged.insert(merged.end(), entries.begin() + left, entries.begin() + middle);
  std::copy(merged.begin(), merged.end(), entries.begin());
}

bool IsDescending(std::string_view order) {
  const std::string lower = AsciiLower(order);
  return lower.starts_with("desc") || lower.starts_with("reverse");
}

}  // namespace

std::string Session::FileKey(const std::string& key) {
  static const Pattern separators(R"([:\s]+)");
  return separators.Replace(key, [](const Pattern::Groups&) { return std::string("_"); });
}

Session::Session(const Site& site, Library& library, const Options& options, liquid::Context* context, Arena& arena)
    : site_(site), library_(library), options_(options), context_(context), arena_(arena) {
  const Value of_site = plugins::Setting(site, "scholar");
  if (of_site.IsHash()) site_settings_ = &of_site.AsHash();
  if (context == nullptr) return;
  const Value of_page = LiquidView(*context).Get(context->Register("page"), "scholar");
  if (of_page.IsHash()) page_settings_ = &of_page.AsHash();
}

void Session::Fail(Error error) {
  if (!error_) error_ = std::move(error);
}

// --- Settings

const Value* Session::Configured(std::string_view key) const {
  for (const Hash* settings : {page_settings_, site_settings_}) {
    if (settings == nullptr) continue;
    if (const Value* value = settings->Find(Symbol(key))) return value;
  }
  return nullptr;
}

Value Session::Setting(std::string_view key) const {
  if (const Value* configured = Configured(key)) return *configured;
  if (key == "replace_strings" || key == "join_strings") return Value::Bool(true);
  const auto text = Find(kDefaults, key);
  return text ? Value::String(*text) : Value();
}

std::string Session::TextOf(const Value& value) const {
  std::string text;
  DropAccess access{arena_, nullptr, {}};
  AppendText(value, access, text);
  return text;
}

std::string Session::Text(std::string_view key) const { return TextOf(Setting(key)); }

std::vector<std::string> Session::List(std::string_view key) const {
  std::vector<std::string> items;
  for (const Value& value : ListOf(Setting(key))) {
    for (std::string& part : SplitList(TextOf(value))) items.push_back(std::move(part));
  }
  return items;
}

std::vector<FilterFunction> Session::Filters(std::string_view key) {
  std::vector<FilterFunction> filters;
  if (!Flag(key)) return filters;
  for (const std::string& name : List(key)) {
    if (const FilterFunction filter = FindFilter(name)) {
      filters.push_back(filter);
    } else if (!name.empty()) {
      library_.WarnOnce(site_,
                        "There is no filter '" + name + "' (scholar: " + std::string(key) + "); it is left out.");
    }
  }
  return filters;
}

std::string Session::Interpolate(const std::string& text) const {
  static const Pattern variable(R"(\{\{\s*([A-Za-z0-9_.]+)\s*\}\})");
  if (context_ == nullptr) return text;
  return variable.Replace(text, [this](const Pattern::Groups& groups) {
    const Value value = context_->EvaluateText(groups[1]);
    return value.Truthy() ? TextOf(value) : std::string(groups[0]);
  });
}

std::string Session::Resolve(const std::string& key) const {
  const Value value = context_ == nullptr ? Value() : context_->EvaluateText(key);
  return value.Truthy() ? TextOf(value) : key;
}

// --- Bibliographies

std::string Session::PathOf(std::string_view name) const {
  if (name.starts_with('/') && site_.FileExists(name)) return std::string(name);
  const std::string source = Text("source");
  const bool is_absolute = source.starts_with('/') && site_.DirectoryExists(source);
  std::string path = JoinUrl(is_absolute ? source : JoinUrl(site_.source(), source), name);
  if (ExtensionName(name).empty() && !site_.FileExists(path)) path += ".bib";
  return ExpandPath(path, site_.source());
}

std::vector<std::string> Session::Paths() const {
  std::vector<std::string> names = options_.files;
  const std::string configured = Text("bibliography");
  if (names.empty() && configured.find('*') != std::string::npos) {
    std::string folder = ExpandPath(Text("source"), site_.source());
    if (folder.starts_with(site_.source())) folder.erase(0, site_.source().size() + 1);
    for (const std::string& path : site_.Glob(folder + "/" + configured))
      names.push_back(path.substr(folder.size() + 1));
  }
  if (names.empty()) names.push_back(configured);
  std::vector<std::string> paths;
  for (const std::string& name : names) paths.push_back(PathOf(Interpolate(name)));
  return paths;
}

BibOptions Session::BibtexOptions() const {
  BibOptions options;
  const Value* configured = Configured("bibtex_options");
  if (configured == nullptr) return options;
  options.strip = true;  // bibtex-ruby's own, once jekyll-scholar's are replaced
  if (!configured->IsHash()) return options;
  const auto set = [&](std::string_view key, bool* flag) {
    if (const Value* value = configured->AsHash().Find(Symbol(key))) *flag = value->Truthy();
  };
  set("strip", &options.strip);
  set("strict", &options.strict);
  set("allow_missing_keys", &options.allow_missing_keys);
  set("parse_names", &options.parse_names);
  set("parse_months", &options.parse_months);
  return options;
}

const Bibliography* Session::Read() {
  if (bibliography_ != nullptr || error_) return bibliography_;
  Result<const class Bibliography*> read =
      library_.Read(site_, {.paths = Paths(),
                            .options = BibtexOptions(),
                            .replace_strings = Flag("replace_strings"),
                            .join_strings = Flag("join_strings"),
                            .remove_duplicates = options_.remove_duplicates || Flag("remove_duplicates"),
                            .match_fields = options_.match_fields});
  if (!read) {
    Fail(read.error());
  } else {
    bibliography_ = *read;
  }
  return bibliography_;
}

std::vector<const Entry*> Session::Entries() {
  const class Bibliography* bibliography = Read();
  if (bibliography == nullptr) return {};
  return Sorted(Select(*bibliography, options_.query ? Interpolate(*options_.query) : Text("query")));
}

BibValue Session::SortValue(const Entry& entry, const std::string& key) const {
  const BibValue* value = nullptr;
  if (key != "name") {
    value = bibliography_->Get(entry, key);
    return value == nullptr ? BibValue() : *value;
  }
  for (const char* field : {"author", "editor", "institution", "organization", "publisher"}) {
    if (value == nullptr) value = bibliography_->Get(entry, field);
  }
  if (value == nullptr) return BibValue::OfText("");
  static const Pattern braces(R"(\A[{\s]+|[}\s]+\z)");
  return BibValue::OfText(text::Downcase(braces.Replace(value->Text(), [](const auto&) { return std::string(); })));
}

std::vector<const Entry*> Session::Sorted(std::vector<const Entry*> entries) const {
  const Value sort_by = Setting("sort_by");
  if (options_.in_order || (sort_by.IsString() && sort_by.AsString() == "none")) return entries;
  std::vector<std::string> keys = List("sort_by");
  for (std::string& key : keys) {
    if (key == "month") key = "month_numeric";
  }
  const std::vector<std::string> orders = List("order");
  const auto compare = [&](const Entry* a, const Entry* b) {
    for (size_t i = 0; i < keys.size(); ++i) {
      const int order = Compare(SortValue(*a, keys[i]), SortValue(*b, keys[i]));
      const bool descends = !orders.empty() && IsDescending(orders[std::min(i, orders.size() - 1)]);
      if (order != 0) return descends ? -order : order;
    }
    return 0;
  };
  MergeSort(std::span(entries), compare);
  return entries;
}

// Of pages that share a file, each has a URL of its own; an excerpt has its page's, and is of another class.
std::string Session::Page() const {
  const Value page = context_->Global("page");
  std::string name = page.IsDrop() ? std::string(page.AsDrop().ClassName()) : "";
  for (const char* key : {"url", "path"}) {
    Value value;
    if (page.IsDrop()) {
      context_->ReadDrop(page.AsDrop(), key, &value);
    } else if (page.IsHash()) {
      value = page.AsHash().Get(key);
    }
    name += "\n" + TextOf(value);
  }
  return name;
}

std::vector<const Entry*> Session::CitedEntries() {
  std::vector<const Entry*> entries = Entries();
  if (!options_.cited) return entries;
  const std::vector<std::string> cited = library_.Cited(Page());
  std::vector<const Entry*> chosen;
  if (options_.in_order || Text("sort_by") == "none") {
    for (const std::string& key : cited) {
      const auto found =
          std::find_if(entries.begin(), entries.end(), [&](const Entry* entry) { return entry->key == key; });
      if (found != entries.end()) chosen.push_back(*found);
    }
  } else {
    for (const Entry* entry : entries) {
      if (std::find(cited.begin(), cited.end(), entry->key) != cited.end()) chosen.push_back(entry);
    }
  }
  if (options_.clear) library_.ForgetCited(Page());
  return chosen;
}

size_t Session::Count() { return CitedEntries().size(); }

// items[offset..max] as Ruby's ranges have it.
std::vector<const Entry*> Session::Cut(const std::vector<const Entry*>& entries) const {
  const auto size = static_cast<int64_t>(entries.size());
  int64_t first = options_.offset;
  int64_t last = options_.max ? *options_.max + options_.offset - 1 : -1;
  if (first < 0) first += size;
  if (last < 0) last += size;
  last = std::min(last, size - 1);
  if (first < 0 || first > last) return {};
  return {entries.begin() + first, entries.begin() + last + 1};
}

// --- Groups

Session::GroupValue Session::GroupOf(const Entry& entry, const std::string& key) const {
  if (key == "type") {
    const Value* aliases = Configured("type_aliases");
    const Value own = aliases && aliases->IsHash() ? aliases->AsHash().Get(Symbol(entry.type)) : Value();
    if (own.Truthy()) return {.text = TextOf(own)};
    return {.text = std::string(Find(kTypeAliases, entry.type).value_or(entry.type))};
  }
  const BibValue* value = nullptr;
  if (key == "name") {
    for (const char* field : {"author", "editor", "institution", "organization", "publisher"}) {
      if (value == nullptr) value = bibliography_->Get(entry, field);
    }
    return {.text = value == nullptr ? "" : value->Text()};
  }
  value = bibliography_->Get(entry, key);
  if (value == nullptr) return {};
  if (key != "year" && key != "date" && value->IsNumeric())
    return {.is_number = true, .number = value->ToInt(), .text = {}};
  return {.text = value->Text()};
}

int Session::CompareGroups(const std::string& key, const GroupValue& a, const GroupValue& b) const {
  if (key == "type") {
    const std::vector<std::string> order = List("type_order");
    const auto place = [&](const GroupValue& value) {
      return std::find(order.begin(), order.end(), value.text) - order.begin();
    };
    return static_cast<int>(place(a) - place(b));
  }
  if (a.is_number && b.is_number) return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
  return a.text.compare(b.text);
}

std::string Session::GroupName(const std::string& key, const GroupValue& value) const {
  if (key == "type") {
    const Value* names = Configured("type_names");
    const Value own = names && names->IsHash() ? names->AsHash().Get(Symbol(value.text)) : Value();
    return own.Truthy() ? TextOf(own) : std::string(Find(kTypeNames, value.text).value_or(value.text));
  }
  if (key != "month_numeric") return value.is_number ? std::to_string(value.number) : value.text;
  const Value* names = Configured("month_names");
  const bool is_month = value.is_number && value.number >= 1 && value.number <= 12;
  if (!is_month) return "(unknown)";
  if (names == nullptr || !names->IsArray()) return std::string(kMonths[value.number - 1]);
  const auto listed = names->AsArray();
  const auto place = static_cast<size_t>(value.number - 1);
  return place < listed.size() && listed[place].Truthy() ? TextOf(listed[place]) : "(unknown)";
}

std::string Session::Groups(const std::vector<const Entry*>& entries, const GroupOptions& options, size_t depth) {
  if (depth == options.keys.size()) {
    authors_ = {};
    return Items(entries);
  }
  const std::string& key = options.keys[depth];
  std::vector<std::pair<GroupValue, std::vector<const Entry*>>> groups;
  for (const Entry* entry : entries) {
    GroupValue value = GroupOf(*entry, key);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) { return known.first == value; });
    if (group == groups.end()) group = groups.insert(groups.end(), {std::move(value), {}});
    group->second.push_back(entry);
  }
  const bool descends =
      !options.orders.empty() && IsDescending(options.orders[std::min(depth, options.orders.size() - 1)]);
  std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
    return descends ? CompareGroups(key, b.first, a.first) < 0 : CompareGroups(key, a.first, b.first) < 0;
  });
  std::string out;
  for (const auto& [value, members] : groups) {
    if (!out.empty()) out += "\n";
    const std::string tag = options.tags.empty() ? "h2" : options.tags[std::min(depth, options.tags.size() - 1)];
    out += Tag(tag, {{"class", Text("bibliography_class")}}, GroupName(key, value)) + "\n";
    out += Groups(members, options, depth + 1);
  }
  return out;
}

std::string Session::Bibliography() {
  const std::vector<const Entry*> entries = CitedEntries();
  if (error_) return {};
  GroupOptions options;
  options.keys = options_.group_by ? SplitList(Interpolate(*options_.group_by)) : List("group_by");
  if (options.keys == std::vector<std::string>{"none"}) return Items(Cut(entries));
  for (std::string& key : options.keys) {
    if (key == "month") key = "month_numeric";
  }
  options.orders = options_.group_order ? SplitList(*options_.group_order) : List("group_order");
  options.tags = List("bibliography_group_tag");
  return Groups(entries, options, 0);
}

// --- HTML

std::string Session::Tag(std::string_view name, const std::vector<std::pair<std::string, std::string>>& attributes,
                         std::string_view content) {
  std::string out = "<" + std::string(name);
  for (const auto& [key, value] : attributes) out += " " + key + "=\"" + value + "\"";
  return out.append(">").append(content).append("</").append(name).append(">");
}

std::string Session::Items(const std::vector<const Entry*>& entries) {
  const auto attributes_of = [this](std::string_view key) {
    std::vector<std::pair<std::string, std::string>> attributes;
    const Value* configured = Configured(key);
    if (configured == nullptr || !configured->IsHash()) return attributes;
    for (const Hash::Entry& entry : configured->AsHash().entries()) {
      attributes.emplace_back(TextOf(entry.key), TextOf(entry.value));
    }
    return attributes;
  };
  const bool has_details = HasDetails() && Flag("details_link");
  const auto item_attributes = attributes_of("bibliography_item_attributes");
  std::string items;
  for (size_t i = 0; i < entries.size() && !error_; ++i) {
    std::string item = BibliographyItem(*entries[i], static_cast<int64_t>(i) + 1);
    if (has_details) {
      item += Tag("a", {{"class", Text("details_link_class")}, {"href", JoinUrl(BaseUrl(), DetailsUrl(*entries[i]))}},
                  Text("details_link"));
    }
    items += (i == 0 ? "" : "\n") + Tag(Text("bibliography_item_tag"), item_attributes, item);
  }
  std::vector<std::pair<std::string, std::string>> attributes = {{"class", Text("bibliography_class")}};
  for (auto& attribute : attributes_of("bibliography_list_attributes")) attributes.push_back(std::move(attribute));
  return Tag(options_.list_tag ? *options_.list_tag : Text("bibliography_list_tag"), attributes, items);
}

// A text, or the name of a layout.
const liquid::Template* Session::ItemTemplate() {
  if (template_ || error_) return template_.get();
  template_text_ = options_.bibliography_template ? *options_.bibliography_template : Text("bibliography_template");
  if (template_text_.empty()) template_text_ = "{{reference}}";
  if (site_.HasLayout(template_text_)) template_text_ = site_.LayoutText(template_text_);
  liquid::LiquidError error;
  template_ = liquid::Template::Parse({.text = template_text_}, context_->environment(), &error);
  if (!template_) Fail(error.ToError());
  return template_.get();
}

// Rendered by itself: it sees the entry, the site and the page, and none of the page's own variables.
std::string Session::BibliographyItem(const Entry& entry, int64_t index) {
  const liquid::Template* item = ItemTemplate();
  if (item == nullptr) return {};
  HashBuilder globals(arena_);
  SetReferenceData(entry, globals, index);
  for (const char* name : {"site", "jekyll", "theme"}) globals.Set(name, context_->Global(name));
  globals.Set("index", Value::Int(index));
  globals.Set("page", context_->Register("page"));
  globals.Set("details", Copied(JoinUrl(BaseUrl(), DetailsUrl(entry))));
  HashBuilder registers(arena_);
  for (const char* name : {"site", "page"}) registers.Set(name, context_->Register(name));
  liquid::Context::Options options;
  options.globals = globals.BuildValue();
  options.registers = registers.BuildValue();
  options.host = context_->host();
  options.observer = context_->access().observer;
  options.now = context_->Now();
  options.zone = &context_->zone();
  liquid::Context inner(context_->environment(), options);
  liquid::Output output;
  item->Render(inner, output);
  return output.Take();
}

const CitationStyle& Session::Style() {
  const std::string name = options_.style ? Interpolate(*options_.style) : Text("style");
  if (const std::string locale = Text("locale"); !locale.starts_with("en")) {
    library_.WarnOnce(site_, "Terms of the language '" + locale + "' are not built in; references are in English.");
  }
  if (const CitationStyle* style = FindStyle(name)) return *style;
  library_.WarnOnce(site_, "The style '" + name +
                               "' is not built in; references are in the style apa. There are: apa, ieee, "
                               "modern-language-association.");
  return *FindStyle("apa");
}

std::string Session::WithPrefix(const std::string& key) const {
  return options_.prefix ? *options_.prefix + "-" + key : key;
}

std::string Session::ReferenceTag(const Entry& entry, std::optional<int64_t> index) {
  const CitationStyle& style = Style();
  const Item item = MakeItem(Filtered(entry, Filters("bibtex_filters")), *bibliography_);
  const std::unique_ptr<Writer> writer = style.make(item);
  if (index) writer->set_number(*index);
  if (options_.suppress_author) writer->Suppress("author");
  if (!style.author_substitute.empty()) writer->set_memory(&authors_, style.author_substitute);
  const std::string reference = writer->Reference();
  authors_ = {.previous = authors_.current, .current = {}};
  const std::string tag = Flag("reference_tagname") ? Text("reference_tagname") : "span";
  return Tag(tag, {{"id", WithPrefix(entry.key)}}, reference);
}

std::string Session::ReferenceOf(const std::string& key) {
  const class Bibliography* bibliography = Read();
  const Entry* entry = bibliography == nullptr ? nullptr : bibliography->Find(key);
  return entry == nullptr ? Text("missing_reference") : ReferenceTag(*entry);
}

std::string Session::References(std::string_view source) {
  Result<class Bibliography> parsed = Bibliography::Parse(source, BibtexOptions());
  if (!parsed) {
    Fail(parsed.error());
    return {};
  }
  bibliography_ = &*parsed;
  std::string out;
  for (const Entry* entry : parsed->entries()) out += (out.empty() ? "" : "\n") + ReferenceTag(*entry);
  bibliography_ = nullptr;
  return out;
}

// --- What templates see

Value Session::EntryData(const Entry& entry) {
  HashBuilder data(arena_);
  data.Set("key", Copied(entry.key));
  data.Set("type", Copied(entry.type));
  Entry shown = entry;
  for (const std::string& field : List("bibtex_skip_fields")) shown.Erase(field);
  const std::vector<std::string> quotes = List("bibtex_quotes");
  if (const auto filters = Filters("raw_bibtex_filters"); !filters.empty()) shown = Filtered(std::move(shown), filters);
  data.Set("bibtex", Copied(shown.Source(quotes.empty() ? "" : quotes.front(), quotes.empty() ? "" : quotes.back())));
  const std::vector<FilterFunction> filters = Filters("bibtex_filters");
  for (const auto& [name, raw] : entry.fields) {
    const BibValue value = Filtered(raw, filters);
    data.Set(arena_.Copy(name), Copied(value.Text()));
    if (!value.is_names) continue;
    std::vector<Value> persons;
    for (size_t i = 0; i < value.persons.size(); ++i) {
      const PersonName& person = value.persons[i];
      HashBuilder parts(arena_);
      const std::pair<std::string_view, const std::optional<std::string>*> named[] = {
          {"first", &person.first}, {"last", &person.last}, {"prefix", &person.prefix}, {"suffix", &person.suffix}};
      for (const auto& [part, text] : named) {
        const Value shown_part = Copied(text->value_or(""));
        parts.Set(part, shown_part);
        data.Set(arena_.Copy(name + "_" + std::to_string(i) + "_" + std::string(part)), shown_part);
      }
      persons.push_back(parts.BuildValue());
    }
    data.Set(arena_.Copy(name + "_array"), Value::Array(arena_, persons));
  }
  return data.BuildValue();
}

std::string Session::BaseUrl() const {
  for (const char* key : {"baseurl", "base_url"}) {
    const Value value = plugins::Setting(site_, key);
    if (value.Truthy()) return TextOf(value);
  }
  return {};
}

Value Session::Links(const Entry& entry) const {
  HashBuilder links(arena_);
  const std::string folder = Text("repository");
  const auto& attachments = library_.AttachmentsIn(site_, folder, Text("repository_file_delimiter"));
  if (const auto found = attachments.find(FileKey(entry.key)); found != attachments.end()) {
    for (const auto& [extension, path] : found->second) {
      links.Set(arena_.Copy(extension), Copied(JoinUrl(BaseUrl(), path)));
    }
  }
  return links.BuildValue();
}

void Session::SetReferenceData(const Entry& entry, HashBuilder& data, std::optional<int64_t> index) {
  const Value links = Links(entry);
  const Value pdf = links.AsHash().Get("pdf");
  data.Set("entry", EntryData(entry));
  data.Set("reference", Copied(ReferenceTag(entry, index)));
  data.Set("key", Copied(entry.key));
  data.Set("type", Copied(entry.type));
  data.Set("link", pdf.IsNil() ? links.AsHash().Get("ps") : pdf);
  data.Set("links", links);
}

// --- Details

bool Session::HasDetails() const {
  std::string name = DetailsLayout();
  name.erase(0, name.rfind('/') + 1);
  if (name.ends_with(".html")) name.resize(name.size() - 5);
  return site_.HasLayout(name);
}

std::string Session::DetailsUrl(const Entry& entry) const {
  std::vector<std::pair<std::string, std::string>> parts;
  for (const auto& [name, value] : entry.fields) {
    const std::string text = value.Text();
    const bool stays = name == "doi" || text.empty();
    parts.emplace_back(name, stays ? text : text::Slugify(text, "pretty", false, site_.profile()));
  }
  const auto set = [&](std::string_view name, const std::string& text) {
    const auto known = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == name; });
    if (known != parts.end()) {
      known->second = text;
    } else {
      parts.emplace_back(name, text);
    }
  };
  set("key", FileKey(entry.key));
  set("details_dir", Text("details_dir"));
  const std::string permalink = TextOf(plugins::Setting(site_, "permalink"));
  set("extension", permalink == "pretty" || permalink.ends_with('/') ? "/" : ".html");
  const BibValue* doi = entry.Find("doi");
  if (doi == nullptr || doi->Text().empty()) set("doi", FileKey(entry.key));
  std::string url = Text("details_permalink");
  for (const auto& [name, text] : parts) {
    const std::string token = ":" + name;
    std::string escaped = text::AddressableEncode(text);
    if (const size_t hash = escaped.find('#'); hash != escaped.npos) escaped.replace(hash, 1, "%23");
    for (size_t at = url.find(token); at != url.npos; at = url.find(token, at + escaped.size())) {
      url.replace(at, token.size(), escaped);
    }
  }
  static const Pattern dots(R"(\.\.)"), here(R"(\./)"), slashes(R"(/+)");
  url = dots.Replace("/" + url, [](const auto&) { return std::string("/"); });
  url = here.Replace(url, [](const auto&) { return std::string(); });
  return slashes.Replace(url, [](const auto&) { return std::string("/"); });
}

std::string Session::DetailsTag(const std::string& key) {
  const class Bibliography* bibliography = Read();
  const Entry* entry = bibliography == nullptr ? nullptr : bibliography->Find(key);
  if (entry == nullptr) return Text("missing_reference");
  return Tag("a", {{"href", JoinUrl(BaseUrl(), DetailsUrl(*entry))}},
             options_.text ? *options_.text : Text("details_link"));
}

std::string Session::DetailsLink(const std::string& key) {
  const class Bibliography* bibliography = Read();
  const Entry* entry = bibliography == nullptr ? nullptr : bibliography->Find(key);
  if (entry != nullptr) return JoinUrl(BaseUrl(), DetailsUrl(*entry));
  Fail({.kind = "Exception", .message = "Could not find entry for key '" + key + "'"});
  return {};
}

// --- Citations

std::string Session::LinkTarget(const std::string& key) const { return Text("relative") + "#" + WithPrefix(key); }

// The gem keeps the numbers in a variable of the template, in the scope where the first work is cited: a layout, or
// what follows a loop, begins again, with the number of works that the page has cited by then.
int64_t Session::CitationNumber(const std::string& key) {
  const Symbol name("citation_numbers");
  const Value kept = context_->Find(name);
  const bool is_ours = kept.IsDrop() && kept.AsDrop().ClassName().data() == CitationNumbers::kClassName.data();
  if (!is_ours) {
    context_->Set(name, Value::OfDrop(&context_->Keep(std::make_unique<CitationNumbers>())));
    if (context_->failed()) return 0;
  }
  const auto& numbers = static_cast<const CitationNumbers&>(context_->Find(name).AsDrop());
  return numbers.Number(key, static_cast<int64_t>(library_.Cited(Page()).size()));
}

// For each work that the page has cited already the gem prints the keys of all: what Ruby's uniq! returns.
std::string Session::NoCite(const std::vector<std::string>& keys) {
  const class Bibliography* bibliography = Read();
  size_t known = 0;
  for (const std::string& key : keys) {
    if (bibliography == nullptr || bibliography->Find(key) == nullptr) return Text("missing_reference");
    if (!library_.Cite(Page(), key)) ++known;
  }
  std::string all;
  for (const std::string& key : library_.Cited(Page())) all += key;
  std::string out;
  for (; known > 0; --known) out += all;
  return out;
}

std::string Session::Cite(const std::vector<std::string>& keys) {
  const class Bibliography* bibliography = Read();
  if (bibliography == nullptr || keys.empty()) return {};
  for (const std::string& key : keys) {
    if (bibliography->Find(key) == nullptr) return Text("missing_reference");
  }
  const CitationStyle& style = Style();
  const std::vector<FilterFunction> filters = Filters("bibtex_filters");
  const bool is_separate = Flag("separate_links");
  std::vector<std::string> works;
  for (size_t i = 0; i < keys.size(); ++i) {
    (void)library_.Cite(Page(), keys[i]);
    const Item item = MakeItem(Filtered(*bibliography->Find(keys[i]), filters), *bibliography);
    const std::unique_ptr<Writer> writer = style.make(item);
    writer->set_number(CitationNumber(keys[i]));
    if (options_.suppress_author) writer->Suppress("author");
    const size_t place = is_separate ? 0 : i;
    if (place < options_.locators.size()) {
      writer->set_locator({.label = place < options_.labels.size() ? options_.labels[place] : "page",
                           .text = options_.locators[place]});
    }
    works.push_back(writer->Citation());
    if (is_separate)
      works.back() = Tag("a", {{"class", Text("cite_class")}, {"href", LinkTarget(keys[i])}}, works.back());
  }
  if (is_separate) {
    std::string joined;
    for (const std::string& work : works) joined += (joined.empty() ? "" : std::string(style.delimiter)) + work;
    return std::string(style.prefix) + joined + std::string(style.suffix);
  }
  return Tag("a", {{"class", Text("cite_class")}, {"href", LinkTarget(keys[0])}}, WriteCitation(style, works));
}

}  // namespace tincture::compat::plugins::scholar
