// jekyll-sass-converter 1.5, 2.2 and 3.1 (compat/profile says which): pages whose extension is .scss or .sass become
// .css, from 2.0 on with a source map beside each.
// Golden cases: tests/golden/sass.
#include <algorithm>
#include <array>
#include <memory>

#include "compat/plugins/plugins.h"
#include "compat/sass/remarks.h"
#include "compat/sass/sass.h"
#include "compat/text/encoding.h"
#include "compat/text/url_escape.h"
#include "liquid/value/hash.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::array<std::string_view, 4> kStyles = {"nested", "expanded", "compact", "compressed"};

class SiteFiles : public sass::Files {
 public:
  explicit SiteFiles(const Site& site) : site_(site) {}
  bool IsFile(const std::string& path) const override { return site_.FileExists(path); }
  std::optional<std::string> Read(const std::string& path) const override {
    Result<std::string> text = site_.ReadFile(path);
    if (!text) return std::nullopt;
    return *std::move(text);
  }

 private:
  const Site& site_;
};

// The `sass:` part of the configuration.
class SassConfig {
 public:
  explicit SassConfig(const Site& site) : site_(site) {
    const Value value = site.config().IsHash() ? site.config().AsHash().Get("sass") : Value();
    if (value.IsHash()) hash_ = &value.AsHash();
  }

  Value Get(const Symbol& key) const { return hash_ ? hash_->Get(key) : Value(); }
  std::string_view Text(const Symbol& key) const {
    const Value value = Get(key);
    return value.IsString() ? value.AsString() : std::string_view();
  }

  // A key's texts; one alone counts as well.
  std::vector<std::string> Texts(const Symbol& key) const {
    const Value value = Get(key);
    std::vector<std::string> texts;
    if (value.IsString()) texts.emplace_back(value.AsString());
    if (!value.IsArray()) return texts;
    for (const Value& item : value.AsArray()) {
      if (item.IsString()) texts.emplace_back(item.AsString());
    }
    return texts;
  }

  const SassRules& rules() const { return site_.profile().sass; }

  sass::Style style() const {
    std::string_view name = Text("style");
    if (name.starts_with(':')) name.remove_prefix(1);
    const auto known = std::find(kStyles.begin(), kStyles.end(), name);
    if (known == kStyles.end()) return default_style();
    const auto style = static_cast<sass::Style>(known - kStyles.begin());
    const bool is_old = style == sass::Style::kNested || style == sass::Style::kCompact;
    return is_old && !rules().four_styles ? default_style() : style;
  }

  // Anything but `never`, and `development` outside of it, asks for maps.
  bool wants_source_map() const {
    if (!rules().source_maps) return false;
    const std::string_view option = Text("sourcemap");
    if (option == "never") return false;
    return option != "development" || site_.environment() == "development";
  }

  // Those of the configuration, then sass_dir; globs spread, doubles and what is no folder dropped; the theme's last.
  std::vector<std::string> load_paths() const {
    std::vector<std::string> paths;
    for (const std::string& pattern : patterns()) {
      for (const std::string& match : site_.Glob(pattern)) AddPath(Absolute(match), &paths);
    }
    AddPath(std::string(site_.theme_sass_path()), &paths);
    return paths;
  }

 private:
  sass::Style default_style() const {
    if (!rules().four_styles) return sass::Style::kExpanded;
    return rules().style_goes_unchecked && !site_.safe() ? sass::Style::kNested : sass::Style::kCompact;
  }

  std::vector<std::string> patterns() const {
    std::vector<std::string> patterns = Texts("load_paths");
    const std::string_view folder = Text("sass_dir");
    patterns.emplace_back(folder.empty() ? "_sass" : folder);
    return patterns;
  }

  std::string Absolute(const std::string& path) const {
    return path.starts_with('/') ? path : std::string(site_.source()) + "/" + path;
  }

  void AddPath(std::string path, std::vector<std::string>* paths) const {
    if (path.empty() || !site_.DirectoryExists(path)) return;
    for (const std::string& known : *paths) {
      if (known == path) return;
    }
    paths->push_back(std::move(path));
  }

  const Site& site_;
  const Hash* hash_ = nullptr;
};

class SassConverter : public Converter {
 public:
  SassConverter(sass::Syntax syntax, std::string_view extname) : syntax_(syntax), extname_(extname) {}

