// `explain PATH`: why a file of the source is in the site or not, and where it went. Ours alone.
#include <algorithm>
#include <functional>
#include <set>

#include "engine/build/build.h"
#include "engine/cli/session.h"
#include "engine/model/publisher.h"
#include "engine/model/site.h"
#include "engine/model/string_edit.h"
#include "engine/read/document_reader.h"
#include "engine/read/text_file.h"
#include "engine/read/vanished.h"
#include "engine/source/entry_filter.h"
#include "engine/source/path.h"
#include "engine/source/place.h"

namespace tincture::engine {

namespace {

// The text after `folder`/, where `path` lies below it; else nothing.
std::optional<std::string> Below(const std::string& path, const std::string& folder) {
  if (path == folder || !IsWithin(path, folder)) return std::nullopt;
  return path.substr(folder == "/" ? 1 : folder.size() + 1);
}

class Explainer {
 public:
  Explainer(Site& site, std::string path)
      : site_(site),
        path_(std::move(path)),
        relative_(Below(path_, site.source()).value_or(path_)),
        filter_(site.config().entry_rules(), site.machine.files) {}

  // Lines, the first of them the file's name.
  std::string Explain() {
    text_ = relative_;
    for (bool (Explainer::*step)() :
         {&Explainer::AsOutside, &Explainer::AsPage, &Explainer::AsDocument, &Explainer::AsStaticFile,
          &Explainer::AsPart, &Explainer::AsPost, &Explainer::AsCollectionFile, &Explainer::AsRejected}) {
      if ((this->*step)()) return text_;
    }
    Say("is not in the site, and no rule says why: please report this");
    return text_;
  }

 private:
  bool Say(const std::string& line) {
    text_ += "\n  " + line;
    return true;
  }

  bool AsOutside() {
    if (!Below(path_, site_.source())) return Say("lies outside of the source folder " + site_.source());
    if (Below(path_, site_.destination())) return Say("lies in the destination: builds make and remove what is there");
    return false;
  }

  bool AsPage() {
    for (const Page* page : site_.pages) {
      if (page->generated || page->path != path_) continue;
      Say("is a page");
      SayIfBroken();
      SayIfUnknown(page->extname);
      SayWhereItWent(page->Url(), page->Destination(site_.destination()));
      return SayLayouts(page->Data("layout"), page->PlaceInLayout());
    }
    return false;
  }

  bool AsDocument() {
    for (const auto& collection : site_.collections) {
      for (const Document* document : collection->docs) {
        if (document->path != path_) continue;
        Say(document->IsDraft() ? "is a draft" : "is a document of the collection '" + collection->label + "'");
        if (!collection->Write())
          return Say("is not written: the collection '" + collection->label + "' has no `output: true`");
        SayIfBroken();
        if (!document->Write()) return Say("is not written: " + InTheFuture(*document) + "; --future would write it");
        SayIfUnknown(document->extname);
        SayWhereItWent(document->Url(), document->Destination(site_.destination()));
        return SayLayouts(document->data->Get("layout"), document->PlaceInLayout());
      }
    }
    return false;
  }

  bool AsStaticFile() {
    for (const StaticFile* file : site_.static_files) {
      if (file->path != path_) continue;
      Say("is a static file: it has no front matter and is copied as it is");
      if (!file->Write()) return Say("is not written: its collection has no `output: true`");
      return SayWhereItWent(file->Url(), file->Destination(site_.destination()));
    }
    return false;
  }

  // Files that the site is made with: layouts, includes, data, styles, configuration.
  bool AsPart() {
    for (const auto& [name, layout] : site_.layouts) {
      if (layout.path == path_) return Say("is the layout '" + name + "' of " + UsersOf(layout));
    }
    for (const std::string& file : site_.config().files()) {
      if (file == path_) return Say("is a configuration file of this build");
    }
    const auto lies_in = [&](std::string_view key, std::string_view usual) {
      return Below(path_, site_.InSourceDir(site_.config().Text(Symbol(key), usual))).has_value();
    };
    if (lies_in("layouts_dir", "_layouts")) return Say("lies among the layouts and is none: a layout has an extension");
    if (lies_in("includes_dir", "_includes")) return Say("is for {% include %}: it is in no page by itself");
    if (lies_in("data_dir", "_data")) {
      return IsUnknownData(path_) ? Say("is not read: data is .yml, .yaml, .json, .csv or .tsv")
                                  : Say("is data: templates see it below site.data");
    }
    if (lies_in("plugins_dir", "_plugins")) return Say("is a plugin in Ruby: it is not run here");
    if (Below(path_, site_.InSourceDir("_sass")))
      return Say("is for @import in stylesheets: it is written by none itself");
    return false;
  }

