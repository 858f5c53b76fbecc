// The evaluator's sources: @import, @use, @forward, load-css(), and the CSS of all modules put together.
#include <algorithm>
#include <set>

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/eval/meta.h"
#include "compat/sass/import_resolver.h"
#include "compat/sass/syntax/indented_to_scss.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

void FindPlace(const Source& source, size_t offset, Remark& remark) {
  remark.line = source.LineOf(offset);
  for (size_t i = source.lines[remark.line - 1]; i < offset; ++i)
    remark.column += (source.text[i] & 0xC0) != 0x80 ? 1 : 0;
}

// "\r\n", "\r" and a form feed become "\n".
std::string WithPlainNewlines(std::string text) {
  if (text.find_first_of("\r\f") == text.npos) return text;
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i] == '\r' || text[i] == '\f' ? '\n' : text[i];
  }
  return out;
}

}  // namespace

uint32_t Source::LineOf(size_t offset) const {
  if (lines.empty()) {
    lines.push_back(0);
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') lines.push_back(static_cast<uint32_t>(i + 1));
    }
  }
  return static_cast<uint32_t>(std::upper_bound(lines.begin(), lines.end(), offset) - lines.begin());
}

size_t RoomFor(const std::deque<Source>& sources) {
  size_t size = 4096;
  for (const Source& source : sources) size += 3 * source.text.size();
  return size;
}

Evaluator::Evaluator(Arena& arena, const Dialect& dialect, const Options& options, const Files& files)
    : arena_(arena),
      dialect_(dialect),
      options_(options),
      wants_map_(dialect.map != MapKind::kNone && !options.source_map_file.empty()),
      names_(arena),
      values_{.arena = arena,
              .dialect = dialect,
              .precision = options.precision > 0 ? options.precision : 10,
              .style = dialect.nested_tree ? options.style : Style::kExpanded,
              .remarks = this},
      importer_(options, files, dialect) {
  if (wants_map() && dialect.map == MapKind::kLibsass) values_.places = &places_;
  if_name_ = names_.Intern("if");
}

Evaluator::~Evaluator() = default;

void Evaluator::Warn(std::string_view kind, std::string message) {
  if (kind.empty()) return AddRemark(kind, std::move(message), place_);
  for (const std::string& fatal : options_.fatal_deprecations) {
    if (fatal != kind) continue;
    FailAt(message + "\n\nThis is only an error because you've set the " + fatal +
               " deprecation to be fatal.\nRemove this setting if you need to keep using this feature.",
           place_);
  }
  if (!options_.remarks || !deprecated_.insert({std::string(kind), {place_.source, place_.start}}).second) return;
  AddRemark(kind, std::move(message), place_);
}

void Evaluator::AddRemark(std::string_view kind, std::string message, Span span) {
  constexpr size_t kTooMany = 100'000;  // of a loop
  if (!options_.remarks || options_.remarks->size() >= kTooMany || span.source >= sources_.size()) return;
  Source& source = sources_[span.source];
  Remark remark{std::string(kind), std::move(message), source.path};
  FindPlace(source, span.start, remark);
  remark.dependency = dependencies_.contains(source.path);
  options_.remarks->push_back(std::move(remark));
}

void Evaluator::NoteDependency(const Found& found) {
  if (found.by_load_path || dependencies_.contains(import_stack_.back())) dependencies_.insert(found.path);
}

uint64_t Evaluator::Random() {
  // xorshift64*
  random_ ^= random_ >> 12;
  random_ ^= random_ << 25;
  random_ ^= random_ >> 27;
  return random_ * 2685821657736338717u;
}

uint32_t Evaluator::AddSource(std::string path, std::string text) {
  const bool indented = sources_.empty() ? options_.syntax == Syntax::kSass : path.ends_with(".sass");
  if (indented && dialect_.converts_indented) text = IndentedToScss(text);
  if (dialect_.unifies_newlines) text = WithPlainNewlines(std::move(text));
  sources_.push_back({std::move(path), std::move(text), nullptr});
  return static_cast<uint32_t>(sources_.size() - 1);
}

