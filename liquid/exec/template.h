// Template: a source, parsed once. Immutable; any number of threads may render it at a time.
// Keeps views of the source text and refers to the Environment: both must outlive it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/exec/context.h"
#include "liquid/exec/environment.h"
#include "liquid/exec/output.h"
#include "liquid/exec/replays.h"
#include "liquid/exec/tag.h"
#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

class Template {
 public:
  struct Source {
    std::string_view text;
    // For the user's eyes, and for what tells two `cycle`s apart.
    std::string path = {};
    // Lines of the file before `text` (front matter). Liquid's messages do not count them, SourcePositions do.
    uint32_t lines_before = 0;
    // The text loses the white space it begins with, as after `-%}`.
    bool trims_start = false;
  };

  // Null: it does not parse; `error` says why.
  static std::unique_ptr<const Template> Parse(const Source& source, const Environment& environment,
                                               LiquidError* error);
  ~Template();
  Template(const Template&) = delete;
  Template& operator=(const Template&) = delete;

  // Appends to `output`. Within another template's render (a host's include tag) it counts as one piece of the output.
  // False: an error is under way (context.error()); only where the context raises errors, or where nested.
  bool Render(Context& context, Output& output) const;

  // The same within a template that renders; where the context allows it, what an earlier render has printed and left
  // is repeated instead.
  bool RenderPart(Context& context, Output& output) const;

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  const Environment& environment() const { return environment_; }
  // What ErrorMode::kWarn met, in order; messages without the path.
  const std::vector<Error>& warnings() const { return warnings_; }
  const Body& body() const { return body_; }
  // It ends with `-%}` or `-}}`.
  bool trims_next() const { return trims_next_; }
  // Of a byte of the text, front matter counted.
  SourcePosition PositionOf(uint32_t offset) const;

 private:
  friend class TemplateParser;
  Template(const Source& source, const Environment& environment);

  std::string path_;
  std::string_view text_;
  uint32_t lines_before_;
  const Environment& environment_;
  Arena arena_;
  Body body_;
  std::vector<std::unique_ptr<const Tag>> tags_;
  std::vector<Error> warnings_;
  bool trims_next_ = false;
  bool is_repeatable_ = true;
  mutable Replays replays_;
};

// A condition by itself, as Jekyll's where_exp has it: strict in every mode. The parts live in `arena`, views go into
// `text`. `empty` and `blank` are what Dialect::literals says, as Jekyll builds its conditions from plain expressions.
Result<Condition> ParseStandaloneCondition(std::string_view text, const Dialect& dialect, Arena& arena);
// Ruby's Liquid::Variable.new(text), by the environment's error mode, filters included; a warning is dropped.
Result<const Variable*> ParseStandaloneVariable(std::string_view text, const Environment& environment, Arena& arena);

}  // namespace tincture::liquid
