#include "engine/render/markdown.h"

#include <algorithm>

#include "compat/commonmark/commonmark.h"
#include "compat/kramdown/options_from_config.h"
#include "compat/profile/commonmarker.h"
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

std::string ProcessorList(const Site& site) {
  std::string list;
  for (const std::string& name : ValidProcessors(*site.settings, site.profile())) {
    list.append(list.empty() ? "" : ", ").append(name);
  }
  return list;
}

// What to do about a processor that there is none for here.
std::string HintFor(std::string_view processor) {
  const std::string name = text::Downcase(processor);
  if (name == "redcarpet" || name == "rdiscount" || name == "maruku") {
    return "tincture has no " + std::string(processor) +
           ": set `markdown: kramdown`, as GitHub Pages does for every site; " +
           "`kramdown: {input: GFM}` reads fenced code and line breaks as those did.";
  }
  return "`markdown: CommonMark` wants jekyll-commonmark under `plugins:`; `markdown: GFM` is for GitHub Pages only: "
         "elsewhere kramdown reads GFM by default.";
}

Error InvalidProcessor(const Site& site) {
  const std::string processor = site.TextOf(site.Setting("markdown"));
  const std::string available = "Available processors are: " + ProcessorList(site);
  Error error = {.kind = "Jekyll::Errors::FatalException",
                 .message = "Invalid Markdown processor given: " + processor,
                 .hint = HintFor(processor)};
  if (site.profile().old_engine_defaults) {
    site.log.Error("Invalid Markdown processor given:", processor);
    if (site.config().Truthy("safe")) site.log.Info("", "Custom processors are not loaded in safe mode");
    error.message = "Bailing out; invalid Markdown processor.";
  } else {
    if (site.config().Truthy("safe")) site.log.Warn("Build Warning:", "Custom processors are not loaded in safe mode");
    site.log.Error("Markdown processor:", "\"" + processor + "\" is not a valid Markdown processor.");
  }
  site.log.Error("", available);
  return error;
}

// Which of the gems, and as which version of commonmarker.
commonmark::Configured CommonmarkOptions(const Site& site, MarkdownProcessor processor) {
  commonmark::Configured configured = commonmark::OptionsFromConfig(site.Setting("commonmark"));
  if (processor == MarkdownProcessor::kCommonMarkGhPages) configured.options.gem = commonmark::Gem::kGhPages;
  configured.options.nested_strong = compat::StrongNestsInStrong(site.profile());
  return configured;
}

Error RefusedOption(const std::string& complaint) {
  return {.kind = "Kramdown::Error",
          .message = complaint,
          .hint = "See `kramdown:` in _config.yml; https://kramdown.gettalong.org/options.html says what each takes."};
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
      processor_(ProcessorOf(*site.settings, site.profile())),
      extnames_(MarkdownExtensions(site)),
      options_(kramdown::OptionsFromConfig(site.Setting("kramdown"), site.Setting("highlighter"), &refused_)),
      commonmark_(CommonmarkOptions(site, processor_)) {}

bool MarkdownConverter::Matches(std::string_view extname) const {
  return std::find(extnames_.begin(), extnames_.end(), text::Downcase(extname)) != extnames_.end();
}

void MarkdownConverter::Setup() const {
  if (processor_ == MarkdownProcessor::kKramdown) return;
  for (const commonmark::Complaint& complaint : commonmark_.complaints) {
    site_.log.Warn("CommonMark:", complaint.warning);
    site_.log.Info(complaint.label, complaint.valid);
  }
}

Result<std::string> MarkdownConverter::Convert(std::string_view text, bool ascii_tagged, std::string_view page) const {
  if (processor_ == MarkdownProcessor::kUnknown) return InvalidProcessor(site_);
  std::call_once(is_set_up_, [&] { Setup(); });
  auto& known = converted_[ascii_tagged];
  {
    const std::lock_guard lock(mu_);
    const auto found = known.find(text);
    if (found != known.end()) return found->second;
  }
  Result<std::string> html = ConvertAnew(text, ascii_tagged, page);
  if (!html) return html;
  const std::lock_guard lock(mu_);
  known.emplace(text, *html);
  return html;
}

std::string MarkdownConverter::SmartyPants(std::string_view text) const {
  kramdown::Options options = options_;
  options.input = kramdown::Input::kSmartyPants;
  RougeHighlighter highlighter(WarnOf({}));
  std::string html = kramdown::Convert(text, options, &highlighter).html;
  if (html.ends_with('\n')) html.pop_back();
  return html;
}

WarnOfCode MarkdownConverter::WarnOf(std::string_view page) const {
  return [this, page](std::string_view language, std::string_view message) {
    code_warnings_.Add(language, page, message);
  };
}

Result<std::string> MarkdownConverter::ConvertAnew(std::string_view text, bool ascii_tagged,
                                                   std::string_view page) const {
  if (processor_ != MarkdownProcessor::kKramdown) {
    RougeForCommonmark highlighter(WarnOf(page));
    return commonmark::Convert(text, commonmark_.options, &highlighter);
  }
  if (!refused_.empty()) return RefusedOption(refused_);
  if (!IsValidUtf8(text)) return InvalidEncoding();
  RougeHighlighter highlighter(WarnOf(page));
  return ConvertByKramdown(text, ascii_tagged, highlighter);
}

std::string MarkdownConverter::ConvertByKramdown(std::string_view text, bool ascii_tagged,
                                                 RougeHighlighter& highlighter) const {
  kramdown::Output output;
  if (ascii_tagged) {
    kramdown::Options options = options_;
    options.ascii_source = true;
    output = kramdown::Convert(text, options, &highlighter);
  } else {
    output = kramdown::Convert(text, options_, &highlighter);
  }
  const Value config = site_.Setting("kramdown");
  if (config.IsHash() && config.AsHash().Get("show_warnings").Truthy()) {
    for (const kramdown::Warning& warning : output.warnings) site_.log.Warn("Kramdown warning:", warning.message);
  }
  return std::move(output.html);
}

}  // namespace tincture::engine