const Stylesheet* Evaluator::Parse(uint32_t source) {
  Source& file = sources_[source];
  if (file.sheet) return file.sheet;
  SourceSyntax syntax = SourceSyntax::kScss;
  if (file.path.ends_with(".sass")) syntax = SourceSyntax::kIndented;
  if (file.path.ends_with(".css") && !dialect_.nested_tree) syntax = SourceSyntax::kCss;
  if (source == 0) {
    syntax = options_.syntax == Syntax::kSass  ? SourceSyntax::kIndented
             : options_.syntax == Syntax::kCss ? SourceSyntax::kCss
                                               : SourceSyntax::kScss;
  }
  if (dialect_.converts_indented && syntax == SourceSyntax::kIndented) syntax = SourceSyntax::kScss;
  file.sheet = ParseStylesheet(values_, names_, file.text, source, syntax);
  return file.sheet;
}

const Stylesheet* Evaluator::LoadFile(const std::string& path) {
  const auto [place, fresh] = source_of_path_.try_emplace(path, 0);
  if (fresh) {
    std::optional<std::string> text = importer_.Read(path);
    if (!text) {
      source_of_path_.erase(place);
      return nullptr;
    }
    place->second = AddSource(path, *std::move(text));
  }
  return Parse(place->second);
}

Module* Evaluator::NewModule(std::string url) {
  modules_.emplace_back();
  Module* module = &modules_.back();
  module->url = std::move(url);
  module->scope = arena_.New<Scope>();
  module->scope->module = module;
  module->scope->global = true;
  module->root = arena_.New<CssNode>();
  stores_.emplace_back(arena_, dialect_);
  module->store = &stores_.back();
  return module;
}

CssNode* Evaluator::Run(std::string_view source) {
  const char here = 0;
  stack_start_ = &here;
  const std::string path = AbsolutePath(options_.filename, options_.working_directory);
  AddSource(path, std::string(source));
  import_stack_.push_back(path);
  Module* entry = NewModule(path);
  module_of_url_[path] = entry;
  entry->loading = true;
  module_ = entry;
  scope_ = entry->scope;
  parent_ = entry->root;
  const Stylesheet* sheet = Parse(0);
  plain_css_ = sheet->plain_css;
  ExecuteBlock(sheet->body);
  entry->loading = false;
  return Combine(entry);
}

// --- @use and @forward ---

Module* Evaluator::BuiltInModule(std::string_view name, Span span) {
  if (!IsBuiltInModule(name)) FailAt("Unknown built-in module.", span);
  Module*& module = built_in_modules_[name];
  if (!module) {
    module = NewModule("sass:" + std::string(name));
    module->built_in = arena_.Copy(name);
    for (const BuiltInVariable& variable : BuiltInVariables()) {
      if (variable.module == name)
        module->variables[names_.Intern(variable.name)] = {Value::Number(variable.number), {}};
    }
  }
  return module;
}