  std::string UsersOf(const Layout& layout) const {
    size_t count = 0;
    const auto uses = [&](const Value& name) {
      const std::vector<const Layout*> chain = ChainOf(name);
      return std::find(chain.begin(), chain.end(), &layout) != chain.end();
    };
    for (const Page* page : site_.pages) count += uses(page->Data("layout"));
    for (const Document* document : site_.documents()) count += uses(document->data->Get("layout"));
    return std::to_string(count) + (count == 1 ? " page or document" : " pages and documents");
  }

  // A file in a _posts or _drafts folder that did not become a document.
  bool AsPost() {
    for (const char* magic : {"_posts", "_drafts"}) {
      const std::string whole = "/" + relative_;
      const size_t at = whole.find("/" + std::string(magic) + "/");
      if (at == std::string::npos) continue;
      const std::string above = relative_.substr(0, at == 0 ? 0 : at - 1);
      const std::string base = JoinPath(site_.InSourceDir(above), magic);
      if (!above.empty() && SayIfRejectedOnTheWay(above)) return true;
      const std::string entry = path_.substr(base.size() + 1);
      const std::string folder = above.empty() ? magic : above + "/" + magic;
      if (SayIfRejected(entry, folder)) return true;
      return std::string_view(magic) == "_posts" ? AsUnpublishedPost(entry) : AsUnpublishedDraft();
    }
    return false;
  }

  bool AsUnpublishedPost(const std::string& entry) {
    if (!MatchDatedName(entry, site_.profile().dated_folders_are_posts)) {
      return Say("is not in the site: a post's name begins with a date, YYYY-MM-DD-title" +
                 std::string(ExtName(entry)));
    }
    return AsUnpublished(site_.posts());
  }

  bool AsUnpublishedDraft() {
    if (!site_.config().Truthy("show_drafts")) return Say("is a draft: it is in the site with --drafts only");
    return AsUnpublished(site_.posts());
  }

  bool AsUnpublished(const Collection& collection) {
    const bool is_limited = std::any_of(collection.owned.begin(), collection.owned.end(),
                                        [&](const auto& document) { return document->path == path_; });
    if (is_limited) return Say("is not in the site: `limit_posts` keeps newer posts only");
    const Result<std::unique_ptr<Document>> document = ReadDocument(site_, collection, path_, {});
    if (!document) return Say("cannot be read: " + document.error().message);
    if (!MayBePublished(site_, **document)) {
      return Say("is not in the site: `published: false` in its front matter; --unpublished would publish it");
    }
    if (HiddenInTheFuture(site_, **document)) {
      return Say("is not in the site: " + InTheFuture(**document) + "; --future would publish it");
    }
    return Say("is not in the site: its text is not UTF-8, or it has none");
  }

  bool AsCollectionFile() {
    for (const auto& collection : site_.collections) {
      const std::optional<std::string> entry = Below(path_, collection->directory);
      if (!entry || collection->label == "posts") continue;
      if (SayIfRejected(*entry, collection->relative_directory)) return true;
      return AsUnpublished(*collection);
    }
    const std::string first = relative_.substr(0, relative_.find('/'));
    const bool is_folder = first != relative_ && first.size() > 1 && first[0] == '_' && !filter_.Included(first);
    if (!is_folder || filter_.Excluded(first, "")) return false;
    return Say("is not in the site: `collections:` does not name '" + first.substr(1) +
               "', and folders that begin with _ are not read otherwise");
  }

  bool AsRejected() {
    if (SayIfRejectedOnTheWay(relative_)) return true;
    if (FileHasYamlHeader(site_.machine.files, path_)) {
      return Say("is not in the site: `published: false` in its front matter; --unpublished would publish it");
    }
    return false;
  }

  // Each folder above and the file itself, as the reader meets them.
  bool SayIfRejectedOnTheWay(const std::string& path) {
    std::string folder;
    for (const std::string_view part : Split(path, '/')) {
      if (SayIfRejected(std::string(part), folder)) return true;
      folder = folder.empty() ? std::string(part) : folder + "/" + std::string(part);
    }
    return false;
  }

  bool SayIfRejected(const std::string& entry, const std::string& folder) {
    const std::string shown = folder.empty() ? entry : folder + "/" + entry;
    const std::string what =
        "is not in the site: " + (shown == relative_ ? std::string("its name") : "'" + shown + "'");
    switch (filter_.WhyRejected(entry, folder)) {
      case Rejection::kNone:
        return false;
      case Rejection::kTrailingDot:
        return Say(what + " ends with a dot");
      case Rejection::kExcluded:
        return Say(what + " falls under '" + std::string(filter_.ExcludingPattern(entry, folder)) + "' of `exclude`" +
                   " (Jekyll's own list counts too); `include: [" + shown + "]` would bring it back");
      case Rejection::kOutsideLink:
        return Say(what + " is a link that leads out of the source, which safe mode does not follow");
      case Rejection::kSpecialName:
        return Say(what + " begins with one of . _ # ~; `include: [" + shown + "]` would read it");
      case Rejection::kBackup:
        return Say(what + " ends with ~, as backups do");
    }
    return false;
  }

