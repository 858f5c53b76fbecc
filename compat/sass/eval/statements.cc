// The evaluator's statements.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/value/checks.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/operations.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

Value Evaluator::ExecuteBlock(Block block) {
  for (const Statement* statement : block) {
    const Value result = Execute(*statement);
    if (!result.absent()) return result;
  }
  return Value();
}

bool Evaluator::DeclaresNames(Block block) {
  for (const Statement* statement : block) {
    switch (statement->kind) {
      case StatementKind::kVariableDeclaration:
      case StatementKind::kMixin:
      case StatementKind::kFunction:
      case StatementKind::kImport:
        return true;
      default:
        break;
    }
  }
  return false;
}

Value Evaluator::ExecuteScoped(Block block, bool control) {
  if (!DeclaresNames(block)) {
    // Names are only declared by what stands in the block itself; control flow has a scope of its own.
    return ExecuteBlock(block);
  }
  const Restore<Scope*> scope(&scope_, NewScope(control));
  return ExecuteBlock(block);
}

Value Evaluator::Execute(const Statement& statement) {
  try {
    switch (statement.kind) {
      case StatementKind::kStyleRule:
        VisitStyleRule(static_cast<const StyleRule&>(statement));
        break;
      case StatementKind::kDeclaration:
        VisitDeclaration(static_cast<const Declaration&>(statement));
        break;
      case StatementKind::kVariableDeclaration:
        VisitVariable(static_cast<const VariableDeclaration&>(statement));
        break;
      case StatementKind::kInclude:
        VisitInclude(static_cast<const Include&>(statement));
        break;
      case StatementKind::kContent:
        VisitContent(static_cast<const Content&>(statement));
        break;
      case StatementKind::kMixin:
      case StatementKind::kFunction:
        Declare(static_cast<const CallableDeclaration&>(statement));
        break;
      case StatementKind::kReturn:
        return EvaluateNoSlash(*static_cast<const ExpressionStatement&>(statement).value);
      case StatementKind::kIf:
        return VisitIf(static_cast<const If&>(statement));
      case StatementKind::kEach:
        return VisitEach(static_cast<const Each&>(statement));
      case StatementKind::kFor:
        return VisitFor(static_cast<const For&>(statement));
      case StatementKind::kWhile:
        return VisitWhile(static_cast<const While&>(statement));
      case StatementKind::kMedia:
        VisitMedia(static_cast<const Media&>(statement));
        break;
      case StatementKind::kSupports:
        VisitSupports(static_cast<const Supports&>(statement));
        break;
      case StatementKind::kAtRoot:
        VisitAtRoot(static_cast<const AtRoot&>(statement));
        break;
      case StatementKind::kAtRule:
        VisitAtRule(static_cast<const AtRule&>(statement));
        break;
      case StatementKind::kExtend:
        VisitExtend(static_cast<const Extend&>(statement));
        break;
      case StatementKind::kImport:
        VisitImport(static_cast<const Import&>(statement));
        break;
      case StatementKind::kUse:
        VisitUse(static_cast<const Use&>(statement));
        break;
      case StatementKind::kForward:
        VisitForward(static_cast<const Forward&>(statement));
        break;
      case StatementKind::kDebug:
      case StatementKind::kWarn: {
        const Value value = Evaluate(*static_cast<const ExpressionStatement&>(statement).value);
        const bool warn = statement.kind == StatementKind::kWarn;
        std::string text;
        if (value.is_string()) {
          text = value.text();
        } else if (warn) {
          AppendCss(values_, value, text);
        } else {
          AppendInspect(values_, value, text);
        }
        AddRemark(warn ? "warn" : "debug", std::move(text), statement.span);
        break;
      }
      case StatementKind::kError: {
        const Value value = Evaluate(*static_cast<const ExpressionStatement&>(statement).value);
        FailAt(value.is_string() && !dialect_.modules ? std::string(value.text()) : Inspect(values_, value),
               statement.span);
      }
      case StatementKind::kLoudComment:
        VisitComment(static_cast<const LoudComment&>(statement));
        break;
      case StatementKind::kSilentComment:
        break;
    }
    return Value();
  } catch (ScriptError& error) {
    std::string message = std::move(error.message);
    if (!error.argument.empty()) message = "$" + error.argument + ": " + message;
    FailAt(std::move(message), statement.span);
  }
}