Module* Evaluator::ExecuteModule(std::string_view url, const Statement& rule, Configuration* configuration) {
  if (url.starts_with("sass:")) {
    if (configuration && configuration->explicit_) {
      FailAt("Built-in modules can't be configured.", rule.span);
    }
    return BuiltInModule(url.substr(5), rule.span);
  }
  if (url.starts_with("file://")) url.remove_prefix(7);
  const Found found = importer_.Find(url, import_stack_.back(), false);
  if (!found.error.empty()) FailAt(found.error, rule.span);
  if (found.path.empty()) FailAt("Can't find stylesheet to import.", rule.span);
  NoteDependency(found);
  if (Module** known = [&]() -> Module** {
        const auto at = module_of_url_.find(found.path);
        return at == module_of_url_.end() ? nullptr : &at->second;
      }()) {
    if ((*known)->loading) FailAt("Module loop: this module is already being loaded.", rule.span);
    if (configuration && configuration->explicit_ && !configuration->empty()) {
      bool changes = false;
      for (const auto& [name, value] : configuration->values.items()) changes |= !configuration->used[name];
      if (changes && !(*known)->configured) {
        FailAt("This module was already loaded, so its configuration can't be changed.", rule.span);
      }
      if (changes) FailAt("This module was already loaded, so its configuration can't be changed.", rule.span);
    }
    return *known;
  }
  const Stylesheet* sheet = LoadFile(found.path);
  if (!sheet) FailAt("Can't find stylesheet to import.", rule.span);
  const char here = 0;
  if (import_stack_.size() > 500 || stack_start_ - &here > (3 << 20)) FailAt("Stack depth exceeded.", rule.span);
  Module* module = NewModule(found.path);
  module_of_url_[found.path] = module;
  module->loading = true;
  module->configured = configuration && !configuration->empty();
  import_stack_.push_back(found.path);
  {
    const Restore<Module*> outer(&module_, module);
    const Restore<Scope*> scope(&scope_, module->scope);
    const Restore<CssNode*> parent(&parent_, module->root);
    const Restore<CssNode*> style_rule(&style_rule_, nullptr);
    const Restore<bool> at_root(&at_root_without_rule_, false);
    const Restore<bool> keyframes(&in_keyframes_, false);
    const Restore<bool> unknown(&in_unknown_at_rule_, false);
    const Restore<bool> function(&in_function_, false);
    const Restore<bool> mixin(&in_mixin_, false);
    const Restore<bool> css(&plain_css_, sheet->plain_css);
    const Restore<std::string_view> declaration(&declaration_name_, std::string_view());
    const Restore<bool> queries(&has_queries_, false);
    const Restore<const ContentBlock*> content(&content_, nullptr);
    const Restore<Configuration*> configured(&configuration_, configuration);
    ExecuteBlock(sheet->body);
  }
  import_stack_.pop_back();
  module->loading = false;
  return module;
}

void Evaluator::VisitUse(const Use& rule) {
  Configuration configuration;
  configuration.explicit_ = !rule.configuration.empty();
  for (const Configured& item : rule.configuration) {
    configuration.values[item.name] = EvaluateNoSlash(*item.value);
    configuration.spans[item.name] = item.span;
  }
  Module* module = ExecuteModule(rule.url, rule, &configuration);
  for (const auto& [name, value] : configuration.values.items()) {
    if (!configuration.used[name]) {
      FailAt("This variable was not declared with !default in the @used module.", configuration.spans[name]);
    }
  }
  module_->upstream.push_back(module);
  if (rule.space == 0) {
    for (const auto& [name, definition] : module_->variables.items()) {
      if (!FindInModule(module, name)) continue;
      FailAt("This module and the new module both define a variable named \"$" + std::string(names_.Text(name)) + "\".",
             rule.span);
    }
    module_->global_uses.push_back(module);
  } else {
    if (module_->namespaces.Find(rule.space)) {
      FailAt("There's already a module with namespace \"" + std::string(names_.Text(rule.space)) + "\".", rule.span);
    }
    module_->namespaces[rule.space] = {module, rule.space_text};
  }
}

