// jekyll-scholar 7.3.0: bibliographies and citations from BibTeX, and a page of details for each entry.
// The parts are in scholar/: bibtex (entries), latex, query, item and writer (what styles print), apa, ieee, mla,
// session (what a tag does). Golden cases: tests/golden/plugins/jekyll-scholar.
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "compat/plugins/scholar/session.h"
#include "liquid/exec/tag.h"
#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

using scholar::KeysAndOptions;
using scholar::Library;
using scholar::Options;
using scholar::Session;

std::vector<std::string> Resolved(const Session& session, const std::vector<std::string>& keys) {
  std::vector<std::string> resolved;
  for (const std::string& key : keys) resolved.push_back(session.Resolve(key));
  return resolved;
}

// A tag whose markup is keys and options; `print` is what it does with them.
using Print = std::string (*)(Session& session, const std::vector<std::string>& keys);

void Run(const Site& site, Library& library, const KeysAndOptions& what, Print print, liquid::Context& context,
         liquid::Output& output) {
  // The library remembers what each page has cited, and how files were read first.
  if (!site.AwaitTurn()) return;
  Session session(site, library, what.options, &context, context.arena());
  std::string text = print(session, Resolved(session, what.keys));
  if (const std::optional<Error> error = session.TakeError()) {
    context.Fail(*error);
  } else if (!context.failed()) {
    output.Append(text);
  }
}

class ScholarTag : public liquid::Tag {
 public:
  ScholarTag(const Site& site, Library& library, KeysAndOptions what, Print print)
      : site_(site), library_(library), what_(std::move(what)), print_(print) {}
  void Render(liquid::Context& context, liquid::Output& output) const override {
    Run(site_, library_, what_, print_, context, output);
  }

 private:
  const Site& site_;
  Library& library_;
  KeysAndOptions what_;
  Print print_;
};

// {% quote key %}...{% endquote %}, {% bibtex %}...{% endbibtex %}
class ScholarBlock : public liquid::Block {
 public:
  using Wrap = std::string (*)(Session& session, const std::vector<std::string>& keys, const std::string& body);
  ScholarBlock(liquid::Body body, const Site& site, Library& library, KeysAndOptions what, Wrap wrap)
      : Block(body), site_(site), library_(library), what_(std::move(what)), wrap_(wrap) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    liquid::Output inner;
    body().Render(context, inner);
    if (context.failed() || !site_.AwaitTurn()) return;
    Session session(site_, library_, what_.options, &context, context.arena());
    const std::string text = wrap_(session, Resolved(session, what_.keys), inner.Take());
    if (const std::optional<Error> error = session.TakeError()) {
      context.Fail(*error);
    } else {
      output.Append(text);
    }
  }

 private:
  const Site& site_;
  Library& library_;
  KeysAndOptions what_;
  Wrap wrap_;
};

// Each key's text on a line.
template <std::string (Session::*kPrint)(const std::string&)>
std::string PrintEach(Session& session, const std::vector<std::string>& keys) {
  std::string out;
  for (size_t i = 0; i < keys.size(); ++i) out += (i == 0 ? "" : "\n") + (session.*kPrint)(keys[i]);
  return out;
}

std::string Quote(Session& session, const std::vector<std::string>& keys, const std::string& body) {
  const std::string text = ReplaceAll(ReplaceAll(std::string(Strip(body)), "\n\n", "</p><p>"), "\n", "<br/>");
  return Session::Tag("blockquote", {}, Session::Tag("p", {}, text) + Session::Tag("cite", {}, session.Cite(keys)));
}

struct NamedTag {
  std::string_view name;
  bool has_keys;
  Print print;
};

