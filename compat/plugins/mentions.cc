// jekyll-mentions 1.6.0: @user becomes a link to the user's page on GitHub.
// Golden cases: tests/golden/plugins/jekyll-mentions.
#include <array>
#include <cctype>

#include "compat/plugins/html_fragment.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::array<std::string_view, 5> kIgnoredTags = {"pre", "code", "a", "style", "script"};
// GitHub uses these words to talk about mentions.
constexpr std::array<std::string_view, 4> kNoUsers = {"mention", "mentions", "mentioned", "mentioning"};

bool IsWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// What may follow a name: the end of a line, or a character of no name and no dot, or dots and one of these.
bool EndsWell(std::string_view after) {
  const size_t dots = std::min(after.find_first_not_of('.'), after.size());
  if (after.starts_with('/')) return false;
  if (dots == after.size()) return true;
  return after[dots] == '\n' || !IsWord(after[dots]);
}

// The end of the name that starts at `start`; `start` where there is none.
size_t NameEnd(std::string_view text, size_t start) {
  if (start >= text.size() || !IsWord(text[start])) return start;
  size_t end = start;
  while (end < text.size() && (IsWord(text[end]) || text[end] == '-')) ++end;
  return EndsWell(text.substr(end)) ? end : start;
}

std::optional<std::string> WithLinks(std::string_view text, const std::string& base) {
  std::string out;
  size_t done = 0;
  for (size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    const size_t end = NameEnd(text, at + 1);
    // The character before belongs to the match, so it cannot be one that the last match took.
    const bool starts = at == 0 || text[at - 1] == '\n' || (at > done && !IsWord(text[at - 1]));
    if (end == at + 1 || !starts) continue;
    const std::string name(text.substr(at + 1, end - at - 1));
    out += text.substr(done, at - done);
    const bool no_user = std::find(kNoUsers.begin(), kNoUsers.end(), AsciiLower(name)) != kNoUsers.end();
    out += no_user ? "@" + name : "<a href='" + base + name + "' class='user-mention'>@" + name + "</a>";
    done = end;
  }
  if (done == 0) return std::nullopt;
  return out.append(text.substr(done));
}

class Mentions : public Plugin {
 public:
  Status OnItem(ItemEvent event, Site& site, Item& item) override {
    if (event != ItemEvent::kPostRender || !Mentionable(item)) return {};
    const SplitPage page = SplitAtBody(item.output());
    if (!WithLinks(page.body, "")) return {};
    Result<std::string> base = BaseUrl(site, item);
    if (!base) return std::move(base).error();
    HtmlFragment fragment(page.body);
    fragment.ReplaceTexts(kIgnoredTags, [&](std::string_view, std::string_view html) -> std::optional<std::string> {
      return WithLinks(html, *base);
    });
    item.SetOutput(std::string(page.head) + fragment.ToHtml() + std::string(page.tail));
    return {};
  }

 private:
  static bool Mentionable(const Item& item) {
    if (item.kind() != ItemKind::kPage && !item.write()) return false;
    const Value permalink = item.Get("permalink");
    const bool is_folder = permalink.IsString() && permalink.AsString().ends_with('/');
    return (item.output_ext() == ".html" || is_folder) && !IsFalse(item.Get("jekyll-mentions"));
  }

  // With a slash at its end.
  static Result<std::string> BaseUrl(const Site& site, const Item& item) {
    const Value own = item.Own("jekyll-mentions");
    Value config = own.IsNil() ? Setting(site, "jekyll-mentions") : own;
    if (config.IsHash()) config = config.AsHash().Get("base_url");
    if (!config.IsNil() && !config.IsString()) {
      return Error{.kind = "Jekyll::Mentions::InvalidJekyllMentionConfig",
                   .message = "Your jekyll-mentions config has to either be a string or a hash."};
    }
    std::string base(config.IsString() ? config.AsString() : "https://github.com");
    if (!base.ends_with('/') && !base.ends_with('~')) base += '/';
    return base;
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeMentions() { return std::make_unique<Mentions>(); }

}  // namespace tincture::compat::plugins
