#include "compat/sass/eval/meta.h"

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/value/checks.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

Evaluator& EvaluatorOf(Call& call) { return static_cast<Evaluator&>(call.host()); }

std::string_view StringAt(Call& call, size_t i, std::string_view name) {
  const Value& value = call[i];
  if (!value.is_string()) Fail(Inspect(call.values(), value) + " is not a string.", std::string(name));
  return value.text();
}

Name NameAt(Call& call, size_t i) { return call.host().names().Intern(StringAt(call, i, "name")); }

std::string_view ModuleAt(Call& call, size_t i) {
  if (i >= call.size() || !call.Has(i) || call[i].null()) return {};
  return StringAt(call, i, "module");
}

Value VariableExists(Call& call) { return Value::Bool(EvaluatorOf(call).VariableExists(NameAt(call, 0))); }

Value GlobalVariableExists(Call& call) {
  return Value::Bool(EvaluatorOf(call).GlobalVariableExists(NameAt(call, 0), ModuleAt(call, 1)));
}

Value FunctionExists(Call& call) {
  return Value::Bool(EvaluatorOf(call).FunctionExists(NameAt(call, 0), ModuleAt(call, 1)));
}

Value MixinExists(Call& call) { return Value::Bool(EvaluatorOf(call).MixinExists(NameAt(call, 0), ModuleAt(call, 1))); }

Value ContentExists(Call& call) { return Value::Bool(EvaluatorOf(call).ContentExists()); }

Value GetFunction(Call& call) {
  const bool css = call.Has(1) && call[1].truthy();
  const std::string_view module = ModuleAt(call, 2);
  if (css && !module.empty()) Fail("$css and $module may not both be passed at once.");
  return EvaluatorOf(call).GetFunction(NameAt(call, 0), StringAt(call, 0, "name"), css, module);
}

Value GetMixin(Call& call) {
  return EvaluatorOf(call).GetMixin(NameAt(call, 0), StringAt(call, 0, "name"), ModuleAt(call, 1));
}

Value CallIt(Call& call) {
  const ArgumentListBody& rest = call[1].argument_list();
  rest.keywords_read = true;
  return call.host().CallFunction(call[0], rest.items, rest.keywords);
}

Value ModuleVariables(Call& call) { return EvaluatorOf(call).ModuleVariables(StringAt(call, 0, "module")); }
Value ModuleFunctions(Call& call) { return EvaluatorOf(call).ModuleFunctions(StringAt(call, 0, "module"), false); }
Value ModuleMixins(Call& call) { return EvaluatorOf(call).ModuleFunctions(StringAt(call, 0, "module"), true); }

Value AcceptsContent(Call& call) {
  if (!call[0].is_mixin()) Fail(Inspect(call.values(), call[0]) + " is not a mixin reference.", "mixin");
  return Value::Bool(EvaluatorOf(call).AcceptsContent(call[0]));
}

constexpr BuiltIn kMeta[] = {
    {"variable-exists", "meta", "variable-exists", "$name", &VariableExists},
    {"global-variable-exists", "meta", "global-variable-exists", "$name, $module?", &GlobalVariableExists},
    {"function-exists", "meta", "function-exists", "$name, $module?", &FunctionExists},
    {"mixin-exists", "meta", "mixin-exists", "$name, $module?", &MixinExists},
    {"content-exists", "meta", "content-exists", "", &ContentExists},
    {"get-function", "meta", "get-function", "$name, $css?, $module?", &GetFunction},
    {"", "meta", "get-mixin", "$name, $module?", &GetMixin},
    {"call", "meta", "call", "$function, $args...", &CallIt},
    {"", "meta", "module-variables", "$module", &ModuleVariables},
    {"", "meta", "module-functions", "$module", &ModuleFunctions},
    {"", "meta", "module-mixins", "$module", &ModuleMixins},
    {"", "meta", "accepts-content", "$mixin", &AcceptsContent},
};

}  // namespace

std::span<const BuiltIn> MetaBuiltIns() { return kMeta; }

void CollectNames(Names& names, Module* module, MemberKind kind, std::vector<Name>* out, int depth) {
  if (depth > 64) return;
  const auto add = [&](Name name) {
    if (names.Text(name).starts_with('-')) return;
    for (const Name known : *out) {
      if (known == name) return;
    }
    out->push_back(name);
  };
  if (!module->built_in.empty()) {
    if (kind == MemberKind::kFunction) {
      for (const std::string_view member : MembersOf(module->built_in)) add(names.Intern(member));
    } else if (kind == MemberKind::kMixin && module->built_in == "meta") {
      add(names.Intern("load-css"));
      add(names.Intern("apply"));
    }
  }
  for (const ForwardedModule& forwarded : module->forwards) {
    std::vector<Name> inner;
    CollectNames(names, forwarded.module, kind, &inner, depth + 1);
    const Forward& rule = *forwarded.rule;
    const std::span<const Name> listed = kind == MemberKind::kVariable ? rule.variables : rule.callables;
    for (const Name name : inner) {
      const Name shown =
          rule.prefix.empty() ? name : names.Intern(std::string(rule.prefix) + std::string(names.Text(name)));
      bool in_list = false;
      for (const Name one : listed) in_list |= one == shown;
      if ((rule.show && !in_list) || (rule.hide && in_list)) continue;
      add(shown);
    }
  }
  if (kind == MemberKind::kVariable) {
    for (const auto& [name, value] : module->variables.items()) add(name);
  } else {
    for (const auto& [name, value] : (kind == MemberKind::kFunction ? module->functions : module->mixins).items())
      add(name);
  }
}

Value Evaluator::ModuleVariables(std::string_view space) {
  Module* module = NamespaceModule(space, "");
  std::vector<Name> names;
  CollectNames(names_, module, MemberKind::kVariable, &names);
  MapBuilder map(values_);
  for (const Name name : names) {
    if (const Definition* variable = FindInModule(module, name)) {
      map.Set(Value::Quoted(names_.Text(name)), variable->value);
    }
  }
  return map.Build();
}

Value Evaluator::ModuleFunctions(std::string_view space, bool mixins) {
  Module* module = NamespaceModule(space, "");
  std::vector<Name> names;
  CollectNames(names_, module, mixins ? MemberKind::kMixin : MemberKind::kFunction, &names);
  MapBuilder map(values_);
  for (const Name name : names) {
    const Callable* callable = FindCallableInModule(module, name, mixins);
    if (!callable) continue;
    CallableBody* body = arena_.New<CallableBody>();
    body->callable = callable;
    body->name = names_.Text(name);
    map.Set(Value::Quoted(names_.Text(name)), mixins ? Value::Mixin(body) : Value::Function(body));
  }
  return map.Build();
}

}  // namespace tincture::compat::sass
