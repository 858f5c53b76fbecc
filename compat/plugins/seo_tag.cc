// jekyll-seo-tag 2.8.0: {% seo %}, meta tags and JSON-LD for the page and the site.
// Golden cases: tests/golden/plugins/jekyll-seo-tag.
#include <array>
#include <optional>

#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "compat/text/uri.h"
#include "liquid/exec/tag.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::string_view kVersion = "2.8.0";

Value Copy(Arena& arena, std::string_view text) { return Value::String(arena.Copy(text)); }

std::string_view WithoutAt(std::string_view name) {
  if (name.starts_with('@')) name.remove_prefix(1);
  return name;
}

// /, /about/, /index.html, /about/index.html; with any character for the dot and without the l, as the gem's pattern.
bool IsHomepageOrAbout(std::string_view url) {
  if (!url.starts_with('/')) return false;
  url.remove_prefix(1);
  if (url.starts_with("about/")) url.remove_prefix(6);
  if (url.empty()) return true;
  if (!url.starts_with("index")) return false;
  url.remove_prefix(5);
  return url.size() >= 4 && (url.substr(1) == "htm" || url.substr(1) == "html");
}

// Ruby's format with the two names the gem gives: %<current>s, %<current>d, %{current}.
std::string FormatPageNumber(std::string_view format, const std::string& current, const std::string& total) {
  std::string out;
  for (size_t i = 0; i < format.size(); ++i) {
    const std::string_view rest = format.substr(i);
    if (!rest.starts_with("%<") && !rest.starts_with("%{")) {
      out += format[i];
      if (rest.starts_with("%%")) ++i;
      continue;
    }
    const bool angle = rest[1] == '<';
    const size_t close = rest.find(angle ? '>' : '}');
    if (close == rest.npos) return out + std::string(rest);
    out += rest.substr(2, close - 2) == "current" ? current : total;
    i += close + (angle ? 1 : 0);
  }
  return out;
}

// What the gem's drops answer. Values are computed when asked for; those asked for twice are kept.
class SeoFacts {
 public:
  SeoFacts(liquid::Context& context, std::string_view markup)
      : view_(context), markup_(markup), page_(context.Register("page")), site_(context.Register("site")) {
    paginator_ = view_.Variable("paginator");
    site_title_ = Formatted(Either(Site("title"), Site("name")));
    site_description_ = Formatted(Site("description"));
    page_title_ = Either(Formatted(Page("title")), site_title_);
    FindAuthor();
    FindImage();
  }

  LiquidView& view() { return view_; }
  Value Page(const Symbol& key) { return view_.Get(page_, key); }
  Value Site(const Symbol& key) { return view_.Get(site_, key); }
  const Value& paginator() const { return paginator_; }
  const Value& site_title() const { return site_title_; }
  const Value& page_title() const { return page_title_; }
  Value Author(const Symbol& key) { return view_.Get(author_, key); }
  // Nil where the page has no image.
  const Value& image_path() const { return image_path_; }
  const Value& image() const { return image_; }

  // Nil where there is to be no <title>.
  Value Title() {
    const Value title = FullTitle();
    if (!title.Truthy() || AsciiLower(markup_).find("title=false") != std::string::npos) return {};
    const std::string number = PageNumber();
    return number.empty() ? title : Copy(view_.arena(), number + view_.Text(title));
  }

  Value AuthorTwitter() {
    const Value twitter = Either(Author("twitter"), Author("name"));
    return twitter.IsString() ? Value::String(WithoutAt(twitter.AsString())) : Value();
  }

  Value Name() {
    const Value own = PageSeo("name");
    if (own.Truthy() && Formatted(own).Truthy()) return Formatted(own);
    if (!AtHome()) return {};
    const Value social = view_.Get(Social(), "name");
    return social.Truthy() ? Formatted(social) : site_title_;
  }