constexpr NamedTag kTags[] = {
    {"bibliography", false, [](Session& session, const std::vector<std::string>&) { return session.Bibliography(); }},
    {"bibliography_count", false,
     [](Session& session, const std::vector<std::string>&) { return std::to_string(session.Count()); }},
    {"cite", true, [](Session& session, const std::vector<std::string>& keys) { return session.Cite(keys); }},
    {"nocite", true, [](Session& session, const std::vector<std::string>& keys) { return session.NoCite(keys); }},
    {"cite_details", true, &PrintEach<&Session::DetailsTag>},
    {"reference", true, &PrintEach<&Session::ReferenceOf>},
    {"details_link", true,
     [](Session& session, const std::vector<std::string>& keys) {
       return session.DetailsLink(keys.empty() ? "" : keys[0]);
     }},
};

Result<KeysAndOptions> Parse(std::string_view markup, bool has_keys) {
  if (has_keys) return scholar::ParseKeysAndOptions(markup);
  Result<Options> options = scholar::ParseOptions(markup);
  if (!options) return options.error();
  return KeysAndOptions{.keys = {}, .options = std::move(*options)};
}

class Scholar : public Plugin {
 public:
  void RegisterLiquid(liquid::Environment& environment, const Site& site) override {
    for (const NamedTag& tag : kTags) {
      environment.AddTag(tag.name, [this, &site, &tag](liquid::TagParser& parser) -> std::unique_ptr<liquid::Tag> {
        Result<KeysAndOptions> what = Parse(parser.markup(), tag.has_keys);
        if (!what) return parser.Fail(what.error().kind, what.error().message);
        return std::make_unique<ScholarTag>(site, library_, std::move(*what), tag.print);
      });
    }
    AddBlock(environment, site, "quote", &Quote);
    AddBlock(environment, site, "bibtex",
             [](Session& session, const std::vector<std::string>&, const std::string& body) {
               return session.References(body);
             });
  }

  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kHigh; }

  // A page for each entry, made from a layout's file: its front matter and its text.
  Status Generate(Site& site) override {
    const Options options;
    Session session(site, library_, options, nullptr, site.arena());
    if (!Setting(site, "scholar", "use_raw_bibtex_entry").IsNil()) {
      site.Log(LogLevel::kWarn, "Jekyll-scholar:", "Option `use_raw_bibtex_entry` is no longer supported");
    }
    if (!session.HasDetails()) return {};
    const std::vector<const scholar::Entry*> entries = session.Entries();
    const Result<Item*> layout = site.ReadPage("_layouts", session.DetailsLayout());
    if (!layout) return layout.error();
    for (const scholar::Entry* entry : entries) AddDetails(site, **layout, *entry);
    if (const std::optional<Error> error = session.TakeError()) return *error;
    return {};
  }

 private:
  void AddBlock(liquid::Environment& environment, const Site& site, std::string_view name, ScholarBlock::Wrap wrap) {
    environment.AddTag(name, [this, &site, wrap](liquid::TagParser& parser) -> std::unique_ptr<liquid::Tag> {
      const liquid::Body body = parser.ParseBody();
      if (parser.failed()) return nullptr;
      Result<KeysAndOptions> what = scholar::ParseKeysAndOptions(parser.markup());
      if (!what) return parser.Fail(what.error().kind, what.error().message);
      return std::make_unique<ScholarBlock>(body, site, library_, std::move(*what), wrap);
    });
  }

  void AddDetails(Site& site, const Item& layout, const scholar::Entry& entry) {
    const Options options;
    Session session(site, library_, options, nullptr, site.arena());
    session.Entries();
    HashBuilder data(site.arena(), layout.Data().AsHash());
    session.SetReferenceData(entry, data);
    const Value title = data.Find("entry")->AsHash().Get("title");
    if (!title.IsNil()) data.Set("title", title);
    const std::string url = session.DetailsUrl(entry);
    site.AddPage({.dir = url.substr(0, url.rfind('/') + 1),
                  .name = Session::FileKey(entry.key) + ".html",
                  .data = data.BuildValue(),
                  .body = {.text = std::string(layout.content()), .writer = {}},
                  .url = url,
                  .attributes = {}});
  }

  Library library_;
};

}  // namespace

std::unique_ptr<Plugin> MakeScholar() { return std::make_unique<Scholar>(); }

}  // namespace tincture::compat::plugins
