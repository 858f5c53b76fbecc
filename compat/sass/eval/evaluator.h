// Evaluator: runs a stylesheet and what it loads, and makes the CSS tree. One per compilation; used once.
// Throws SassError.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compat/sass/eval/built_ins.h"
#include "compat/sass/eval/importer.h"
#include "compat/sass/eval/module.h"
#include "compat/sass/sass.h"
#include "compat/sass/small_vector.h"
#include "compat/sass/syntax/parser.h"

namespace tincture::compat::sass {

// A source of the compilation; Span::source counts them.
struct Source {
  std::string path;  // absolute
  std::string text;  // with a NUL behind it
  const Stylesheet* sheet = nullptr;
  mutable std::vector<uint32_t> lines = {};  // where each begins; made when first asked for

  // From 1.
  uint32_t LineOf(size_t offset) const;
};

// What the CSS of such sources hardly exceeds.
size_t RoomFor(const std::deque<Source>& sources);

// Arguments of a call, evaluated.
struct CallArguments {
  SmallVector<Value, 8> positional;
  SmallVector<Keyword, 4> named;
  Separator separator = Separator::kUndecided;
  Span span;
  // Where a source map is wanted: of the arguments as written, in their order; of others `span`.
  std::vector<Span> positional_places;
  std::vector<Span> named_places;
};

class Evaluator : public Host {
 public:
  Evaluator(Arena& arena, const Dialect& dialect, const Options& options, const Files& files);
  ~Evaluator() override;

  // Whether the CSS is to have a source map. Ruby Sass's writer makes none.
  bool wants_map() const { return wants_map_; }
  const Places& places() const { return places_; }
  // The tree of the whole.
  CssNode* Run(std::string_view source);

  const std::deque<Source>& sources() const { return sources_; }

  // --- Host ---
  const ValueContext& values() override { return values_; }
  Names& names() override { return names_; }
  const SelectorList* parent() override { return style_rule_ ? style_rule_->original : nullptr; }
  Value CallFunction(Value function, std::span<const Value> positional, std::span<const Keyword> keywords) override;
  uint64_t Random() override;
  void Warn(std::string_view kind, std::string message) override;

  // --- For sass:meta (meta.cc) ---
  bool VariableExists(Name name) { return FindVariable(name) != nullptr; }
  bool GlobalVariableExists(Name name, std::string_view space);
  bool FunctionExists(Name name, std::string_view space);
  bool MixinExists(Name name, std::string_view space);
  bool ContentExists();
  bool in_mixin() const { return in_mixin_; }
  Value GetFunction(Name name, std::string_view text, bool css, std::string_view space);
  Value GetMixin(Name name, std::string_view text, std::string_view space);
  Value ModuleVariables(std::string_view space);
  Value ModuleFunctions(std::string_view space, bool mixins);
  bool AcceptsContent(Value mixin);

 private:
  friend class ScopeGuard;
  struct ContentBlock {
    const CallableDeclaration* declaration;
    Scope* scope;
    const ContentBlock* outer;
    Module* module;
    bool in_mixin;
  };

  // A text to build something in, whose memory is used again.
  class Draft {
   public:
    explicit Draft(Evaluator* evaluator) : spare_(evaluator->spare_texts_) {
      if (spare_.empty()) return;
      text.swap(spare_.back());
      spare_.pop_back();
    }
    ~Draft() {
      text.clear();
      spare_.push_back(std::move(text));
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    std::string text;

   private:
    std::vector<std::string>& spare_;
  };