  const Value& Description() {
    if (!description_) {
      description_ = Either(Formatted(Either(Page("description"), [&] { return Page("excerpt"); })), site_description_);
    }
    return *description_;
  }

  Value DateModified() {
    const Value date = Either(Either(PageSeo("date_modified"), Page("last_modified_at")), Page("date"));
    return date.Truthy() ? view_.Filter("date_to_xmlschema", date) : Value();
  }

  Value DatePublished() {
    const Value date = Page("date");
    return date.Truthy() ? view_.Filter("date_to_xmlschema", date) : Value();
  }

  Value Type() {
    const Value own = PageSeo("type");
    if (own.Truthy()) return own;
    if (AtHome()) return Value::String("WebSite");
    return Value::String(Page("date").Truthy() ? "BlogPosting" : "WebPage");
  }

  Value Links() {
    const Value own = PageSeo("links");
    return own.Truthy() || !AtHome() ? own : view_.Get(Social(), "links");
  }

  Value Logo() {
    const Value logo = Site("logo");
    return logo.Truthy() ? view_.Filter("uri_escape", IsRelative(logo) ? view_.Filter("absolute_url", logo) : logo)
                         : Value();
  }

  std::string Locale() {
    const Value lang = Either(Either(Page("lang"), Site("lang")), Value::String("en_US"));
    std::string locale = view_.Text(Either(Either(Page("locale"), Site("locale")), lang));
    for (char& c : locale) {
      if (c == '-') c = '_';
    }
    return locale;
  }

  const Value& CanonicalUrl() {
    if (!canonical_url_) {
      const Value own = Page("canonical_url");
      canonical_url_ = view_.Text(own).empty() ? OwnUrl() : own;
    }
    return *canonical_url_;
  }

 private:
  static Value Either(const Value& a, const Value& b) { return a.Truthy() ? a : b; }
  template <class Otherwise>
  static Value Either(const Value& a, Otherwise otherwise) requires std::is_invocable_r_v<Value, Otherwise> {
    return a.Truthy() ? a : otherwise();
  }

  // Nil where nothing is left of it.
  Value Formatted(const Value& value) {
    if (value.IsNil()) return {};
    const Value text = view_.Through(value, {"markdownify", "strip_html", "normalize_whitespace", "escape_once"});
    return text.IsString() && !text.AsString().empty() ? text : Value();
  }

  bool AtHome() {
    const Value url = Page("url");
    return url.IsString() && IsHomepageOrAbout(url.AsString());
  }
  Value PageSeo(const Symbol& key) {
    const Value seo = Page("seo");
    return seo.IsHash() ? seo.AsHash().Get(key) : Value();
  }
  Value Social() {
    const Value social = Site("social");
    return social.IsHash() ? social : Value();
  }

  Value FullTitle() {
    if (site_title_.Truthy() && view_.Text(page_title_) != view_.Text(site_title_)) {
      return Joined(page_title_, site_title_);
    }
    if (!site_description_.Truthy() || !site_title_.Truthy()) return page_title_;
    return Joined(site_title_, Either(Formatted(Site("tagline")), site_description_));
  }

  Value Joined(const Value& a, const Value& b) { return Copy(view_.arena(), view_.Text(a) + " | " + view_.Text(b)); }

  std::string PageNumber() {
    const Value current = view_.Get(paginator_, "page");
    if (!current.IsInt() || current.AsInt() <= 1) return {};
    const Value format = Site("seo_paginator_message");
    return FormatPageNumber(format.IsString() ? format.AsString() : "Page %<current>s of %<total>s for ",
                            view_.Text(current), view_.Text(view_.Get(paginator_, "total_pages")));
  }

  Value OwnUrl() {
    constexpr std::string_view kIndex = "/index.html";
    std::string url = view_.Text(view_.Filter("absolute_url", Page("url")));
    if (url.ends_with(kIndex)) url.resize(url.size() - kIndex.size() + 1);
    return Copy(view_.arena(), url);
  }

