// jekyll-relative-links 0.7.0: Markdown links to source files, [x](../about.md), become links to what they turn into.
// github-pages has 0.6.1: it knows no titles and no %20, takes "/about.md" as relative to the page too, and leaves
// excerpts as they are. Golden cases: tests/golden/plugins/jekyll-relative-links, tests/golden/profiles/links.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <memory>

#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "compat/text/uri.h"

namespace tincture::compat::plugins {

namespace {

// Groups: text, path, fragment, title of an inline link, then of a link reference definition.
constexpr char kLink[] =
    R"re(\[(.*?)\]\(([^)]+?)(\#.+?|)?(\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?\))re"
    R"re(|^\s*?\[(.*?)\]:\x20(.+?)(\#.+?|)?(\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?\s*?$)re";
constexpr char kLinkWithoutTitle[] = R"re(\[(.*?)\]\(([^)]+?)(\#.+?)?()\)|^\s*?\[(.*?)\]:\x20(.+?)(\#.+?)?()\s*?$)re";
constexpr int kGroups = 4;
// A page whose links take more steps than this is left as it is.
constexpr uint32_t kMatchLimit = 2'000'000;

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct FreeMatch {
  void operator()(pcre2_match_data* match) const { pcre2_match_data_free(match); }
};
struct FreeContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

struct Link {
  size_t start = 0;
  size_t end = 0;
  bool is_inline = true;
  std::string_view text, path, fragment, title;
};

class LinkFinder {
 public:
  explicit LinkFinder(const char* pattern) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern), PCRE2_ZERO_TERMINATED,
                              PCRE2_MULTILINE | PCRE2_UTF | PCRE2_MATCH_INVALID_UTF, &error, &offset, nullptr));
    match_.reset(pcre2_match_data_create_from_pattern(code_.get(), nullptr));
    context_.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(context_.get(), kMatchLimit);
  }

  // The next link at or after `start`; false where there is none or the search was given up.
  bool Next(std::string_view content, size_t start, Link* link) {
    const int count = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(content.data()), content.size(), start, 0,
                                  match_.get(), context_.get());
    if (count <= 0) return false;
    const PCRE2_SIZE* places = pcre2_get_ovector_pointer(match_.get());
    const auto group = [&](int number) {
      const PCRE2_SIZE begin = number < count ? places[2 * number] : PCRE2_UNSET;
      return begin == PCRE2_UNSET ? std::string_view() : content.substr(begin, places[2 * number + 1] - begin);
    };
    link->is_inline = places[2] != PCRE2_UNSET;
    const int first = link->is_inline ? 1 : 1 + kGroups;
    *link = {places[0], places[1], link->is_inline, group(first), group(first + 1), group(first + 2), group(first + 3)};
    return true;
  }

 private:
  std::unique_ptr<pcre2_code, FreeCode> code_;
  std::unique_ptr<pcre2_match_data, FreeMatch> match_;
  std::unique_ptr<pcre2_match_context, FreeContext> context_;
};

// CGI.unescape
std::string Unescape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string digits(text.substr(i + 1, 2));
    const bool escaped =
        text[i] == '%' && digits.size() == 2 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    out += escaped ? static_cast<char>(std::stoi(digits, nullptr, 16)) : text[i] == '+' ? ' ' : text[i];
    if (escaped) i += 2;
  }
  return out;
}

bool IsReplaceable(std::string_view path) {
  if (path.starts_with('#')) return false;
  const Result<text::Uri> uri = text::ParseUri(path);
  return !uri.ok() || !uri->absolute();
}

class Replacer {
 public:
  explicit Replacer(Site& site)
      : site_(site), titles_(site.profile().relative_links_have_titles), finder_(titles_ ? kLink : kLinkWithoutTitle) {}

  Result<std::string> Replace(const Item& item) {
    const std::string_view content = item.content();
    const std::string_view folder = DirectoryName(item.relative_path());
    std::string out;
    size_t done = 0;
    Link link;
    while (done < content.size() && finder_.Next(content, done, &link)) {
      Result<std::string> url = UrlFor(link, folder);
      if (!url) return url;
      out += content.substr(done, link.start - done);
      out += url->empty() ? std::string(content.substr(link.start, link.end - link.start)) : Rewritten(link, *url);
      done = link.end;
    }
    return out.append(content.substr(done));
  }

 private:
  // Empty where the link stays.
  Result<std::string> UrlFor(const Link& link, std::string_view folder) {
    if (!IsReplaceable(link.path)) return std::string();
    const std::string from_root = FromRoot(link.path, folder);
    const std::string path = titles_ ? Unescape(from_root) : from_root;
    for (const Item* target : Targets()) {
      if (WithoutLeadingSlash(target->relative_path()) != path) continue;
      const Value url = Value::String(site_.arena().Copy(target->url()));
      Result<Value> relative = site_.Filter("relative_url", url);
      if (!relative) return std::move(relative).error();
      return std::string(relative->IsString() ? relative->AsString() : std::string_view());
    }
    return std::string();
  }

  // Looked for by the first link: asking for the documents to write gives them dates in Jekyll 3.
  const std::vector<Item*>& Targets() {
    if (!targets_.empty()) return targets_;
    for (const auto& items : {site_.Pages(), site_.StaticFiles(), site_.DocsToWrite()}) {
      targets_.insert(targets_.end(), items.begin(), items.end());
    }
    return targets_;
  }

  // Relative to the source. As the gem does it, by way of the folder the program runs in.
  std::string FromRoot(std::string_view path, std::string_view folder) const {
    const std::string root(site_.working_directory());
    const std::string base = titles_ && path.starts_with('/') ? root : ExpandPath(folder, root);
    std::string absolute = ExpandPath(WithoutLeadingSlash(path), base);
    return absolute.starts_with(root + "/") ? absolute.substr(root.size() + 1) : absolute;
  }

  static std::string Rewritten(const Link& link, const std::string& url) {
    const std::string target = url + std::string(link.fragment);
    const std::string text = "[" + std::string(link.text) + "]";
    if (link.is_inline) return text + "(" + target + std::string(link.title) + ")";
    return "\n" + text + ": " + target + std::string(link.title);
  }

  Site& site_;
  const bool titles_;
  LinkFinder finder_;
  std::vector<Item*> targets_;
};

class RelativeLinks : public Plugin {
 public:
  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kLowest; }

  Status Generate(Site& site) override {
    if (IsFalse(Setting(site, "relative_links", "enabled"))) return {};
    std::vector<Item*> items = site.Pages();
    if (IsTrue(Setting(site, "relative_links", "collections"))) {
      for (Item* doc : site.DocsToWrite()) items.push_back(doc);
    }
    Replacer replacer(site);
    for (Item* item : items) {
      if (item->kind() == ItemKind::kStaticFile || !site.IsMarkdown(item->extname()) || IsExcluded(site, *item))
        continue;
      Result<std::string> content = replacer.Replace(*item);
      if (!content) return std::move(content).error();
      if (*content != item->content()) item->SetContent(*content);
      if (item->kind() == ItemKind::kDocument && site.profile().relative_links_have_titles) item->ResetExcerpt();
    }
    return {};
  }

 private:
  static bool IsExcluded(const Site& site, const Item& item) {
    std::vector<std::string> patterns;
    for (const Value& pattern : ListOf(Setting(site, "relative_links", "exclude"))) {
      if (pattern.IsString()) patterns.emplace_back(pattern.AsString());
    }
    return !patterns.empty() && site.GlobInclude(patterns, item.relative_path());
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeRelativeLinks() { return std::make_unique<RelativeLinks>(); }

}  // namespace tincture::compat::plugins