void Evaluator::VisitForward(const Forward& rule) {
  // What this module was configured with goes on, under the names it has there; its own `with` beneath.
  Configuration configuration;
  Configuration* outer = configuration_;
  const std::string_view prefix = rule.prefix.empty() ? std::string_view() : names_.Text(names_.Intern(rule.prefix));
  std::vector<std::pair<Name, Name>> passed;  // inner, outer
  const auto shown = [&](Name name) {
    const auto listed = [&] {
      return std::find(rule.variables.begin(), rule.variables.end(), name) != rule.variables.end();
    };
    return rule.show ? listed() : rule.hide ? !listed() : true;
  };
  if (outer) {
    for (const auto& [name, value] : outer->values.items()) {
      const std::string_view text = names_.Text(name);
      if (!text.starts_with(prefix) || !shown(name)) continue;
      const Name inner = names_.Intern(text.substr(prefix.size()));
      configuration.values[inner] = value;
      passed.emplace_back(inner, name);
    }
    configuration.explicit_ = outer->explicit_ && !passed.empty();
  }
  std::vector<Name> own;
  for (const Configured& item : rule.configuration) {
    if (item.is_default && configuration.values.Find(item.name)) {
      if (!configuration.values[item.name].null()) continue;
    }
    configuration.values[item.name] = EvaluateNoSlash(*item.value);
    configuration.spans[item.name] = item.span;
    own.push_back(item.name);
    configuration.explicit_ = true;
    // One that is given for good hides the outer one.
    std::erase_if(passed, [&](const auto& pair) { return pair.first == item.name; });
  }
  // What was already used further up is not asked for again.
  for (const auto& [inner, name] : passed) {
    if (outer->used[name]) configuration.used[inner] = true;
  }
  const std::vector<std::pair<Name, Name>> kept = passed;
  NameMap<bool> before = configuration.used;
  for (const auto& [inner, name] : kept) configuration.used[inner] = false;
  Module* module = ExecuteModule(rule.url, rule, &configuration);
  for (const auto& [inner, name] : kept) {
    if (configuration.used[inner]) outer->used[name] = true;
  }
  for (const Name name : own) {
    if (!configuration.used[name]) {
      FailAt("This variable was not declared with !default in the @used module.", configuration.spans[name]);
    }
  }
  CheckForwards(module, rule);
  module_->upstream.push_back(module);
  module_->forwards.push_back({module, arena_.New<Forward>(rule)});
}

// No name may mean two things to whoever uses this module.
void Evaluator::CheckForwards(Module* module, const Forward& rule) {
  if (module_->forwards.empty()) return;
  Module before;
  before.forwards = module_->forwards;
  Module added;
  added.forwards.push_back({module, &rule});
  const auto check = [&](MemberKind kind, std::string_view word, auto find) {
    std::vector<Name> names;
    CollectNames(names_, &added, kind, &names);
    for (const Name name : names) {
      const auto known = find(&before, name);
      if (!known || known == find(&added, name)) continue;
      FailAt("Two forwarded modules both define a " + std::string(word) + std::string(names_.Text(name)) + ".",
             rule.span);
    }
  };
  check(MemberKind::kVariable, "variable named $", [&](Module* from, Name name) { return FindInModule(from, name); });
  check(MemberKind::kFunction, "function named ",
        [&](Module* from, Name name) { return FindCallableInModule(from, name, false); });
  check(MemberKind::kMixin, "mixin named ",
        [&](Module* from, Name name) { return FindCallableInModule(from, name, true); });
}

void Evaluator::LoadCss(std::string_view url, Value with, Span span) {
  Configuration configuration;
  if (!with.absent() && !with.null()) {
    const MapBody* map = AsMap(with);
    if (!map) FailAt("$with: " + Inspect(values_, with) + " is not a map.", span);
    configuration.explicit_ = true;
    for (const MapEntry& entry : map->entries) {
      if (!entry.key.is_string()) FailAt("$with key: " + Inspect(values_, entry.key) + " is not a string.", span);
      const Name name = names_.Intern(entry.key.text());
      if (configuration.values.Find(name)) {
        FailAt("The variable $" + std::string(entry.key.text()) + " was configured twice.", span);
      }
      configuration.values[name] = entry.value;
    }
  }
  Statement rule{StatementKind::kUse, span};
  if (url.starts_with("sass:")) {
    if (configuration.explicit_) FailAt("Built-in module " + std::string(url) + " can't be configured.", span);
    BuiltInModule(url.substr(5), span);
    return;
  }
  Module* module = ExecuteModule(url, rule, &configuration);
  for (const auto& [name, value] : configuration.values.items()) {
    if (!configuration.used[name]) {
      FailAt("$with: $" + std::string(names_.Text(name)) + " was not declared with !default in the @used module.",
             span);
    }
  }
  CssNode* tree = Combine(module);
  // Its rules go where the call stands, inside the rule around it.
  const SelectorList* outer = style_rule_ && !at_root_without_rule_ ? style_rule_->original : nullptr;
  std::vector<CssNode*> clones;
  for (CssNode* child = tree->first; child; child = child->next) clones.push_back(CloneTree(child));
  const auto adopt = [&](auto&& self, CssNode* node) -> void {
    if (node->kind == CssKind::kRule) {
      const SelectorList* selector = node->selector();
      if (outer) selector = ResolveParent(arena_, dialect_, selector, outer, true);
      node->original = selector;
      node->store = module_->store;
      node->handle = module_->store->AddSelector(selector, MediaNumber());
      return;
    }
    for (CssNode* child = node->first; child; child = child->next) self(self, child);
  };
  for (CssNode* clone : clones) {
    adopt(adopt, clone);
    if (dialect_.nested_tree) {
      parent_->Append(clone);
    } else {
      const Restore<CssNode*> parent(&parent_);
      AddThrough(clone, [](const CssNode* node) { return node->kind == CssKind::kRule; });
    }
  }
}

