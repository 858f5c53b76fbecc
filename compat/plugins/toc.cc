// jekyll-toc 0.18.0: a table of contents and anchors from the headings of a page that says `toc: true`:
// {{ content | toc }}, toc_only, inject_anchors, {% toc %}. Golden cases: tests/golden/plugins/jekyll-toc.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <map>

#include "compat/plugins/html_fragment.h"
#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "compat/text/case.h"
#include "compat/text/escape.h"
#include "compat/text/url_escape.h"
#include "liquid/exec/tag.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

// The `toc:` part of the configuration.
struct TocConfig {
  explicit TocConfig(const Value& value) {
    if (!value.IsHash()) return;
    const Hash& hash = value.AsHash();
    SetInt(hash.Get("min_level"), &min_level);
    SetInt(hash.Get("max_level"), &max_level);
    if (hash.Get("ordered_list").Truthy()) list_tag = "ol";
    SetText(hash.Get("list_id"), &list_id);
    SetText(hash.Get("list_class"), &list_class);
    SetText(hash.Get("sublist_class"), &sublist_class);
    SetText(hash.Get("item_class"), &item_class);
    SetText(hash.Get("item_prefix"), &item_prefix);
    const std::vector<Value> sections = ListOf(hash.Get("no_toc_section_class"));
    if (!sections.empty()) skipped_sections.clear();
    for (const Value& section : sections) {
      if (section.IsString()) skipped_sections.emplace_back(section.AsString());
    }
  }

  int64_t min_level = 1;
  int64_t max_level = 6;
  std::string list_tag = "ul";
  std::string list_id = "toc";
  std::string list_class = "section-nav";
  std::string sublist_class;
  std::string item_class = "toc-entry";
  std::string item_prefix = "toc-";
  std::vector<std::string> skipped_sections = {"no_toc_section"};

 private:
  static void SetInt(const Value& value, int64_t* to) {
    if (value.IsInt()) *to = value.AsInt();
  }
  static void SetText(const Value& value, std::string* to) {
    if (value.IsString()) *to = value.AsString();
  }
};

// Without punctuation: what is no word character, hyphen or space.
std::string WithoutPunctuation(std::string_view text) {
  constexpr char kPunctuation[] = R"([^\p{L}\p{M}\p{Nd}\p{Pc}\- ])";
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(kPunctuation), PCRE2_ZERO_TERMINATED, PCRE2_UTF, &error,
                                   &offset, nullptr);
  std::string out(text.size() + 1, '\0');
  PCRE2_SIZE size = out.size();
  const int count = pcre2_substitute(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                                     PCRE2_SUBSTITUTE_GLOBAL, nullptr, nullptr, reinterpret_cast<PCRE2_SPTR>(""), 0,
                                     reinterpret_cast<PCRE2_UCHAR*>(out.data()), &size);
  pcre2_code_free(code);
  return count < 0 ? std::string(text) : out.substr(0, size);
}

std::string GeneratedId(std::string_view text) {
  std::string id = WithoutPunctuation(text::Downcase(text));
  std::replace(id.begin(), id.end(), ' ', '-');
  return text::CgiEscape(id);
}

class Toc {
 public:
  Toc(std::string_view html, const Value& config) : config_(config), fragment_(html) {
    std::map<std::string, int, std::less<>> seen;
    const std::vector<HtmlFragment::Heading> headings = fragment_.Headings("no_toc", config_.skipped_sections);
    for (size_t i = 0; i < headings.size(); ++i) {
      const HtmlFragment::Heading& heading = headings[i];
      if (heading.level < config_.min_level || heading.level > config_.max_level) continue;
      std::string id = heading.id ? *heading.id : GeneratedId(heading.text);
      const int before = heading.id ? 0 : seen[id]++;  // ids of the page's own are not counted
      if (before > 0) id += "-" + std::to_string(before);
      entries_.push_back({heading.level, i, std::move(id), text::HtmlEscape(heading.text)});
    }
  }

