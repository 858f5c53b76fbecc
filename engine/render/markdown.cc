#include "engine/render/markdown.h"

#include <algorithm>

#include "compat/commonmark/commonmark.h"
#include "compat/kramdown/options_from_config.h"
#include "compat/profile/commonmarker.h"
#include "compat/text/case.h"
#include "engine/model/encoding.h"
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
Error InvalidEncoding(const text::Encoding& encoding) {
  return {.kind = "RuntimeError",
          .message = "The source text contains invalid characters for the used encoding " + std::string(encoding.name),
          .hint = "Save the file as UTF-8."};
}

Error CannotConvert(std::string_view from, std::string_view to) {
  return {.kind = "Encoding::UndefinedConversionError",
          .message = "a character from " + std::string(from) + " cannot be converted to " + std::string(to),
          .hint = "Set `encoding` in _config.yml to what the files are in."};
}

}  // namespace

MarkdownConverter::MarkdownConverter(const Site& site)
    : site_(site),
      processor_(ProcessorOf(*site.settings, site.profile())),
      extnames_(MarkdownExtensions(site)),
      refused_(kramdown::WhyRefused(site.Setting("kramdown"), site.profile().kramdown_keys_are_symbols)),
      options_(kramdown::OptionsFromConfig(site.Setting("kramdown"), site.Setting("highlighter"))),
      commonmark_(CommonmarkOptions(site, processor_)) {}

bool MarkdownConverter::Matches(std::string_view extname) const {
  return std::find(extnames_.begin(), extnames_.end(), text::Downcase(extname)) != extnames_.end();
}

void MarkdownConverter::Setup() const {
  if (processor_ == MarkdownProcessor::kKramdown) return;
  for (const commonmark::Complaint& complaint : commonmark_.complaints) {
    site_.log.Once("commonmark " + complaint.warning, LogLevel::kWarn, "CommonMark:", complaint.warning);
    site_.log.Once("commonmark " + complaint.warning + "\n", LogLevel::kInfo, complaint.label, complaint.valid);
  }
}

Result<std::string> MarkdownConverter::Convert(std::string_view text, bool ascii_tagged, std::string_view page) const {
  if (processor_ == MarkdownProcessor::kUnknown) return InvalidProcessor(site_);
  Setup();
  const text::Encoding& encoding = EncodingOfText(text, page);
  if (!page.empty()) {
    // A page's own text is met once.
    Result<Converted> own = ConvertAnew(text, ascii_tagged, encoding);
    if (!own) return own.error();
    Tell(*own, text, page);
    return std::move(own->html);
  }
  const auto converted = Known(text, ascii_tagged, encoding);
  if (!converted) return converted.error();
  Tell(**converted, text, page);
  return (*converted)->html;
}

Result<std::shared_ptr<const MarkdownConverter::Converted>> MarkdownConverter::Known(
    std::string_view text, bool ascii_tagged, const text::Encoding& encoding) const {
  Memo& memo = converted_[ascii_tagged];
  if (encoding.is_utf8()) {
    const std::lock_guard lock(mu_);
    const auto found = memo.find(text);
    if (found != memo.end()) return found->second;
  }
  Result<Converted> converted = ConvertAnew(text, ascii_tagged, encoding);
  if (!converted) return converted.error();
  auto kept = std::make_shared<const Converted>(std::move(*converted));
  if (!encoding.is_utf8()) return kept;
  const std::lock_guard lock(mu_);
  return memo.try_emplace(std::string(text), std::move(kept)).first->second;
}

// The processor's own warnings are said with the first page only.
void MarkdownConverter::Tell(const Converted& converted, std::string_view text, std::string_view page) const {
  for (const auto& [language, message] : converted.code_warnings) code_warnings_.Add(language, page, message);
  for (size_t i = 0; i < converted.warnings.size(); ++i) {
    site_.log.Once("markdown " + std::to_string(i) + "\n" + std::string(text), LogLevel::kWarn,
                   "Kramdown warning:", converted.warnings[i]);
  }
}

