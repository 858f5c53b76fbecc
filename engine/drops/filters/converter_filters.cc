#include "engine/drops/filter_host.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/support/utf8.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

using Converter = FilterHost::Converter;

// Whether to_s is US-ASCII, which kramdown notices.
bool IsAsciiTagged(const Value& value, std::string_view text) {
  if (value.IsString()) return (value.string_flags() & kAsciiTagged) != 0;
  return InspectsAsAscii(value) && IsAscii(text);
}

template <Converter converter>
Value ConvertMarkup(const liquid::FilterCall& call) {
  const std::string_view text = TextOf(call.input, call.access());
  const Result<std::string> html = HostOf(call.context).Convert(converter, text, IsAsciiTagged(call.input, text));
  if (!html.ok()) return call.Fail(html.error());
  return MakeString(call, *html);
}

// The Sass converters' errors are ArgumentErrors.
template <Converter converter>
Value ConvertStyles(const liquid::FilterCall& call) {
  if (call.input.IsNil()) return FailNoMethod(call, "empty?", call.input);
  const std::string_view text = TextOf(call.input, call.access());
  const Result<std::string> css = HostOf(call.context).Convert(converter, text, IsAsciiTagged(call.input, text));
  if (!css.ok()) return FailArgument(call, css.error().message);
  return MakeString(call, *css);
}

constexpr liquid::Filter kFilters[] = {
    {"markdownify", 0, 0, ConvertMarkup<Converter::kMarkdown>},
    {"smartify", 0, 0, ConvertMarkup<Converter::kSmartyPants>},
    {"sassify", 0, 0, ConvertStyles<Converter::kSass>},
    {"scssify", 0, 0, ConvertStyles<Converter::kScss>},
};

}  // namespace

std::span<const liquid::Filter> ConverterFilters() { return kFilters; }

}  // namespace tincture::engine