  // "its date, 2099-01-01 00:00:00 +0000 (line 3), is in the future".
  std::string InTheFuture(const Document& document) const {
    const uint32_t line = document.key_lines.date;
    return "its date, " + site_.TextOf(document.Date()) +
           (line > 0 ? " (line " + std::to_string(line) + ")" : " (in its name)") + ", is in the future";
  }

  bool SayIfBroken() {
    TextFile file;
    const Status read = ReadTextFile(site_, path_, &file);
    if (read) return false;
    const SourcePosition& where = read.error().where;
    return Say(PlaceIn("front matter", where.line, where.column) +
               " is broken and counts for nothing: " + read.error().message);
  }

  bool SayIfUnknown(std::string_view extname) {
    return IsUnknownMarkup(site_, extname) && Say("nothing converts " + std::string(extname) + " here");
  }

  // Jekyll writes all of them, one over the other.
  bool SayWhoElseGoesThere(const std::string& destination) {
    const auto say = [&](const std::string& path, const Result<std::string>& theirs) {
      if (path != path_ && theirs && *theirs == destination)
        Say("conflict " + ShownPath(path) + " is written there too");
    };
    for (const Page* page : site_.pages) say(page->path, page->Destination(site_.destination()));
    for (const StaticFile* file : site_.static_files) say(file->path, file->Destination(site_.destination()));
    for (const Document* document : site_.documents()) {
      if (document->Write()) say(document->path, document->Destination(site_.destination()));
    }
    return true;
  }

  bool SayWhereItWent(const Result<std::string>& url, const Result<std::string>& destination) {
    if (!url || !destination) return Say("has no URL: " + (url ? destination : url).error().message);
    Say("URL      " + *url);
    Say("written  " + *destination);
    return SayWhoElseGoesThere(*destination);
  }

  std::vector<const Layout*> ChainOf(const Value& name) const {
    std::vector<const Layout*> chain;
    const Layout* layout = name.IsNil() ? nullptr : site_.FindLayout(Value::String(site_.TextOf(name)));
    while (layout != nullptr && std::find(chain.begin(), chain.end(), layout) == chain.end()) {
      chain.push_back(layout);
      layout = site_.FindLayout(layout->data->Get("layout"));
    }
    return chain;
  }

  bool SayLayouts(const Value& name, bool is_placed) {
    if (name.IsNil() || !is_placed) return Say("layouts  none");
    const std::vector<const Layout*> chain = ChainOf(name);
    if (chain.empty()) return Say("layouts  none: there is no layout '" + site_.TextOf(name) + "'");
    std::string line = "layouts  ";
    for (const Layout* layout : chain) line += (layout == chain.front() ? "" : ", then ") + ShownPath(layout->path);
    const Value last = chain.back()->data->Get("layout");
    if (!last.IsNil() && site_.FindLayout(last) == nullptr)
      line += " (whose layout '" + site_.TextOf(last) + "' is missing)";
    return Say(line);
  }

  std::string ShownPath(const std::string& path) const {
    const std::optional<std::string> of_theme = site_.theme ? Below(path, site_.theme->root) : std::nullopt;
    if (of_theme) return *of_theme + " of the theme " + site_.theme->name;
    return Below(path, site_.source()).value_or(path);
  }

  Site& site_;
  const std::string path_;
  const std::string relative_;
  const EntryFilter filter_;
  std::string text_;
};

}  // namespace

int RunExplain(const Session& session) {
  const std::vector<std::string>& words = session.line.parsed.words;
  if (words.size() != 1) {
    return session.Fail({.kind = "ArgumentError",
                         .message = "explain wants one path.",
                         .hint = "Write `" + std::string(session.program) + " explain _posts/2024-01-01-a.md`."});
  }
  // From the folder of the call, else from the source.
  std::string path = ExpandPath(words.front(), session.machine.env.WorkingDirectory());
  if (session.machine.files.Stat(path).kind == FileKind::kAbsent) path = ExpandPath(words.front(), session.source);
  if (!session.machine.files.Stat(path).is_file()) {
    return session.Fail({.kind = "Errno::ENOENT", .message = "There is no file " + words.front() + "."});
  }
  Log silent([](LogLevel, std::string_view) {});
  const Result<Configuration> configuration =
      Configuration::Load(session.line.options, session.profile(), session.machine, silent);
  if (!configuration) return session.Fail(configuration.error());
  std::string text;
  const Status inspected =
      InspectSite(*configuration, session.machine, silent, [&](Site& site) { text = Explainer(site, path).Explain(); });
  if (!inspected) return session.Fail(inspected.error());
  session.log.Raw(LogLevel::kInfo, text);
  return 0;
}

}  // namespace tincture::engine
