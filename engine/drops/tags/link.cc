// {% link _posts/2020-01-02-x.md %}
#include <optional>
#include <string>

#include "engine/drops/filter_host.h"
#include "engine/drops/filters/url_filters.h"
#include "engine/drops/tags/tags.h"
#include "liquid/exec/template.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

class LinkTag : public liquid::Tag {
 public:
  LinkTag(std::string_view path, const liquid::Environment& environment) : path_(path) {
    if (path.find("{{") == std::string_view::npos && path.find("{%") == std::string_view::npos) return;
    template_ = liquid::Template::Parse({.text = path_}, environment, &error_);
    is_liquid_ = true;
  }

  void Render(liquid::Context& context, liquid::Output& output) const override {
    const FilterHost& host = HostOf(context);
    const std::string path = Path(context);
    if (context.failed()) return;
    const std::optional<std::string> url = host.UrlOfSiteFile(path);
    if (!url) {
      context.Fail("ArgumentError", "Could not find document '" + path +
                                        "' in tag 'link'.\n\nMake sure the document exists and the path is correct.\n");
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
  std::string Path(liquid::Context& context) const {
    if (!is_liquid_ || !HostOf(context).profile().link_path_is_liquid) return std::string(path_);
    if (!template_) {
      context.Fail(error_);
      return {};
    }
    liquid::Output path;
    template_->Render(context, path);
    return path.text();
  }

  const std::string_view path_;
  bool is_liquid_ = false;
  std::unique_ptr<const liquid::Template> template_;
  liquid::LiquidError error_;
};

}  // namespace

std::unique_ptr<liquid::Tag> MakeLinkTag(liquid::TagParser& parser) {
  return std::make_unique<LinkTag>(Strip(parser.markup()), parser.environment());
}

}  // namespace tincture::engine
