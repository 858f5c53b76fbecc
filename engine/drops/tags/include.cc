// {% include file.html a="x" %}, {% include_relative file.md %}, {% include_cached file.html %}
#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "engine/drops/filter_host.h"
#include "engine/drops/tags/include_markup.h"
#include "engine/drops/tags/tags.h"
#include "engine/model/sanitized_path.h"
#include "engine/support/build_profile.h"
#include "liquid/exec/template.h"
#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

std::string SyntaxExample(std::string_view tag_name) {
  return "{% " + std::string(tag_name) + " file.ext param='value' param2='value' %}";
}

std::string InvalidFileMessage(std::string_view file, std::string_view tag_name) {
  return "Invalid syntax for include tag. File contains invalid characters or sequences:\n\n  " + std::string(file) +
         "\n\nValid syntax:\n\n  " + SyntaxExample(tag_name) + "\n\n";
}

std::string InvalidParametersMessage(std::string_view parameters, std::string_view tag_name,
                                     const compat::Profile& profile) {
  const std::string indent = profile.messages_indent_markup ? "  " : "";
  return "Invalid syntax for include tag:\n\n" + indent + std::string(parameters) + "\n\nValid syntax:\n\n" + indent +
         SyntaxExample(tag_name) + "\n\n";
}

std::string MissingFileMessage(std::string_view file, const std::vector<std::string>& folders, bool safe) {
  std::string list;
  for (const std::string& folder : folders) {
    list += list.empty() ? "" : ", ";
    AppendQuoted(folder, 0, list);
  }
  std::string message = "Could not locate the included file '" + std::string(file) + "' in any of [" + list +
                        "]. Ensure it exists in one of those directories and";
  return message + (safe ? " is not a symlink as those are not allowed in safe mode."
                         : ", if it is a symlink, does not point outside your site source.");
}

// File.join.
std::string Join(std::string_view folder, std::string_view file) {
  while (folder.ends_with('/')) folder.remove_suffix(1);
  while (file.starts_with('/')) file.remove_prefix(1);
  return std::string(folder) + "/" + std::string(file);
}

