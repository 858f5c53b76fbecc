// jemoji 0.13.0: :name: becomes GitHub's picture of that name. Pages with none stay as they are; of others the body
// goes through html-pipeline, so that it is written as Nokogiri writes it.
#include <algorithm>
#include <array>

#include "compat/plugins/html_fragment.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

namespace {

struct Emoji {
  std::string_view name;
  std::string_view picture;
};

constexpr auto kEmoji = std::to_array<Emoji>({
#include "compat/plugins/emoji_names.inc"
});

constexpr std::array<std::string_view, 3> kIgnoredTags = {"pre", "code", "tt"};
constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-_";

const Emoji* Find(std::string_view name) {
  const auto place = std::lower_bound(kEmoji.begin(), kEmoji.end(), name,
                                      [](const Emoji& emoji, std::string_view wanted) { return emoji.name < wanted; });
  return place != kEmoji.end() && place->name == name ? &*place : nullptr;
}

struct Use {
  size_t start = 0;
  size_t end = 0;
  const Emoji* emoji = nullptr;  // null: there are no more
};

// The first :name: at or after `from`.
Use NextUse(std::string_view text, size_t from) {
  for (size_t colon = text.find(':', from); colon != text.npos; colon = text.find(':', colon + 1)) {
    const size_t end = text.find_first_not_of(kNameCharacters, colon + 1);
    if (end == text.npos) break;
    const Emoji* emoji = text[end] == ':' ? Find(text.substr(colon + 1, end - colon - 1)) : nullptr;
    if (emoji) return {colon, end + 1, emoji};
  }
  return {};
}

std::string Picture(const Emoji& emoji, const std::string& root) {
  const std::string name = ":" + std::string(emoji.name) + ":";
  return "<img class=\"emoji\" title=\"" + name + "\" alt=\"" + name + "\" src=\"" + root + "emoji/" +
         std::string(emoji.picture) + ".png\" height=\"20\" width=\"20\">";
}

std::optional<std::string> WithPictures(std::string_view text, const std::string& root) {
  std::string out;
  size_t done = 0;
  for (Use use = NextUse(text, 0); use.emoji; use = NextUse(text, done)) {
    out += text.substr(done, use.start - done);
    out += Picture(*use.emoji, root);
    done = use.end;
  }
  if (done == 0) return std::nullopt;
  return out.append(text.substr(done));
}

class Jemoji : public Plugin {
 public:
  Status OnItem(ItemEvent event, Site& site, Item& item) override {
    if (event != ItemEvent::kPostRender || !TakesEmoji(item) || !NextUse(item.output(), 0).emoji) return {};
    const std::string root = PictureRoot(site);
    const SplitPage page = SplitAtBody(item.output());
    HtmlFragment fragment(page.body);
    fragment.ReplaceTexts(kIgnoredTags,
                          [&](std::string_view text, std::string_view) { return WithPictures(text, root); });
    item.SetOutput(std::string(page.head) + fragment.ToHtml() + std::string(page.tail));
    return {};
  }

 private:
  static bool TakesEmoji(const Item& item) {
    if (item.kind() != ItemKind::kPage && !item.write()) return false;
    const Value permalink = item.Get("permalink");
    return item.output_ext() == ".html" || (permalink.IsString() && permalink.AsString().ends_with('/'));
  }

  // Where the pictures lie, with a slash at its end.
  static std::string PictureRoot(const Site& site) {
    const Value own = Setting(site, "emoji", "src");
    std::string root = own.IsString()
                           ? std::string(own.AsString())
                           : site.Env("ASSET_HOST_URL").value_or("https://github.githubassets.com") + "/images/icons/";
    return root.ends_with('/') ? root : root + "/";
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeJemoji() { return std::make_unique<Jemoji>(); }

}  // namespace tincture::compat::plugins
