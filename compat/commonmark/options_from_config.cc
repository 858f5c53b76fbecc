#include "compat/commonmark/options_from_config.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "compat/text/case.h"
#include "liquid/value/hash.h"

namespace tincture::commonmark {

namespace {

std::span<const Value> TextsUnder(const Value& config, std::string_view key) {
  if (!config.IsHash()) return {};
  const Value list = config.AsHash().Get(Symbol(key));
  if (!list.IsArray()) return {};
  const bool all_texts = std::ranges::all_of(list.AsArray(), [](const Value& item) { return item.IsString(); });
  return all_texts ? list.AsArray() : std::span<const Value>();
}

Complaint Unknown(std::string_view name, std::string_view type, std::string valid) {
  return {.warning = std::string(name) + " is not a valid " + std::string(type),
          .label = "Valid " + std::string(type) + "s:",
          .valid = std::move(valid)};
}

void Append(std::string& list, std::string_view name) { list.append(list.empty() ? "" : ", ").append(name); }

std::string OptionList() {
  std::string list;
  for (const NamedOption& option : AllOptions()) Append(list, option.name);
  return list;
}

std::string ExtensionList() {
  std::string list;
  for (const std::string_view name : ExtensionNames()) Append(list, name);
  return list;
}

void AddOption(const std::string& name, Configured& configured) {
  const NamedOption* option = FindOption(name);
  if (option == nullptr) return configured.complaints.push_back(Unknown(name, "option", OptionList()));
  if (option->parses) configured.options.parse |= option->bit;
  if (option->renders) configured.options.render |= option->bit;
}

void AddExtension(std::string_view name, Configured& configured) {
  const std::span<const std::string_view> names = ExtensionNames();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return configured.complaints.push_back(Unknown(name, "extension", ExtensionList()));
  configured.options.extensions.push_back(static_cast<Extension>(found - names.begin()));
}

}  // namespace

Configured OptionsFromConfig(const Value& config) {
  Configured configured;
  for (const Value& item : TextsUnder(config, "options")) AddOption(text::Upcase(item.AsString()), configured);
  for (const Value& item : TextsUnder(config, "extensions")) AddExtension(item.AsString(), configured);
  return configured;
}

}  // namespace tincture::commonmark
