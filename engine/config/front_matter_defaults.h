// FrontMatterDefaults: the `defaults:` of the configuration applied by path and type
// (lib/jekyll/frontmatter_defaults.rb). Immutable; shared by all threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/config/configuration.h"
#include "engine/source/file_source.h"
#include "engine/source/log.h"
#include "liquid/support/arena.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

class FrontMatterDefaults {
 public:
  // Borrows the configuration (whose arena takes the dates that texts among the values stand for) and the files of the
  // machine (a path with `*` is globbed there, once, here). Warns of sets that are not valid. Error: a path that is no
  // string or a date that is none, where Jekyll would fail on it.
  static Result<FrontMatterDefaults> Read(const Configuration& configuration, const Machine& machine, Log& log);

  // All values for a file: `path` relative to the source, `type` "pages", "posts", "drafts" or a collection's label.
  // In `arena`; never null.
  const Hash* All(Arena& arena, std::string_view path, std::string_view type) const;
  // `defaults` as Jekyll leaves it in the configuration once it has used it: types by their present names, dates as
  // Times. In the configuration's arena; nil where there is no list.
  Value AsUsed() const { return as_used_; }
  // One value; nil where none is set.
  Value Find(std::string_view path, std::string_view type, const Symbol& setting) const;

 private:
  struct Set {
    bool has_scope = false;
    bool has_type = false;
    bool path_is_odd = false;  // neither a string nor absent
    std::string type;
    std::string path;                  // as written; empty where it is no string
    std::vector<std::string> globbed;  // what `path` with a * stood for
    const Hash* values = nullptr;
  };

  Result<Set> ReadSet(const Hash& item, const Configuration& configuration, const Machine& machine, Log& log) const;
  bool Applies(const Set& set, std::string_view path, std::string_view type) const;
  static Value AsUsed(const Hash& item, const Set& set, Arena& arena);
  static bool HasPrecedence(const Set* old_set, const Set& new_set);

  std::vector<Set> sets_;
  Value as_used_;
  std::string collections_dir_;
};

}  // namespace tincture::engine
