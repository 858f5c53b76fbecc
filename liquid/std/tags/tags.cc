#include "liquid/std/tags/tags.h"

#include "liquid/std/standard.h"

namespace tincture::liquid {

void AddStandardTags(Environment& environment) {
  environment.AddTag("assign", MakeAssign);
  environment.AddTag("break", MakeBreak);
  environment.AddTag("capture", MakeCapture);
  environment.AddTag("case", MakeCase);
  environment.AddTag("comment", MakeComment);
  environment.AddTag("continue", MakeContinue);
  environment.AddTag("cycle", MakeCycle);
  environment.AddTag("decrement", MakeDecrement);
  environment.AddTag("for", MakeFor);
  environment.AddTag("if", MakeIf);
  environment.AddTag("ifchanged", MakeIfchanged);
  environment.AddTag("include", MakeInclude);
  environment.AddTag("increment", MakeIncrement);
  environment.AddTag("raw", MakeRaw);
  environment.AddTag("tablerow", MakeTablerow);
  environment.AddTag("unless", MakeUnless);
  if (!environment.dialect.has_liquid_tag) return;
  environment.AddTag("#", MakeInlineComment);
  environment.AddTag("echo", MakeEcho);
  environment.AddTag("render", MakeRender);
}

}  // namespace tincture::liquid
