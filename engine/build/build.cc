#include "engine/build/build.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "engine/build/conflicts.h"
#include "engine/build/liquid_environment.h"
#include "engine/build/plugin_loader.h"
#include "engine/build/present.h"
#include "engine/build/scheduler.h"
#include "engine/build/unit_records.h"
#include "engine/build/writer.h"
#include "engine/drops/site_drops.h"
#include "engine/model/collection.h"
#include "engine/read/reader.h"
#include "engine/render/converters.h"
#include "engine/render/layouts.h"
#include "engine/render/markdown.h"
#include "engine/render/plugin_site.h"
#include "engine/render/render_host.h"
#include "engine/render/render_state.h"
#include "engine/render/renderer.h"
#include "engine/render/template_cache.h"
#include "engine/source/path.h"
#include "engine/support/build_profile.h"

namespace tincture::engine {

namespace {

namespace plugins = compat::plugins;

std::vector<std::unique_ptr<plugins::Converter>> ConvertersOf(const PluginList& loaded) {
  std::vector<std::unique_ptr<plugins::Converter>> converters;
  for (const auto& plugin : loaded) {
    for (auto& converter : plugin->Converters()) converters.push_back(std::move(converter));
  }
  return converters;
}

// One build. Members are made in the order of Jekyll's phases; each borrows those before it.
class Build {
 public:
  Build(Site& site, PluginList loaded, RenderWatcher* watcher = nullptr, BuildProfile* profile = nullptr,
        Kept* kept = nullptr)
      : site_(site),
        profile_(profile),
        kept_(kept),
        drops_(site),
        plugin_site_(site, drops_),
        plugins_(std::move(loaded)),
        markdown_(site),
        converters_(markdown_, ConvertersOf(plugins_)),
        environment_(MakeLiquidEnvironment(site, plugin_site_, plugins_)),
        templates_(*environment_),
        host_(site, converters_, plugin_site_, templates_),
        layouts_(site),
        state_(site, drops_, plugin_site_, layouts_, markdown_.code_warnings()),
        jobs_(watcher == nullptr ? site.machine.jobs : 1),
        renderer_({site, drops_, plugin_site_, converters_, *environment_, host_, templates_, layouts_, state_,
                   [this](plugins::ItemEvent event, Renderable& unit) { return Trigger(event, unit); }, watcher,
                   profile}) {
    host_.set_build_profile(profile);
    site.output_ext = [this](std::string_view extname) { return converters_.OutputExt(extname); };
    site.excerpt_rules = {.is_block = IsBlockTag,
                          .appends_all_definitions = site.profile().excerpt_appends_all_definitions};
    drops_.set_excerpt_renderer(renderer_);
    plugin_site_.is_markdown = [this](std::string_view extname) { return markdown_.Matches(extname); };
    plugin_site_.filter = [this](std::string_view name, const Value& input) { return Filter(name, input); };
  }

  Status Process() {
    HideCacheFromGit();
    if (Status status = Prepare(); !status) return status;
    if (Status status = Timed("RENDER", &Build::Render); !status) return status;
    return Write();
  }

  // What comes before anything is rendered.
  Status Prepare() {
    if (Status status = Timed("RESET", &Build::Reset); !status) return status;
    if (Status status = Timed("READ", &Build::Read); !status) return status;
    return Timed("GENERATE", &Build::Generate);
  }

 private:
  Status Timed(std::string_view name, Status (Build::*phase)()) {
    BuildProfile::Span span(profile_, "phase", name);
    Status status = (this->*phase)();
    span.EndPhase();
    return status;
  }

  Status Reset() {
    if (Status status = Trigger(plugins::SiteEvent::kAfterInit); !status) return status;
    return Trigger(plugins::SiteEvent::kAfterReset);
  }

  Status Read() {
    const InitHook on_init = [this](Renderable& unit) { return Trigger(plugins::ItemEvent::kPostInit, unit); };
    if (Status read = ReadSite(site_, on_init); !read) return read;
    if (Status status = site_.LimitPosts(); !status) return status;
    site_.Number();
    return Trigger(plugins::SiteEvent::kPostRead);
  }

  Status Generate() {
    std::vector<plugins::Plugin*> generators;
    for (const auto& plugin : plugins_) {
      if (plugin->generates()) generators.push_back(plugin.get());
    }
    std::stable_sort(generators.begin(), generators.end(),
                     [](auto* a, auto* b) { return a->priority() > b->priority(); });
    for (plugins::Plugin* generator : generators) {
      if (Status status = generator->Generate(plugin_site_); !status) return status;
    }
    site_.Number();
    return {};
  }

  Status Render() {
    if (site_.Setting("relative_permalinks").Truthy()) return RelativePermalinks();
    drops_.Finish();
    host_.ListSiteFiles();
    if (Status status = Trigger(plugins::SiteEvent::kPreRender); !status) return status;
    if (Status status = RenderUnits(); !status) return status;
    markdown_.code_warnings().Print(site_.log);
    return Trigger(plugins::SiteEvent::kPostRender);
  }

  Status RenderUnits() {
    if (kept_ == nullptr) return engine::RenderUnits(state_, renderer_, jobs_);
    Present present(site_, drops_, plugin_site_, host_, *environment_);
    UnitRecords records(site_, present, *kept_);
    if (Status status = engine::RenderUnits(state_, renderer_, jobs_, &records); !status) return status;
    records.Finish();
    return {};
  }

  static Error RelativePermalinks() {
    return {.kind = "SystemExit",
            .message =
                "Since v3.0, permalinks for pages in subfolders must be relative to the site source directory, "
                "not the parent directory. Check https://jekyllrb.com/docs/upgrading/ for more info.",
            .hint = "Remove `relative_permalinks` from the configuration."};
  }

