// jekyll-last-modified-at 1.3.0: page.last_modified_at and {% last_modified_at %}: when the last commit changed a
// page's file, else the file's own time. Golden case: tests/golden/plugins/jekyll-last-modified-at.
#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/exec/tag.h"
#include "liquid/support/utf8.h"
#include "liquid/value/strftime.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::string_view kDefaultFormat = "%d-%b-%y";

std::optional<Time> LastModified(const Site& site, std::string_view path) {
  if (std::optional<Time> commit = site.LastCommit(path)) return commit;
  std::optional<Time> time = site.FileTime(path);
  if (time) time->nanoseconds = 0;
  return time;
}

class LastModifiedTag : public liquid::Tag {
 public:
  LastModifiedTag(const Site& site, std::string_view format) : site_(site), format_(format) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    LiquidView view(context);
    const std::string path = view.Text(view.Get(context.Global("page"), "path"));
    // The first format that a page asks for is the format of all its tags.
    const std::string key = "last_modified_at " + path;
    if (const std::optional<std::string> known = site_.Remembered(key)) return output.Append(*known);
    const std::optional<Time> time = LastModified(site_, path);
    if (!time) {
      context.Fail("Errno::ENOENT",
                   "No such file or directory - " + ExpandPath(path, site_.source()) + " does not exist!");
      return;
    }
    std::string text;
    if (Status status = FormatTime(*time, Format(view), text); !status) {
      context.Fail(status.error());
      return;
    }
    site_.Remember(key, text);
    output.Append(text);
  }

 private:
  std::string Format(LiquidView& view) const {
    if (!format_.empty()) return format_;
    const Value format = Setting(site_, "last-modified-at", "date-format");
    return format.IsNil() ? std::string(kDefaultFormat) : view.Text(format);
  }

  const Site& site_;
  std::string format_;
};

class LastModifiedAt : public Plugin {
 public:
  void RegisterLiquid(liquid::Environment& environment, const Site& site) override {
    environment.AddTag("last_modified_at", [&site](liquid::TagParser& parser) {
      return std::make_unique<LastModifiedTag>(site, Strip(parser.markup()));
    });
  }

  // A page's front matter has been read by then and is overruled; a document's comes later and overrules.
  Status OnItem(ItemEvent event, Site& site, Item& item) override {
    if (event != ItemEvent::kPostInit) return {};
    if (const std::optional<Time> time = LastModified(site, item.path())) {
      item.Set("last_modified_at", Value::OfTime(site.arena(), *time));
    }
    return {};
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeLastModifiedAt() { return std::make_unique<LastModifiedAt>(); }

}  // namespace tincture::compat::plugins