  Priority priority() const override { return Priority::kLow; }
  bool Matches(std::string_view extname) const override {
    if (extname.size() != extname_.size()) return false;
    for (size_t i = 0; i < extname.size(); ++i) {
      const char c = extname[i];
      if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != extname_[i]) return false;
    }
    return true;
  }
  std::string OutputExt(std::string_view) const override { return ".css"; }

  Result<Output> Convert(const Site& site, const Item* item, std::string_view content) const override {
    const SassConfig config(site);
    const Item* page = item != nullptr && item->kind() == ItemKind::kPage ? item : nullptr;
    const bool map_wanted = page != nullptr && config.wants_source_map();
    sass::Options options = OptionsFor(site, config, page, map_wanted);
    std::vector<sass::Remark> remarks;
    options.remarks = &remarks;
    // libsass is given the bytes as they are.
    const bool as_bytes = options.dialect == SassDialect::kLibsass36;
    Result<sass::Output> compiled =
        sass::Compile(as_bytes ? std::string(content) : InUtf8(site, content), options, SiteFiles(site));
    Print(site, config, options, remarks);
    if (!compiled) {
      Error error = std::move(compiled).error();
      error.kind = "Jekyll::Converters::Scss::SyntaxError";
      return error;
    }
    Output output{config.rules().add_charset_key
                      ? WithoutByteOrderMark(std::move(compiled->css), config.Get("add_charset").Truthy())
                      : std::move(compiled->css),
                  {}};
    if (map_wanted && options.dialect == SassDialect::kDartSass) AddMapUrl(*page, options.style, &output.text);
    // sassc makes no map of an empty sheet.
    if (map_wanted && !content.empty()) output.pages.push_back(SourceMapPage(*page, std::move(compiled->source_map)));
    return output;
  }

 private:
  // The compilers print to standard error whatever Jekyll's log level is; we say it as a warning.
  static void Print(const Site& site, const SassConfig& config, const sass::Options& options,
                    const std::vector<sass::Remark>& remarks) {
    const sass::RemarkOptions words = {.working_directory = options.working_directory,
                                       .quiet_deps = config.Get("quiet_deps").Truthy(),
                                       .verbose = config.Get("verbose").Truthy(),
                                       .silenced = config.Texts("silence_deprecations")};
    for (const sass::RemarkLine& line : sass::Describe(remarks, words)) {
      site.Log(LogLevel::kWarn, line.topic, line.message);
    }
  }

  // Ruby Sass and Dart Sass convert what is in another encoding; libsass takes UTF-8 only.
  static std::string InUtf8(const Site& site, std::string_view content) {
    const Value name = site.config().IsHash() ? site.config().AsHash().Get("encoding") : Value();
    if (!name.IsString()) return std::string(content);
    return text::FindEncoding(name.AsString()).internal->ToUtf8(content).value_or(std::string(content));
  }

  // What libsass does itself, jekyll-sass-converter 3 does for Dart Sass.
  static void AddMapUrl(const Item& page, sass::Style style, std::string* css) {
    if (style != sass::Style::kCompressed) *css += "\n\n";
    *css += "/*# sourceMappingURL=" + text::AddressableEncode(std::string(page.basename()) + ".css.map") + " */";
  }

  // Only a page has a name and a map; any other text is `stdin`.
  sass::Options OptionsFor(const Site& site, const SassConfig& config, const Item* page, bool map_wanted) const {
    sass::Options options;
    options.dialect = site.profile().sass.dialect;
    options.syntax = syntax_;
    options.style = config.style();
    options.working_directory = site.working_directory();
    options.load_paths = config.load_paths();
    options.omit_source_map_url = !map_wanted;
    options.source_map_contents = true;
    options.fatal_deprecations = config.Texts("fatal_deprecations");
    options.charset = page != nullptr || config.rules().add_charset_key;
    const std::string source(site.source());
    if (page != nullptr && options.dialect == SassDialect::kDartSass) {
      options.filename = source + "/" + std::string(page->relative_path());
      const std::string folder = options.filename.substr(0, options.filename.rfind('/') + 1);
      if (map_wanted) options.source_map_file = folder + std::string(page->basename()) + ".css.map";
    } else if (page != nullptr) {
      // Named as if it lay in the source itself, whatever folder it is in.
      options.filename = source + "/" + std::string(page->name());
      options.source_map_file = source + "/" + std::string(page->basename()) + ".css.map";
    }
    if (!site.safe()) AddSasscOptions(config, &options);
    return options;
  }

  // Keys of the configuration that reach sassc under their own names.
  static void AddSasscOptions(const SassConfig& config, sass::Options* options) {
    options->line_comments = config.Get("line_comments").Truthy();
    options->source_map_embed = config.Get("source_map_embed").Truthy();
    const Value precision = config.Get("precision");
    if (precision.IsInt()) options->precision = static_cast<int>(precision.AsInt());
  }

  static std::string WithoutByteOrderMark(std::string css, bool add_charset) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (css.starts_with(kMark)) css.replace(0, kMark.size(), add_charset ? "@charset \"UTF-8\";" : "");
    return css;
  }

  // It shares the sheet's front matter, and with it a permalink (lib/jekyll/source_map_page.rb).
  static NewPage SourceMapPage(const Item& item, std::string map) {
    NewPage page;
    page.dir = item.dir();
    page.name = std::string(item.basename()) + ".css.map";
    page.data = item.Data();
    page.body = {.text = std::move(map), .writer = nullptr, .liquid = false};
    page.asset = true;
    return page;
  }

  sass::Syntax syntax_;
  std::string_view extname_;
};

class SassPlugin : public Plugin {
 public:
  std::vector<std::unique_ptr<Converter>> Converters() override {
    std::vector<std::unique_ptr<Converter>> converters;
    converters.push_back(std::make_unique<SassConverter>(sass::Syntax::kScss, ".scss"));
    converters.push_back(std::make_unique<SassConverter>(sass::Syntax::kSass, ".sass"));
    return converters;
  }
};

}  // namespace

std::unique_ptr<Plugin> MakeSassConverter() { return std::make_unique<SassPlugin>(); }

}  // namespace tincture::compat::plugins