CssNode* Evaluator::CloneTree(const CssNode* node) {
  CssNode* copy = CopyWithoutChildren(node);
  copy->group_end = node->group_end;
  for (const CssNode* child = node->first; child; child = child->next) copy->Append(CloneTree(child));
  return copy;
}

// --- @import ---

void Evaluator::VisitImport(const Import& rule) {
  for (const ImportArgument& argument : rule.arguments) {
    if (argument.dynamic) {
      if (dialect_.modules) {
        const Restore<Span> place(&place_, argument.span);
        Warn("import", "Sass @import rules are deprecated and will be removed in Dart Sass 3.0.0.");
      }
      ImportFile(argument, rule);
      continue;
    }
    CssNode* node = NewNode(CssKind::kImport, argument.span);
    node->place = rule.place;
    node->block_place = argument.place;
    node->text = Interpolate(argument.text);
    if (argument.has_modifiers) {
      node->more = Interpolate(argument.modifiers);
      node->more_events = ModifierEvents(argument, node->more);
    } else if (!dialect_.modules && argument.url.ends_with(".css") && !argument.url.starts_with("//") &&
               argument.url.find("://") == argument.url.npos) {
      // The old compilers make an address of it.
      node->text = arena_.Copy("url(" + std::string(argument.url) + ")");
      node->block_place = rule.place;
    }
    if (parent_ != module_->root || dialect_.nested_tree) {
      AddToParent(node);
    } else if (module_->end_of_imports != module_->root->last) {
      module_->late_imports.push_back(node);
    } else {
      parent_->Append(node);
      module_->end_of_imports = node;
    }
  }
}

// Each word outside of parentheses is a token but `and`, `not` and `only`; inside of them, what is around the colon.
std::span<const MapEvent> Evaluator::ModifierEvents(const ImportArgument& argument, std::string_view text) {
  if (!values_.places || argument.modifiers_place == 0) return {};
  const Place& place = places_[argument.modifiers_place];
  MapEvents events;
  const auto add = [&](size_t start, size_t end) {
    while (end > start && text[end - 1] == ' ') --end;
    while (start < end && text[start] == ' ') ++start;
    const std::string_view word = text.substr(start, end - start);
    if (word.empty() || word == "and" || word == "not" || word == "only") return;
    const uint32_t number = places_.Add(
        {place.source, Advanced(place.start, text.substr(0, start)), Advanced(place.start, text.substr(0, end))});
    events.push_back({static_cast<uint32_t>(start), number});
    events.push_back({static_cast<uint32_t>(end), number, MapEvent::Kind::kEnd});
  };
  size_t start = 0;
  bool inside = false;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ',';
    if (c != '(' && c != ')' && c != ',' && c != (inside ? ':' : ' ')) continue;
    add(start, i);
    inside = c == '(' || (inside && c != ')');
    start = i + 1;
  }
  return arena_.CopySpan(std::span<const MapEvent>(events));
}

// libsass shows the beginning of the file that comes round again.
void Evaluator::FailInLoop(const std::string& path, Span span) {
  if (!dialect_.tells_trace) {
    FailAt(dialect_.modules ? "This file is already being loaded."
                            : "An @import loop has been found: " + path + " imports itself",
           span);
  }
  const std::string folder = options_.working_directory + "/";
  std::string message = "An @import loop has been found:";
  for (size_t i = 0; i < import_stack_.size(); ++i) {
    message += "\n    " + RelativePath(folder, import_stack_[i]) + " imports " +
               RelativePath(folder, i + 1 < import_stack_.size() ? import_stack_[i + 1] : path);
  }
  throw SassError{
      .message = std::move(message), .span = {source_of_path_[path], 0, 0}, .trace = {{span}}, .elsewhere = true};
}

