#include "engine/config/markdown_processor.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "compat/profile/commonmarker.h"
#include "compat/text/case.h"

namespace tincture::engine {

namespace {

Value List(Arena& arena, std::initializer_list<std::string_view> texts) {
  std::vector<Value> items;
  for (const std::string_view text : texts) items.push_back(Value::String(text));
  return Value::Array(arena, items);
}

Value GfmOptions(Arena& arena) {
  HashBuilder options(arena);
  options.Set("extensions", List(arena, {"table", "strikethrough", "autolink", "tagfilter"}));
  options.Set("options", List(arena, {"unsafe", "footnotes"}));
  return options.BuildValue();
}

bool NamesPlugin(const Hash& config, std::string_view gem) {
  const Value plugins = config.Get("plugins");
  if (!plugins.IsArray()) return false;
  return std::ranges::any_of(plugins.AsArray(),
                             [&](const Value& plugin) { return plugin.IsString() && plugin.AsString() == gem; });
}

bool HasGhPages(const Hash& config, const compat::Profile& profile) {
  return compat::PagesGemChoosesMarkdown(profile) || NamesPlugin(config, "jekyll-commonmark-ghpages");
}

bool HasCommonMark(const Hash& config, const compat::Profile& profile) {
  return HasGhPages(config, profile) || NamesPlugin(config, "jekyll-commonmark");
}

std::string_view NameIn(const Hash& config) {
  const Value name = config.Get("markdown");
  return name.IsString() ? name.AsString() : std::string_view();
}

}  // namespace

// The case of letters counts in the name of a class only.
MarkdownProcessor ProcessorOf(const Hash& config, const compat::Profile& profile) {
  const std::string_view name = NameIn(config);
  if (text::Downcase(name) == "kramdown" || name == "KramdownParser") return MarkdownProcessor::kKramdown;
  if (name == "CommonMark" && HasCommonMark(config, profile)) return MarkdownProcessor::kCommonMark;
  if (name == "CommonMarkGhPages" && HasGhPages(config, profile)) return MarkdownProcessor::kCommonMarkGhPages;
  return MarkdownProcessor::kUnknown;
}

std::vector<std::string> ValidProcessors(const Hash& config, const compat::Profile& profile) {
  std::vector<std::string> names = {"kramdown"};
  if (profile.old_engine_defaults) names = {"rdiscount", "kramdown", "redcarpet"};
  if (HasCommonMark(config, profile)) names.emplace_back("CommonMark");
  if (HasGhPages(config, profile)) names.emplace_back("CommonMarkGhPages");
  return names;
}

const Hash* RestrictMarkdownProcessor(Arena& arena, const Hash& config) {
  const std::string name = text::Downcase(NameIn(config));
  if (name == "kramdown" || name == "commonmarkghpages") return &config;
  HashBuilder result(arena, config);
  result.Set("markdown", Value::String(name == "gfm" ? "CommonMarkGhPages" : "kramdown"));
  if (name == "gfm") result.Set("commonmark", GfmOptions(arena));
  return result.Build();
}

}  // namespace tincture::engine
