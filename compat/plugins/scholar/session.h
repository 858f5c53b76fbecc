// Session: what one tag of jekyll-scholar does on one page, or the generator for its details pages: the settings in
// force, the entries they choose, and their HTML. Short-lived; one thread.
// The first error stays; look at TakeError() at the end.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/scholar/bibtex.h"
#include "compat/plugins/scholar/latex.h"
#include "compat/plugins/scholar/library.h"
#include "compat/plugins/scholar/options.h"
#include "compat/plugins/scholar/styles.h"
#include "compat/plugins/site.h"
#include "liquid/exec/context.h"
#include "liquid/exec/template.h"
#include "liquid/value/hash.h"
#include "liquid/value/value.h"

namespace tincture::compat::plugins::scholar {

class Session {
 public:
  // `context`: null for the generator.
  Session(const Site& site, Library& library, const Options& options, liquid::Context* context, Arena& arena);

  // {% bibliography %}
  std::string Bibliography();
  // {% bibliography_count %}
  size_t Count();
  // {% cite a b %}
  std::string Cite(const std::vector<std::string>& keys);
  // {% nocite a b %}: nothing, or the word for a key that there is none of; or what the gem prints by accident.
  std::string NoCite(const std::vector<std::string>& keys);
  // {% cite_details a %}, {% details_link a %}
  std::string DetailsTag(const std::string& key);
  std::string DetailsLink(const std::string& key);
  // {% reference a %}
  std::string ReferenceOf(const std::string& key);
  // {% bibtex %}...{% endbibtex %}
  std::string References(std::string_view source);

  // Entries that the query chooses, sorted.
  std::vector<const Entry*> Entries();
  bool HasDetails() const;
  // The layout that details pages are made from, its file name.
  std::string DetailsLayout() const { return Text("details_layout"); }
  std::string DetailsUrl(const Entry& entry) const;
  // A key as the name of a file.
  static std::string FileKey(const std::string& key);
  // What templates see of an entry: entry, reference, key, type, link, links.
  // `index`: its place in the bibliography, where it has one.
  void SetReferenceData(const Entry& entry, HashBuilder& data, std::optional<int64_t> index = std::nullopt);

  // A key or option as it is on this page: the value of a variable of that name, else itself.
  std::string Resolve(const std::string& key) const;
  std::string Interpolate(const std::string& text) const;

  std::optional<Error> TakeError() { return std::move(error_); }
  static std::string Tag(std::string_view name, const std::vector<std::pair<std::string, std::string>>& attributes,
                         std::string_view content);

 private:
  // --- Settings: the page's, the site's, jekyll-scholar's own.
  const Value* Configured(std::string_view key) const;
  Value Setting(std::string_view key) const;
  std::string Text(std::string_view key) const;
  std::string TextOf(const Value& value) const;
  bool Flag(std::string_view key) const { return Setting(key).Truthy(); }
  std::vector<std::string> List(std::string_view key) const;
  std::vector<FilterFunction> Filters(std::string_view key);

  const class Bibliography* Read();
  std::vector<std::string> Paths() const;
  std::string PathOf(std::string_view name) const;
  BibOptions BibtexOptions() const;
  std::string Page() const;

  std::vector<const Entry*> CitedEntries();
  std::vector<const Entry*> Sorted(std::vector<const Entry*> entries) const;
  BibValue SortValue(const Entry& entry, const std::string& key) const;
  std::vector<const Entry*> Cut(const std::vector<const Entry*>& entries) const;

  // A value that entries are grouped by: numbers compare as such.
  struct GroupValue {
    bool is_number = false;
    int64_t number = 0;
    std::string text;
    bool operator==(const GroupValue&) const = default;
  };
  struct GroupOptions {
    std::vector<std::string> keys;
    std::vector<std::string> orders;
    std::vector<std::string> tags;
  };
  std::string Groups(const std::vector<const Entry*>& entries, const GroupOptions& options, size_t depth);
  GroupValue GroupOf(const Entry& entry, const std::string& key) const;
  int CompareGroups(const std::string& key, const GroupValue& a, const GroupValue& b) const;
  std::string GroupName(const std::string& key, const GroupValue& value) const;
  std::string Named(std::string_view setting, const std::string& name) const;

  std::string Items(const std::vector<const Entry*>& entries);
  std::string BibliographyItem(const Entry& entry, int64_t index);
  const liquid::Template* ItemTemplate();
  std::string ReferenceTag(const Entry& entry, std::optional<int64_t> index = std::nullopt);
  int64_t CitationNumber(const std::string& key);
  const CitationStyle& Style();
  Value EntryData(const Entry& entry);
  Value Links(const Entry& entry) const;
  std::string LinkTarget(const std::string& key) const;
  std::string WithPrefix(const std::string& key) const;
  std::string BaseUrl() const;
  void Fail(Error error);
  Value Copied(std::string_view text) const { return Value::String(arena_.Copy(text)); }

  const Site& site_;
  Library& library_;
  const Options& options_;
  liquid::Context* context_;
  Arena& arena_;
  const Hash* page_settings_ = nullptr;
  const Hash* site_settings_ = nullptr;
  const class Bibliography* bibliography_ = nullptr;
  AuthorMemory authors_;
  std::string template_text_;
  std::unique_ptr<const liquid::Template> template_;
  std::optional<Error> error_;
};

}  // namespace tincture::compat::plugins::scholar