  // Whether it is a URL without a scheme.
  static bool IsRelative(const Value& value) {
    if (!value.IsString()) return false;
    const Result<text::Uri> uri = text::ParseUri(value.AsString());
    return uri.ok() && !uri->absolute();
  }

  // The page's author, the first of its authors or the site's: a hash, or a name that site.data.authors may know.
  void FindAuthor() {
    const Value authors = Page("authors");
    const bool listed = authors.IsArray() && !authors.AsArray().empty();
    Value author;
    for (const Value& source : {Page("author"), listed ? authors.AsArray()[0] : Value(), Site("author")}) {
      if (author.IsNil() && !view_.Text(source).empty()) author = source;
    }
    if (author.IsHash()) author_ = author;
    if (!author.IsString()) return;
    HashBuilder known(view_.arena());
    known.Set("name", author);
    const Value more = view_.Get(view_.Get(Site("data"), "authors"), author.AsString());
    if (more.IsHash()) {
      for (const Hash::Entry& entry : more.AsHash().entries()) known.Set(entry.key, entry.value);
    }
    author_ = known.BuildValue();
  }

  void FindImage() {
    const Value image = Page("image");
    HashBuilder known(view_.arena());
    known.Set("path", Value());
    if (image.IsString()) known.Set("path", image);
    if (image.IsHash()) {
      for (const Hash::Entry& entry : image.AsHash().entries()) known.Set(entry.key, entry.value);
    }
    image_ = known.BuildValue();
    const Hash& hash = image_.AsHash();
    const Value path = Either(Either(hash.Get("path"), hash.Get("facebook")), hash.Get("twitter"));
    if (!path.Truthy()) return;
    image_path_ = view_.Filter("uri_escape", IsRelative(path) ? view_.Filter("absolute_url", path) : path);
  }

  LiquidView view_;
  std::string_view markup_;
  Value page_;
  Value site_;
  Value paginator_;
  Value site_title_;
  Value site_description_;
  Value page_title_;
  Value author_;
  Value image_;
  Value image_path_;
  std::optional<Value> description_;
  std::optional<Value> canonical_url_;
};

// The object of <script type="application/ld+json">: keys in alphabetical order, what is nil left out.
class JsonLd {
 public:
  explicit JsonLd(SeoFacts& facts) : facts_(facts), arena_(facts.view().arena()) {}

  std::string Text() {
    HashBuilder object(arena_);
    object.Set("@context", Value::String("https://schema.org"));
    AddIfAny(object, "@type", facts_.Type());
    AddIfAny(object, "author", Author());
    AddIfAny(object, "dateModified", facts_.DateModified());
    AddIfAny(object, "datePublished", facts_.DatePublished());
    AddIfAny(object, "description", facts_.Description());
    AddIfAny(object, "headline", facts_.page_title());
    AddIfAny(object, "image", Image());
    AddIfAny(object, "mainEntityOfPage", MainEntity());
    AddIfAny(object, "name", facts_.Name());
    AddIfAny(object, "publisher", Publisher());
    AddIfAny(object, "sameAs", facts_.Links());
    AddIfAny(object, "url", facts_.CanonicalUrl());
    return facts_.view().Text(facts_.view().Filter("jsonify", object.BuildValue()));
  }

 private:
  static void AddIfAny(HashBuilder& object, std::string_view key, const Value& value) {
    if (!value.IsNil()) object.Set(key, value);
  }

  static bool IsOneOf(const Value& value, std::string_view a, std::string_view b) {
    return value.IsString() && (value.AsString() == a || value.AsString() == b);
  }

  Value Author() {
    const Value name = facts_.Author("name");
    const Value type = facts_.Author("type");
    if (!name.Truthy() || (type.Truthy() && !IsOneOf(type, "Organization", "Person"))) return {};
    HashBuilder author(arena_);
    author.Set("@type", type.Truthy() ? type : Value::String("Person"));
    author.Set("name", name);
    if (facts_.Author("url").Truthy()) author.Set("url", facts_.Author("url"));
    return author.BuildValue();
  }