std::string MarkdownConverter::SmartyPants(std::string_view text) const {
  kramdown::Options options = options_;
  options.input = kramdown::Input::kSmartyPants;
  const text::Encoding& encoding = EncodingOfText(text, {});
  const std::string utf8 = encoding.ToUtf8(text).value_or(std::string(text));
  if (!encoding.is_utf8()) options.holds = [&encoding](uint32_t code_point) { return encoding.Holds(code_point); };
  Converted converted;
  RougeHighlighter highlighter(WarnTo(converted));
  std::string html = kramdown::Convert(utf8, options, &highlighter).html;
  if (html.ends_with('\n')) html.pop_back();
  for (const auto& [language, message] : converted.code_warnings) code_warnings_.Add(language, {}, message);
  return encoding.FromUtf8(html).value_or(html);
}

WarnOfCode MarkdownConverter::WarnTo(Converted& converted) {
  return [&converted](std::string_view language, std::string_view message) {
    converted.code_warnings.emplace_back(language, message);
  };
}

Result<MarkdownConverter::Converted> MarkdownConverter::ConvertAnew(std::string_view text, bool ascii_tagged,
                                                                    const text::Encoding& encoding) const {
  Converted converted;
  std::optional<std::string> utf8;
  if (!encoding.is_utf8()) {
    utf8 = encoding.ToUtf8(text);
    if (!utf8) return encoding.IsValid(text) ? CannotConvert(encoding.name, "UTF-8") : InvalidEncoding(encoding);
    text = *utf8;
  }
  if (processor_ != MarkdownProcessor::kKramdown) {
    RougeForCommonmark highlighter(WarnTo(converted));
    Result<std::string> html = commonmark::Convert(text, commonmark_.options, &highlighter);
    if (!html) return html.error();
    converted.html = std::move(*html);
    return converted;
  }
  if (!refused_.empty()) return RefusedOption(refused_);
  if (!IsValidUtf8(text)) return InvalidEncoding(encoding);
  if (Status status = ConvertByKramdown(text, ascii_tagged, encoding, converted); !status) return status.error();
  return converted;
}

// A page's own text is in the site's encoding; elsewhere text that is UTF-8 beyond ASCII came out of front matter.
const text::Encoding& MarkdownConverter::EncodingOfText(std::string_view text, std::string_view page) const {
  const text::Encoding& encoding = EncodingOf(site_);
  const bool from_yaml = page.empty() && !encoding.is_utf8() && IsValidUtf8(text) && !IsAscii(text);
  return from_yaml ? *text::FindEncoding("utf-8").internal : encoding;
}

Status MarkdownConverter::ConvertByKramdown(std::string_view text, bool ascii_tagged, const text::Encoding& encoding,
                                            Converted& converted) const {
  RougeHighlighter highlighter(WarnTo(converted));
  kramdown::Output output;
  if (ascii_tagged || !encoding.is_utf8()) {
    kramdown::Options options = options_;
    options.ascii_source = ascii_tagged;
    options.holds = [&encoding](uint32_t code_point) { return encoding.Holds(code_point); };
    output = kramdown::Convert(text, options, &highlighter);
  } else {
    output = kramdown::Convert(text, options_, &highlighter);
  }
  converted.html = std::move(output.html);
  const Value config = site_.Setting("kramdown");
  if (config.IsHash() && config.AsHash().Get("show_warnings").Truthy()) {
    for (kramdown::Warning& warning : output.warnings) converted.warnings.push_back(std::move(warning.message));
  }
  if (encoding.is_utf8()) return {};
  std::optional<std::string> html = encoding.FromUtf8(converted.html);
  if (!html) return CannotConvert("UTF-8", encoding.name);
  converted.html = *std::move(html);
  return {};
}

}  // namespace tincture::engine