  // --- Sources and modules (load.cc) ---
  uint32_t AddSource(std::string path, std::string text);
  void NoteDependency(const Found& found);
  const Stylesheet* Parse(uint32_t source);
  const Stylesheet* LoadFile(const std::string& path);
  Module* NewModule(std::string url);
  Module* BuiltInModule(std::string_view name, Span span);
  Module* LoadModule(std::string_view url, const Statement& rule, std::span<const Configured> configuration,
                     const Forward* forward);
  struct Configuration {
    NameMap<Value> values;
    NameMap<bool> used;
    NameMap<Span> spans;
    bool explicit_ = false;
    bool empty() const { return values.empty(); }
  };
  Module* ExecuteModule(std::string_view url, const Statement& rule, Configuration* configuration);
  void VisitUse(const Use& rule);
  void VisitForward(const Forward& rule);
  void CheckForwards(Module* module, const Forward& rule);
  void VisitImport(const Import& rule);
  void ImportFile(const ImportArgument& argument, const Import& rule);
  std::span<const MapEvent> ModifierEvents(const ImportArgument& argument, std::string_view text);
  [[noreturn]] void FailInLoop(const std::string& path, Span span);
  void LoadCss(std::string_view url, Value with, Span span);
  CssNode* Combine(Module* entry);
  void ModulesInOrder(Module* module, std::vector<Module*>* order);
  void ExtendModules(const std::vector<Module*>& order);
  CssNode* CloneTree(const CssNode* node);

  // --- Names (scopes.cc) ---
  // `hint`: where it was the last time, among what is declared beside it.
  Definition* FindVariable(Name name, uint32_t* hint) {
    Definition* local = FindLocal(name, hint);
    return local ? local : FindGlobal(scope_->module, name, hint);
  }
  Definition* FindVariable(Name name);
  Definition* FindLocal(Name name, uint32_t* hint) {
    for (const Scope* scope = scope_; !scope->global; scope = scope->parent) {
      if (Definition* found = scope->Find(name, hint)) return found;
    }
    return nullptr;
  }
  Definition* FindGlobal(Module* module, Name name, uint32_t* hint);
  Definition* FindGlobal(Module* module, Name name);
  template <class Find>
  auto FromOneUse(const Module& module, std::string_view kind, Find find);
  Definition* FindInModule(Module* module, Name name, int depth = 0);
  // What `name` is called inside of a forwarded module; nothing where the rule hides it.
  std::optional<Name> NameBehind(const Forward& rule, std::span<const Name> listed, Name name);
  const Callable* FindCallable(Name name, bool mixin);
  const Callable* FindFunction(Name name) { return MayBeDeclared(name) ? FindCallable(name, false) : nullptr; }
  bool MayBeDeclared(Name function) const {
    return (function < declared_functions_.size() && declared_functions_[function]) ||
           !scope_->module->global_uses.empty();
  }
  const Callable* FindCallableInModule(Module* module, Name name, bool mixin, int depth = 0);
  Module* NamespaceModule(Name space, Span span);
  // As text: `article` is how the message has it.
  Module* NamespaceModule(std::string_view space, std::string_view article = "the ");
  void SetVariable(Name name, Value value, bool global, Span span, uint32_t* hint);
  void SetLocal(Name name, Value value, Span span);
  // In a scope that does not have it yet.
  void AddLocal(Name name, Value value, Span span);
  Definition* FindDefinition(const Variable& variable);
  // For source maps; of a variable: where its value was written.
  Span PlaceOf(const Expression& expression) {
    return wants_map_ && expression.kind == ExpressionKind::kVariable ? DefinedAt(expression) : expression.span;
  }
  Span DefinedAt(const Expression& variable);
  Scope* NewScope(bool control);
  void Declare(const CallableDeclaration& declaration);
  const Callable* BuiltInCallable(std::string_view module, std::string_view member, Name name);

