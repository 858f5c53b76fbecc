// jekyll-feed 0.17.0: Atom feeds of the posts, of other collections, of categories and of tags; {% feed_meta %}.
// Golden cases: tests/golden/plugins/jekyll-feed.
#include <algorithm>

#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "compat/text/escape.h"
#include "liquid/exec/tag.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"

namespace tincture::compat::plugins {

namespace {

constexpr int64_t kDefaultLimit = 10;

// One feed. The gem squeezes all white space after tags out of its feeds, so there is none.
class FeedWriter {
 public:
  FeedWriter(liquid::Context& context, std::string_view jekyll_version)
      : view_(context), jekyll_version_(jekyll_version) {}

  Result<std::string> Write() {
    site_ = view_.Variable("site");
    page_ = view_.Variable("page");
    out_ = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    if (Page("xsl").Truthy()) {
      const Value sheet = view_.Filter("absolute_url", Value::String("/feed.xslt.xml"));
      out_ += "<?xml-stylesheet type=\"text/xml\" href=\"" + view_.Text(sheet) + "\"?>";
    }
    AddHead();
    AddEntries();
    out_ += "</feed>";
    return view_.Finish(std::move(out_));
  }

 private:
  Value Site(const Symbol& key) { return view_.Get(site_, key); }
  Value Page(const Symbol& key) { return view_.Get(page_, key); }
  std::string XmlText(const Value& value) { return view_.Text(view_.Filter("xml_escape", value)); }
  std::string Date(const Value& value) { return view_.Text(view_.Filter("date_to_xmlschema", value)); }

  void AddHead() {
    const Value lang = Site("lang");
    const Value url = view_.Filter("absolute_url", Page("url"));
    out_ += "<feed xmlns=\"http://www.w3.org/2005/Atom\" ";
    if (lang.Truthy()) out_ += "xml:lang=\"" + view_.Text(lang) + "\"";
    out_ += "><generator uri=\"https://jekyllrb.com/\" version=\"" + std::string(jekyll_version_) + "\">";
    out_ += "Jekyll</generator>";
    out_ += "<link href=\"" + view_.Text(url) + "\" rel=\"self\" type=\"application/atom+xml\" />";
    out_ += "<link href=\"" + view_.Text(view_.Filter("absolute_url", Value::String("/")));
    out_ += "\" rel=\"alternate\" type=\"text/html\" ";
    if (lang.Truthy()) out_ += "hreflang=\"" + view_.Text(lang) + "\" ";
    out_ += "/><updated>" + Date(Site("time")) + "</updated><id>" + XmlText(url) + "</id>";
    AddTitle();
    if (Site("description").Truthy()) out_ += "<subtitle>" + XmlText(Site("description")) + "</subtitle>";
    const Value author = Site("author");
    if (author.Truthy()) {
      const Value name = view_.Default(view_.Get(author, "name"), author);
      AddPerson(name, view_.Get(author, "email"), view_.Get(author, "uri"));
    }
  }

  void AddTitle() {
    Value title = view_.Default(Site("title"), Site("name"));
    const Value collection = Page("collection");
    const bool of_posts = collection.IsString() && collection.AsString() == "posts";
    if (!of_posts) title = WithSuffix(title, collection);
    if (Page("category").Truthy()) title = WithSuffix(title, Page("category"));
    if (!title.Truthy()) return;
    out_ += "<title type=\"html\">" + view_.Text(view_.Through(title, {"smartify", "xml_escape"})) + "</title>";
  }

  // "Title | Suffix"
  Value WithSuffix(const Value& title, const Value& suffix) {
    const Value barred = view_.Filter("append", title, {Value::String(" | ")});
    return view_.Filter("append", barred, {view_.Filter("capitalize", suffix)});
  }

  void AddPerson(const Value& name, const Value& email, const Value& uri) {
    out_ += "<author><name>" + XmlText(name) + "</name>";
    if (email.Truthy()) out_ += "<email>" + XmlText(email) + "</email>";
    if (uri.Truthy()) out_ += "<uri>" + XmlText(uri) + "</uri>";
    out_ += "</author>";
  }

