#include "engine/config/profile_choice.h"

#include <string_view>
#include <vector>

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

using compat::ProfileId;

std::string_view Stripped(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.push_back(Stripped(text.substr(0, end)));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

// The first digit of a version or requirement such as "3.10.0" or "~> 3.9"; 0 where there is none.
int Major(std::string_view version) {
  const size_t digit = version.find_first_of("0123456789");
  return digit == std::string_view::npos ? 0 : version[digit] - '0';
}

// A resolved gem of Gemfile.lock: "jekyll (3.10.0)".
std::optional<std::string_view> LockedVersion(std::string_view line, std::string_view gem) {
  if (!line.starts_with(std::string(gem) + " (")) return std::nullopt;
  return line.substr(gem.size() + 2);
}

// A line of a Gemfile: gem "jekyll", "~> 3.9".
std::optional<std::string_view> RequiredVersion(std::string_view line, std::string_view gem) {
  for (const char quote : {'"', '\''}) {
    const std::string start = std::string("gem ") + quote + std::string(gem) + quote;
    if (line.starts_with(start)) return line.substr(start.size());
  }
  return std::nullopt;
}

template <class VersionOf>
std::optional<ProfileId> NamedIn(std::string_view text, VersionOf version_of) {
  std::optional<ProfileId> found;
  for (const std::string_view line : Lines(text)) {
    if (version_of(line, "github-pages")) return ProfileId::kGithubPages;
    if (const auto version = version_of(line, "jekyll")) {
      found = Major(*version) == 3 ? ProfileId::kJekyll3 : ProfileId::kJekyll4;
    }
  }
  return found;
}

}  // namespace

ProfileChoice ChooseProfile(std::optional<ProfileId> asked, const std::string& source, const FileSource& files) {
  if (asked) return {*asked, "--profile asks for it"};
  const Result<std::string> lock = files.Read(JoinPath(source, "Gemfile.lock"));
  if (lock) {
    if (const auto named = NamedIn(*lock, LockedVersion)) return {*named, "Gemfile.lock names it"};
  }
  const Result<std::string> gemfile = files.Read(JoinPath(source, "Gemfile"));
  if (gemfile) {
    if (const auto named = NamedIn(*gemfile, RequiredVersion)) return {*named, "Gemfile names it"};
  }
  return {ProfileId::kJekyll4, "neither --profile nor a Gemfile names another"};
}

}  // namespace tincture::engine
