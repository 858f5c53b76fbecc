#include "engine/drops/filters/expression_filter.h"

#include "engine/drops/filter_host.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/exec/template.h"
#include "liquid/support/utf8.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

bool IsWordCharacter(char c) { return IsAlnum(c) || c == '_' || c == '-'; }

// A word outside of quotes: where it ends.
size_t WordEnd(std::string_view text, size_t begin) {
  while (begin < text.size() && IsWordCharacter(text[begin])) ++begin;
  return begin;
}

// What Jekyll 3 reads of an expression: it stops at the first `and` or `or`, and then complains of it.
std::string_view FirstComparison(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '"' || text[i] == '\'') {
      const size_t close = text.find(text[i], i + 1);
      if (close == std::string_view::npos) break;
      i = close + 1;
    } else if (IsWordCharacter(text[i])) {
      const size_t end = WordEnd(text, i);
      const std::string_view word = text.substr(i, end - i);
      if (i > 0 && (word == "and" || word == "or")) return text.substr(0, i);
      i = end;
    } else {
      ++i;
    }
  }
  return text;
}

}  // namespace

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
  const std::string_view text = call.args[1].AsString();
  const bool joins = HostOf(call.context).profile().expressions_have_and;
  const std::string_view read = joins ? text : FirstComparison(text);
  const Result<liquid::Condition> parsed = liquid::ParseStandaloneCondition(read, call.dialect(), call.arena());
  if (!parsed.ok()) {
    FailSyntax(call, parsed.error());
    return false;
  }
  if (read.size() < text.size()) {
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
