#include "engine/drops/filters/expression_filter.h"

#include "engine/drops/filter_host.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/exec/template.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

void FailSyntax(const liquid::FilterCall& call, const Error& error) {
  constexpr std::string_view kPrefix = "Liquid syntax error: ";
  std::string_view text = error.message;
  if (text.starts_with(kPrefix)) text.remove_prefix(kPrefix.size());
  call.Fail(liquid::kSyntaxError, text);
}

bool ParseConditionArgument(const liquid::FilterCall& call, liquid::Condition* condition) {
  if (!call.args[1].IsString()) {
    FailNoConversion(call, call.args[1], "String");
    return false;
  }
  const Result<liquid::Condition> parsed =
      liquid::ParseStandaloneCondition(call.args[1].AsString(), call.dialect(), call.arena());
  if (!parsed.ok()) {
    FailSyntax(call, parsed.error());
    return false;
  }
  if (parsed->comparisons.size() > 1 && !HostOf(call.context).profile().expressions_have_and) {
    call.Fail(liquid::kSyntaxError, "Expected end_of_string but found id");
    return false;
  }
  *condition = *parsed;
  return true;
}

void SetItem(const liquid::FilterCall& call, const Value& item) {
  call.context.Set(TextOf(call.args[0], call.access()), item);
}

}  // namespace tincture::engine