  Value Posts() {
    const Value tag = Page("tags");
    Value posts = tag.Truthy() ? view_.At(Site("tags"), tag) : view_.At(site_, Page("collection"));
    const Value category = Page("category");
    if (category.Truthy()) posts = view_.Filter("where", posts, {Value::String("categories"), category});
    if (!Site("show_drafts").Truthy()) {
      posts = view_.Filter("where_exp", posts, {Value::String("post"), Value::String("post.draft != true")});
    }
    return view_.Filter("reverse", view_.Filter("sort", posts, {Value::String("date")}));
  }

  int64_t Limit() {
    const Value limit = view_.Default(view_.Get(Site("feed"), "posts_limit"), Value::Int(kDefaultLimit));
    const Value number = limit.IsString() ? ToInteger(limit.AsString(), view_.arena()) : limit;
    return number.IsInt() ? number.AsInt() : kDefaultLimit;
  }

  void AddEntries() {
    int64_t left = Limit();
    for (const Value& post : view_.Each(Posts())) {
      if (left-- <= 0 || view_.failed()) return;
      AddEntry(post);
    }
  }

  void AddEntry(const Value& post) {
    const Value lang = view_.Get(post, "lang");
    out_ += "<entry";
    if (lang.Truthy()) out_ += " xml:lang=\"" + view_.Text(lang) + "\"";
    const Value url = view_.Filter("absolute_url", view_.Get(post, "url"));
    const std::string title = view_.Text(
        view_.Through(view_.Get(post, "title"), {"smartify", "strip_html", "normalize_whitespace", "xml_escape"}));
    out_ += "><title type=\"html\">" + title + "</title>";
    out_ += "<link href=\"" + view_.Text(url) + "\" rel=\"alternate\" type=\"text/html\" title=\"" + title + "\" />";
    const Value date = view_.Get(post, "date");
    out_ += "<published>" + Date(date) + "</published>";
    out_ += "<updated>" + Date(view_.Default(view_.Get(post, "last_modified_at"), date)) + "</updated>";
    out_ += "<id>" + view_.Text(view_.Through(view_.Get(post, "id"), {"absolute_url", "xml_escape"})) + "</id>";
    AddContent(post, url);
    AddAuthor(post);
    AddCategories(post);
    AddSummary(post);
    AddImage(post);
    out_ += "</entry>";
  }

  void AddContent(const Value& post, const Value& url) {
    const Value site_default = view_.Get(Site("feed"), "excerpt_only");
    if (view_.Default(view_.Get(view_.Get(post, "feed"), "excerpt_only"), site_default).Truthy()) return;
    out_ += "<content type=\"html\" xml:base=\"" + XmlText(url) + "\"><![CDATA[";
    out_ += view_.Text(view_.Filter("strip", view_.Get(post, "content"))) + "]]></content>";
  }

  void AddAuthor(const Value& post) {
    const Value first = view_.At(view_.Get(post, "authors"), Value::Int(0));
    Value author = view_.Default(view_.Default(view_.Get(post, "author"), first), Site("author"));
    author = view_.Default(view_.At(view_.Get(Site("data"), "authors"), author), author);
    const Value name = view_.Default(view_.Get(author, "name"), author);
    AddPerson(view_.Default(name, Value::String("")), view_.Default(view_.Get(author, "email"), Value()),
              view_.Default(view_.Get(author, "uri"), Value()));
  }

  void AddCategories(const Value& post) {
    const Value category = view_.Get(post, "category");
    if (category.Truthy()) {
      AddTerm(category);
    } else {
      for (const Value& term : view_.Each(view_.Get(post, "categories"))) AddTerm(term);
    }
    for (const Value& tag : view_.Each(view_.Get(post, "tags"))) AddTerm(tag);
  }

  void AddTerm(const Value& term) { out_ += "<category term=\"" + XmlText(term) + "\" />"; }

