// The evaluator's names: variables, functions, mixins, and the modules they come from.
#include "compat/sass/eval/evaluator.h"

namespace tincture::compat::sass {

namespace {

constexpr int kMaxForwards = 64;

bool Listed(std::span<const Name> names, Name name) {
  for (const Name one : names) {
    if (one == name) return true;
  }
  return false;
}

}  // namespace

// What the modules used `as *` have; it may be in one of them only.
template <class Find>
auto Evaluator::FromOneUse(const Module& module, std::string_view kind, Find find) {
  decltype(find(nullptr)) found = nullptr;
  for (Module* used : module.global_uses) {
    const auto here = find(used);
    if (!here || here == found) continue;
    if (used->url.empty()) return here;  // what an @import brought goes before
    if (found) Fail("This " + std::string(kind) + " is available from multiple global modules.");
    found = here;
  }
  return found;
}

Scope* Evaluator::NewScope(bool control) {
  Scope* scope = arena_.New<Scope>();
  scope->parent = scope_;
  scope->module = scope_->module;
  scope->semi_global = control && (scope_->global || scope_->semi_global);
  return scope;
}

Definition* Evaluator::FindVariable(Name name) {
  uint32_t hint = 0;
  return FindVariable(name, &hint);
}

Definition* Evaluator::FindGlobal(Module* module, Name name) {
  uint32_t hint = 0;
  return FindGlobal(module, name, &hint);
}

Definition* Evaluator::FindGlobal(Module* module, Name name, uint32_t* hint) {
  if (Definition* own = module->variables.Find(name, hint)) return own;
  return FromOneUse(*module, "variable", [&](Module* used) { return FindInModule(used, name); });
}

std::optional<Name> Evaluator::NameBehind(const Forward& rule, std::span<const Name> listed, Name name) {
  if (rule.show && !Listed(listed, name)) return std::nullopt;
  if (rule.hide && Listed(listed, name)) return std::nullopt;
  if (rule.prefix.empty()) return name;
  const std::string_view text = names_.Text(name);
  const std::string_view prefix = names_.Text(names_.Intern(rule.prefix));
  if (!text.starts_with(prefix) || text.size() == prefix.size()) return std::nullopt;
  return names_.Intern(text.substr(prefix.size()));
}

// As seen from outside: its own public members, and what it forwards.
Definition* Evaluator::FindInModule(Module* module, Name name, int depth) {
  if (depth > kMaxForwards) return nullptr;
  const std::string_view text = names_.Text(name);
  if (text.starts_with('-')) return nullptr;
  if (Definition* own = module->variables.Find(name)) return own;
  for (const ForwardedModule& forwarded : module->forwards) {
    const std::optional<Name> inner = NameBehind(*forwarded.rule, forwarded.rule->variables, name);
    if (!inner) continue;
    if (Definition* found = FindInModule(forwarded.module, *inner, depth + 1)) return found;
  }
  return nullptr;
}

Definition* Evaluator::FindDefinition(const Variable& variable) {
  if (variable.space == 0) return FindVariable(variable.name, &variable.hint);
  return FindInModule(NamespaceModule(variable.space, variable.span), variable.name);
}

Span Evaluator::DefinedAt(const Expression& variable) {
  const Definition* found = FindDefinition(static_cast<const Variable&>(variable));
  return found ? found->span : variable.span;
}

const Callable* Evaluator::FindCallable(Name name, bool mixin) {
  for (const Scope* scope = scope_; !scope->global; scope = scope->parent) {
    for (const CallableBinding* binding = scope->callables; binding; binding = binding->next) {
      if (binding->name == name && binding->mixin == mixin) return binding->callable;
    }
  }
  Module* module = scope_->module;
  if (const Callable** own = (mixin ? module->mixins : module->functions).Find(name)) return *own;
  return FromOneUse(*module, mixin ? "mixin" : "function",
                    [&](Module* used) { return FindCallableInModule(used, name, mixin); });
}

const Callable* Evaluator::FindCallableInModule(Module* module, Name name, bool mixin, int depth) {
  if (depth > kMaxForwards) return nullptr;
  const std::string_view text = names_.Text(name);
  if (text.starts_with('-')) return nullptr;
  if (!module->built_in.empty()) {
    if (mixin) {
      const bool known = module->built_in == "meta" && (text == "load-css" || text == "apply");
      return known ? BuiltInCallable(module->built_in, text, name) : nullptr;
    }
    return FindModuleBuiltIn(module->built_in, text) ? BuiltInCallable(module->built_in, text, name) : nullptr;
  }
  if (const Callable** own = (mixin ? module->mixins : module->functions).Find(name)) return *own;
  for (const ForwardedModule& forwarded : module->forwards) {
    const std::optional<Name> inner = NameBehind(*forwarded.rule, forwarded.rule->callables, name);
    if (!inner) continue;
    if (const Callable* found = FindCallableInModule(forwarded.module, *inner, mixin, depth + 1)) return found;
  }
  return nullptr;
}

const Callable* Evaluator::BuiltInCallable(std::string_view module, std::string_view member, Name name) {
  const Callable*& callable = built_in_callables_[{module, member}];
  if (!callable) {
    Callable* made = arena_.New<Callable>();
    made->name = name;
    made->text = member;
    if (module == "meta" && (member == "load-css" || member == "apply")) {
      made->built_in_mixin = member;
    } else {
      made->built_in = FindModuleBuiltIn(module, member);
    }
    callable = made;
  }
  return callable;
}

Module* Evaluator::NamespaceModule(Name space, Span span) {
  const Namespace* found = scope_->module->namespaces.Find(space);
  if (!found) FailAt("There is no module with the namespace \"" + std::string(names_.Text(space)) + "\".", span);
  return found->module;
}

Module* Evaluator::NamespaceModule(std::string_view space, std::string_view article) {
  const Namespace* found = scope_->module->namespaces.Find(names_.Intern(space));
  // Unlike other names, `a-b` and `a_b` are two.
  if (!found || found->text != space) {
    Fail("There is no module with " + std::string(article) + "namespace \"" + std::string(space) + "\".");
  }
  return found->module;
}

void Evaluator::SetLocal(Name name, Value value, Span span) {
  Scope* scope = scope_;
  if (scope->global) {
    scope->module->variables[name] = {value, span};
    return;
  }
  uint32_t hint = 0;
  if (Definition* known = scope->Find(name, &hint)) {
    *known = {value, span};
    return;
  }
  AddLocal(name, value, span);
}

void Evaluator::AddLocal(Name name, Value value, Span span) {
  Scope* scope = scope_;
  if (scope->count == scope->capacity) {
    const uint32_t capacity = scope->capacity == 0 ? 2 : scope->capacity * 2;
    Binding* bindings = static_cast<Binding*>(arena_.Allocate(sizeof(Binding) * capacity, alignof(Binding)));
    for (uint32_t i = 0; i < scope->count; ++i) bindings[i] = scope->bindings[i];
    scope->bindings = bindings;
    scope->capacity = capacity;
  }
  scope->bindings[scope->count++] = {{value, span}, name};
  scope->names |= Scope::BitOf(name);
}

void Evaluator::SetVariable(Name name, Value value, bool global, Span span, uint32_t* hint) {
  Module* module = scope_->module;
  const auto set_global = [&] {
    if (Definition* own = module->variables.Find(name, hint)) {
      *own = {value, span};
      return;
    }
    // A variable of a module used `as *` is that module's.
    Definition* used = FromOneUse(*module, "variable", [&](Module* from) {
      Definition* found = FindInModule(from, name);
      if (found && !from->built_in.empty()) Fail("Cannot modify built-in variable.");
      return found;
    });
    (used ? *used : module->variables[name]) = {value, span};
  };
  if (global || scope_->global) return set_global();
  if (Definition* local = FindLocal(name, hint)) {
    *local = {value, span};
    return;
  }
  if (scope_->semi_global && FindGlobal(module, name)) return set_global();
  SetLocal(name, value, span);
}

void Evaluator::Declare(const CallableDeclaration& declaration) {
  Callable* callable = arena_.New<Callable>();
  callable->name = declaration.name;
  callable->text = declaration.text;
  callable->declaration = &declaration;
  callable->scope = scope_;
  const bool mixin = declaration.kind == StatementKind::kMixin;
  if (!mixin) {
    if (declared_functions_.size() <= declaration.name) declared_functions_.resize(declaration.name + 64);
    declared_functions_[declaration.name] = true;
  }
  if (scope_->global) {
    (mixin ? module_->mixins : module_->functions)[declaration.name] = callable;
    return;
  }
  scope_->callables = arena_.New<CallableBinding>(declaration.name, mixin, callable, scope_->callables);
}

// --- What sass:meta asks ---

bool Evaluator::GlobalVariableExists(Name name, std::string_view space) {
  if (space.empty()) return FindGlobal(scope_->module, name) != nullptr;
  return FindInModule(NamespaceModule(space), name) != nullptr;
}

bool Evaluator::FunctionExists(Name name, std::string_view space) {
  if (!space.empty()) return FindCallableInModule(NamespaceModule(space), name, false) != nullptr;
  if (FindCallable(name, false)) return true;
  const std::string_view text = names_.Text(name);
  return text == "if" || FindGlobalBuiltIn(dialect_, text) != nullptr;
}

bool Evaluator::MixinExists(Name name, std::string_view space) {
  if (!space.empty()) return FindCallableInModule(NamespaceModule(space), name, true) != nullptr;
  return FindCallable(name, true) != nullptr;
}

bool Evaluator::ContentExists() {
  if (!in_mixin_) Fail("content-exists() may only be called within a mixin.");
  return content_ != nullptr;
}

Value Evaluator::GetFunction(Name name, std::string_view text, bool css, std::string_view space) {
  CallableBody* body = arena_.New<CallableBody>();
  body->name = arena_.Copy(text);
  if (css) return Value::Function(body);
  if (!space.empty()) {
    body->callable = FindCallableInModule(NamespaceModule(space), name, false);
  } else {
    body->callable = FindCallable(name, false);
    if (!body->callable) {
      if (const BuiltInEntry* entry = FindGlobalBuiltIn(dialect_, names_.Text(name))) {
        const Callable*& callable = built_in_callables_[{"", entry->name}];
        if (!callable) {
          Callable* made = arena_.New<Callable>();
          made->name = name;
          made->text = entry->name;
          made->built_in = entry;
          callable = made;
        }
        body->callable = callable;
      }
    }
  }
  if (!body->callable) Fail("Function not found: " + std::string(text));
  return Value::Function(body);
}

Value Evaluator::GetMixin(Name name, std::string_view text, std::string_view space) {
  CallableBody* body = arena_.New<CallableBody>();
  body->name = arena_.Copy(text);
  body->callable = space.empty() ? FindCallable(name, true) : FindCallableInModule(NamespaceModule(space), name, true);
  if (!body->callable) Fail("Mixin not found: " + std::string(text));
  return Value::Mixin(body);
}

bool Evaluator::AcceptsContent(Value mixin) {
  const Callable* callable = mixin.callable().callable;
  if (callable->declaration) return callable->declaration->has_content;
  return callable->built_in_mixin == "apply";
}

}  // namespace tincture::compat::sass