// --- Rules ---

const SelectorList* Evaluator::ParseSelectorAt(std::string_view text, const SelectorSyntax& syntax, Span span) {
  try {
    return ParseSelector(arena_, dialect_, text, syntax);
  } catch (const SelectorError& error) {
    Span place = span;
    place.start = std::min<uint32_t>(span.start + static_cast<uint32_t>(error.offset), span.end);
    place.end = std::max(place.start, std::min<uint32_t>(place.start + static_cast<uint32_t>(error.length), span.end));
    FailAt(error.message, place);
  }
}

// For libsass's source maps the text of a file knows its places; what interpolation made counts from the file's start.
const SelectorList* Evaluator::ParseRuleSelector(const StyleRule& rule, const SelectorSyntax& syntax) {
  const Span span = rule.selector.span;
  std::string_view made = Interpolate(rule.selector);
  // libsass drops the space that ends an escape at the end.
  while (dialect_.raw_escapes && !rule.selector.plain() && !made.empty() && IsSpace(made.back())) made.remove_suffix(1);
  if (!values_.places) return ParseSelectorAt(made, syntax, span);
  SelectorSyntax placed = syntax;
  placed.places = values_.places;
  placed.start.source = span.source;
  if (!rule.selector.plain()) return ParseSelectorAt(made, placed, span);
  placed.start = places_[rule.selector.place];
  const std::string_view text = sources_[span.source].text;
  return ParseSelectorAt(text.substr(span.start, span.end - span.start), placed, span);
}