  void AddSummary(const Value& post) {
    const Value summary = view_.Default(view_.Get(post, "description"), view_.Get(post, "excerpt"));
    if (!summary.Truthy() || (summary.IsString() && summary.AsString().empty())) return;
    out_ += "<summary type=\"html\"><![CDATA[";
    out_ += view_.Text(view_.Through(summary, {"strip_html", "normalize_whitespace"})) + "]]></summary>";
  }

  void AddImage(const Value& post) {
    const Value own = view_.Get(post, "image");
    Value image = view_.Default(view_.Get(own, "path"), own);
    if (!image.Truthy()) return;
    const bool absolute = image.IsString() && image.AsString().find("://") != std::string_view::npos;
    if (!absolute) image = view_.Filter("absolute_url", image);
    const std::string url = XmlText(image);
    const std::string space = "xmlns:media=\"http://search.yahoo.com/mrss/\"";
    out_ += "<media:thumbnail " + space + " url=\"" + url + "\" />";
    out_ += "<media:content medium=\"image\" url=\"" + url + "\" " + space + " />";
  }

  LiquidView view_;
  std::string_view jekyll_version_;
  Value site_;
  Value page_;
  std::string out_;
};

// {% feed_meta %}
class FeedMeta : public liquid::Tag {
 public:
  explicit FeedMeta(const Site& site) : site_(site) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    LiquidView view(context);
    const Value path = Setting(site_, "feed", "path");
    const Value href = view.Filter("absolute_url", path.Truthy() ? path : Value::String("feed.xml"));
    const Value title = Setting(site_, "title").Truthy() ? Setting(site_, "title") : Setting(site_, "name");
    std::string out = "<link type=\"application/atom+xml\" rel=\"alternate\" href=\"" + Attribute(view.Text(href));
    if (title.Truthy()) out += "\" title=\"" + Attribute(view.Text(title));
    output.Append(out + "\" />");
  }

 private:
  static std::string Attribute(std::string_view text) { return text::XmlEscape(text); }

  const Site& site_;
};

struct Feed {
  std::string path;
  Value collection = Value::String("posts");
  Value category;
  Value tag;
};

class FeedPlugin : public Plugin {
 public:
  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kLowest; }

  void RegisterLiquid(liquid::Environment& environment, const Site& site) override {
    environment.AddTag("feed_meta", [&site](liquid::TagParser&) { return std::make_unique<FeedMeta>(site); });
  }

  Status Generate(Site& site) override {
    if (Setting(site, "feed", "disable_in_development").Truthy() && site.environment() == "development") {
      site.Log(LogLevel::kInfo, "Jekyll Feed:", "Skipping feed generation in development");
      return {};
    }
    for (const Hash::Entry& collection : Collections(site)->entries()) AddFeeds(site, collection);
    if (Setting(site, "feed", "tags").Truthy()) AddTagFeeds(site);
    return {};
  }

 private:
  // `collections` with the posts among them, which may be set up by the top-level keys.
  static const Hash* Collections(Site& site) {
    HashBuilder collections(site.arena());
    const Value configured = Setting(site, "feed", "collections");
    const Value nothing = HashBuilder(site.arena()).BuildValue();
    if (configured.IsArray()) {
      for (const Value& name : configured.AsArray()) collections.Set(name, nothing);
    } else if (configured.IsHash()) {
      for (const Hash::Entry& entry : configured.AsHash().entries()) collections.Set(entry.key, entry.value);
    }
    collections.Set("posts", PostsFeed(site, collections));
    return collections.Build();
  }

  static Value PostsFeed(Site& site, const HashBuilder& collections) {
    const Value* own = collections.Find("posts");
    const Hash* start = own && own->IsHash() ? &own->AsHash() : HashBuilder(site.arena()).Build();
    HashBuilder posts(site.arena(), *start);
    for (const std::string_view key : {"path", "categories"}) {
      const Value* found = posts.Find(key);
      if (!found || !found->Truthy()) posts.Set(key, Setting(site, "feed", key));
    }
    ShowPath(site, *posts.Find("path"));
    return posts.BuildValue();
  }

