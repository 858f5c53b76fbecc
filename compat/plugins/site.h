// Site and Item: a site as plugins see it. The engine implements both over its own model; tests have fakes.
// Names are Jekyll's: what jekyll-feed calls site.pages, doc.data and site.in_source_dir is here Pages(), Get() and
// FileExists(). Everything a plugin learns or changes goes through these two doors, never through the disk or the
// clock. Ownership: the Site owns its Items; references and views stay valid until the site is reset. Values given to a
// Site
//   must live in arena(), or in static storage.
// Threads: a Site is used by one thread at a time while it generates. While it renders, only what is marked (render)
//   is called, from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/profile/profile.h"
#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/support/symbol.h"
#include "liquid/value/value.h"

namespace tincture::liquid {
class Context;
}

namespace tincture::compat::plugins {

enum class ItemKind { kPage, kDocument, kStaticFile };

// A page, a document of a collection (posts are documents) or a static file.
class Item {
 public:
  virtual ~Item() = default;

  virtual ItemKind kind() const = 0;
  // The collection's label for documents, empty for the others.
  virtual std::string_view collection() const = 0;
  // As Jekyll's methods of these names. `path` of a document is absolute, as in Jekyll; `dir` of a page is that of
  // its URL; `extname` and `output_ext` have their dot. A static file's relative_path begins with '/'.
  virtual std::string_view url() const = 0;
  virtual std::string_view path() const = 0;
  virtual std::string_view relative_path() const = 0;
  virtual std::string_view name() const = 0;
  virtual std::string_view basename() const = 0;
  virtual std::string_view dir() const = 0;
  virtual std::string_view extname() const = 0;
  virtual std::string_view output_ext() const = 0;
  // Whether it will be written (a collection with output, not `published: false`).
  virtual bool write() const = 0;
  // Page#html?: its output is .html, .htm or .xhtml.
  virtual bool html() const = 0;
  // The front matter's value, or that of the front matter defaults; nil where there is none.
  virtual Value Get(const Symbol& key) const = 0;
  // Whether `to_liquid` has the key, defaults included.
  virtual bool Has(const Symbol& key) const = 0;
  // Only what the file's own front matter says (Page: without the defaults).
  virtual Value Own(const Symbol& key) const = 0;
  // All of that: a Hash.
  virtual Value Data() const = 0;
  // What a template gets: Jekyll's to_liquid.
  virtual Value ToLiquid() const = 0;
  // A document's date (`doc.date`); nothing for the others.
  virtual std::optional<Time> date() const = 0;
  // A static file's modified_time.
  virtual std::optional<Time> modified_time() const = 0;
  // The body: raw before it is rendered, converted afterwards, as Jekyll's `content`.
  virtual std::string_view content() const = 0;
  // The finished output; empty before it is rendered.
  virtual std::string_view output() const = 0;

  // The setters copy text; a Value must live in Site::arena().
  virtual void Set(std::string_view key, const Value& value) = 0;
  virtual void SetContent(std::string_view text) = 0;
  virtual void SetOutput(std::string_view text) = 0;
  // Page#dir=: the folder that the URL is made from.
  virtual void SetDir(std::string_view dir) = 0;
  // Page#pager=: what templates see as `paginator` while this page renders.
  virtual void SetPager(const Value& pager) = 0;
  // Makes the URL again after `permalink` was set.
  virtual void ResetUrl() = 0;
  // Cuts the excerpt again from the present content (Jekyll::Excerpt.new).
  virtual void ResetExcerpt() = 0;
};

// Writes a body when the page's turn to render has come. The context is that of the page: `site`, `page` and
// `paginator` are found through it, registers hold what they hold for any page.
using BodyWriter = std::function<Result<std::string>(liquid::Context&)>;

// What stands below the front matter: text, or code in its place where a gem ships a template.
struct Body {
  std::string text;
  BodyWriter writer;   // used where it is set
  bool liquid = true;  // whether `text` goes through Liquid
};

// A page that no file stands behind (Jekyll::PageWithoutAFile).
struct NewPage {
  std::string dir;   // as given to Page.new: below the destination, "" for its root
  std::string name;  // file name; may have folders, as jekyll-feed's has
  Value data;        // a Hash, or nil for none
  Body body;
  bool asset = false;  // never placed in a layout (SourceMapPage)
  // Where not empty, the URL as it stands: no permalink rules.
  std::string url;
  // Where not nil, a Hash: what templates see beside `data` instead of content, dir, excerpt, name, path and url
  // (jekyll-archives' pages show posts, type, title, date, name, path, url, permalink). Its data has no defaults behind
  // it.
  Value attributes;
  std::string_view type = "pages";  // the `type` of front matter defaults that are merged into what templates see
};

enum class LogLevel { kDebug, kInfo, kWarn, kError };

// A document list with its name.
struct CollectionView {
  std::string_view label;
  std::vector<Item*> docs;
  bool write = false;
};

class Site {
 public:
  virtual ~Site() = default;