namespace {

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

// `from`, `to`, percentages, between commas.
std::string Evaluator::KeyframeSelector(std::string_view text, Span) {
  // Ruby Sass keeps it as written (lib/sass/scss/static_parser.rb, keyframes_selector).
  if (options_.dialect == SassDialect::kRubySass37) return std::string(text);
  std::string out;
  size_t start = 0;
  while (start <= text.size()) {
    size_t comma = text.find(',', start);
    if (comma == text.npos) comma = text.size();
    if (!out.empty()) out += options_.style == Style::kCompressed ? "," : ", ";
    std::string_view one = Trimmed(text.substr(start, comma - start));
    // A number's exponent and case stay; words are taken as they are.
    out += one;
    start = comma + 1;
  }
  return out;
}

// Each word of `from, 50%` has its place. The words are the same in both texts, what stands between them is not.
void Evaluator::PlaceKeyframe(const StyleRule& rule, CssNode* frame) {
  if (!values_.places) return;
  const std::string_view written = Trimmed(Interpolate(rule.selector));
  const Place& place = places_[rule.selector.place];
  const Position start = rule.selector.plain() ? place.start : Position{};
  const std::string_view between = ", \t\n\r";
  MapEvents events;
  size_t from = 0;
  for (size_t at = 0; at < frame->text.size();) {
    const size_t end = std::min(frame->text.find_first_of(between, at), frame->text.size());
    if (end == at) {
      ++at;
      continue;
    }
    from = std::min(written.find_first_not_of(between, from), written.size());
    const size_t to = std::min(written.find_first_of(between, from), written.size());
    const uint32_t number =
        places_.Add({place.source, Advanced(start, written.substr(0, from)), Advanced(start, written.substr(0, to))});
    events.push_back({static_cast<uint32_t>(at), number});
    events.push_back({static_cast<uint32_t>(end), number, MapEvent::Kind::kEnd});
    from = to;
    at = end;
  }
  frame->more_events = arena_.CopySpan(std::span<const MapEvent>(events));
}

void Evaluator::VisitStyleRule(const StyleRule& rule) {
  if (!declaration_name_.empty()) {
    FailAt("Style rules may not be used within nested declarations.", rule.span);
  }
  const auto run = [&] {
    if (DeclaresNames(rule.body)) {
      const Restore<Scope*> scope(&scope_, NewScope(false));
      ExecuteBlock(rule.body);
    } else {
      ExecuteBlock(rule.body);
    }
  };
  if (in_keyframes_) {
    if (dialect_.modules && parent_->kind == CssKind::kKeyframe) {
      FailAt("Style rules may not be used within keyframe blocks.", rule.span);
    }
    CssNode* frame = NewNode(CssKind::kKeyframe, rule.span);
    frame->place = rule.place;
    frame->text = arena_.Copy(KeyframeSelector(Trimmed(Interpolate(rule.selector)), rule.selector.span));
    PlaceKeyframe(rule, frame);
    const Restore<CssNode*> parent(&parent_);
    parent_ = AddThrough(frame, [](const CssNode* node) { return node->kind == CssKind::kRule; });
    run();
    return;
  }
  const SelectorSyntax syntax{true, !plain_css_, plain_css_};
  const SelectorList* parsed = rule.parsed;
  if (!parsed) {
    parsed = ParseRuleSelector(rule, syntax);
    if (rule.selector.plain()) rule.parsed = parsed;
  }
  const bool nest = !(style_rule_ && style_rule_->plain_css);
  if (nest) {
    if (plain_css_) {
      for (const Complex* complex : parsed->complexes) {
        if (!complex->leading.empty()) FailAt("Top-level leading combinators aren't allowed in plain CSS.", rule.span);
      }
    }
    try {
      parsed = ResolveParent(arena_, dialect_, parsed, style_rule_ ? style_rule_->original : nullptr,
                             !at_root_without_rule_, plain_css_);
    } catch (ScriptError& error) {
      FailAt(std::move(error.message), rule.selector.span);
    }
  }
  CssNode* node = NewNode(CssKind::kRule, rule.span);
  node->place = rule.place;
  node->block_place = rule.block_place;
  node->original = parsed;
  node->store = module_->store;
  node->handle = module_->store->AddSelector(parsed, MediaNumber());
  node->value_span = rule.selector.span;
  node->plain_css = plain_css_;
  {
    const Restore<CssNode*> parent(&parent_);
    const Restore<CssNode*> style_rule(&style_rule_);
    const Restore<bool> at_root(&at_root_without_rule_, false);
    if (nest) {
      parent_ = AddThrough(node, [](const CssNode* other) { return other->kind == CssKind::kRule; });
    } else {
      parent_ = AddThrough(node, [](const CssNode*) { return false; });
    }
    style_rule_ = node;
    run();
  }
  if ((!style_rule_ || at_root_without_rule_) && !dialect_.nested_tree && parent_->last)
    parent_->last->group_end = true;
}

void Evaluator::VisitDeclaration(const Declaration& rule) {
  const bool inside = (style_rule_ && !at_root_without_rule_) || in_unknown_at_rule_ || in_keyframes_ ||
                      (dialect_.media_holds_declarations && has_queries_);
  if (!inside && declaration_name_.empty()) {
    FailAt(dialect_.modules
               ? "Declarations may only be used within style rules."
               : "Properties are only allowed within rules, directives, mixin includes, or other properties.",
           rule.span);
  }
  std::string_view name = Trimmed(Interpolate(rule.name));
  if (!declaration_name_.empty()) {
    if (rule.custom) FailAt("Declarations whose names begin with \"--\" may not be nested.", rule.span);
    name = arena_.Copy(std::string(declaration_name_) + "-" + std::string(name));
  }
  CssNode* properties = nullptr;
  if (rule.nested && dialect_.nested_tree) {
    properties = NewNode(CssKind::kProperties, rule.span);
    AddToParent(properties);
  }
  const Restore<CssNode*> parent(&parent_);
  if (properties) parent_ = properties;
  if (rule.value) {
    const Value value = Evaluate(*rule.value);
    const bool empty_list = value.is_list() && value.items().empty() && !value.brackets();
    if (rule.custom || !IsBlank(values_, value) || (empty_list && dialect_.modules)) {
      CssNode* node = NewNode(CssKind::kDeclaration, rule.span);
      node->text = name;
      node->place = rule.name.place;
      node->value = value;
      node->value_span = PlaceOf(*rule.value);
      node->custom = rule.custom;
      AddToParent(node);
      if (properties) properties->value = value;
    } else if (name.starts_with("--")) {
      FailAt("Custom property values may not be empty.", rule.value->span);
    }
  }
  if (rule.nested) {
    const Restore<std::string_view> outer(&declaration_name_, name);
    const Restore<Scope*> scope(&scope_, NewScope(false));
    ExecuteBlock(rule.body);
  }
}

void Evaluator::VisitComment(const LoudComment& rule) {
  if (in_function_) return;
  std::string_view text = Interpolate(rule.text);
  CssNode* node = NewNode(CssKind::kComment, rule.span);
  node->place = rule.place;
  node->text = text;
  const bool head = parent_ == module_->root && module_->end_of_imports == parent_->last;
  AddToParent(node);
  if (head) module_->end_of_imports = node;
}

void Evaluator::VisitVariable(const VariableDeclaration& rule) {
  if (rule.space != 0) {
    Module* module = NamespaceModule(rule.space, rule.span);
    Definition* found = FindInModule(module, rule.name);
    if (!module->built_in.empty())
      FailAt(found ? "Cannot modify built-in variable." : "Undefined variable.", rule.span);
    if (!found) FailAt("Undefined variable.", rule.span);
    if (rule.is_default && !found->value.null()) return;
    *found = {EvaluateNoSlash(*rule.value), PlaceOf(*rule.value)};
    return;
  }
  if (rule.is_default) {
    if (scope_->global && configuration_ && scope_->module == module_) {
      if (Value* configured = configuration_->values.Find(rule.name)) {
        bool& used = configuration_->used[rule.name];
        if (!used && !configured->null()) {
          used = true;
          SetVariable(rule.name, *configured, true, rule.span, &rule.hint);
          return;
        }
        used = true;
      }
    }
    const Definition* known =
        rule.is_global ? FindGlobal(scope_->module, rule.name) : FindVariable(rule.name, &rule.hint);
    if (known && !known->value.null()) return;
  }
  const Value value = EvaluateNoSlash(*rule.value);
  if (rule.is_global && dialect_.modules && !FindGlobal(scope_->module, rule.name)) {
    place_ = rule.span;
    Warn(
        "new-global",
        scope_->global
            ? "As of Dart Sass 2.0.0, !global assignments won't be able to declare new variables.\n\nSince this "
              "assignment is at the root of the stylesheet, the !global flag is\nunnecessary and can safely be removed."
            : "As of Dart Sass 2.0.0, !global assignments won't be able to declare new variables.");
  }
  SetVariable(rule.name, value, rule.is_global, PlaceOf(*rule.value), &rule.hint);
}

// --- Mixins ---

void Evaluator::VisitInclude(const Include& rule) {
  const Callable* mixin = rule.space == 0
                              ? FindCallable(rule.name, true)
                              : FindCallableInModule(NamespaceModule(rule.space, rule.span), rule.name, true);
  if (!mixin) {
    const std::string name(names_.Text(rule.name));
    if (dialect_.tells_trace) FailAt("no mixin named " + name, NameOf(rule));
    FailAt(dialect_.modules ? "Undefined mixin." : "Undefined mixin '" + name + "'.", rule.span);
  }
  CallArguments arguments;
  EvaluateArguments(rule.arguments, &arguments);
  ContentBlock* content = nullptr;
  if (rule.content) {
    content = arena_.New<ContentBlock>(rule.content, scope_, content_, module_, in_mixin_);
  }
  const auto line = [&] { return TraceLine{NameOf(rule), ", in mixin `" + std::string(names_.Text(rule.name)) + "`"}; };
  Traced(line, [&] { RunMixin(*mixin, arguments, content, rule.span); });
}

// Behind "@include ".
Span Evaluator::NameOf(const Include& rule) const {
  Span span = rule.span;
  const std::string_view text = sources_[span.source].text;
  if (text.substr(span.start).starts_with("@include")) span.start += 8;
  while (span.start < span.end && IsSpace(text[span.start])) ++span.start;
  return span;
}

void Evaluator::RunMixin(const Callable& mixin, CallArguments& arguments, const ContentBlock* content, Span span) {
  Step(span);
  const char here = 0;
  if (++calls_ > 1024 || stack_start_ - &here > (3 << 20)) FailAt("Stack depth exceeded max of 1024", span);
  if (!mixin.built_in_mixin.empty()) {
    const Restore<Span> place(&place_, span);
    if (mixin.built_in_mixin == "load-css") {
      if (content) FailAt("Mixin doesn't accept a content block.", span);
      Value url;
      Value with;
      for (size_t i = 0; i < arguments.positional.size(); ++i) (i == 0 ? url : with) = arguments.positional[i];
      for (const Keyword& keyword : arguments.named) {
        (names_.Text(keyword.name) == "url" ? url : with) = keyword.value;
      }
      if (!url.is_string()) FailAt("Missing argument $url.", span);
      LoadCss(url.text(), with, span);
    } else {  // apply
      if (arguments.positional.empty() || !arguments.positional[0].is_mixin()) {
        FailAt("$mixin: is not a mixin reference.", span);
      }
      const Value target = arguments.positional[0];
      arguments.positional.erase_front();
      if (!arguments.positional_places.empty()) arguments.positional_places.erase(arguments.positional_places.begin());
      if (content && target.callable().callable->declaration && !target.callable().callable->declaration->has_content) {
        FailAt("Mixin doesn't accept a content block.", span);
      }
      RunMixin(*target.callable().callable, arguments, content, span);
    }
    --calls_;
    return;
  }
  if (content && !mixin.declaration->has_content) FailAt("Mixin doesn't accept a content block.", span);
  {
    const Restore<Scope*> scope(&scope_, mixin.scope);
    const Restore<Module*> module(&module_, mixin.scope->module);
    const Restore<const ContentBlock*> outer(&content_);
    const Restore<bool> in_mixin(&in_mixin_, true);
    scope_ = NewScope(false);
    // Default arguments are worked out with the mixin's own @content in reach.
    content_ = content;
    Bind(mixin.declaration->parameters, arguments, span, mixin.text);
    ExecuteBlock(mixin.declaration->body);
    CheckKeywordsRead(mixin.declaration->parameters, span);
  }
  --calls_;
}

void Evaluator::VisitContent(const Content& rule) {
  if (!content_) return;
  CallArguments arguments;
  EvaluateArguments(rule.arguments, &arguments);
  const char here = 0;
  if (++calls_ > 1024 || stack_start_ - &here > (3 << 20)) FailAt("Stack depth exceeded max of 1024", rule.span);
  const ContentBlock* content = content_;
  const Restore<Scope*> scope(&scope_, content->scope);
  const Restore<Module*> module(&module_, content->module);
  const Restore<const ContentBlock*> outer(&content_, content->outer);
  const Restore<bool> in_mixin(&in_mixin_, dialect_.modules ? content->in_mixin : in_mixin_);
  scope_ = NewScope(false);
  Bind(content->declaration->parameters, arguments, rule.span, "");
  Traced(
      [&] {
        return TraceLine{rule.span, ", in mixin `@content`"};
      },
      [&] { ExecuteBlock(content->declaration->body); });
  --calls_;
}

// --- Control flow ---

Value Evaluator::VisitIf(const If& rule) {
  for (const IfClause& clause : rule.clauses) {
    if (clause.condition && !Evaluate(*clause.condition).truthy()) continue;
    return ExecuteScoped(clause.body, true);
  }
  return Value();
}

Value Evaluator::VisitEach(const Each& rule) {
  const Value list = Evaluate(*rule.list);
  const Span place = PlaceOf(*rule.list);
  const Restore<Scope*> scope(&scope_, NewScope(true));
  for (const Value& item : AsList(arena_, list)) {
    Step(rule.span);
    if (rule.names.size() == 1) {
      SetLocal(rule.names[0], item.WithoutSlash(arena_), place);
    } else {
      const std::span<const Value> parts = AsList(arena_, item);
      for (size_t i = 0; i < rule.names.size(); ++i) {
        SetLocal(rule.names[i], i < parts.size() ? parts[i].WithoutSlash(arena_) : Value::Null(), place);
      }
    }
    const Value result = ExecuteBlock(rule.body);
    if (!result.absent()) return result;
  }
  return Value();
}

Value Evaluator::VisitFor(const For& rule) {
  const Value from = Evaluate(*rule.from);
  const Value to = Evaluate(*rule.to);
  if (!from.is_number()) FailAt(Inspect(values_, from) + " is not a number.", rule.from->span);
  if (!to.is_number()) FailAt(Inspect(values_, to) + " is not a number.", rule.to->span);
  const std::optional<int64_t> first = FuzzyInt(values_, from.number());
  std::optional<double> converted = Coerce(values_, to, from.units());
  if (!converted) {
    FailAt("Incompatible units " + UnitText(dialect_, to.units()) + " and " + UnitText(dialect_, from.units()) + ".",
           rule.to->span);
  }
  const std::optional<int64_t> last = FuzzyInt(values_, *converted);
  if (!first) FailAt(Inspect(values_, from) + " is not an int.", rule.from->span);
  if (!last) FailAt(Inspect(values_, to) + " is not an int.", rule.to->span);
  const int64_t step = *first > *last ? -1 : 1;
  const int64_t end = rule.exclusive ? *last : *last + step;
  if (*first == end) return Value();
  const Span place = PlaceOf(*rule.from);
  const Restore<Scope*> scope(&scope_, NewScope(true));
  for (int64_t i = *first; i != end; i += step) {
    Step(rule.span);
    SetLocal(rule.name, from.WithNumber(arena_, static_cast<double>(i)).At(from.place()), place);
    const Value result = ExecuteBlock(rule.body);
    if (!result.absent()) return result;
  }
  return Value();
}

Value Evaluator::VisitWhile(const While& rule) {
  const Restore<Scope*> scope(&scope_, NewScope(true));
  while (Evaluate(*rule.condition).truthy()) {
    Step(rule.span);
    const Value result = ExecuteBlock(rule.body);
    if (!result.absent()) return result;
  }
  return Value();
}

// --- At-rules ---

void Evaluator::InStyleRuleCopy(Block block, Span) {
  const bool copy = style_rule_ && !at_root_without_rule_ && !dialect_.nested_tree;
  const Restore<CssNode*> parent(&parent_);
  if (copy) {
    CssNode* rule = CopyWithoutChildren(style_rule_);
    parent_->Append(rule);
    parent_ = rule;
  }
  ExecuteScoped(block, false);
}

void Evaluator::VisitMedia(const Media& rule) {
  if (!declaration_name_.empty()) FailAt("Media rules may not be used within nested declarations.", rule.span);
  const std::vector<MediaQuery> parsed = ParseQueries(Interpolate(rule.query), rule.query.span);
  std::span<const MediaQuery> queries = arena_.CopySpan(std::span<const MediaQuery>(parsed));
  std::vector<std::span<const MediaQuery>> sources;
  if (has_queries_) {
    bool fits = true;
    const std::span<const MediaQuery> merged = Merge(queries_, queries, &fits);
    if (fits && merged.empty()) return;
    if (fits) {
      sources = query_sources_;
      sources.push_back(queries_);
      sources.push_back(queries);
      queries = merged;
    }
  }
  CssNode* node = NewNode(CssKind::kMedia, rule.span);
  node->place = rule.place;
  node->queries = queries;
  const Restore<CssNode*> parent(&parent_);
  parent_ = AddThrough(node, [&](const CssNode* other) {
    if (other->kind == CssKind::kRule) return true;
    if (other->kind != CssKind::kMedia) return false;
    for (const std::span<const MediaQuery>& source : sources) {
      if (source.data() == other->queries.data()) return true;
    }
    return false;
  });
  const Restore<bool> has(&has_queries_, true);
  const Restore<std::span<const MediaQuery>> outer(&queries_, queries);
  const Restore<uint32_t> number(&queries_number_, 0);
  std::vector<std::span<const MediaQuery>> saved = std::move(query_sources_);
  query_sources_ = std::move(sources);
  InStyleRuleCopy(rule.body, rule.span);
  query_sources_ = std::move(saved);
}

void Evaluator::VisitSupports(const Supports& rule) {
  if (!declaration_name_.empty()) FailAt("Supports rules may not be used within nested declarations.", rule.span);
  CssNode* node = NewNode(CssKind::kSupports, rule.span);
  node->place = rule.place;
  std::string condition;
  MapEvents events;
  AppendSupports(*rule.condition, &condition, values_.places ? &events : nullptr);
  node->more = arena_.Copy(condition);
  node->more_events = arena_.CopySpan(std::span<const MapEvent>(events));
  const Restore<CssNode*> parent(&parent_);
  parent_ = AddThrough(node, [](const CssNode* other) { return other->kind == CssKind::kRule; });
  InStyleRuleCopy(rule.body, rule.span);
}

namespace {

std::string_view Unvendored(std::string_view name) {
  if (name.size() < 2 || name[0] != '-' || name[1] == '-') return name;
  const size_t dash = name.find('-', 1);
  return dash == name.npos ? name : name.substr(dash + 1);
}

}  // namespace

void Evaluator::VisitAtRule(const AtRule& rule) {
  if (!declaration_name_.empty()) FailAt("At-rules may not be used within nested declarations.", rule.span);
  const std::string_view name = Interpolate(rule.name);
  CssNode* node = NewNode(CssKind::kAtRule, rule.span);
  node->place = rule.place;
  node->text = name;
  if (rule.has_value) node->more = Trimmed(Interpolate(rule.value));
  node->has_body = rule.has_body;
  if (!rule.has_body) {
    AddToParent(node);
    return;
  }
  const bool keyframes = Unvendored(name) == "keyframes";
  node->keyframes = keyframes;
  const Restore<bool> in_keyframes(&in_keyframes_, keyframes ? true : in_keyframes_);
  const Restore<bool> unknown(&in_unknown_at_rule_, keyframes ? in_unknown_at_rule_ : true);
  const Restore<CssNode*> parent(&parent_);
  parent_ = AddThrough(node, [](const CssNode* other) { return other->kind == CssKind::kRule; });
  if (in_keyframes_ || name == "font-face") {
    ExecuteScoped(rule.body, false);
  } else {
    InStyleRuleCopy(rule.body, rule.span);
  }
}

bool AtRootQuery::ExcludesName(std::string_view name) const {
  bool listed = all;
  for (const std::string_view one : names) listed |= one == name;
  return listed != include;
}

void Evaluator::VisitAtRoot(const AtRoot& rule) {
  AtRootQuery* query = arena_.New<AtRootQuery>();
  if (rule.has_query) {
    std::string text(Interpolate(rule.query));
    for (char& c : text) c = Lower(c);
    const std::string_view view = arena_.Copy(text);
    const size_t colon = view.find(':');
    if (colon == view.npos || !view.ends_with(')')) FailAt("expected \":\".", rule.query.span);
    const std::string_view word = Trimmed(view.substr(1, colon - 1));
    if (word != "with" && word != "without") FailAt("Expected \"with\" or \"without\".", rule.query.span);
    query->include = word == "with";
    query->rule = false;
    std::vector<std::string_view> names;
    std::string_view rest = view.substr(colon + 1, view.size() - colon - 2);
    for (rest = Trimmed(rest); !rest.empty(); rest = Trimmed(rest)) {
      size_t end = 0;
      while (end < rest.size() && !IsSpace(rest[end]) && rest[end] != ',') ++end;
      std::string_view one = rest.substr(0, end);
      if (one.size() > 1 && (one.front() == '"' || one.front() == '\'')) one = one.substr(1, one.size() - 2);
      if (!one.empty()) names.push_back(one);
      query->all |= one == "all";
      query->rule |= one == "rule";
      rest = rest.substr(std::min(rest.size(), end + (end < rest.size() && rest[end] == ',' ? 1 : 0)));
    }
    query->names = arena_.CopySpan(std::span<const std::string_view>(names));
  }
  const auto excludes = [&](const CssNode* node) {
    if (query->all) return !query->include;
    switch (node->kind) {
      case CssKind::kRule:
        return query->ExcludesStyleRules();
      case CssKind::kMedia:
        return query->ExcludesName("media");
      case CssKind::kSupports:
        return query->ExcludesName("supports");
      case CssKind::kAtRule: {
        std::string name(node->text);
        for (char& c : name) c = Lower(c);
        return query->ExcludesName(name);
      }
      default:
        return false;
    }
  };
  const Restore<CssNode*> parent(&parent_);
  const Restore<bool> at_root(&at_root_without_rule_);
  const Restore<bool> has(&has_queries_);
  const Restore<bool> keyframes(&in_keyframes_);
  const Restore<bool> unknown(&in_unknown_at_rule_);
  if (query->ExcludesStyleRules()) at_root_without_rule_ = true;
  if (dialect_.nested_tree) {
    CssNode* node = NewNode(CssKind::kAtRoot, rule.span);
    node->at_root = query;
    parent_->Append(node);
    parent_ = node;
    in_keyframes_ = false;
    if (query->ExcludesName("media")) has_queries_ = false;
    ExecuteScoped(rule.body, false);
    return;
  }
  std::vector<CssNode*> included;
  for (CssNode* node = parent_; node->kind != CssKind::kRoot; node = node->parent) {
    if (!excludes(node)) included.push_back(node);
  }
  // The innermost stretch of ancestors that stays as it is needs no copies.
  CssNode* root = module_->root;
  CssNode* top = parent_;
  while (top->parent) top = top->parent;
  root = top;
  if (!included.empty()) {
    CssNode* walk = parent_;
    size_t innermost = included.size();
    bool reaches_root = true;
    for (size_t i = 0; i < included.size(); ++i) {
      while (walk != included[i]) {
        innermost = included.size();
        walk = walk->parent;
      }
      if (innermost == included.size()) innermost = i;
      walk = walk->parent;
    }
    reaches_root = walk == root;
    if (reaches_root && innermost < included.size()) {
      root = included[innermost];
      included.resize(innermost);
    }
  }
  if (root == parent_) {
    ExecuteScoped(rule.body, false);
    return;
  }
  CssNode* inner = root;
  if (!included.empty()) {
    inner = CopyWithoutChildren(included.front());
    CssNode* outer = inner;
    for (size_t i = 1; i < included.size(); ++i) {
      CssNode* copy = CopyWithoutChildren(included[i]);
      copy->Append(outer);
      outer = copy;
    }
    root->Append(outer);
  }
  parent_ = inner;
  bool has_unknown = false;
  for (const CssNode* node : included) has_unknown |= node->kind == CssKind::kAtRule;
  for (const CssNode* node = root; node; node = node->parent) has_unknown |= node->kind == CssKind::kAtRule;
  if (has_queries_ && query->ExcludesName("media")) has_queries_ = false;
  if (in_keyframes_ && query->ExcludesName("keyframes")) in_keyframes_ = false;
  if (in_unknown_at_rule_ && !has_unknown) in_unknown_at_rule_ = false;
  ExecuteScoped(rule.body, false);
}

void Evaluator::VisitExtend(const Extend& rule) {
  if (!style_rule_ || !declaration_name_.empty() || at_root_without_rule_) {
    FailAt("@extend may only be used within style rules.", rule.span);
  }
  const std::string_view text = Trimmed(Interpolate(rule.selector));
  const SelectorList* targets = ParseSelectorAt(text, {false, true, false}, rule.selector.span);
  const uint32_t media = MediaNumber();
  for (const Complex* complex : targets->complexes) {
    if (complex->components.size() != 1 || !complex->leading.empty() || !complex->components[0].combinators.empty()) {
      FailAt("complex selectors may not be extended.", rule.selector.span);
    }
    const std::span<const Simple* const> simples = complex->components[0].simples;
    if (simples.size() != 1 && !dialect_.values.extends_compounds) {
      std::string list;
      for (const Simple* simple : simples) list += (list.empty() ? "" : ", ") + TextOf(*simple);
      FailAt("compound selectors may no longer be extended.\nConsider `@extend " + list +
                 "` instead.\nSee https://sass-lang.com/d/extend-compound for details.\n",
             rule.selector.span);
    }
    module_->store->AddExtension(style_rule_->selector(), simples, rule.span, rule.optional, media);
  }
}

}  // namespace tincture::compat::sass