std::string DirectoryOf(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

struct Parameter {
  Symbol name;
  liquid::Expression value;
};

class IncludeTag : public liquid::Tag {
 public:
  IncludeTag(std::string_view tag_name, IncludeKind kind, const IncludeMarkup& markup)
      : tag_name_(tag_name), kind_(kind), file_(markup.file), sets_include_(markup.parameters.has_value()) {}

  // A name with Liquid in it; an error waits until the tag renders, as in Ruby.
  void ParseFile(const liquid::Environment& environment) {
    file_template_ = liquid::Template::Parse({.text = file_}, environment, &file_error_);
    file_is_liquid_ = true;
  }
  void AddParameter(const Parameter& parameter) {
    names_repeat_ = names_repeat_ || std::any_of(parameters_.begin(), parameters_.end(),
                                                 [&](const Parameter& other) { return other.name == parameter.name; });
    parameters_.push_back(parameter);
  }

  ~IncludeTag() override { delete known_.load(std::memory_order_relaxed); }

  void Render(liquid::Context& context, liquid::Output& output) const override {
    // Who observes wants to be told each time where it looks.
    const Included* known = context.access().observer ? nullptr : known_.load(std::memory_order_acquire);
    if (known != nullptr) return RenderIncluded(context, *known, output);
    const std::string file = FileName(context);
    if (context.failed()) return;
    if (!IsValidIncludeName(file)) {
      context.Fail("ArgumentError", InvalidFileMessage(file, tag_name_));
      return;
    }
    const std::string path = Locate(context, file);
    if (!context.failed()) RenderIncluded(context, {.path = path}, output);
  }
  // One of a page's folder asks for the page, a cached one for what is cached: the context and the host see to those.
  bool IsRepeatable() const override { return true; }

 private:
  static constexpr size_t kFew = 8;

  // The file, and where the name will always lead to it, what is in it.
  struct Included {
    std::string path;
    const liquid::Template* parsed = nullptr;
  };

  void RenderIncluded(liquid::Context& context, const Included& file, liquid::Output& output) const {
    if (kind_ == IncludeKind::kCached) return RenderCached(context, file, output);
    RenderFile(context, file, Parameters(context), output);
  }

  std::string FileName(liquid::Context& context) const {
    if (!file_is_liquid_) return std::string(file_);
    if (!file_template_) {
      context.Fail(file_error_);
      return {};
    }
    liquid::Output name;
    file_template_->Render(context, name);
    return name.text();
  }

  std::vector<std::string> Folders(liquid::Context& context) const {
    if (kind_ == IncludeKind::kRelative) return {PageFolder(context)};
    return HostOf(context).IncludeFolders();
  }

  static Value Member(liquid::Context& context, const Value& page, const Symbol& key) {
    Value value;
    if (page.IsHash()) return page.AsHash().Get(key);
    if (page.IsDrop()) context.ReadDrop(page.AsDrop(), key, &value);
    return value;
  }

  // The folder of the page that renders, below the source; a document's path is below collections_dir.
  static std::string PageFolder(liquid::Context& context) {
    const FilterHost& host = HostOf(context);
    const Value page = context.Register("page");
    if (page.IsNil()) return std::string(host.source());
    std::string path(TextOf(Member(context, page, "path"), context.access()));
    if (Member(context, page, "collection").Truthy()) {
      const Value folder = host.config().AsHash().Get("collections_dir");
      path = Join(TextOf(folder, context.access()), path);
    }
    constexpr std::string_view kExcerpt = "/#excerpt";
    if (path.ends_with(kExcerpt)) path.resize(path.size() - kExcerpt.size());
    return SanitizedPath(host.source(), DirectoryOf(path));
  }

  std::string Locate(liquid::Context& context, std::string_view file) const {
    const FilterHost& host = HostOf(context);
    const std::vector<std::string> folders = Folders(context);
    for (const std::string& folder : folders) {
      const std::string path = Join(folder, file);
      if (host.IsIncludable(path, folder)) return path;
    }
    context.Fail("IOError", MissingFileMessage(file, folders, host.safe()));
    return {};
  }

  Value Parameters(liquid::Context& context) const {
    if (!sets_include_) return Value();
    if (!names_repeat_ && parameters_.size() <= kFew) return FewParameters(context);
    HashBuilder hash(context.arena());
    for (const Parameter& parameter : parameters_) {
      hash.Set(parameter.name.text, context.Evaluate(parameter.value));
    }
    return hash.BuildValue();
  }

  // A hash of a few entries needs no index.
  Value FewParameters(liquid::Context& context) const {
    std::array<Hash::Entry, kFew> entries;
    const std::span<Hash::Entry> used = std::span(entries).first(parameters_.size());
    for (size_t i = 0; i < used.size(); ++i) {
      const Symbol& name = parameters_[i].name;
      used[i] = {Value::String(name.text), context.Evaluate(parameters_[i].value), name.hash};
    }
    Arena& arena = context.arena();
    return Value::OfHash(
        arena.New<Hash>(arena.CopySpan(std::span<const Hash::Entry>(used)), std::span<const uint32_t>()));
  }

  const liquid::Template* TemplateOf(liquid::Context& context, const Included& file) const {
    if (file.parsed != nullptr) return file.parsed;
    liquid::LiquidError error;
    const liquid::Template* parsed = HostOf(context).IncludedTemplate(file.path, &error);
    if (parsed == nullptr) {
      context.Fail(std::move(error));
    } else if (kind_ != IncludeKind::kRelative && !file_is_liquid_ && !HostOf(context).IsSharedTemplate(file.path)) {
      Know(file.path, *parsed);
    }
    return parsed;
  }

  // Several threads may find it at a time.
  void Know(const std::string& path, const liquid::Template& parsed) const {
    std::unique_ptr<const Included> made(new Included{path, &parsed});
    const Included* none = nullptr;
    if (known_.compare_exchange_strong(none, made.get(), std::memory_order_release)) (void)made.release();
  }

  void RenderFile(liquid::Context& context, const Included& file, const Value& parameters,
                  liquid::Output& output) const {
    if (context.failed()) return;
    BuildProfile::Span span(HostOf(context).build_profile(), "include", file.path);
    const size_t before = output.text().size();
    if (const liquid::Template* included = TemplateOf(context, file)) {
      const liquid::Context::Scope scope(context);
      if (sets_include_) context.Set("include", parameters);
      if (!context.failed()) included->RenderPart(context, output);
      span.EndTemplate(output.text().size() - std::min(before, output.text().size()));
    }
    NameFile(context, file.path);
  }

  // Each include on the way out names its own file, so the outermost one is what the message tells.
  static void NameFile(liquid::Context& context, const std::string& path) {
    liquid::LiquidError* error = context.error();
    if (error == nullptr || !error->IsLiquids()) return;
    error->template_name = path;
    if (error->markup_context.empty()) error->markup_context = "included ";
  }

  // The gem tells calls apart by the values of their parameters in the order of their names, not by the names; drops
  // by identity (tests/golden/plugins/jekyll-include-cache).
  static std::string CacheKey(liquid::Context& context, const std::string& path, const Value& parameters) {
    std::string key = path + "\n";
    if (!parameters.IsHash()) return key + "none";
    std::vector<Hash::Entry> entries(parameters.AsHash().entries().begin(), parameters.AsHash().entries().end());
    std::sort(entries.begin(), entries.end(),
              [](const Hash::Entry& a, const Hash::Entry& b) { return a.key.AsString() < b.key.AsString(); });
    for (const Hash::Entry& entry : entries) {
      const std::string identity = entry.value.IsDrop() ? entry.value.AsDrop().Identity() : "";
      if (!identity.empty()) {
        key += "\1" + identity;
      } else if (entry.value.IsDrop()) {
        key += std::to_string(reinterpret_cast<uintptr_t>(&entry.value.AsDrop()));
      } else {
        AppendInspect(entry.value, context.access(), key);
      }
      key += '\n';
    }
    return key;
  }

  void RenderCached(liquid::Context& context, const Included& file, liquid::Output& output) const {
    const Value parameters = Parameters(context);
    const std::string key = CacheKey(context, file.path, parameters);
    const FilterHost& host = HostOf(context);
    if (const std::optional<std::string> cached = host.CachedInclude(key)) return output.Append(*cached);
    liquid::Output rendered;
    RenderFile(context, file, parameters, rendered);
    if (context.failed()) return;
    host.StoreCachedInclude(key, rendered.text());
    output.Append(rendered.text());
  }

  const std::string_view tag_name_;
  const IncludeKind kind_;
  const std::string_view file_;
  const bool sets_include_;
  bool file_is_liquid_ = false;
  std::unique_ptr<const liquid::Template> file_template_;
  liquid::LiquidError file_error_;
  std::vector<Parameter> parameters_;
  bool names_repeat_ = false;
  mutable std::atomic<const Included*> known_ = nullptr;  // set once
};

liquid::Expression ParameterValue(liquid::TagParser& parser, const IncludeParameter& parameter) {
  const std::string_view text = parser.arena().Copy(parameter.text);
  return parameter.quoted ? liquid::Expression::Constant(Value::String(text)) : parser.ParseExpression(text);
}

}  // namespace

std::unique_ptr<liquid::Tag> MakeIncludeTag(liquid::TagParser& parser, const compat::Profile& profile,
                                            IncludeKind kind) {
  const IncludeMarkup markup = SplitIncludeMarkup(parser.markup());
  auto tag = std::make_unique<IncludeTag>(parser.name(), kind, markup);
  if (markup.parameters) {
    const auto parameters = ParseIncludeParameters(*markup.parameters);
    if (!parameters) {
      return parser.Fail("ArgumentError", InvalidParametersMessage(*markup.parameters, parser.name(), profile));
    }
    for (const IncludeParameter& parameter : *parameters) {
      tag->AddParameter({parameter.name, ParameterValue(parser, parameter)});
    }
  }
  if (markup.file_is_liquid) tag->ParseFile(parser.environment());
  return tag;
}

}  // namespace tincture::engine
