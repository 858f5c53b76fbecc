// The converter against tests/golden/sass (made by tests/golden/make_sass.rb with the real gem).
#include <gmock/gmock.h>

#include "compat/plugins/registry.h"
#include "compat/yaml/load.h"
#include "tests/compat/plugins/fake_site.h"

namespace tincture::compat::plugins {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(TINCTURE_SOURCE_DIR) / "tests/golden/sass";

std::string TextOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class SassGolden : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    folder_ = kGolden / GetParam();
    // libsass shows paths relative to the program's own working directory, so the source is put there.
    site_.source_ = fs::current_path().string();
    site_.Mirror(folder_);
    if (fs::exists(folder_ / "options.yml")) ReadOptions();
    main_ = fs::exists(folder_ / "main.sass") ? "main.sass" : "main.scss";
  }

  void ReadOptions() {
    yaml::Options rules;
    rules.rules = YamlRules::kPsych;
    Result<Value> options = yaml::Load(TextOf(folder_ / "options.yml"), rules, site_.arena());
    ASSERT_TRUE(options.ok());
    site_.SetConfig("sass", *options);
  }

  Result<Converter::Output> Convert() {
    plugin_ = MakePlugin("jekyll-sass-converter");
    FakeItem& item = site_.NewItem(ItemKind::kPage, "/main.css");
    item.name_ = main_;
    item.basename_ = "main";
    for (const auto& converter : plugin_->Converters()) {
      if (converter->Matches(main_.substr(4))) return converter->Convert(site_, &item, TextOf(folder_ / main_));
    }
    return Error{.message = "no converter"};
  }

  fs::path folder_;
  std::string main_;
  FakeSite site_;
  std::unique_ptr<Plugin> plugin_;
};

TEST_P(SassGolden, IsWhatTheGemWrites) {
  const Result<Converter::Output> output = Convert();
  if (fs::exists(folder_ / "error.txt")) {
    ASSERT_FALSE(output.ok());
    EXPECT_EQ(output.error().message, TextOf(folder_ / "error.txt"));
    return;
  }
  ASSERT_TRUE(output.ok()) << output.error().message;
  EXPECT_EQ(output->text, TextOf(folder_ / "out.css"));
  EXPECT_EQ(output->pages.size(), fs::exists(folder_ / "out.css.map") ? 1u : 0u);
  if (!output->pages.empty()) {
    EXPECT_EQ(output->pages[0].body.text, TextOf(folder_ / "out.css.map"));
    EXPECT_EQ(output->pages[0].name, "main.css.map");
    EXPECT_FALSE(output->pages[0].body.liquid);
  }
}

// scssify and sassify: there is no page whose map it could be.
TEST(SassConverter, MakesNoMapOfAFiltersText) {
  FakeSite site;
  const std::unique_ptr<Plugin> plugin = MakePlugin("jekyll-sass-converter");
  const auto converters = plugin->Converters();
  const Result<Converter::Output> output = converters.front()->Convert(site, nullptr, "a { b: c }");
  ASSERT_TRUE(output.ok()) << output.error().message;
  EXPECT_EQ(output->text, "a { b: c; }\n");
  EXPECT_TRUE(output->pages.empty());
}

std::vector<std::string> Logged(std::string_view config) {
  FakeSite site(ProfileId::kJekyll4);
  yaml::Options rules;
  rules.rules = YamlRules::kPsych;
  site.SetConfig("sass", *yaml::Load(config, rules, site.arena()));
  const std::unique_ptr<Plugin> plugin = MakePlugin("jekyll-sass-converter");
  const auto converters = plugin->Converters();
  const auto output =
      converters.front()->Convert(site, nullptr, "@warn 'w';\na { b: (4px/2); c: nth(1 2, 1) (6px/2) }");
  EXPECT_EQ(output.ok(), config.find("fatal") == config.npos);
  return site.log_;
}

TEST(SassConverter, LogsWhatTheSheetSays) {
  using testing::ElementsAre;
  using testing::HasSubstr;
  EXPECT_THAT(Logged("{}"), ElementsAre("WARNING: w (stdin:1:1)", HasSubstr("2.0.0. (2 places, the first: stdin:2:9)"),
                                        HasSubstr("[global-builtin]")));
  EXPECT_THAT(Logged("silence_deprecations: [slash-div, global-builtin]"), ElementsAre(HasSubstr("WARNING: w")));
  EXPECT_THAT(Logged("{verbose: true, silence_deprecations: global-builtin, implementation: sassc}"),
              ElementsAre(HasSubstr("w"), HasSubstr("stdin:2:9"), HasSubstr("stdin:2:33")));
  EXPECT_THAT(Logged("fatal_deprecations: [slash-div]"), ElementsAre(HasSubstr("WARNING: w")));
}

INSTANTIATE_TEST_SUITE_P(All, SassGolden, testing::ValuesIn(Cases()), [](const auto& info) { return info.param; });

}  // namespace
}  // namespace tincture::compat::plugins
