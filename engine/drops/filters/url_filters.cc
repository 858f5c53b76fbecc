#include "engine/drops/filters/url_filters.h"

#include "compat/text/uri.h"
#include "engine/drops/filter_host.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

std::string ConfigText(const Value& config, const char* key, DropAccess& access) {
  return std::string(TextOf(config.AsHash().Get(key), access));
}

std::string WithLeadingSlash(std::string_view text) {
  return text.empty() || text.starts_with('/') ? std::string(text) : "/" + std::string(text);
}

// String#chomp("/").
std::string_view WithoutTrailingSlash(std::string_view text) {
  return text.ends_with('/') ? text.substr(0, text.size() - 1) : text;
}

// Documents and static files answer `url`; pages are plain hashes in templates and do not.
bool AnswersUrl(const Value& value) {
  if (!value.IsDrop()) return false;
  const std::string_view name = value.AsDrop().ClassName();
  return name == "Jekyll::Drops::DocumentDrop" || name == "Jekyll::Drops::ExcerptDrop" ||
         name == "Jekyll::Drops::StaticFileDrop";
}

using Maker = Result<std::string> (*)(std::string_view, const Value&, DropAccess&);

template <Maker make>
Value Url(const liquid::FilterCall& call) {
  if (call.input.IsNil()) return Value();
  Value input = call.input;
  if (AnswersUrl(input)) call.context.ReadDrop(input.AsDrop(), "url", &input);
  const std::string_view text = TextOf(input, call.access());
  const Result<std::string> url = make(text, HostOf(call.context).config(), call.access());
  if (!url.ok()) return call.Fail(url.error());
  return *url == text && input.IsString() ? input : MakeString(call, *url);
}

// `sub(%r!/index\.html?$!, "/")`: at the end of a line.
Value StripIndex(const liquid::FilterCall& call) {
  const std::string_view text = TextOf(call.input, call.access());
  if (text.empty()) return Value();
  if (!call.input.IsString()) return FailNoMethod(call, "sub", call.input);
  for (size_t at = text.find("/index.htm"); at != std::string_view::npos; at = text.find("/index.htm", at + 1)) {
    size_t end = at + 10;
    if (end < text.size() && text[end] == 'l') ++end;
    if (end < text.size() && text[end] != '\n') continue;
    return MakeString(call, std::string(text.substr(0, at + 1)).append(text.substr(end)));
  }
  return call.input;
}

constexpr liquid::Filter kFilters[] = {
    {"relative_url", 0, 0, Url<RelativeUrl>},
    {"absolute_url", 0, 0, Url<AbsoluteUrl>},
    {"strip_index", 0, 0, StripIndex},
};

}  // namespace

Result<std::string> RelativeUrl(std::string_view url, const Value& config, DropAccess& access) {
  if (!text::IsPlainPath(url)) {
    const Result<text::Uri> uri = text::ParseUri(url);
    if (!uri.ok()) return uri.error();
    if (uri->absolute()) return std::string(url);
  }
  const std::string baseurl = ConfigText(config, "baseurl", access);
  return text::NormalizeUri(WithLeadingSlash(WithoutTrailingSlash(baseurl)) + WithLeadingSlash(url));
}

Result<std::string> AbsoluteUrl(std::string_view url, const Value& config, DropAccess& access) {
  const Result<std::string> relative = RelativeUrl(url, config, access);
  const std::string site_url = ConfigText(config, "url", access);
  if (!relative.ok() || site_url.empty()) return relative;
  if (!text::IsPlainPath(url)) {
    const Result<text::Uri> uri = text::ParseUri(url);
    if (uri.ok() && uri->absolute()) return std::string(url);
  }
  return text::NormalizeUri(site_url + *relative);
}

std::span<const liquid::Filter> UrlFilters() { return kFilters; }

}  // namespace tincture::engine
