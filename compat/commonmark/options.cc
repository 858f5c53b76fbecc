#include "compat/commonmark/options.h"

#include <algorithm>
#include <array>

namespace tincture::commonmark {

namespace {

constexpr std::array kOptions = std::to_array<NamedOption>({
    {"DEFAULT", 0, true, true},
    {"SOURCEPOS", kSourcepos, true, true},
    {"UNSAFE", kUnsafe, true, true},
    {"VALIDATE_UTF8", 1 << 9, true, true},
    {"SMART", 1 << 10, true, true},
    {"LIBERAL_HTML_TAG", 1 << 12, true, true},
    {"FOOTNOTES", 1 << 13, true, true},
    {"STRIKETHROUGH_DOUBLE_TILDE", 1 << 14, true, true},
    {"HARDBREAKS", kHardbreaks, false, true},
    {"NOBREAKS", kNobreaks, false, true},
    {"GITHUB_PRE_LANG", kGithubPreLang, false, true},
    {"TABLE_PREFER_STYLE_ATTRIBUTES", 1 << 15, false, true},
    {"FULL_INFO_STRING", 1 << 16, false, true},
});

constexpr std::array<std::string_view, 5> kExtensions = {"table", "strikethrough", "autolink", "tagfilter", "tasklist"};

}  // namespace

std::span<const NamedOption> AllOptions() { return kOptions; }

const NamedOption* FindOption(std::string_view name) {
  const auto found = std::ranges::find(kOptions, name, &NamedOption::name);
  return found == kOptions.end() ? nullptr : &*found;
}

std::span<const std::string_view> ExtensionNames() { return kExtensions; }

}  // namespace tincture::commonmark