  Value Image() {
    if (!facts_.image_path().Truthy()) return {};
    const Hash& known = facts_.image().AsHash();
    if (known.size() == 1) return facts_.image_path();
    HashBuilder image(arena_, known);
    image.Erase("path");
    image.Set("url", facts_.image_path());
    image.Set("@type", Value::String("imageObject"));
    return image.BuildValue();
  }

  Value MainEntity() {
    if (!IsOneOf(facts_.Type(), "BlogPosting", "CreativeWork")) return {};
    HashBuilder entity(arena_);
    entity.Set("@type", Value::String("WebPage"));
    entity.Set("@id", facts_.CanonicalUrl());
    return entity.BuildValue();
  }

  Value Publisher() {
    const Value url = facts_.Logo();
    if (!url.Truthy()) return {};
    HashBuilder logo(arena_);
    logo.Set("@type", Value::String("ImageObject"));
    logo.Set("url", url);
    HashBuilder publisher(arena_);
    publisher.Set("@type", Value::String("Organization"));
    publisher.Set("logo", logo.BuildValue());
    if (facts_.Author("name").Truthy()) publisher.Set("name", facts_.Author("name"));
    return publisher.BuildValue();
  }

  SeoFacts& facts_;
  Arena& arena_;
};

struct Verification {
  std::string_view key;
  std::string_view meta_name;
};

constexpr std::array kVerifications = std::to_array<Verification>({
    {"google", "google-site-verification"},
    {"bing", "msvalidate.01"},
    {"alexa", "alexaVerifyID"},
    {"yandex", "yandex-verification"},
    {"baidu", "baidu-site-verification"},
    {"facebook", "facebook-domain-verification"},
});

class SeoWriter {
 public:
  SeoWriter(liquid::Context& context, std::string_view markup, std::string_view jekyll_version)
      : facts_(context, markup), view_(facts_.view()), jekyll_version_(jekyll_version) {}

  std::string Write() {
    Line("<!-- Begin Jekyll SEO tag v" + std::string(kVersion) + " -->");
    const Value title = facts_.Title();
    if (title.Truthy()) Line("<title>" + view_.Text(title) + "</title>");
    Meta("name", "generator", "Jekyll v" + std::string(jekyll_version_));
    AddBasics();
    AddImage();
    AddDate();
    AddNeighbours();
    AddTwitter();
    AddFacebook();
    AddVerifications();
    Line("<script type=\"application/ld+json\">");
    Line(JsonLd(facts_).Text() + "</script>");
    Line("<!-- End Jekyll SEO tag -->");
    return std::move(out_);
  }

 private:
  void Line(const std::string& text) { out_.append(text).append("\n"); }
  void Meta(std::string_view attribute, std::string_view name, std::string_view content) {
    out_.append("<meta ").append(attribute).append("=\"").append(name);
    out_.append("\" content=\"").append(content).append("\" />\n");
  }
  void MetaIfAny(std::string_view attribute, std::string_view name, const Value& content) {
    if (content.Truthy()) Meta(attribute, name, view_.Text(content));
  }
  void Link(std::string_view rel, std::string_view href) {
    out_.append("<link rel=\"").append(rel).append("\" href=\"").append(href).append("\" />\n");
  }

  void AddBasics() {
    MetaIfAny("property", "og:title", facts_.page_title());
    MetaIfAny("name", "author", facts_.Author("name"));
    Meta("property", "og:locale", facts_.Locale());
    MetaIfAny("name", "description", facts_.Description());
    MetaIfAny("property", "og:description", facts_.Description());
    if (facts_.Site("url").Truthy()) {
      const std::string url = view_.Text(facts_.CanonicalUrl());
      Link("canonical", url);
      Meta("property", "og:url", url);
    }
    MetaIfAny("property", "og:site_name", facts_.site_title());
  }

