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

// What a Gemfile.lock or a Gemfile says.
struct Named {
  std::optional<ProfileId> id;
  bool sass_converter_2 = false;
};

template <class VersionOf>
Named NamedIn(const Result<std::string>& text, VersionOf version_of) {
  Named named;
  if (!text) return named;
  for (const std::string_view line : Lines(*text)) {
    if (version_of(line, "github-pages")) return {ProfileId::kGithubPages};
    if (const auto version = version_of(line, "jekyll")) {
      named.id = Major(*version) == 3 ? ProfileId::kJekyll3 : ProfileId::kJekyll4;
    }
    const auto converter = version_of(line, "jekyll-sass-converter");
    if (converter && Major(*converter) == 2) named.sass_converter_2 = true;
  }
  return named;
}

}  // namespace

ProfileChoice ChooseProfile(std::optional<ProfileId> asked, const std::string& source, const FileSource& files) {
  const Named lock = NamedIn(files.Read(JoinPath(source, "Gemfile.lock")), LockedVersion);
  const Named gemfile = NamedIn(files.Read(JoinPath(source, "Gemfile")), RequiredVersion);
  ProfileChoice choice{.reason = "neither --profile nor a Gemfile names another"};
  if (asked) {
    choice = {.id = *asked, .reason = "--profile asks for it"};
  } else if (lock.id) {
    choice = {.id = *lock.id, .reason = "Gemfile.lock names it"};
  } else if (gemfile.id) {
    choice = {.id = *gemfile.id, .reason = "Gemfile names it"};
  }
  choice.sass_converter_2 = choice.id == ProfileId::kJekyll4 && (lock.sass_converter_2 || gemfile.sass_converter_2);
  return choice;
}

}  // namespace tincture::engine
