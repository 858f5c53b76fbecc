// jekyll-titles-from-headings 0.5.3: a Markdown page without a title takes that of the heading it begins with.
#include <optional>

#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::string_view kSpaces = " \t\r\n\f\v";

struct Heading {
  std::string_view title;
  size_t end = 0;  // in the content
};

std::string_view LineAt(std::string_view text, size_t start) {
  return text.substr(start, std::min(text.find('\n', start), text.size()) - start);
}

// "# Title", up to three signs.
std::optional<Heading> AtxHeading(std::string_view text, size_t start) {
  const size_t after = text.find_first_not_of('#', start);
  if (after == start || after == text.npos || after - start > 3) return std::nullopt;
  const size_t title = std::min(text.find_first_not_of(kSpaces, after), text.size());
  if (title == after) return std::nullopt;
  const std::string_view line = LineAt(text, title);
  return Heading{line, title + line.size()};
}

// A line with a line of - or = below.
std::optional<Heading> SetextHeading(std::string_view text, size_t start) {
  const std::string_view title = LineAt(text, start);
  const size_t below = start + title.size() + 1;
  if (below >= text.size()) return std::nullopt;
  const std::string_view line = LineAt(text, below);
  const size_t rest = std::min(line.find_first_not_of("-="), line.size());
  if (rest == 0 || line.find_first_not_of(kSpaces, rest) != line.npos) return std::nullopt;
  return Heading{title, below + line.size()};
}

std::optional<Heading> FirstHeading(std::string_view text) {
  const size_t start = text.find_first_not_of(kSpaces);
  if (start == text.npos) return std::nullopt;
  if (std::optional<Heading> heading = AtxHeading(text, start)) return heading;
  return SetextHeading(text, start);
}

// Footnote marks that are left after conversion: [^1].
std::string WithoutFootnotes(std::string_view text) {
  std::string out;
  while (true) {
    const size_t open = text.find("[^");
    const size_t close = open == text.npos ? open : text.find(']', open);
    if (close == text.npos) return out.append(text);
    out += text.substr(0, open);
    text.remove_prefix(close + 1);
  }
}

class TitlesFromHeadings : public Plugin {
 public:
  bool generates() const override { return true; }
  Priority priority() const override { return Priority::kLowest; }

  Status Generate(Site& site) override {
    if (IsFalse(Setting(site, "titles_from_headings", "enabled"))) return {};
    std::vector<Item*> items = site.Pages();
    if (IsTrue(Setting(site, "titles_from_headings", "collections"))) {
      for (Item* doc : site.DocsToWrite()) items.push_back(doc);
    }
    for (Item* item : items) {
      if (!Wanted(site, *item)) continue;
      if (Status status = SetTitle(site, *item); !status) return status;
    }
    return {};
  }

 private:
  // Documents always have a title, from their file name, so theirs counts for nothing.
  static bool Wanted(const Site& site, const Item& item) {
    if (item.kind() == ItemKind::kStaticFile || !site.IsMarkdown(item.extname())) return false;
    return item.kind() == ItemKind::kDocument || item.Get("title").IsNil();
  }

  static Status SetTitle(Site& site, Item& item) {
    const std::string content(item.content());
    const std::optional<Heading> heading = FirstHeading(content);
    if (heading) {
      Result<Value> title = PlainText(site, heading->title);
      if (!title) return std::move(title).error();
      item.Set("title", *title);
    }
    if (!StripsTitle(site, item)) return {};
    item.SetContent(Strip(std::string_view(content).substr(heading ? heading->end : 0)));
    if (item.collection() == "posts") item.ResetExcerpt();
    return {};
  }

  // A heading's Markdown without its markup.
  static Result<Value> PlainText(Site& site, std::string_view markdown) {
    Result<Value> text = Value::String(site.arena().Copy(markdown));
    for (const std::string_view filter : {"markdownify", "strip_html", "normalize_whitespace"}) {
      if (text) text = site.Filter(filter, *text);
    }
    if (!text || !text->IsString()) return text;
    return Value::String(site.arena().Copy(WithoutFootnotes(text->AsString())));
  }

  static bool StripsTitle(const Site& site, const Item& item) {
    const Value own = item.Own("strip_title");
    return IsTrue(own.IsNil() ? Setting(site, "titles_from_headings", "strip_title") : own);
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeTitlesFromHeadings() { return std::make_unique<TitlesFromHeadings>(); }

}  // namespace tincture::compat::plugins
