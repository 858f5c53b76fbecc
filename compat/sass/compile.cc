// sass.h by our own compiler: parse, evaluate, flatten, write.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/excerpt.h"
#include "compat/sass/import_resolver.h"
#include "compat/sass/output/cssize.h"
#include "compat/sass/output/source_map_json.h"
#include "compat/sass/output/writer.h"
#include "compat/sass/sass.h"

namespace tincture::compat::sass {

namespace {

// The map of "folder/name.css" is "folder/name.css.map".
struct MapName {
  std::string_view folder;
  std::string_view css;
};

MapName NameOf(std::string_view path) {
  const size_t name = path.rfind('/') + 1;
  std::string_view css = path.substr(name);
  if (css.ends_with(".map")) css.remove_suffix(4);
  return {path.substr(0, name), css};
}

// Writes the CSS by its dialect, and the map where one is wanted.
class Writing {
 public:
  Writing(const Options& options, const Dialect& dialect, Arena& arena, Evaluator& evaluator)
      : options_(options),
        dialect_(dialect),
        arena_(arena),
        evaluator_(evaluator),
        values_(evaluator.values()),
        map_path_(AbsolutePath(options.source_map_file, options.working_directory)),
        name_(NameOf(map_path_)) {
    values_.style = options.style;
  }

  Output Write(CssNode* root) {
    if (!dialect_.nested_tree) return Dart(root);
    const CssNode* flat = Cssize(arena_, root);
    if (dialect_.map == MapKind::kLibsass) return Libsass(flat);
    return {WriteRuby(Context(), flat), {}};
  }

 private:
  WriteContext Context() const {
    return {.values = values_,
            .sources = evaluator_.sources(),
            .line_comments = options_.line_comments,
            .folder = folder_,
            .charset = options_.charset};
  }
  Output Dart(CssNode* root) {
    Mappings mappings;
    WriteContext context = Context();
    if (evaluator_.wants_map()) context.mappings = &mappings;
    Output output{WriteDart(context, root), {}};
    if (evaluator_.wants_map()) {
      output.source_map = SourceMapJson(mappings, evaluator_.sources(), name_.folder, name_.css);
    }
    return output;
  }
  Output Libsass(const CssNode* root) {
    LibsassMappings mappings;
    WriteContext context = Context();
    if (evaluator_.wants_map()) context.libsass_mappings = &mappings;
    Output output{WriteLibsass(context, root), {}};
    if (!evaluator_.wants_map()) return output;
    output.source_map =
        LibsassMapJson(mappings, evaluator_.sources(), name_.folder, name_.css, options_.source_map_contents);
    if (options_.omit_source_map_url) return output;
    const std::string file = std::string(name_.css) + ".map";
    output.css += MapUrlComment(options_.source_map_embed ? MapDataUrl(output.source_map) : file);
    return output;
  }

  const Options& options_;
  const Dialect& dialect_;
  Arena& arena_;
  Evaluator& evaluator_;
  ValueContext values_;
  std::string folder_ = options_.working_directory + "/";
  std::string map_path_;
  MapName name_;
};

}  // namespace

Result<Output> Compile(std::string_view source, const Options& options, const Files& files) {
  if (source.empty()) return Output{};
  Arena arena;
  const Dialect& dialect = DialectOf(options.dialect);
  Evaluator evaluator(arena, dialect, options, files);
  try {
    CssNode* root = evaluator.Run(source);
    return Writing(options, dialect, arena, evaluator).Write(root);
  } catch (const SassError& error) {
    return ErrorOf(error, evaluator.sources(), options);
  } catch (const ScriptError& error) {
    return ErrorOf(SassError{error.message, {}}, evaluator.sources(), options);
  }
}

}  // namespace tincture::compat::sass