void Evaluator::ImportFile(const ImportArgument& argument, const Import& rule) {
  const Span span = dialect_.tells_trace ? rule.span : argument.span;
  const Found found = dialect_.modules || !dialect_.tells_trace
                          ? importer_.Find(argument.url, import_stack_.back(), true)
                          : importer_.FindCandidate(argument.url, import_stack_.back());
  if (!found.error.empty()) throw SassError{found.error, span, {}, true};
  const std::string not_found = dialect_.modules
                                    ? "Can't find stylesheet to import."
                                    : "File to import not found or unreadable: " + std::string(argument.url) + ".";
  if (found.path.empty()) throw SassError{not_found, span, {}, true};
  for (const std::string& open : import_stack_) {
    if (open == found.path) FailInLoop(found.path, span);
  }
  NoteDependency(found);
  const Stylesheet* sheet = Traced([&] { return TraceLine{rule.span}; }, [&] { return LoadFile(found.path); });
  if (!sheet) throw SassError{not_found, span, {}, true};
  import_stack_.push_back(found.path);
  {
    const Restore<bool> css(&plain_css_, sheet->plain_css);
    bool has_modules = false;
    for (const Statement* statement : sheet->body) {
      has_modules |= statement->kind == StatementKind::kUse || statement->kind == StatementKind::kForward;
    }
    if (!has_modules) {
      try {
        ExecuteBlock(sheet->body);
      } catch (SassError& error) {
        error.trace.push_back({error.syntax || error.elsewhere ? rule.span : rule.arguments.back().span});
        throw;
      }
    } else {
      // The file's own namespaces hold inside it only. What it forwards becomes the importer's.
      NameMap<Namespace> namespaces = std::move(module_->namespaces);
      module_->namespaces = {};
      const std::vector<Module*> uses = module_->global_uses;
      const size_t forwards = module_->forwards.size();
      const size_t upstream = module_->upstream.size();
      // Variables that are there configure what is forwarded.
      Configuration configuration;
      for (const auto& [name, definition] : module_->variables.items()) configuration.values[name] = definition.value;
      for (Scope* scope = scope_; !scope->global; scope = scope->parent) {
        for (uint32_t i = 0; i < scope->count; ++i)
          configuration.values[scope->bindings[i].name] = scope->bindings[i].definition.value;
      }
      const Restore<Configuration*> configured(&configuration_, &configuration);
      // The CSS of the modules comes where the @import stands.
      for (const Statement* statement : sheet->body) {
        if (statement->kind == StatementKind::kUse || statement->kind == StatementKind::kForward) {
          const size_t first = module_->upstream.size();
          Execute(*statement);
          for (size_t i = first; i < module_->upstream.size(); ++i) {
            Module* loaded = module_->upstream[i];
            CssNode* tree = Combine(loaded);
            for (CssNode* child = tree->first; child; child = child->next) {
              CssNode* clone = CloneTree(child);
              const auto adopt = [&](auto&& self, CssNode* node) -> void {
                if (node->kind == CssKind::kRule) {
                  const SelectorList* selector = node->selector();
                  if (style_rule_ && !at_root_without_rule_) {
                    selector = ResolveParent(arena_, dialect_, selector, style_rule_->original, true);
                  }
                  node->original = selector;
                  node->store = module_->store;
                  node->handle = module_->store->AddSelector(selector, MediaNumber());
                  return;
                }
                for (CssNode* inner = node->first; inner; inner = inner->next) self(self, inner);
              };
              adopt(adopt, clone);
              const Restore<CssNode*> parent(&parent_);
              AddThrough(clone, [](const CssNode* node) { return node->kind == CssKind::kRule; });
            }
          }
        }
      }
      module_->upstream.resize(upstream);
      std::vector<ForwardedModule> imported(module_->forwards.begin() + static_cast<ptrdiff_t>(forwards),
                                            module_->forwards.end());
      for (const Statement* statement : sheet->body) {
        if (statement->kind != StatementKind::kUse && statement->kind != StatementKind::kForward) Execute(*statement);
      }
      module_->forwards.resize(forwards);
      module_->namespaces = std::move(namespaces);
      module_->global_uses = uses;
      if (!imported.empty()) {
        // Seen from here as if used `as *`, before everything else.
        Module* carrier = NewModule("");
        carrier->forwards = std::move(imported);
        module_->global_uses.insert(module_->global_uses.begin(), carrier);
        // What it forwards wins over what stood here before.
        const auto drop = [&](auto& map, auto&& hidden) {
          auto old = std::move(map);
          map = {};
          for (auto& [name, value] : old.items()) {
            if (!hidden(name)) map[name] = value;
          }
        };
        drop(module_->variables, [&](Name name) { return FindInModule(carrier, name) != nullptr; });
        drop(module_->functions, [&](Name name) { return FindCallableInModule(carrier, name, false) != nullptr; });
        drop(module_->mixins, [&](Name name) { return FindCallableInModule(carrier, name, true) != nullptr; });
      }
    }
  }
  import_stack_.pop_back();
}

