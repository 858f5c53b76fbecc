// Jekyll's filters and tags: records without `error_modes`, and calls of Jekyll's own functions
// (jekyll-functions.jsonl, judged in jekyll_functions.cc). Rendering is as in Jekyll: errors are raised, lines counted,
// error mode warn.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compat/kramdown/kramdown.h"
#include "compat/profile/profile.h"
#include "compat/sass/sass.h"
#include "engine/config/configuration.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/tags/tags.h"
#include "engine/read/reader.h"
#include "engine/render/highlighter.h"
#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/support/utf8.h"
#include "liquid/value/civil.h"
#include "liquid/value/hash.h"
#include "liquid/value/time_zone.h"
#include "tests/conformance/jekyll_functions.h"
#include "tests/conformance/jekyll_value.h"
#include "tests/conformance/liquid.h"
#include "tests/support/fake_filter_host.h"
#include "tests/support/fake_machine.h"

namespace tincture::vectors {

namespace {

// No file at all.
class NoSassFiles : public compat::sass::Files {
 public:
  bool IsFile(const std::string&) const override { return false; }
  std::optional<std::string> Read(const std::string&) const override { return std::nullopt; }
};

// A site without files, under the record's configuration.
class EmptySite : public engine::FakeFilterHost {
 public:
  EmptySite(const compat::Profile& profile, const Value& config) : FakeFilterHost(profile) {
    set_config(config);
    set_safe(config.AsHash().Get("safe").Truthy());
  }

  std::vector<std::string> IncludeFolders() const override {
    const Value folder = config().AsHash().Get("includes_dir");
    return {std::string(source()) + "/" + std::string(folder.IsString() ? folder.AsString() : "_includes")};
  }

  Result<std::string> Convert(Converter converter, std::string_view text, bool ascii_tagged) const override {
    if (converter == Converter::kSass) return Compile(text, compat::sass::Syntax::kSass);
    if (converter == Converter::kScss) return Compile(text, compat::sass::Syntax::kScss);
    kramdown::Options options;
    options.input = kramdown::Input::kGfm;
    options.hard_wrap = false;
    options.ascii_source = ascii_tagged;
    for (kramdown::HighlighterOptions* highlighter : {&options.highlight_block, &options.highlight_span}) {
      highlighter->default_lang = "plaintext";
      highlighter->guess_lang = true;
    }
    SetOptions(options);
    if (converter == Converter::kSmartyPants) options.input = kramdown::Input::kSmartyPants;
    std::string html = kramdown::Convert(text, options, &highlighter_).html;
    if (converter == Converter::kSmartyPants && html.ends_with('\n')) html.pop_back();
    return html;
  }

 private:
  // What the record's configuration says of kramdown.
  void SetOptions(kramdown::Options& options) const {
    const Value settings = config().AsHash().Get("kramdown");
    if (!settings.IsHash()) return;
    for (const Hash::Entry& entry : settings.AsHash().entries()) {
      if (entry.key.IsString() && entry.key.AsString() == "input") continue;
      if (entry.value.IsString()) kramdown::SetOption(options, entry.key.AsString(), entry.value.AsString());
    }
  }

  Result<std::string> Compile(std::string_view text, compat::sass::Syntax syntax) const {
    const compat::SassRules& rules = profile().sass;
    compat::sass::Options options;
    options.dialect = rules.dialect;
    options.syntax = syntax;
    options.style = rules.style_goes_unchecked ? compat::sass::Style::kNested : compat::sass::Style::kCompact;
    options.working_directory = std::filesystem::current_path();
    const Result<compat::sass::Output> css = compat::sass::Compile(text, options, NoSassFiles());
    if (css.ok()) return css->css;
    return css.error();
  }

  mutable engine::RougeHighlighter highlighter_{[](std::string_view, std::string_view) {}};
};

constexpr const char* kFixtureSource = "/JEKYLL/test/source";

// What a record sets, over the place that all records of its kind have.
Value GivenOf(const Value& record, Arena& arena) {
  HashBuilder given(arena);
  const bool is_post = record.AsHash().Find("content") != nullptr;
  if (!is_post) {
    given.Set("url", Value::String("http://example.com"));
    given.Set("baseurl", Value::String("/base"));
  }
  given.Set("source", Value::String(is_post ? kFixtureSource : "/SOURCE"));
  given.Set("destination", Value::String(is_post ? "/JEKYLL/test/dest" : "/SOURCE/_site"));
  const Value settings = record.AsHash().Get("config");
  if (settings.IsHash()) {
    for (const Hash::Entry& entry : settings.AsHash().entries()) given.Set(entry.key, entry.value);
  }
  return given.BuildValue();
}

// Jekyll's defaults under the record's settings.
Value ConfigOf(const Value& record, const compat::Profile& profile, Arena& arena) {
  const Value given = GivenOf(record, arena);
  engine::FakeMachine fake;
  engine::Log log([](engine::LogLevel, std::string_view) {});
  const auto configuration = engine::Configuration::From(given.AsHash(), profile, fake.machine, log);
  if (!configuration.ok()) return given;
  return CopyValue(Value::OfHash(&configuration->hash()), arena);
}

struct Rendering {
  std::string text;
  bool failed = false;
};

std::string Described(const liquid::LiquidError& error) { return error.kind + ": " + error.Message(); }

class Run {
 public:
  Run(std::string_view record_text, const compat::Profile& profile)
      : record_(ParseJekyllRecord(record_text, arena_)),
        profile_(profile),
        site_(profile, ConfigOf(record_, profile, arena_)),
        environment_(profile.liquid == compat::LiquidVersion::k5_4_0 ? liquid::kLiquid5 : liquid::kLiquid4) {
    const Value tz = record_.AsHash().Get("tz");
    zone_ = TimeZone::FromVariable(tz.IsString() ? tz.AsString() : "UTC");
    liquid::AddStandardTags(environment_);
    liquid::AddStandardFilters(environment_);
    engine::AddJekyllFilters(environment_, profile_);
    engine::AddJekyllTags(environment_, profile_);
  }

