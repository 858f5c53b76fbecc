#include "engine/serve/watch_filter.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

// Of listen's folders only those that no site is made of: a site may well have a folder `log` or `tmp`.
constexpr std::array<std::string_view, 9> kFolders = {
    ".git", ".svn", ".hg", ".rbx", ".bundle", "vendor/bundle", "vendor/ruby", ".sass-cache", ".jekyll-cache"};
constexpr std::array<std::string_view, 12> kEndings = {".swp", ".swx",         ".swo", ".swpx",
                                                       "~",    ".kate-swp",    ".tmp", ".DS_Store",
                                                       ".bak", "___jb_bak___", "#",    "___jb_old___"};
constexpr std::array<std::string_view, 4> kStarts = {".#", "#", ".goutputstream-", ".mutagen-temporary"};

// sed -i: "sed" and six letters and digits, one of which is a capital (so that `sedatives` is none of them).
bool IsSedsOwn(std::string_view name) {
  if (name.size() != 9 || !name.starts_with("sed")) return false;
  const std::string_view rest = name.substr(3);
  const auto is = [&](int (*test)(int)) { return [test](char c) { return test(static_cast<unsigned char>(c)) != 0; }; };
  return std::all_of(rest.begin(), rest.end(), is(std::isalnum)) &&
         std::any_of(rest.begin(), rest.end(), is(std::isupper));
}

}  // namespace

bool IsEditorsOwn(std::string_view name) {
  return std::any_of(kEndings.begin(), kEndings.end(), [&](auto ending) { return name.ends_with(ending); }) ||
         std::any_of(kStarts.begin(), kStarts.end(), [&](auto start) { return name.starts_with(start); }) ||
         name == "4913" || IsSedsOwn(name);  // 4913: where Vim tries whether it may write
}

bool WatchFilter::Ignores(std::string_view path) const {
  if (IsEditorsOwn(BaseName(path))) return true;
  const auto within = [&](std::string_view folder) { return IsWithin(path, folder); };
  if (std::any_of(ignored_.begin(), ignored_.end(), within)) return true;
  if (!within(rules_.source) || path.size() <= rules_.source.size() + 1) return false;
  const std::string_view relative = path.substr(rules_.source.size() + 1);
  if (relative.starts_with(".jekyll-metadata")) return true;
  return std::any_of(kFolders.begin(), kFolders.end(), [&](auto folder) { return IsWithin(relative, folder); }) ||
         filter_.Excluded(relative, "");
}

}  // namespace tincture::engine
