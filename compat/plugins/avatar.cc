// jekyll-avatar 0.8.0: {% avatar user size=80 %}, a GitHub user's picture.
#include <algorithm>
#include <cctype>

#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/exec/tag.h"
#include "liquid/exec/template.h"
#include "liquid/support/utf8.h"
#include "liquid/value/ruby_text.h"

namespace tincture::compat::plugins {

namespace {

constexpr int kServers = 4;
constexpr int kSmall = 48;  // pictures below are `avatar-small`

uint32_t Crc32(std::string_view text) {
  uint32_t crc = ~0u;
  for (const unsigned char byte : text) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0);
  }
  return ~crc;
}

bool IsWord(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// What follows `key=` where that starts a word, up to the first character that `wanted` refuses.
template <class Wanted>
std::string_view Option(std::string_view text, std::string_view key, Wanted wanted) {
  for (size_t at = text.find(key); at != text.npos; at = text.find(key, at + 1)) {
    if (at > 0 && IsWord(text[at - 1])) continue;
    size_t end = at + key.size();
    while (end < text.size() && wanted(text[end])) ++end;
    if (end > at + key.size()) return text.substr(at + key.size(), end - at - key.size());
  }
  return {};
}

class Avatar : public liquid::Tag {
 public:
  Avatar(const Site& site, liquid::TagParser& parser, std::unique_ptr<const liquid::Template> markup)
      : site_(site), markup_(std::move(markup)) {
    const std::string_view text = parser.markup();
    const std::string_view size =
        Option(text, "size=", [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    if (!size.empty()) size_ = size;
    variable_ = Option(text, "user=", [](char c) { return IsWord(c) || c == '.'; });
  }

  void Render(liquid::Context& context, liquid::Output& output) const override {
    liquid::Output inner;
    if (!markup_->Render(context, inner)) return;
    const std::string text = inner.Take();
    const std::string user = UserName(context, text);
    const bool lazy = text.find("lazy=true") != std::string::npos;
    const int size = std::stoi(size_.substr(0, 6));
    std::string out = "<img class=\"" + std::string(size < kSmall ? "avatar avatar-small" : "avatar");
    out += "\" alt=\"" + user + "\" width=\"" + size_ + "\" height=\"" + size_ + "\" data-proofer-ignore=\"true\"";
    out += " src=\"" + (lazy ? "" : Url(user, 1)) + "\"";
    if (lazy) out += " data-src=\"" + Url(user, 1) + "\"";
    output.Append(out + (lazy ? " data-srcset=\"" : " srcset=\"") + SourceSet(user) + "\" />");
  }

 private:
  std::string UserName(liquid::Context& context, std::string_view text) const {
    if (!variable_.empty()) {
      const Value value = context.EvaluateText(variable_);
      return value.Truthy() ? std::string(TextOf(value, context.access())) : variable_;
    }
    const size_t start = std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size());
    const std::string_view name = text.substr(start, text.find_first_of(" \t\r\n\f\v", start) - start);
    return std::string(name.starts_with('@') ? name.substr(1) : name);
  }

  std::string Path(const std::string& user, int scale) const {
    const std::string size = scale == 1 ? size_ : std::to_string(std::stoi(size_.substr(0, 6)) * scale);
    return user + "?v=3&s=" + size;
  }

  std::string Url(const std::string& user, int scale) const {
    const std::string host = site_.Env("PAGES_AVATARS_URL").value_or("");
    if (!host.empty()) return host + (host.ends_with('/') ? "" : "/") + Path(user, scale);
    const uint32_t server = Crc32(Path(user, 1)) % kServers;
    return "https://avatars" + std::to_string(server) + ".githubusercontent.com/" + Path(user, scale);
  }

  std::string SourceSet(const std::string& user) const {
    std::string out;
    for (int scale = 1; scale <= 4; ++scale) {
      out += (scale == 1 ? "" : ", ") + Url(user, scale) + " " + std::to_string(scale) + "x";
    }
    return out;
  }

  const Site& site_;
  std::unique_ptr<const liquid::Template> markup_;
  std::string size_ = "40";
  std::string variable_;
};

class AvatarPlugin : public Plugin {
 public:
  void RegisterLiquid(liquid::Environment& environment, const Site& site) override {
    environment.AddTag("avatar", [&site](liquid::TagParser& parser) -> std::unique_ptr<liquid::Tag> {
      liquid::LiquidError error;
      auto markup = liquid::Template::Parse({.text = Strip(parser.markup())}, parser.environment(), &error);
      if (!markup) return parser.Fail(std::move(error));
      return std::make_unique<Avatar>(site, parser, std::move(markup));
    });
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeAvatar() { return std::make_unique<AvatarPlugin>(); }

}  // namespace tincture::compat::plugins