  // The site that `link`, `post_url` and the include tags look into.
  engine::FakeFilterHost& site() { return site_; }
  Value Given() { return GivenOf(record_, arena_); }
  void PutTemplate(const std::string& path, const std::string& text) {
    site_.PutTemplate(std::string(site_.source()) + "/" + path, text, environment_);
  }

  // As the suite does it: no page is known, and what Liquid gives goes through Markdown.
  Rendering RenderPost(const std::string& source) {
    knows_page_ = false;
    const Rendering rendered = Render(source);
    if (rendered.failed) return rendered;
    return {*site_.Convert(engine::FilterHost::Converter::kMarkdown, rendered.text, false), false};
  }

  // The Markdown converter wants line ends around highlighted code.
  Value HighlighterFrame() {
    HashBuilder frame(arena_);
    frame.Set("highlighter_prefix", Value::String("\n"));
    frame.Set("highlighter_suffix", Value::String("\n"));
    return frame.BuildValue();
  }

  Rendering Render(const std::string& source) {
    liquid::LiquidError error;
    const auto parsed = liquid::Template::Parse({.text = source}, environment_, &error);
    if (!parsed) return {Described(error), true};
    HashBuilder page(arena_);
    page.Set("path", Value::String("case.md"));
    HashBuilder registers(arena_);
    if (knows_page_) registers.Set("page", page.BuildValue());
    liquid::Context::Options options;
    options.globals = knows_page_ ? record_.AsHash().Get("assigns") : HighlighterFrame();
    options.registers = registers.BuildValue();
    options.host = &site_;
    options.raise_errors = true;
    options.zone = &zone_;
    options.now = zone_.Show(SecondsFromCivil(2024, 1, 2, 3, 4, 5));
    liquid::Context context(environment_, options);
    liquid::Output output;
    parsed->Render(context, output);
    if (context.failed()) return {Described(*context.error()), true};
    return {output.text(), false};
  }