  std::string List() const {
    return "<" + config_.list_tag + " id=\"" + config_.list_id + "\" class=\"" + config_.list_class + "\">\n" +
           Items(entries_) + "</" + config_.list_tag + ">";
  }

  std::string WithAnchors() {
    for (const Entry& entry : entries_) {
      fragment_.PrependToHeading(entry.place,
                                 "<a class=\"anchor\" href=\"#" + entry.id +
                                     "\" aria-hidden=\"true\"><span class=\"octicon octicon-link\"></span></a>");
    }
    return fragment_.ToHtml();
  }

 private:
  struct Entry {
    int level;
    size_t place;
    std::string id;
    std::string text;
  };
  using Entries = std::span<const Entry>;

  // At most six deep: each level of recursion has headings of a greater level.
  std::string Items(Entries entries) const {
    int least = 7;
    for (const Entry& entry : entries) least = std::min(least, entry.level);
    std::string out;
    for (size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].level > least) {
        const Entries nested = NestedFrom(entries, i, least);
        out += Items(nested);
        i += nested.size() - 1;
        continue;
      }
      out += Item(entries[i]);
      const Entries nested = NestedFrom(entries, i + 1, least);
      if (!nested.empty()) out += Sublist(nested);
      i += nested.size();
      out += "</li>\n";
    }
    return out;
  }

  static Entries NestedFrom(Entries entries, size_t start, int level) {
    size_t end = start;
    while (end < entries.size() && entries[end].level > level) ++end;
    return entries.subspan(start, end - start);
  }

  std::string Item(const Entry& entry) const {
    return "<li class=\"" + config_.item_class + " " + config_.item_prefix + "h" + std::to_string(entry.level) +
           "\"><a href=\"#" + entry.id + "\">" + entry.text + "</a>";
  }

  std::string Sublist(Entries entries) const {
    const std::string attributes = config_.sublist_class.empty() ? "" : " class=\"" + config_.sublist_class + "\"";
    return "\n<" + config_.list_tag + attributes + ">\n" + Items(entries) + "</" + config_.list_tag + ">\n";
  }

  TocConfig config_;
  HtmlFragment fragment_;
  std::vector<Entry> entries_;
};

Toc TocOf(LiquidView& view, const Value& html) {
  return Toc(view.Text(html), view.Get(view.context().Register("site"), "toc"));
}

bool IsEnabled(LiquidView& view) { return IsTrue(view.Get(view.context().Register("page"), "toc")); }

Value TocFilter(const liquid::FilterCall& call, const Value& otherwise, std::string (*print)(Toc&)) {
  LiquidView view(call.context);
  if (!IsEnabled(view)) return otherwise;
  Toc toc = TocOf(view, call.input);
  return Value::String(call.arena().Copy(print(toc)));
}

constexpr liquid::Filter kFilters[] = {
    {"toc_only", 0, 0,
     [](const liquid::FilterCall& call) {
       return TocFilter(call, Value::String(""), [](Toc& toc) { return toc.List(); });
     }},
    {"inject_anchors", 0, 0,
     [](const liquid::FilterCall& call) {
       return TocFilter(call, call.input, [](Toc& toc) { return toc.WithAnchors(); });
     }},
    {"toc", 0, 0,
     [](const liquid::FilterCall& call) {
       return TocFilter(call, call.input, [](Toc& toc) { return toc.List() + toc.WithAnchors(); });
     }},
};

// {% toc %}
class TocTag : public liquid::Tag {
 public:
  void Render(liquid::Context& context, liquid::Output& output) const override {
    LiquidView view(context);
    const Value page = context.Register("page");
    if (view.Get(page, "toc").Truthy()) output.Append(TocOf(view, view.Get(page, "content")).List());
  }
};

class TocPlugin : public Plugin {
 public:
  void RegisterLiquid(liquid::Environment& environment, const Site&) override {
    environment.AddFilters(kFilters);
    environment.AddTag("toc", [](liquid::TagParser&) { return std::make_unique<TocTag>(); });
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeToc() { return std::make_unique<TocPlugin>(); }

}  // namespace tincture::compat::plugins