  // Site#each_site_file: pages, static files, documents.
  Status Write() {
    std::vector<OutputFile> output;
    std::vector<std::pair<std::string, std::string>> written;
    const std::string& destination = site_.destination();
    const auto add_text = [&](const Renderable& unit, const Result<std::string>& path, std::string shown) -> Status {
      if (!path) return path.error();
      const Value text = unit.text.output();
      const std::string_view bytes = text.IsString() ? text.AsString() : std::string_view();
      output.push_back({.path = *path, .bytes = bytes, .copy_from = {}, .kept = state_.KeptOutput(unit)});
      written.emplace_back(*path, std::move(shown));
      return {};
    };
    for (const Page* page : site_.pages) {
      if (Status status = add_text(*page, page->Destination(destination), NameInConflict(*page)); !status)
        return status;
    }
    const auto add_file = [&](const StaticFile& file) {
      if (!file.Write()) return;
      output.push_back({.path = file.Destination(destination), .bytes = {}, .copy_from = file.path});
      written.emplace_back(output.back().path, file.path);
    };
    for (const StaticFile* file : site_.static_files) add_file(*file);
    for (const auto& collection : site_.collections) {
      for (const Document* document : collection->docs) {
        if (!document->Write()) continue;
        if (Status status = add_text(*document, document->Destination(destination), NameInConflict(*document)); !status)
          return status;
      }
      if (site_.profile().collection_files_are_listed) continue;
      for (const StaticFile* file : collection->files) add_file(*file);
    }
    (void)WarnOfConflicts(written, site_.log);
    if (kept_ != nullptr) kept_->new_paths = PathsPrint(output);
    const LastOutput last = kept_ ? kept_->output : LastOutput();
    const std::vector<std::string> keep_files = site_.config().Texts("keep_files");
    if (Status status = WriteSite(destination, output, keep_files, site_.machine, profile_, last); !status) {
      return status;
    }
    return Trigger(plugins::SiteEvent::kPostWrite);
  }

  // Site#hide_cache_dir_from_git.
  void HideCacheFromGit() {
    if (!site_.profile().disk_cache || site_.config().Truthy("safe") || site_.config().Truthy("disable_disk_cache"))
      return;
    const std::string path =
        JoinPath(site_.InSourceDir(site_.config().Text("cache_dir", ".jekyll-cache")), ".gitignore");
    if (site_.machine.made_files().Stat(path).kind != FileKind::kAbsent) return;
    // A folder that cannot be written to is none of the site's faults.
    (void)site_.machine.target.Write(path, "# ignore everything in this directory\n*\n");
  }

  Status Trigger(plugins::SiteEvent event) {
    for (const auto& plugin : plugins_) {
      if (Status status = plugin->OnSite(event, plugin_site_); !status) return status;
    }
    return {};
  }

  Status Trigger(plugins::ItemEvent event, Renderable& unit) {
    for (const auto& plugin : plugins_) {
      PluginItem item = PluginItem::Of(unit, drops_);
      if (Status status = plugin->OnItem(event, plugin_site_, item); !status) return status;
    }
    return {};
  }

  // A filter outside of any template.
  Result<Value> Filter(std::string_view name, const Value& input) {
    const liquid::Filter* filter = environment_->FindFilter(name);
    if (filter == nullptr) return input;
    liquid::Context::Options options;
    options.host = &host_;
    options.raise_errors = true;
    options.zone = &site_.zone;
    liquid::Context context(*environment_, options);
    const Value result = filter->call({.input = input, .args = {}, .context = context});
    if (context.failed()) return context.TakeError()->ToError();
    return result.IsString() ? Value::String(site_.arena.Copy(result.AsString()), result.string_flags()) : result;
  }

  Site& site_;
  BuildProfile* const profile_;  // null: nobody wants to know
  Kept* const kept_;             // the same
  SiteDrops drops_;
  PluginSite plugin_site_;
  PluginList plugins_;
  MarkdownConverter markdown_;
  Converters converters_;
  std::unique_ptr<liquid::Environment> environment_;
  TemplateCache templates_;
  RenderHost host_;
  Layouts layouts_;
  RenderState state_;
  const int jobs_;  // who watches wants to see one unit after another
  Renderer renderer_;
};

}  // namespace

namespace {

Status WithSite(const Configuration& configuration, const Machine& machine, Log& log,
                const std::function<Status(Site&)>& act) {
  const Result<FrontMatterDefaults> defaults = FrontMatterDefaults::Read(configuration, machine, log);
  if (!defaults) return defaults.error();
  Site site(configuration, *defaults, machine, log);
  for (Status (*step)(Site&) : {&ResetSite, &ConfigureTheme}) {
    if (Status status = step(site); !status) return status;
  }
  if (Status status = site.MakeCollections(); !status) return status;
  Status acted = act(site);
  log.CountRest();
  return acted;
}

}  // namespace

Status BuildSite(const Configuration& configuration, const Machine& machine, Log& log, RenderWatcher* watcher,
                 BuildProfile* profile, Kept* kept) {
  return WithSite(configuration, machine, log,
                  [&](Site& site) { return Build(site, LoadPlugins(site), watcher, profile, kept).Process(); });
}

Status InspectSite(const Configuration& configuration, const Machine& machine, Log& log,
                   const std::function<void(Site&)>& look) {
  return WithSite(configuration, machine, log, [&](Site& site) -> Status {
    Build build(site, LoadPlugins(site));
    if (Status status = build.Prepare(); !status) return status;
    look(site);
    return {};
  });
}

}  // namespace tincture::engine
