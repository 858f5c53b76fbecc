// The part of sass:meta that looks at values only; what asks for the environment is in eval/meta.cc.
#include <algorithm>
#include <vector>

#include "compat/sass/functions/helpers.h"
#include "compat/sass/value/map.h"

namespace tincture::compat::sass {

namespace {

Value FeatureExists(Call& call) {
  constexpr std::string_view kFeatures[] = {"global-variable-shadowing", "extend-selector-pseudoclass", "units-level-3",
                                            "at-error", "custom-property"};
  const std::string_view feature = StringAt(call, 0, "feature");
  if (call.dialect().modules) {
    Warn(call, "feature-exists",
         "The feature-exists() function is deprecated.\n\nMore info: https://sass-lang.com/d/feature-exists");
  }
  return Value::Bool(std::ranges::find(kFeatures, feature) != std::end(kFeatures));
}

Value InspectValue(Call& call) { return NewText(call, InspectAt(call, 0), false); }

std::string_view TypeName(const Value& value) {
  switch (value.kind()) {
    case Kind::kTrue:
    case Kind::kFalse:
      return "bool";
    case Kind::kNumber:
      return "number";
    case Kind::kString:
      return "string";
    case Kind::kColor:
      return "color";
    case Kind::kList:
      return "list";
    case Kind::kArgumentList:
      return "arglist";
    case Kind::kMap:
      return "map";
    case Kind::kCalculation:
    case Kind::kOperation:
      return "calculation";
    case Kind::kFunction:
      return "function";
    case Kind::kMixin:
      return "mixin";
    case Kind::kNull:
    case Kind::kAbsent:
      return "null";
  }
  return "null";
}

Value TypeOf(Call& call) { return Value::Unquoted(TypeName(call[0])); }

Value Keywords(Call& call) {
  if (call[0].kind() != Kind::kArgumentList) Fail("$args: " + InspectAt(call, 0) + " is not an argument list.");
  const ArgumentListBody& arguments = call[0].argument_list();
  arguments.keywords_read = true;
  MapBuilder builder(call.values());
  for (const Keyword& keyword : arguments.keywords) {
    builder.Set(Value::Unquoted(call.host().names().Text(keyword.name)), keyword.value);
  }
  return builder.Build();
}

Value CalcName(Call& call) { return Value::Quoted(CheckCalculation(call.values(), call[0], "calc").name); }

Value CalcArguments(Call& call) {
  std::vector<Value> arguments;
  for (const Value& argument : CheckCalculation(call.values(), call[0], "calc").arguments) {
    const bool is_operation = argument.kind() == Kind::kOperation;
    arguments.push_back(is_operation ? NewText(call, Inspect(call.values(), argument), false) : argument);
  }
  return Value::NewList(call.arena(), arguments, Separator::kComma);
}

constexpr BuiltIn kFunctions[] = {
    {"feature-exists", "meta", "feature-exists", "$feature", FeatureExists},
    {"inspect", "meta", "inspect", "$value", InspectValue},
    {"type-of", "meta", "type-of", "$value", TypeOf},
    {"keywords", "meta", "keywords", "$args", Keywords},
    {"", "meta", "calc-name", "$calc", CalcName},
    {"", "meta", "calc-args", "$calc", CalcArguments},
};

}  // namespace

std::span<const BuiltIn> MetaFunctions() { return kFunctions; }

}  // namespace tincture::compat::sass
