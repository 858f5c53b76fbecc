// MarkdownConverter: the Markdown processor that the configuration names (lib/jekyll/converters/markdown.rb,
// markdown/kramdown_parser.rb; the gems jekyll-commonmark and jekyll-commonmark-ghpages). Remembers what it converted:
// layouts and lists convert the same short texts again and again. Threads: any.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "compat/commonmark/options_from_config.h"
#include "compat/kramdown/kramdown.h"
#include "engine/config/markdown_processor.h"
#include "engine/model/site.h"
#include "engine/render/highlighter.h"
#include "liquid/support/status.h"

namespace tincture::engine {

class MarkdownConverter {
 public:
  explicit MarkdownConverter(const Site& site);

  // `ascii_tagged`: the text's Ruby encoding is US-ASCII. `page`: whose text it is, for warnings; may be empty. Errors:
  // an unknown processor; what the processor raises.
  Result<std::string> Convert(std::string_view text, bool ascii_tagged, std::string_view page) const;
  // The converter SmartyPants: typographic characters only.
  std::string SmartyPants(std::string_view text) const;
  bool Matches(std::string_view extname) const;
  CodeWarnings& code_warnings() const { return code_warnings_; }

 private:
  WarnOfCode WarnOf(std::string_view page) const;
  // What Jekyll does before the first text: a processor complains of its options then.
  void Setup() const;
  Result<std::string> ConvertAnew(std::string_view text, bool ascii_tagged, std::string_view page) const;
  std::string ConvertByKramdown(std::string_view text, bool ascii_tagged, RougeHighlighter& highlighter) const;

  const Site& site_;
  MarkdownProcessor processor_;
  std::vector<std::string> extnames_;
  std::string refused_;  // kramdown's complaint about an option, if any
  kramdown::Options options_;
  commonmark::Configured commonmark_;
  mutable CodeWarnings code_warnings_;
  mutable std::once_flag is_set_up_;
  mutable std::mutex mu_;
  mutable std::map<std::string, std::string, std::less<>> converted_[2];  // guarded by mu_; by ascii_tagged
};

}  // namespace tincture::engine