  // --- Statements (statements.cc) ---
  Value ExecuteBlock(Block block);  // absent unless it returns
  Value Execute(const Statement& statement);
  Value ExecuteScoped(Block block, bool control);
  static bool DeclaresNames(Block block);
  void VisitStyleRule(const StyleRule& rule);
  void VisitDeclaration(const Declaration& rule);
  void VisitVariable(const VariableDeclaration& rule);
  void VisitInclude(const Include& rule);
  void VisitContent(const Content& rule);
  Value VisitIf(const If& rule);
  Value VisitEach(const Each& rule);
  Value VisitFor(const For& rule);
  Value VisitWhile(const While& rule);
  void VisitMedia(const Media& rule);
  void VisitSupports(const Supports& rule);
  void VisitAtRoot(const AtRoot& rule);
  void VisitAtRule(const AtRule& rule);
  void VisitExtend(const Extend& rule);
  void VisitComment(const LoudComment& rule);
  void RunMixin(const Callable& mixin, CallArguments& arguments, const ContentBlock* content, Span span);
  [[noreturn]] static void FailAt(std::string message, Span span) { throw SassError{std::move(message), span}; }
  void Step(Span span);
  void AddRemark(std::string_view kind, std::string message, Span span);
  // An error out of `body` tells that it went through here.
  template <class Line, class Body>
  static auto Traced(Line line, Body body) {
    try {
      return body();
    } catch (SassError& error) {
      error.trace.push_back(line());
      throw;
    }
  }
  Span NameOf(const Include& rule) const;

  // --- The tree (tree.cc) ---
  CssNode* NewNode(CssKind kind, Span span);
  CssNode* CopyWithoutChildren(const CssNode* node);
  void AddToParent(CssNode* node);  // declarations and comments
  // `node` goes into the nearest parent for which `through` is false.
  template <class Through>
  CssNode* AddThrough(CssNode* node, Through through) {
    CssNode* parent = parent_;
    if (!dialect_.nested_tree) {
      while (parent->parent && through(parent)) parent = parent->parent;
      parent = WithoutFollowing(parent);
    }
    parent->Append(node);
    return node;
  }
  CssNode* WithoutFollowing(CssNode* parent);
  void InStyleRuleCopy(Block block, Span span);
  std::vector<MediaQuery> ParseQueries(std::string_view text, Span span);
  std::span<const MediaQuery> Merge(std::span<const MediaQuery> outer, std::span<const MediaQuery> inner, bool* fits);
  uint32_t MediaNumber();  // of the queries around; 0 where there are none
  const SelectorList* ParseSelectorAt(std::string_view text, const SelectorSyntax& syntax, Span span);
  const SelectorList* ParseRuleSelector(const StyleRule& rule, const SelectorSyntax& syntax);
  std::string KeyframeSelector(std::string_view text, Span span);
  void PlaceKeyframe(const StyleRule& rule, CssNode* frame);

  // --- Expressions (expressions.cc) ---
  Value Evaluate(const Expression& expression) {
    if (expression.kind == ExpressionKind::kLiteral) return static_cast<const Literal&>(expression).value;
    if (expression.kind == ExpressionKind::kVariable && !values_.places) {
      return EvaluateVariable(static_cast<const Variable&>(expression));
    }
    return EvaluateComposed(expression);
  }
  Value EvaluateComposed(const Expression& expression);
  // What `body` gives, with the expression's place; an error of it gets the place, too.
  template <class Body>
  Value EvaluatePlaced(const Expression& expression, Body body);
  Value EvaluateNoSlash(const Expression& expression) { return Evaluate(expression).WithoutSlash(arena_); }
  Value EvaluateKind(const Expression& expression);
  Value EvaluateVariable(const Variable& variable);
  Value EvaluateBinary(const Binary& binary);
  Value Operate(const Binary& binary, Value left, Value right);
  Value TextOperation(const Binary& binary, Value left, Value right);
  Value EvaluateCall(const CallExpression& call);
  Value EvaluateList(const ListExpression& list);
  Value EvaluateMap(const MapExpression& map);
  Value EvaluateString(const StringExpression& string);
  Value EvaluateIfFunction(const CallExpression& call);
  Value EvaluateCssIf(const IfExpression& expression);
  int EvaluateIfCondition(const IfCondition& condition, std::string* text);
  std::string_view Interpolate(const Interpolation& interpolation);
  std::string_view Evaluated(const InterpolationPart& part);  // its text
  void InterpolateInto(const Interpolation& interpolation, std::string* out);
  std::string SupportsText(const SupportsCondition& condition);
  void AppendSupports(const SupportsCondition& condition, std::string* out, MapEvents* events);
  void SupportsOperand(const SupportsCondition& operand, SupportsKind outer, std::string* out, MapEvents* events);

