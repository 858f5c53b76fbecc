// HtmlFragment: a piece of HTML as Nokogiri sees it: parsed and written by libxml2, so `<br />` becomes `<br>`, stray
// tags are closed, entities become characters. Plugins built on html-pipeline print what it prints.
// One thread at a time.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::compat::plugins {

class HtmlFragment {
 public:
  // Nokogiri::HTML::DocumentFragment.parse
  explicit HtmlFragment(std::string_view html);
  ~HtmlFragment();

  // Calls `replace` for each text that is not within one of `ignored_tags`: its characters, and the same as HTML. What
  // it returns is parsed and takes the text's place; nothing leaves the text alone.
  using Replace = std::function<std::optional<std::string>(std::string_view text, std::string_view html)>;
  void ReplaceTexts(std::span<const std::string_view> ignored_tags, const Replace& replace);

  struct Heading {
    int level = 0;
    std::string text;
    std::optional<std::string> id;
  };
  // h1 to h6 in document order, without those of the class `skipped` and those within one of the classes
  // `skipped_sections`.
  std::vector<Heading> Headings(std::string_view skipped, std::span<const std::string> skipped_sections);
  // Puts `html` before the content of a heading, by its place in what Headings last gave.
  void PrependToHeading(size_t index, const std::string& html);

  std::string ToHtml() const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

// A finished page's <body ...> and </body> with what is between them; without them the whole is the body.
struct SplitPage {
  std::string_view head;
  std::string_view body;
  std::string_view tail;
};
SplitPage SplitAtBody(std::string_view page);

}  // namespace tincture::compat::plugins
