// sass.h by our own compiler: parse, evaluate, flatten, write.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/excerpt.h"
#include "compat/sass/output/cssize.h"
#include "compat/sass/output/source_map_json.h"
#include "compat/sass/output/writer.h"
#include "compat/sass/sass.h"

namespace tincture::compat::sass {

namespace {

// The map of "folder/name.css" is "folder/name.css.map".
std::string MapOf(const Mappings& mappings, const Evaluator& evaluator, const Options& options) {
  const std::string_view path = options.source_map_file;
  const size_t name = path.rfind('/') + 1;
  std::string_view file = path.substr(name);
  if (file.ends_with(".map")) file.remove_suffix(4);
  return SourceMapJson(mappings, evaluator.sources(), path.substr(0, name), file);
}

std::string Write(const Options& options, const Dialect& dialect, Arena& arena, Evaluator& evaluator, CssNode* root,
                  Mappings* mappings) {
  ValueContext values = evaluator.values();
  values.style = options.style;
  const WriteContext context{.values = values,
                             .sources = evaluator.sources(),
                             .line_comments = options.line_comments,
                             .charset = options.charset,
                             .mappings = mappings};
  if (!dialect.nested_tree) return WriteDart(context, root);
  const CssNode* flat = Cssize(arena, root);
  return options.dialect == SassDialect::kRubySass37 ? WriteRuby(context, flat) : WriteLibsass(context, flat);
}

}  // namespace

Result<Output> Compile(std::string_view source, const Options& options, const Files& files) {
  if (source.empty()) return Output{};
  Arena arena;
  const Dialect& dialect = DialectOf(options.dialect);
  Evaluator evaluator(arena, dialect, options, files);
  try {
    CssNode* root = evaluator.Run(source);
    Output output;
    Mappings mappings;
    output.css = Write(options, dialect, arena, evaluator, root, evaluator.wants_map() ? &mappings : nullptr);
    if (evaluator.wants_map()) output.source_map = MapOf(mappings, evaluator, options);
    return output;
  } catch (const SassError& error) {
    return ErrorOf(error, evaluator.sources(), options);
  } catch (const ScriptError& error) {
    return ErrorOf(SassError{error.message, {}}, evaluator.sources(), options);
  }
}

}  // namespace tincture::compat::sass