  // {% feed_meta %} finds the path of the posts' feed under feed.path, wherever it was set.
  static void ShowPath(Site& site, const Value& path) {
    const Value feed = Setting(site, "feed");
    if (!path.Truthy() || !feed.IsHash() || feed.AsHash().Get("path").Truthy()) return;
    HashBuilder changed(site.arena(), feed.AsHash());
    changed.Set("path", path);
    site.SetConfig("feed", changed.BuildValue());
  }

  static void AddFeeds(Site& site, const Hash::Entry& collection) {
    if (!collection.key.IsString()) return;
    const std::string name(collection.key.AsString());
    site.Log(LogLevel::kInfo, "Jekyll Feed:", "Generating feed for " + name);
    const std::string prefix = name == "posts" ? "/feed" : "/feed/" + name;
    const Value categories = collection.value.IsHash() ? collection.value.AsHash().Get("categories") : Value();
    std::vector<std::string_view> done;
    for (const Value& category : ListOf(categories)) {
      if (!category.IsString() || std::count(done.begin(), done.end(), category.AsString()) > 0) continue;
      done.push_back(category.AsString());
      AddFeed(site, {prefix + "/" + std::string(category.AsString()) + ".xml", collection.key, category, Value()});
    }
    const Value path = collection.value.IsHash() ? collection.value.AsHash().Get("path") : Value();
    AddFeed(site, {path.IsString() ? std::string(path.AsString()) : prefix + ".xml", collection.key, Value(), Value()});
  }

  static void AddTagFeeds(Site& site) {
    const Value tags = site.PostsBy("tags");
    const Value config = Setting(site, "feed", "tags");
    const Value path = config.IsHash() ? config.AsHash().Get("path") : Value();
    const std::string folder(path.IsString() ? path.AsString() : "/feed/by_tag/");
    if (!tags.IsHash() || tags.AsHash().empty()) return;
    for (const std::string_view tag : ChosenTags(tags.AsHash(), config)) {
      if (!IsPlain(tag)) continue;
      site.Log(LogLevel::kInfo, "Jekyll Feed:", "Generating feed for posts tagged " + std::string(tag));
      Feed feed;
      feed.path = folder + std::string(tag) + ".xml";
      feed.tag = Value::String(site.arena().Copy(tag));
      AddFeed(site, feed);
    }
  }

  // Those under `only`, else all; without those under `except`.
  static std::vector<std::string_view> ChosenTags(const Hash& tags, const Value& config) {
    const std::vector<Value> except = ListOf(config.IsHash() ? config.AsHash().Get("except") : Value());
    std::vector<Value> chosen = ListOf(config.IsHash() ? config.AsHash().Get("only") : Value());
    if (chosen.empty()) {
      for (const Hash::Entry& entry : tags.entries()) chosen.push_back(entry.key);
    }
    std::vector<std::string_view> names;
    for (const Value& tag : chosen) {
      const auto is_it = [&](const Value& other) { return KeysEqual(other, tag); };
      if (tag.IsString() && std::none_of(except.begin(), except.end(), is_it)) names.push_back(tag.AsString());
    }
    return names;
  }

  // Tags with anything but letters, digits and underscores get no feed.
  static bool IsPlain(std::string_view tag) {
    return std::all_of(tag.begin(), tag.end(), [](unsigned char c) {
      return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
  }

  static void AddFeed(Site& site, const Feed& feed) {
    if (site.FileExists(WithoutLeadingSlash(feed.path))) return;
    HashBuilder data(site.arena());
    data.Set("layout", Value());
    data.Set("sitemap", Value::Bool(false));
    data.Set("xsl", Value::Bool(site.FileExists("feed.xslt.xml")));
    data.Set("collection", feed.collection);
    data.Set("category", feed.category);
    data.Set("tags", feed.tag);
    NewPage page;
    page.name = feed.path;
    page.data = data.BuildValue();
    const std::string_view version = site.profile().jekyll_version;
    page.body.writer = [version](liquid::Context& context) { return FeedWriter(context, version).Write(); };
    site.AddPage(std::move(page));
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeFeed() { return std::make_unique<FeedPlugin>(); }

}  // namespace tincture::compat::plugins