  virtual const Profile& profile() const = 0;  // (render)
  virtual Arena& arena() = 0;
  virtual const Value& config() const = 0;  // (render) a Hash: site.config
  virtual void SetConfig(std::string_view key, const Value& value) = 0;
  virtual Time time() const = 0;  // (render) site.time
  // The instant in the site's time zone: what Time.at gives.
  virtual Time LocalTime(const Time& instant) const = 0;
  virtual std::string_view source() const = 0;             // (render) absolute
  virtual std::string_view destination() const = 0;        // (render) absolute
  virtual std::string_view working_directory() const = 0;  // (render) absolute
  virtual bool safe() const = 0;                           // (render)
  // Jekyll.env.
  virtual std::string_view environment() const = 0;  // (render)
  // A variable of the process's environment.
  virtual std::optional<std::string> Env(const std::string& name) const = 0;  // (render)

  // In Jekyll's order at this moment.
  virtual std::vector<Item*> Pages() = 0;
  virtual std::vector<Item*> StaticFiles() = 0;
  virtual std::vector<Item*> DocsToWrite() = 0;  // static files of collections included
  virtual std::vector<CollectionView> Collections() = 0;
  // site.posts.docs: oldest first.
  virtual std::vector<Item*> Posts() = 0;
  // site.tags, site.categories as templates see them: a Hash of name to posts, newest first.
  virtual Value PostsBy(std::string_view attribute) = 0;

  virtual bool HasLayout(std::string_view name) const = 0;  // (render)
  // Its text below the front matter.
  virtual std::string_view LayoutText(std::string_view name) const = 0;  // (render)
  virtual void AddLayout(std::string_view name, Body body) = 0;

  // Appends to site.pages.
  virtual Item& AddPage(NewPage page) = 0;
  // Page.new(site, source, dir, name): reads the file as a page; front matter is optional. Not in site.pages before
  // AppendPage.
  virtual Result<Item*> ReadPage(std::string_view dir, std::string_view name) = 0;
  virtual void AppendPage(Item& page) = 0;
  virtual void RemoveStaticFile(Item& file) = 0;

  // Files of the site. A path is relative to the source or absolute; what lies neither in the source nor in the theme
  // is not there.
  virtual bool FileExists(std::string_view path) const = 0;               // (render)
  virtual bool DirectoryExists(std::string_view path) const = 0;          // (render)
  virtual Result<std::string> ReadFile(std::string_view path) const = 0;  // (render)
  virtual std::optional<Time> FileTime(std::string_view path) const = 0;  // (render) modification time
  // When the last commit was made that changed the file (git log), in local time. Nothing where git knows of none.
  virtual std::optional<Time> LastCommit(std::string_view path) const = 0;  // (render)
  // Of the repository that the program was started in; empty where there is none.
  virtual std::string OriginUrl() const = 0;  // (render)
  virtual std::string Revision() const = 0;   // (render)
  // Dir.glob in the source; results in Ruby's order, relative as the pattern is.
  virtual std::vector<std::string> Glob(std::string_view pattern) const = 0;  // (render)
  // The theme's _sass folder, absolute; empty where there is none.
  virtual std::string_view theme_sass_path() const = 0;  // (render)

  // Whether the Markdown converter takes files of this extension (with its dot).
  virtual bool IsMarkdown(std::string_view extname) const = 0;
  // EntryFilter#glob_include?.
  virtual bool GlobInclude(const std::vector<std::string>& patterns, std::string_view path) const = 0;
  // A filter outside of any template, the site being all it knows: markdownify, absolute_url, ... In arena().
  virtual Result<Value> Filter(std::string_view name, const Value& input) = 0;

  // As Jekyll.logger: a topic and a message.
  // Whether the line is shown: what Ruby's logger returns.
  virtual bool Log(LogLevel level, std::string_view topic, std::string_view message) const = 0;  // (render)
  // The same, for what is said once a build.
  virtual void LogOnce(LogLevel level, std::string_view topic, std::string_view message) const {  // (render)
    (void)Log(level, topic, message);
  }

  // Units render on many threads and out of order; what tags and filters keep from one to the next goes through one of
  // these. What the first unit made for all, by key; nothing: it is this unit, and Remember follows at once.
  virtual std::optional<std::string> Remembered(const std::string& /*key*/) const { return std::nullopt; }  // (render)
  virtual void Remember(const std::string& /*key*/, std::string_view /*text*/) const {}                     // (render)
  // For a memory of the plugin's own: waits until all units before this one are over. False: this run is void, and
  // nothing may be kept; the unit will render again.
  virtual bool AwaitTurn() const { return true; }  // (render)
};

}  // namespace tincture::compat::plugins
