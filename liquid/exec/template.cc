#include "liquid/exec/template.h"

#include <algorithm>
#include <utility>

#include "liquid/exec/read_log.h"
#include "liquid/exec/template_parser.h"

namespace tincture::liquid {

Template::Template(const Source& source, const Environment& environment)
    : path_(source.path), text_(source.text), lines_before_(source.lines_before), environment_(environment) {}

Template::~Template() = default;

std::unique_ptr<const Template> Template::Parse(const Source& source, const Environment& environment,
                                                LiquidError* error) {
  std::unique_ptr<Template> made(new Template(source, environment));
  TemplateParser parser(*made, source.trims_start);
  if (parser.ParseDocument()) return made;
  *error = std::move(parser.error());
  return nullptr;
}

bool Template::Render(Context& context, Output& output) const {
  if (!is_repeatable_) context.SpoilLog();
  if (environment_.dialect.appends_to_buffer) output.NotePiece(false);
  const Output::Mark before = output.mark();
  const Template* const outer = std::exchange(context.current_template_, this);
  if (outer == nullptr) context.trims_next_partial_ = trims_next_;
  body_.Render(context, output);
  context.current_template_ = outer;
  if (context.failed() && outer == nullptr && !context.raises_errors()) context.EndAtLimit(output, before);
  return !context.failed();
}

bool Template::RenderPart(Context& context, Output& output) const {
  if (!is_repeatable_ || !context.AllowsReplays(output) || !replays_.AreWorthTrying()) return Render(context, output);
  const Replay* const known = replays_.Find(context);
  // The render will meet the error, too, and say where.
  if (context.failed()) (void)context.TakeError();
  if (known != nullptr && context.CanReplay(*known)) {
    context.Repeat(*known, output);
    return true;
  }
  if (known != nullptr) return Render(context, output);
  Recording recording(context, output);
  const bool is_rendered = Render(context, output);
  if (is_rendered) recording.FileIn(replays_);
  return is_rendered;
}

SourcePosition Template::PositionOf(uint32_t offset) const {
  const std::string_view before = text_.substr(0, offset);
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto lines = static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
  return {path_, lines_before_ + lines + 1, static_cast<uint32_t>(offset - line_start + 1)};
}

}  // namespace tincture::liquid
