#include "engine/render/markdown.h"

#include <algorithm>

#include "compat/text/case.h"
#include "engine/model/string_edit.h"

namespace tincture::engine {

namespace {

// A configured value as the text that kramdown's own option parser takes.
std::string OptionText(const Site& site, const Value& value) {
  if (!value.IsArray()) return site.TextOf(value);
  std::string text;
  for (const Value& item : value.AsArray()) text += (text.empty() ? "" : ",") + site.TextOf(item);
  return text;
}

void SetHighlighterOption(const Site& site, kramdown::HighlighterOptions& options, std::string_view name,
                          const Value& value) {
  if (name == "default_lang") {
    if (value.Truthy()) options.default_lang = site.TextOf(value);
  } else if (name == "guess_lang") {
    options.guess_lang = value.Truthy();
  } else if (name == "disable") {
    options.disable = value.Truthy();
  } else if (name == "formatter") {
    options.formatter = site.TextOf(value);
  } else if (name == "css_class") {
    if (value.Truthy()) options.css_class = site.TextOf(value);
  } else if (name == "wrap") {
    options.wrap = value.Truthy();
  } else if (name == "line_numbers") {
    options.line_numbers = value.Truthy();
  } else if (name == "start_line") {
    if (value.IsInt()) options.start_line = static_cast<int>(value.AsInt());
  }
}

void SetHighlighterOptions(const Site& site, kramdown::HighlighterOptions& options, const Value& values) {
  if (!values.IsHash()) return;
  for (const Hash::Entry& entry : values.AsHash().entries()) {
    SetHighlighterOption(site, options, site.TextOf(entry.key), entry.value);
  }
}

// syntax_highlighter_opts, with what Jekyll adds to it.
void SetHighlighting(const Site& site, const Hash& config, kramdown::Options& options) {
  const Value highlighter = config.Get("syntax_highlighter");
  const Value site_highlighter = site.Setting("highlighter");
  options.syntax_highlighter = highlighter.Truthy()        ? site.TextOf(highlighter)
                               : site_highlighter.Truthy() ? site.TextOf(site_highlighter)
                                                           : "rouge";
  const Value values = config.Get("syntax_highlighter_opts");
  for (kramdown::HighlighterOptions* each : {&options.highlight_block, &options.highlight_span}) {
    SetHighlighterOptions(site, *each, values);
    if (!each->default_lang) each->default_lang = "plaintext";
    each->guess_lang = config.Get("guess_lang").Truthy();
  }
  if (values.IsHash()) {
    SetHighlighterOptions(site, options.highlight_block, values.AsHash().Get("block"));
    SetHighlighterOptions(site, options.highlight_span, values.AsHash().Get("span"));
  }
  options.highlight_span.wrap = false;
}

void SetTypographicSymbols(const Site& site, const Value& symbols, kramdown::Options& options) {
  if (!symbols.IsHash()) return;
  for (const Hash::Entry& entry : symbols.AsHash().entries()) {
    options.typographic_symbols[site.TextOf(entry.key)] = site.TextOf(entry.value);
  }
}

void SetLinkDefinitions(const Site& site, const Value& links, kramdown::Options& options) {
  if (!links.IsHash()) return;
  for (const Hash::Entry& entry : links.AsHash().entries()) {
    kramdown::PredefinedLink link;
    link.id = site.TextOf(entry.key);
    if (entry.value.IsArray()) {
      const auto parts = entry.value.AsArray();
      if (!parts.empty()) link.url = site.TextOf(parts[0]);
      if (parts.size() > 1) link.title = site.TextOf(parts[1]);
    } else {
      link.url = site.TextOf(entry.value);
    }
    options.link_defs.push_back(std::move(link));
  }
}

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
  return {.kind = "Jekyll::Errors::FatalException",
          .message = "Invalid Markdown processor given: " + std::string(processor),
          .hint = "Set `markdown: kramdown` in the configuration."};
}

}  // namespace

kramdown::Options KramdownOptions(const Site& site) {
  kramdown::Options options;
  const Value configured = site.Setting("kramdown");
  const Hash& config = configured.IsHash() ? configured.AsHash() : *site.empty_hash;
  for (const Hash::Entry& entry : config.entries()) {
    const std::string name = site.TextOf(entry.key);
    if (name == "typographic_symbols") {
      SetTypographicSymbols(site, entry.value, options);
    } else if (name == "link_defs") {
      SetLinkDefinitions(site, entry.value, options);
    } else if (name != "syntax_highlighter" && name != "syntax_highlighter_opts") {
      kramdown::SetOption(options, name, OptionText(site, entry.value));
    }
  }
  SetHighlighting(site, config, options);
  return options;
}

MarkdownConverter::MarkdownConverter(const Site& site)
    : site_(site),
      processor_(site.TextOf(site.Setting("markdown"))),
      extnames_(MarkdownExtensions(site)),
      options_(KramdownOptions(site)) {}

bool MarkdownConverter::Matches(std::string_view extname) const {
  return std::find(extnames_.begin(), extnames_.end(), text::Downcase(extname)) != extnames_.end();
}

Result<std::string> MarkdownConverter::Convert(std::string_view text, bool ascii_tagged) const {
  if (text::Downcase(processor_) != "kramdown") return InvalidProcessor(site_, processor_);
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
  // kramdown's inline parsers stand in until compat/kramdown has the SmartyPants parser.
  return std::string(text);
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
