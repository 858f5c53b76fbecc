#include "engine/render/converters.h"

#include <algorithm>

#include "liquid/value/value.h"

namespace tincture::engine {

namespace {

int PriorityOf(const compat::plugins::Converter* converter) {
  return static_cast<int>(converter ? converter->priority() : compat::plugins::Priority::kNormal);
}

}  // namespace

Converters::Converters(const MarkdownConverter& markdown,
                       std::vector<std::unique_ptr<compat::plugins::Converter>> of_plugins)
    : markdown_(markdown), of_plugins_(std::move(of_plugins)) {
  in_order_.push_back(nullptr);
  for (const auto& converter : of_plugins_) in_order_.push_back(converter.get());
  std::stable_sort(in_order_.begin(), in_order_.end(), [](auto* a, auto* b) { return PriorityOf(a) > PriorityOf(b); });
}

std::vector<const compat::plugins::Converter*> Converters::Of(std::string_view extname) const {
  std::vector<const compat::plugins::Converter*> matching;
  for (const compat::plugins::Converter* converter : in_order_) {
    if (converter ? converter->Matches(extname) : markdown_.Matches(extname)) matching.push_back(converter);
  }
  return matching;
}

Result<Converters::Converted> Converters::Convert(const compat::plugins::Site& site, const compat::plugins::Item* item,
                                                  std::string_view extname, const Value& text) const {
  Converted converted;
  if (text.IsString()) {
    converted.text = text.AsString();
    converted.flags = text.string_flags();
  }
  for (const compat::plugins::Converter* converter : Of(extname)) {
    if (converter == nullptr) {
      Result<std::string> html = markdown_.Convert(converted.text, (converted.flags & kAsciiTagged) != 0,
                                                   item ? item->relative_path() : std::string_view());
      if (!html) return html.error();
      converted.text = std::move(*html);
      continue;
    }
    Result<compat::plugins::Converter::Output> output = converter->Convert(site, item, converted.text);
    if (!output) return output.error();
    converted.text = std::move(output->text);
    converted.flags = 0;
    for (compat::plugins::NewPage& page : output->pages) converted.pages.push_back(std::move(page));
  }
  return converted;
}

std::string Converters::OutputExt(std::string_view extname) const {
  // Identity comes last and keeps the extension; the one before it decides.
  const auto matching = Of(extname);
  if (matching.empty()) return std::string(extname);
  return matching.back() ? matching.back()->OutputExt(extname) : ".html";
}

bool Converters::MarkdownIsFirst(std::string_view extname) const {
  const auto matching = Of(extname);
  return !matching.empty() && matching.front() == nullptr;
}

}  // namespace tincture::engine
