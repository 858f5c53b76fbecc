// jekyll-gist 1.5.0: {% gist user/1234567 file.rb %}. The gem asks GitHub for the gist's text to put it into a
// <noscript>; we never use the network, so ours is what the gem writes when it cannot reach GitHub: in the text's
// place what its warning returns, "true" (or "false" under --quiet).
#include "compat/plugins/liquid_view.h"
#include "compat/plugins/paths.h"
#include "compat/plugins/plugins.h"
#include "liquid/exec/tag.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::string_view kSpaces = " \t\r\n\f\v";

struct Arguments {
  std::string id;
  std::string file;
};

class Gist : public liquid::Tag {
 public:
  Gist(const Site& site, std::string_view markup) : site_(site), markup_(markup), ok_(Parse(Strip(markup))) {}

  void Render(liquid::Context& context, liquid::Output& output) const override {
    if (!ok_) {
      context.Fail("ArgumentError", SyntaxMessage());
      return;
    }
    const std::string id = ValueOr(context, arguments_.id);
    const std::string file = ValueOr(context, arguments_.file);
    if (context.failed()) return;
    if (!IsFalse(Setting(site_, "gist", "noscript"))) {
      output.Append(Warn(id) ? "true" : "false");
    }
    std::string url = "https://gist.github.com/" + id + ".js";
    if (!file.empty()) url += "?file=" + file;
    output.Append("<script src=\"" + url + "\"> </script>");
  }

 private:
  // One word, two words, or anything with a slash in it, which is then taken whole.
  bool Parse(std::string_view text) {
    const size_t space = text.find_first_of(kSpaces);
    if (text.empty()) return false;
    arguments_.id = text;
    if (space == text.npos) return true;
    if (text.find_first_of(kSpaces, space + 1) == text.npos) {
      arguments_ = {std::string(text.substr(0, space)), std::string(text.substr(space + 1))};
      return true;
    }
    return text.find('/') != text.npos;
  }

  // A variable's value where there is such a variable, else the text itself.
  static std::string ValueOr(liquid::Context& context, const std::string& text) {
    LiquidView view(context);
    const Value value = text.empty() ? Value() : context.EvaluateText(text);
    return value.IsNil() ? text : view.Text(value);
  }

  // The message names the site's own tag text.
  std::string SyntaxMessage() const {
    return "  Syntax error in tag 'gist' while parsing the following markup:\n\n    " + std::string(markup_) +
           "\n\n  Valid syntax:\n    {% gist user/1234567 %}\n    {% gist user/1234567 foo.js %}\n"
           "    {% gist 28949e1d5ee2273f9fd3 %}\n    {% gist 28949e1d5ee2273f9fd3 best.md %}\n";
  }

  bool Warn(const std::string& id) const {
    return site_.Log(LogLevel::kWarn, "Warning:",
              "The <noscript> tag for your gist " + id +
                  " could not be generated: nothing is fetched from GitHub. "
                  "Set `gist: {noscript: false}` to say that it is not wanted.");
  }

  const Site& site_;
  std::string_view markup_;
  Arguments arguments_;
  bool ok_;
};

class GistPlugin : public Plugin {
 public:
  void RegisterLiquid(liquid::Environment& environment, const Site& site) override {
    environment.AddTag("gist",
                       [&site](liquid::TagParser& parser) { return std::make_unique<Gist>(site, parser.markup()); });
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeGist() { return std::make_unique<GistPlugin>(); }

}  // namespace tincture::compat::plugins
