// MarkdownConverter: the Markdown processor that the configuration names (lib/jekyll/converters/markdown.rb,
// markdown/kramdown_parser.rb; the gems jekyll-commonmark and jekyll-commonmark-ghpages). Remembers what it converted:
// layouts and lists convert the same short texts again and again. Threads: any.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compat/commonmark/options_from_config.h"
#include "compat/kramdown/kramdown.h"
#include "compat/text/encoding.h"
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
  // A text and what is wrong with it: told of every page that has it, so that it does not matter whose is converted.
  struct Converted {
    std::string html;
    std::vector<std::pair<std::string, std::string>> code_warnings;  // language, message
    std::vector<std::string> warnings;                               // kramdown's
  };
  using Memo = std::map<std::string, std::shared_ptr<const Converted>, std::less<>>;

  static WarnOfCode WarnTo(Converted& converted);
  // What Jekyll does before the first text: a processor complains of its options then.
  void Setup() const;
  Result<std::shared_ptr<const Converted>> Known(std::string_view text, bool ascii_tagged,
                                                 const text::Encoding& encoding) const;
  Result<Converted> ConvertAnew(std::string_view text, bool ascii_tagged, const text::Encoding& encoding) const;
  Status ConvertByKramdown(std::string_view text, bool ascii_tagged, const text::Encoding& encoding,
                           Converted& converted) const;
  const text::Encoding& EncodingOfText(std::string_view text, std::string_view page) const;
  void Tell(const Converted& converted, std::string_view text, std::string_view page) const;

  const Site& site_;
  MarkdownProcessor processor_;
  std::vector<std::string> extnames_;
  std::string refused_;  // kramdown's complaint about an option, if any
  kramdown::Options options_;
  commonmark::Configured commonmark_;
  mutable CodeWarnings code_warnings_;
  mutable std::mutex mu_;
  mutable Memo converted_[2];  // guarded by mu_; by ascii_tagged
};

}  // namespace tincture::engine
