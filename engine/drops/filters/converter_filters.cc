#include "engine/drops/filter_host.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

using Converter = FilterHost::Converter;

// What has only digits and the like is ASCII however it is tagged; text that was joined from nothing else is told
// apart.
bool IsAsciiTagged(const Value& value) { return value.IsString() && (value.string_flags() & kAsciiTagged) != 0; }

template <Converter converter>
Value ConvertMarkup(const liquid::FilterCall& call) {
  const std::string_view text = TextOf(call.input, call.access());
  const Result<std::string> html = HostOf(call.context).Convert(converter, text, IsAsciiTagged(call.input));
  if (!html.ok()) return call.Fail(html.error());
  return MakeString(call, *html);
}

// The Sass converters' errors are ArgumentErrors.
template <Converter converter>
Value ConvertStyles(const liquid::FilterCall& call) {
  if (call.input.IsNil()) return FailNoMethod(call, "empty?", call.input);
  const Result<std::string> css =
      HostOf(call.context).Convert(converter, TextOf(call.input, call.access()), IsAsciiTagged(call.input));
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