  // --- Calls (calls.cc) ---
  void EvaluateArguments(const Arguments& arguments, CallArguments* out);
  Value Call_(const Callable& callable, CallArguments& arguments, Span span);
  Value CallUser(const Callable& callable, CallArguments& arguments, Span span);
  Value CallBuiltIn(const BuiltInEntry& entry, CallArguments& arguments, Span span);
  Value PlainCall(std::string_view name, const Arguments& arguments, Span span);
  Value PlainCallOf(std::string_view name, std::span<const Value> arguments);
  void CheckKeywordsRead(const Parameters& parameters, Span span);
  void Bind(const Parameters& parameters, CallArguments& arguments, Span span, std::string_view name);

  // --- Calculations (calculations.cc) ---
  bool IsCalculationCall(const CallExpression& call) const;
  bool IsCalculationSafe(const Expression& expression) const;
  Value EvaluateCalculation(const CallExpression& call);
  Value CalculationOperand(const Expression& expression, std::string_view legacy);

  Arena& arena_;
  const Dialect& dialect_;
  const Options& options_;
  const bool wants_map_;
  Names names_;
  Places places_;
  ValueContext values_;
  Importer importer_;
  std::deque<Source> sources_;
  std::map<std::string, uint32_t> source_of_path_;
  std::set<std::pair<std::string, std::pair<uint32_t, uint32_t>>> deprecated_;  // what was told of, and where
  std::set<std::string> dependencies_;                                          // paths
  std::deque<Module> modules_;
  std::deque<ExtensionStore> stores_;
  std::map<std::string, Module*, std::less<>> module_of_url_;
  std::map<std::string_view, Module*> built_in_modules_;
  std::vector<std::string> import_stack_;
  std::map<std::pair<std::string_view, std::string_view>, const Callable*> built_in_callables_;
  std::map<std::string, uint32_t> media_numbers_;

  // Where evaluation stands.
  Module* module_ = nullptr;
  Scope* scope_ = nullptr;
  CssNode* parent_ = nullptr;
  CssNode* style_rule_ = nullptr;  // what `&` means; kept inside @at-root
  bool at_root_without_rule_ = false;
  bool in_keyframes_ = false;
  bool in_unknown_at_rule_ = false;
  bool in_function_ = false;
  bool in_mixin_ = false;
  bool in_supports_ = false;
  bool plain_css_ = false;
  std::string_view declaration_name_;
  bool has_queries_ = false;
  std::span<const MediaQuery> queries_;
  uint32_t queries_number_ = 0;  // of `queries_`, as @extend tells them apart; 0: not asked yet
  std::vector<std::span<const MediaQuery>> query_sources_;
  const ContentBlock* content_ = nullptr;
  Configuration* configuration_ = nullptr;
  Span place_;
  uint64_t steps_ = 0;
  int calls_ = 0;
  const char* stack_start_ = nullptr;
  uint64_t random_ = 0x9E3779B97F4A7C15u;
  std::vector<std::string> spare_texts_;
  std::vector<bool> declared_functions_;  // by name, anywhere
  Name if_name_ = 0;
};

// Puts a variable back at the end of a scope.
template <class T>
class Restore {
 public:
  explicit Restore(T* place) : place_(place), saved_(*place) {}
  Restore(T* place, T value) : place_(place), saved_(*place) { *place = value; }
  ~Restore() { *place_ = saved_; }
  Restore(const Restore&) = delete;
  Restore& operator=(const Restore&) = delete;

 private:
  T* place_;
  T saved_;
};

}  // namespace tincture::compat::sass
