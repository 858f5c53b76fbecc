// Modules and scopes: where names are found. All live in the compilation's arena or lists and are never removed, so
// that functions, mixins and content blocks may keep the scope they were made in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/eval/callable.h"
#include "compat/sass/output/css_tree.h"
#include "compat/sass/syntax/ast.h"

namespace tincture::compat::sass {

struct Module;
struct BuiltInEntry;

// A few names with something each, looked up by linear search while few, by hash beyond.
template <class T>
class NameMap {
 public:
  T* Find(Name name) {
    uint32_t hint = 0;
    return Find(name, &hint);
  }
  // `hint`: where it was the last time.
  T* Find(Name name, uint32_t* hint) {
    if (*hint < items_.size() && items_[*hint].first == name) return &items_[*hint].second;
    if (slots_.empty()) return nullptr;
    for (size_t i = Start(name);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i] == 0) return nullptr;
      *hint = slots_[i] - 1;
      if (items_[*hint].first == name) return &items_[*hint].second;
    }
  }
  T& operator[](Name name) {
    if (T* found = Find(name)) return *found;
    if ((items_.size() + 1) * 2 > slots_.size()) Grow();
    items_.emplace_back(name, T{});
    Place(items_.size());
    return items_.back().second;
  }
  // In the order of their making.
  std::vector<std::pair<Name, T>>& items() { return items_; }
  bool empty() const { return items_.empty(); }

 private:
  size_t Start(Name name) const { return (name * 2654435761u >> 7) & (slots_.size() - 1); }
  void Place(size_t number) {
    size_t i = Start(items_[number - 1].first);
    while (slots_[i] != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = static_cast<uint32_t>(number);
  }
  void Grow() {
    slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, 0);
    for (size_t i = 1; i <= items_.size(); ++i) Place(i);
  }

  std::vector<std::pair<Name, T>> items_;
  std::vector<uint32_t> slots_;
};

struct Scope;

// A function or mixin, the user's or built in.
struct Callable {
  Name name = 0;
  std::string_view text;
  const CallableDeclaration* declaration = nullptr;  // the user's
  Scope* scope = nullptr;                            // where that was declared
  const BuiltInEntry* built_in = nullptr;
  std::string_view built_in_mixin = {};  // "load-css", "apply"
};

// A variable's value, and the place of the expression that gave it: what source maps point to.
struct Definition {
  Value value;
  Span span;
};
struct Binding {
  Definition definition;
  Name name;
};
struct CallableBinding {
  Name name;
  bool mixin;
  const Callable* callable;
  CallableBinding* next;
};

struct Scope {
  // A bit for each name that is declared in it.
  static uint64_t BitOf(Name name) { return uint64_t{1} << (name & 63); }

  Scope* parent = nullptr;
  Module* module = nullptr;
  bool global = false;
  bool semi_global = false;  // control flow at the top: assigns to globals
  uint32_t count = 0;
  uint32_t capacity = 0;
  uint64_t names = 0;
  Binding* bindings = nullptr;
  CallableBinding* callables = nullptr;

  // Null where it is not declared here. `hint`: where it was the last time, in whatever scope.
  Definition* Find(Name name, uint32_t* hint) const {
    if ((names & BitOf(name)) == 0) return nullptr;
    if (*hint < count && bindings[*hint].name == name) return &bindings[*hint].definition;
    for (uint32_t i = 0; i < count; ++i) {
      if (bindings[i].name != name) continue;
      *hint = i;
      return &bindings[i].definition;
    }
    return nullptr;
  }
};

struct Namespace {
  Module* module = nullptr;
  std::string_view text;  // as written
};

struct ForwardedModule {
  Module* module;
  const Forward* rule;
};

struct Module {
  std::string url;
  std::string_view built_in;  // "math", ...: its members are in the table of built-ins
  Scope* scope = nullptr;
  NameMap<Definition> variables;
  NameMap<const Callable*> functions;
  NameMap<const Callable*> mixins;
  NameMap<Namespace> namespaces;
  std::vector<Module*> global_uses;  // `as *`
  std::vector<ForwardedModule> forwards;
  std::vector<Module*> upstream;  // in the order of their loading
  CssNode* root = nullptr;
  CssNode* end_of_imports = nullptr;   // last node of the imports and comments at the head
  std::vector<CssNode*> late_imports;  // written before everything else nevertheless
  ExtensionStore* store = nullptr;
  bool loading = false;
  bool configured = false;
};

}  // namespace tincture::compat::sass
