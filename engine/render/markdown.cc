#include "engine/render/markdown.h"

#include <algorithm>

#include "compat/kramdown/options_from_config.h"
#include "compat/text/case.h"
#include "engine/model/string_edit.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

std::vector<std::string> MarkdownExtensions(const Site& site) {
  std::vector<std::string> extnames;
  for (const std::string_view ext : Split(site.config().Text("markdown_ext"), ',')) {
    extnames.push_back("." + text::Downcase(ext));
  }
  return extnames;
}

Error InvalidProcessor(const Site& site, std::string_view processor) {
  site.log.Error("Markdown processor:", "\"" + std::string(processor) + "\" is not a valid Markdown processor.");
  site.log.Error("", "Available processors are: kramdown");
  return {
      .kind = "Jekyll::Errors::FatalException",
      .message = "Invalid Markdown processor given: " + std::string(processor),
      .hint =
          "CommonMark and GFM through cmark are not there yet: set `markdown: kramdown` (its default input is GFM)."};
}

// Kramdown adapts its source to UTF-8 first, and raises where it is none.
Error InvalidEncoding() {
  return {.kind = "RuntimeError",
          .message = "The source text contains invalid characters for the used encoding UTF-8",
          .hint = "Save the file as UTF-8."};
}

}  // namespace

MarkdownConverter::MarkdownConverter(const Site& site)
    : site_(site),
      processor_(site.TextOf(site.Setting("markdown"))),
      extnames_(MarkdownExtensions(site)),
      options_(kramdown::OptionsFromConfig(site.Setting("kramdown"), site.Setting("highlighter"))) {}

bool MarkdownConverter::Matches(std::string_view extname) const {
  return std::find(extnames_.begin(), extnames_.end(), text::Downcase(extname)) != extnames_.end();
}

Result<std::string> MarkdownConverter::Convert(std::string_view text, bool ascii_tagged) const {
  if (text::Downcase(processor_) != "kramdown") return InvalidProcessor(site_, processor_);
  if (!IsValidUtf8(text)) return InvalidEncoding();
  auto& known = converted_[ascii_tagged];
  {
    const std::lock_guard lock(mu_);
    const auto found = known.find(text);
    if (found != known.end()) return found->second;
  }
  std::string html = ConvertAnew(text, ascii_tagged);
  const std::lock_guard lock(mu_);
  known.emplace(text, html);
  return html;
}

std::string MarkdownConverter::SmartyPants(std::string_view text) const {
  kramdown::Options options = options_;
  options.input = kramdown::Input::kSmartyPants;
  std::string html = kramdown::Convert(text, options, &highlighter_).html;
  if (html.ends_with('\n')) html.pop_back();
  return html;
}

std::string MarkdownConverter::ConvertAnew(std::string_view text, bool ascii_tagged) const {
  kramdown::Output output;
  if (ascii_tagged) {
    kramdown::Options options = options_;
    options.ascii_source = true;
    output = kramdown::Convert(text, options, &highlighter_);
  } else {
    output = kramdown::Convert(text, options_, &highlighter_);
  }
  const Value config = site_.Setting("kramdown");
  if (config.IsHash() && config.AsHash().Get("show_warnings").Truthy()) {
    for (const kramdown::Warning& warning : output.warnings) site_.log.Warn("Kramdown warning:", warning.message);
  }
  return std::move(output.html);
}

}  // namespace tincture::engine