  void AddImage() {
    if (!facts_.image_path().Truthy()) return;
    const Hash& image = facts_.image().AsHash();
    MetaIfAny("property", "og:image", facts_.image_path());
    MetaIfAny("property", "og:image:height", image.Get("height"));
    MetaIfAny("property", "og:image:width", image.Get("width"));
    MetaIfAny("property", "og:image:alt", image.Get("alt"));
  }

  void AddDate() {
    const Value date = facts_.DatePublished();
    Meta("property", "og:type", date.Truthy() ? "article" : "website");
    MetaIfAny("property", "article:published_time", date);
  }

  void AddNeighbours() {
    AddNeighbour("prev", "previous_page", "previous_page_path");
    AddNeighbour("next", "next_page", "next_page_path");
  }
  void AddNeighbour(std::string_view rel, const Symbol& number, const Symbol& path) {
    if (!view_.Get(facts_.paginator(), number).Truthy()) return;
    Link(rel, view_.Text(view_.Filter("absolute_url", view_.Get(facts_.paginator(), path))));
  }

  void AddTwitter() {
    AddTwitterCard();
    MetaIfAny("property", "twitter:title", facts_.page_title());
    const Value twitter = facts_.Site("twitter");
    if (!twitter.Truthy()) return;
    Meta("name", "twitter:site", "@" + WithoutAts(view_.Get(twitter, "username")));
    const Value creator = facts_.AuthorTwitter();
    if (creator.Truthy()) Meta("name", "twitter:creator", "@" + WithoutAts(creator));
  }

  void AddTwitterCard() {
    if (!facts_.image_path().Truthy()) {
      Meta("name", "twitter:card", "summary");
      return;
    }
    const Value site_card = view_.Get(facts_.Site("twitter"), "card");
    const Value card = view_.Default(view_.Get(facts_.Page("twitter"), "card"), site_card);
    Meta("name", "twitter:card", view_.Text(view_.Default(card, Value::String("summary_large_image"))));
    MetaIfAny("property", "twitter:image", facts_.image_path());
    MetaIfAny("name", "twitter:image:alt", facts_.image().AsHash().Get("alt"));
  }

  std::string WithoutAts(const Value& name) { return view_.Text(view_.Filter("remove", name, {Value::String("@")})); }

  void AddFacebook() {
    const Value facebook = facts_.Site("facebook");
    MetaIfAny("property", "fb:admins", view_.Get(facebook, "admins"));
    MetaIfAny("property", "article:publisher", view_.Get(facebook, "publisher"));
    MetaIfAny("property", "fb:app_id", view_.Get(facebook, "app_id"));
  }

  void AddVerifications() {
    const Value verifications = facts_.Site("webmaster_verifications");
    if (!verifications.Truthy()) {
      MetaIfAny("name", "google-site-verification", facts_.Site("google_site_verification"));
      return;
    }
    for (const Verification& verification : kVerifications) {
      MetaIfAny("name", verification.meta_name, view_.Get(verifications, verification.key));
    }
  }

  SeoFacts facts_;
  LiquidView& view_;
  std::string_view jekyll_version_;
  std::string out_;
};

class SeoTag : public liquid::Tag {
 public:
  SeoTag(const Site& site, std::string_view markup) : site_(site), markup_(markup) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    output.Append(SeoWriter(context, markup_, site_.profile().jekyll_version).Write());
  }

 private:
  const Site& site_;
  std::string_view markup_;
};

class SeoPlugin : public Plugin {
 public:
  void RegisterLiquid(liquid::Environment& environment, const Site& site) override {
    environment.AddTag("seo",
                       [&site](liquid::TagParser& parser) { return std::make_unique<SeoTag>(site, parser.markup()); });
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeSeoTag() { return std::make_unique<SeoPlugin>(); }

}  // namespace tincture::compat::plugins
