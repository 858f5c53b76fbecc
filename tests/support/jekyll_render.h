// Renders a template with Jekyll's filters and tags over a FakeFilterHost; variables are given as YAML.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "compat/profile/profile.h"
#include "compat/yaml/load.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/tags/tags.h"
#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/civil.h"
#include "tests/support/fake_filter_host.h"

namespace tincture::engine {

class JekyllRender : public testing::Test {
 protected:
  explicit JekyllRender(compat::ProfileId profile = compat::ProfileId::kJekyll4)
      : profile_(compat::ProfileOf(profile)), host_(profile_) {
    liquid::AddStandardTags(environment_);
    liquid::AddStandardFilters(environment_);
    AddJekyllFilters(environment_, profile_);
    AddJekyllTags(environment_, profile_);
    host_.set_config(Yaml("{url: 'http://example.com', baseurl: /base, highlighter: rouge, collections_dir: ''}"));
  }

  Value Yaml(std::string_view text) {
    const Result<Value> value = yaml::Load(text, {}, arena_);
    EXPECT_TRUE(value.ok()) << text;
    return value.ok() ? *value : Value();
  }

  // The output, or the error as "Class: message".
  std::string Render(const std::string& source, std::string_view variables = "{}") {
    liquid::LiquidError error;
    const auto parsed = liquid::Template::Parse({.text = source}, environment_, &error);
    if (!parsed) return error.kind + ": " + error.Message();
    liquid::Context::Options options;
    options.globals = Yaml(variables);
    options.registers = Yaml("{page: {path: sub/page.md}}");
    options.host = &host_;
    options.raise_errors = true;
    options.zone = &zone_;
    options.now.seconds = SecondsFromCivil(2024, 1, 2, 3, 4, 5);
    liquid::Context context(environment_, options);
    liquid::Output output;
    parsed->Render(context, output);
    if (context.failed()) return context.error()->kind + ": " + context.error()->Message();
    return output.text();
  }

  Arena arena_;
  const compat::Profile& profile_;
  TimeZone zone_;
  liquid::Environment environment_;
  FakeFilterHost host_;
};

}  // namespace tincture::engine