// --- All together ---

void Evaluator::ModulesInOrder(Module* module, std::vector<Module*>* order) {
  if (std::find(order->begin(), order->end(), module) != order->end()) return;
  for (Module* upstream : module->upstream) ModulesInOrder(upstream, order);
  order->push_back(module);
}

namespace {

bool IsPrivatePlaceholder(const Simple& simple) {
  return simple.kind == SimpleKind::kPlaceholder && (simple.name.starts_with('-') || simple.name.starts_with('_'));
}

}  // namespace

// From the entry upwards: what a module extends reaches all that it uses.
void Evaluator::ExtendModules(const std::vector<Module*>& order) {
  struct Open {
    UnsatisfiedExtend extend;
    bool met = false;
  };
  std::map<Module*, std::vector<ExtensionStore*>> downstream;
  std::vector<Open> open;
  std::map<Module*, std::set<size_t>> reaching;  // which of `open` reach a module
  for (size_t i = order.size(); i-- > 0;) {
    Module* module = order[i];
    std::set<size_t>& here = reaching[module];
    for (const size_t n : here) {
      const Simple& target = *open[n].extend.target;
      open[n].met |= !IsPrivatePlaceholder(target) && module->store->HasSimple(target);
    }
    for (const UnsatisfiedExtend& extend : module->store->Unsatisfied()) {
      here.insert(open.size());
      open.push_back({extend});
    }
    module->store->AddExtensions(downstream[module]);
    if (module->store->empty()) continue;
    for (Module* upstream : module->upstream) {
      downstream[upstream].push_back(module->store);
      reaching[upstream].insert(here.begin(), here.end());
    }
  }
  for (const Open& one : open) {
    if (one.met) continue;
    FailAt("The target selector was not found.\nUse \"@extend " + TextOf(*one.extend.target) +
               " !optional\" to avoid this error.",
           one.extend.span);
  }
}

CssNode* Evaluator::Combine(Module* entry) {
  std::vector<Module*> order;
  ModulesInOrder(entry, &order);
  ExtendModules(order);
  CssNode* root = arena_.New<CssNode>();
  if (order.size() == 1 && entry->late_imports.empty()) return entry->root;
  std::vector<CssNode*> heads;
  std::vector<CssNode*> bodies;
  for (Module* module : order) {
    bool head = module->end_of_imports != nullptr;
    for (CssNode* node = module->root->first; node; node = node->next) {
      (head ? heads : bodies).push_back(node);
      if (node == module->end_of_imports) head = false;
    }
    heads.insert(heads.end(), module->late_imports.begin(), module->late_imports.end());
  }
  // Lists are linked: clone what moves where modules are shared.
  for (CssNode* node : heads) root->Append(CloneTree(node));
  for (CssNode* node : bodies) root->Append(CloneTree(node));
  return root;
}

}  // namespace tincture::compat::sass