 private:
  Arena arena_;
  bool knows_page_ = true;
  const Value record_;
  TimeZone zone_;
  const compat::Profile& profile_;
  EmptySite site_;
  liquid::Environment environment_;
};

std::string ExpectedError(const Json& outcome) {
  const auto error = outcome.FindMember("error");
  return std::string(TextOf(error->value, "class")) + ": " + std::string(TextOf(error->value, "message"));
}

// `{{ x | f }}` to `{{ x | f | inspect }}`.
std::string WithInspect(const std::string& source) { return source.substr(0, source.rfind("}}")) + "| inspect }}"; }

const Json& OutcomeOf(const Json& record, const compat::Profile& profile) {
  const bool wants_5 = profile.liquid == compat::LiquidVersion::k5_4_0 && record.HasMember("liquid5");
  return wants_5 ? record["liquid5"] : record;
}

// The main answers are those of Jekyll 4.3.1 with Liquid 4.0.4: none of the profiles, but nearly jekyll-4.
const compat::Profile& ProfileFor(std::string_view name) {
  static const compat::Profile jekyll_4_3 = [] {
    compat::Profile profile = compat::ProfileOf(compat::ProfileId::kJekyll4);
    profile.highlight_mark_lines = false;
    profile.sass = compat::kSassConverter2;
    return profile;
  }();
  const auto id = compat::ProfileNamed(name);
  return id ? compat::ProfileOf(*id) : jekyll_4_3;
}

// The records leave out of `#<Date: ...>` what they take for an address.
std::string WithoutDateDetails(std::string text) {
  const size_t begin = text.find("#<Date: ");
  if (begin != std::string::npos) text.erase(begin + 7, text.find('>', begin) - begin - 7);
  return text;
}

void JudgeRendering(const Json& record, const Options& options, Report& report) {
  const compat::Profile& profile = ProfileFor(options.profile);
  const Json& outcome = OutcomeOf(record, profile);
  const std::string source(TextOf(record, "template"));
  const std::string shown = source + "\n" + (record.HasMember("assigns") ? Serialized(record["assigns"]) : "");
  Run run(options.record, profile);
  Rendering rendering = run.Render(source);
  if (rendering.failed) rendering.text = WithoutDateDetails(rendering.text);
  const bool fails = outcome.HasMember("error");
  const std::string expected = fails ? ExpectedError(outcome) : std::string(TextOf(outcome, "expected"));
  if (rendering.text != expected || rendering.failed != fails) {
    return report.Fail(TextOf(record, "name"), shown, expected, rendering.text);
  }
  if (!outcome.HasMember("inspect")) return report.Pass();
  report.Compare(TextOf(record, "name"), WithInspect(shown), TextOf(outcome, "inspect"),
                 run.Render(WithInspect(source)).text);
}

// Jekyll's own test site, from the scenarios beside the records: its included files.
std::map<std::string, std::string> FixtureFiles(const std::string& records) {
  const auto folder = std::filesystem::path(records).parent_path().parent_path() / "jekyll-scenarios";
  std::ifstream scenarios(folder / "fixture-sites.jsonl", std::ios::binary);
  std::string line;
  std::map<std::string, std::string> files;
  if (!std::getline(scenarios, line)) return files;
  rapidjson::Document scenario;
  scenario.Parse(line.data(), line.size());
  for (const Json& step : scenario["steps"].GetArray()) {
    if (TextOf(step, "op") == "write") files[std::string(TextOf(step, "path"))] = TextOf(step, "content");
  }
  return files;
}

// That site as the engine reads it under a record's configuration.
class FixtureSite {
 public:
  FixtureSite(const std::map<std::string, std::string>& files, const Hash& given, const compat::Profile& profile) {
    for (const auto& [path, text] : files) fake_.files.Put(std::string(kFixtureSource) + "/" + path, text);
    configuration_ = engine::Configuration::From(given, profile, fake_.machine, log_);
    if (!configuration_->ok()) return;
    defaults_ = engine::FrontMatterDefaults::Read(**configuration_, fake_.machine, log_);
    if (!defaults_->ok()) return;
    site_.emplace(**configuration_, **defaults_, fake_.machine, log_);
    if (!engine::ResetSite(*site_).ok()) return;
    site_->output_ext = [](std::string_view extname) {
      return std::string(extname == ".md" || extname == ".markdown" ? ".html" : extname);
    };
    site_->excerpt_rules.is_block = [](std::string_view) { return false; };
    was_read_ = site_->MakeCollections().ok() && engine::ReadSite(*site_, {}).ok();
  }

  // Keeps views of this.
  void TellTo(engine::FakeFilterHost& host) const {
    if (!was_read_) return;
    for (const engine::Page* page : site_->pages) host.PutUrl(page->relative_path, *page->Url());
    for (const engine::StaticFile* file : site_->static_files) host.PutUrl(file->relative_path, file->Url());
    for (const auto& collection : site_->collections) {
      for (const engine::Document* document : collection->docs) host.PutUrl(document->relative_path, *document->Url());
    }
    for (const engine::Document* post : site_->posts().docs) {
      host.PutPost({.relative_path = post->relative_path,
                    .basename = post->Basename(),
                    .slug = post->DataText("slug"),
                    .url = *post->Url(),
                    .date = post->Date().AsTime()});
    }
  }

 private:
  engine::FakeMachine fake_;
  engine::Log log_{[](engine::LogLevel, std::string_view) {}};
  std::optional<Result<engine::Configuration>> configuration_;
  std::optional<Result<engine::FrontMatterDefaults>> defaults_;
  std::optional<engine::Site> site_;
  bool was_read_ = false;
};

// A post's content through Liquid and Markdown, in that site.
void JudgePost(const Json& record, const Options& options, Report& report) {
  static const std::map<std::string, std::string> files = FixtureFiles(options.file);
  Run run(options.record, ProfileFor(options.profile));
  run.site().set_source(kFixtureSource);
  for (const auto& [path, text] : files) run.PutTemplate(path, text);
  const FixtureSite fixture(files, run.Given().AsHash(), ProfileFor(options.profile));
  fixture.TellTo(run.site());
  const Rendering rendering = run.RenderPost(std::string(TextOf(record, "content")));
  const bool fails = record.HasMember("error");
  const std::string expected = fails ? ExpectedError(record) : std::string(TextOf(record, "expected"));
  report.Compare(TextOf(record, "content").substr(0, 60), TextOf(record, "content"), expected, rendering.text);
}

void JudgeJekyll(const Json& record, const Options& options, Report& report) {
  if (record.HasMember("fn")) return JudgeFunction(record, options, report);
  if (record.HasMember("template")) return JudgeRendering(record, options, report);
  JudgePost(record, options, report);
}

const JekyllLiquid kJekyll(JudgeJekyll);

}  // namespace

}  // namespace tincture::vectors
