#include "engine/drops/filter_host.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

using Converter = FilterHost::Converter;

template <Converter converter>
Value Convert(const liquid::FilterCall& call) {
  const std::string_view text = TextOf(call.input, call.access());
  const bool ascii_tagged = !call.input.IsString() || (call.input.string_flags() & kAsciiTagged) != 0;
  const Result<std::string> converted = HostOf(call.context).Convert(converter, text, ascii_tagged);
  if (!converted.ok()) return call.Fail(converted.error());
  return MakeString(call, *converted);
}

constexpr liquid::Filter kFilters[] = {
    {"markdownify", 0, 0, Convert<Converter::kMarkdown>},
    {"smartify", 0, 0, Convert<Converter::kSmartyPants>},
    {"sassify", 0, 0, Convert<Converter::kSass>},
    {"scssify", 0, 0, Convert<Converter::kScss>},
};

}  // namespace

std::span<const liquid::Filter> ConverterFilters() { return kFilters; }

}  // namespace tincture::engine
