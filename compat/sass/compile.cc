// sass.h by our own compiler: parse, evaluate, flatten, write.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/excerpt.h"
#include "compat/sass/output/cssize.h"
#include "compat/sass/output/writer.h"
#include "compat/sass/sass.h"

namespace tincture::compat::sass {

namespace {

std::string Write(const Options& options, const Dialect& dialect, Arena& arena, Evaluator& evaluator, CssNode* root) {
  ValueContext values = evaluator.values();
  values.style = options.style;
  const WriteContext context{.values = values, .sources = evaluator.sources(), .line_comments = options.line_comments};
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
    output.css = Write(options, dialect, arena, evaluator, root);
    return output;
  } catch (const SassError& error) {
    return ErrorOf(error, evaluator.sources(), options);
  } catch (const ScriptError& error) {
    return ErrorOf(SassError{error.message, {}}, evaluator.sources(), options);
  }
}

}  // namespace tincture::compat::sass
