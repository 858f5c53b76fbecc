// {% post_url 2020-01-02-slug %}, {% post_url folder/2020-01-02-slug %}
#include <cstdlib>
#include <optional>
#include <string>

#include "engine/drops/filter_host.h"
#include "engine/drops/filters/url_filters.h"
#include "engine/drops/tags/tags.h"
#include "liquid/support/utf8.h"
#include "liquid/value/civil.h"

namespace tincture::engine {

namespace {

// Jekyll's PostComparer: a post's name taken apart.
struct PostName {
  std::string path;  // "folder/", or empty
  std::string date;  // "2020-01-02", digits of any number
  std::string slug;
};

// `\d+-\d+-\d+` at the start of `text`: its length, where a hyphen follows.
std::optional<size_t> DateLength(std::string_view text) {
  size_t position = 0;
  for (int part = 0; part < 3; ++part) {
    const size_t begin = position;
    while (position < text.size() && IsDigit(text[position])) ++position;
    if (position == begin || position == text.size() || text[position] != '-') return std::nullopt;
    ++position;
  }
  return position - 1;
}

// The longest folder before a date.
std::optional<PostName> ParsePostName(std::string_view name) {
  if (name.starts_with('/')) name.remove_prefix(1);
  for (size_t slash = name.rfind('/');; slash = name.rfind('/', slash - 1)) {
    const size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    const std::string_view rest = name.substr(begin);
    if (const std::optional<size_t> length = DateLength(rest)) {
      return PostName{std::string(name.substr(0, begin)), std::string(rest.substr(0, *length)),
                      std::string(rest.substr(*length + 1))};
    }
    if (begin == 0 || slash == 0) return std::nullopt;
  }
}

// `basename` and then an extension, at the start of `text`.
bool BeginsWithFile(std::string_view text, std::string_view basename) {
  return text.starts_with(basename) && text.size() > basename.size() + 1 && text[basename.size()] == '.' &&
         text[basename.size() + 1] != '.';
}

bool NamesPath(const PostName& name, std::string_view path) {
  const std::string basename = name.date + "-" + name.slug;
  if (path.starts_with("_posts/") && BeginsWithFile(path.substr(7), name.path + basename)) return true;
  const std::string folder = name.path + "_posts";
  if (!path.starts_with(folder)) return false;
  path.remove_prefix(folder.size());
  return BeginsWithFile(path, basename) || (path.starts_with('/') && BeginsWithFile(path.substr(1), basename));
}

// The day of a name; nothing where the calendar has none such.
std::optional<CivilDate> DayOf(const PostName& name) {
  char* rest = nullptr;
  const long year = std::strtol(name.date.c_str(), &rest, 10);
  const long month = std::strtol(rest + 1, &rest, 10);
  const long day = std::strtol(rest + 1, nullptr, 10);
  if (month < 1 || month > 12 || day < 1 || day > DaysInMonth(year, static_cast<int>(month))) return std::nullopt;
  return CivilDate{year, static_cast<int>(month), static_cast<int>(day)};
}

bool IsOn(const PostReference& post, const CivilDate& day) {
  const CivilTime date = ToCivil(post.date);
  return date.year == day.year && date.month == day.month && date.day == day.day;
}

class PostUrlTag : public liquid::Tag {
 public:
  PostUrlTag(std::string_view written, PostName name) : written_(written), name_(std::move(name)) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    const FilterHost& host = HostOf(context);
    std::optional<std::string> url =
        FindUrl(host, [this](const PostReference& post) { return NamesPath(name_, post.relative_path); });
    if (!url) url = FindByDay(context);
    if (context.failed()) return;
    if (!url) {
      context.Fail("Jekyll::Errors::PostURLError", NotFoundMessage(host.profile()));
      return;
    }
    if (!host.profile().link_prepends_baseurl) return output.Append(*url);
    const Result<std::string> relative = RelativeUrl(*url, host.config(), context.access());
    if (!relative.ok()) {
      context.Fail(relative.error());
      return;
    }
    output.Append(*relative);
  }

 private:
  template <class Predicate>
  static std::optional<std::string> FindUrl(const FilterHost& host, Predicate matches) {
    std::optional<std::string> url;
    host.ForEachPost([&](const PostReference& post) {
      if (matches(post)) url = post.url;
      return !url;
    });
    return url;
  }

  // Before Jekyll compared paths it compared the slug and the day. A day is looked at only where the slug fits.
  std::optional<std::string> FindByDay(liquid::Context& context) const {
    const FilterHost& host = HostOf(context);
    const std::optional<CivilDate> day = DayOf(name_);
    const auto fits = [this](const PostReference& post) { return post.slug == name_.slug; };
    if (!day) {
      if (FindUrl(host, fits)) context.Fail("Jekyll::Errors::InvalidDateError", InvalidDateMessage(host.profile()));
      return std::nullopt;
    }
    std::optional<std::string> url =
        FindUrl(host, [&](const PostReference& post) { return fits(post) && IsOn(post, *day); });
    if (url) WarnOfOldForm(host);
    return url;
  }

  std::string InvalidDateMessage(const compat::Profile& profile) const {
    const std::string quote = profile.messages_indent_markup ? "\"" : "'";
    return "Invalid date '" + name_.date + "': " + quote + name_.date + quote +
           " does not contain valid date and/or title.";
  }

  void WarnOfOldForm(const FilterHost& host) const {
    host.Warn("Deprecation:", "A call to '{% post_url " + std::string(written_) +
                                  " %}' did not match a post using the new matching method of checking name "
                                  "(path-date-slug) equality. Please make sure that you change this tag to match the "
                                  "post's name exactly.");
  }

  std::string NotFoundMessage(const compat::Profile& profile) const {
    const std::string gap = profile.messages_indent_markup ? "\n\n" : "\n";
    return "Could not find post \"" + std::string(written_) + "\" in tag 'post_url'." + gap +
           "Make sure the post exists and the name is correct.\n";
  }

  const std::string_view written_;
  const PostName name_;
};

std::string InvalidNameMessage(std::string_view written, const compat::Profile& profile) {
  const std::string gap = profile.messages_indent_markup ? "\n\n" : "\n ";
  std::string message = "Could not parse name of post \"" + std::string(written) + "\" in tag 'post_url'.";
  message += gap + "Make sure the post exists and the name is correct." + gap;
  return message + "Jekyll::Errors::InvalidPostNameError: '" + std::string(written) +
         "' does not contain valid date and/or title.\n";
}

}  // namespace

std::unique_ptr<liquid::Tag> MakePostUrlTag(liquid::TagParser& parser, const compat::Profile& profile) {
  const std::string_view written = Strip(parser.markup());
  std::optional<PostName> name = ParsePostName(written);
  if (!name) return parser.Fail("Jekyll::Errors::PostURLError", InvalidNameMessage(written, profile));
  return std::make_unique<PostUrlTag>(written, *std::move(name));
}

}  // namespace tincture::engine
