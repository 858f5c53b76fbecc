// The evaluator's calls: arguments, the user's functions, built-in ones, and plain CSS functions.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

std::string Plural(size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

}  // namespace

void Evaluator::EvaluateArguments(const Arguments& arguments, CallArguments* out) {
  out->span = arguments.span;
  for (const Expression* argument : arguments.positional) {
    out->positional.push_back(EvaluateNoSlash(*argument).WithoutLiteralColor());
    if (wants_map_) out->positional_places.push_back(PlaceOf(*argument));
  }
  for (const NamedArgument& named : arguments.named) {
    out->named.push_back({named.name, EvaluateNoSlash(*named.value).WithoutLiteralColor()});
    if (wants_map_) out->named_places.push_back(PlaceOf(*named.value));
  }
  const auto add_map = [&](const MapBody& map, const Expression& source) {
    for (const MapEntry& entry : map.entries) {
      if (!entry.key.is_string()) {
        FailAt("Variable keyword argument map must have string keys.\n" + Inspect(values_, entry.key) +
                   " is not a string in " + Inspect(values_, Evaluate(source)) + ".",
               source.span);
      }
      out->named.push_back({names_.Intern(entry.key.text()), entry.value});
    }
  };
  if (arguments.rest) {
    const Value rest = Evaluate(*arguments.rest);
    if (rest.is_map()) {
      add_map(rest.map(), *arguments.rest);
    } else if (rest.is_list()) {
      for (const Value& item : rest.items()) out->positional.push_back(item);
      out->separator = rest.separator();
      if (rest.kind() == Kind::kArgumentList) {
        const ArgumentListBody& list = rest.argument_list();
        list.keywords_read = true;
        for (const Keyword& keyword : list.keywords) out->named.push_back(keyword);
      }
    } else {
      out->positional.push_back(rest.WithoutSlash(arena_));
    }
  }
  if (arguments.keyword_rest) {
    const Value rest = Evaluate(*arguments.keyword_rest);
    const MapBody* map = AsMap(rest);
    if (!map) {
      FailAt("Variable keyword arguments must be a map (was " + Inspect(values_, rest) + ").",
             arguments.keyword_rest->span);
    }
    add_map(*map, *arguments.keyword_rest);
  }
}

Value Evaluator::EvaluateCall(const CallExpression& call) {
  if (call.space != 0) {
    Module* module = NamespaceModule(call.space, call.span);
    const Callable* callable = FindCallableInModule(module, call.name, false);
    if (!callable) FailAt("Undefined function.", call.span);
    CallArguments arguments;
    EvaluateArguments(call.arguments, &arguments);
    return Call_(*callable, arguments, call.span);
  }
  if (!plain_css_) {
    if (const Callable* callable = FindFunction(call.name)) {
      CallArguments arguments;
      EvaluateArguments(call.arguments, &arguments);
      return Call_(*callable, arguments, call.span);
    }
  }
  if (call.name == if_name_ && !plain_css_) return EvaluateIfFunction(call);
  if (dialect_.calculations && IsCalculationCall(call)) return EvaluateCalculation(call);
  if (!call.resolved) {
    call.built_in = FindGlobalBuiltIn(dialect_, names_.Text(call.name));
    call.resolved = true;
  }
  if (!call.built_in || plain_css_) return PlainCall(call.text, call.arguments, call.span);
  CallArguments arguments;
  EvaluateArguments(call.arguments, &arguments);
  if (dialect_.modules && (options_.remarks || !options_.fatal_deprecations.empty()) &&
      !call.built_in->member.empty()) {
    const Restore<Span> place(&place_, call.span);
    Warn("global-builtin", "Global built-in functions are deprecated and will be removed in Dart Sass 3.0.0.\nUse " +
                               std::string(call.built_in->module) + "." + std::string(call.built_in->member) +
                               " instead.");
  }
  return CallBuiltIn(*call.built_in, arguments, call.span);
}

Value Evaluator::Call_(const Callable& callable, CallArguments& arguments, Span span) {
  if (callable.built_in) return CallBuiltIn(*callable.built_in, arguments, span);
  return CallUser(callable, arguments, span);
}

void Evaluator::Step(Span span) {
  if (++steps_ > options_.max_steps) FailAt("Too many steps: does a loop or recursion ever end?", span);
}

void Evaluator::Bind(const Parameters& parameters, CallArguments& arguments, Span span, std::string_view name) {
  const size_t given = arguments.positional.size();
  const size_t wanted = parameters.items.size();
  SmallVector<bool, 16> used;
  used.resize(arguments.named.size());
  const auto place = [&](const std::vector<Span>& places, size_t i) {
    return i < places.size() ? places[i] : arguments.span;
  };
  for (size_t i = 0; i < wanted; ++i) {
    const Parameter& parameter = parameters.items[i];
    size_t keyword = arguments.named.size();
    for (size_t k = 0; k < arguments.named.size(); ++k) {
      if (arguments.named[k].name == parameter.name) keyword = k;
    }
    if (i < given) {
      if (keyword < arguments.named.size()) {
        FailAt("Argument $" + std::string(names_.Text(parameter.name)) + " was passed both by position and by name.",
               span);
      }
      AddLocal(parameter.name, arguments.positional[i], place(arguments.positional_places, i));
    } else if (keyword < arguments.named.size()) {
      used[keyword] = true;
      AddLocal(parameter.name, arguments.named[keyword].value, place(arguments.named_places, keyword));
    } else if (parameter.default_value) {
      const Value value = EvaluateNoSlash(*parameter.default_value);
      SetLocal(parameter.name, value, PlaceOf(*parameter.default_value));
    } else if (dialect_.modules) {
      FailAt("Missing argument $" + std::string(names_.Text(parameter.name)) + ".", span);
    } else {
      throw SassError{.message = (name.empty() ? "Content block" : "Function " + std::string(name)) +
                                 " is missing argument $" + std::string(names_.Text(parameter.name)) + ".",
                      .span = span,
                      .bare = true};
    }
  }
  SmallVector<Keyword, 4> rest;
  for (size_t k = 0; k < arguments.named.size(); ++k) {
    if (!used[k]) rest.push_back(arguments.named[k]);
  }
  if (parameters.rest != 0) {
    ArgumentListBody* body = arena_.New<ArgumentListBody>();
    if (given > wanted) body->items = arena_.CopySpan(arguments.positional.span().subspan(wanted));
    body->keywords = arena_.CopySpan(rest.span());
    body->separator = arguments.separator == Separator::kUndecided ? Separator::kComma : arguments.separator;
    SetLocal(parameters.rest, Value::Of(body), arguments.span);
    return;
  }
  if (given > wanted) {
    FailAt("Only " + Plural(wanted, "argument") + " allowed, but " + std::to_string(given) +
               (given == 1 ? " was passed." : " were passed."),
           span);
  }
  if (!rest.empty()) {
    FailAt("No parameter named $" + std::string(names_.Text(rest.front().name)) + ".", span);
  }
}

namespace {

constexpr int kMaxCalls = 1024;

}  // namespace

// After a body: keywords that `$rest...` took must have been asked for.
void Evaluator::CheckKeywordsRead(const Parameters& parameters, Span span) {
  if (parameters.rest == 0) return;
  const Value rest = scope_->bindings[parameters.items.size()].definition.value;
  if (rest.kind() != Kind::kArgumentList) return;
  const ArgumentListBody& list = rest.argument_list();
  if (list.keywords.empty() || list.keywords_read) return;
  FailAt("No parameter named $" + std::string(names_.Text(list.keywords[0].name)) + ".", span);
}

Value Evaluator::CallUser(const Callable& callable, CallArguments& arguments, Span span) {
  Step(span);
  const char here = 0;
  if (++calls_ > kMaxCalls || stack_start_ - &here > (3 << 20)) {
    FailAt("Stack depth exceeded max of " + std::to_string(kMaxCalls), span);
  }
  const Restore<Scope*> scope(&scope_, callable.scope);
  const Restore<Module*> module(&module_, callable.scope->module);
  const Restore<bool> function(&in_function_, true);
  const Restore<bool> mixin(&in_mixin_, false);
  scope_ = NewScope(false);
  Bind(callable.declaration->parameters, arguments, span, callable.text);
  const auto line = [&] { return TraceLine{span, ", in function `" + std::string(callable.text) + "`"}; };
  const Value result = Traced(line, [&] { return ExecuteBlock(callable.declaration->body); });
  --calls_;
  CheckKeywordsRead(callable.declaration->parameters, span);
  if (result.absent()) FailAt("Function finished without @return.", callable.declaration->span);
  return result.WithoutSlash(arena_);
}

namespace {

// Whether an overload takes these arguments.
bool Fits(const BuiltInOverload& overload, const CallArguments& arguments, const Names& names) {
  const size_t given = arguments.positional.size();
  if (given > overload.parameters.size() && !overload.has_rest) return false;
  size_t named_used = 0;
  for (size_t i = 0; i < overload.parameters.size(); ++i) {
    bool named = false;
    for (const Keyword& keyword : arguments.named) named |= names.Text(keyword.name) == overload.parameters[i].name;
    if (i < given) {
      if (named) return false;
      continue;
    }
    if (named) {
      ++named_used;
    } else if (!overload.parameters[i].optional) {
      return false;
    }
  }
  return overload.has_rest || named_used == arguments.named.size();
}

}  // namespace

Value Evaluator::CallBuiltIn(const BuiltInEntry& entry, CallArguments& arguments, Span span) {
  Step(span);
  const BuiltInOverload* overload = &entry.overloads.back();
  for (const BuiltInOverload& one : entry.overloads) {
    if (entry.overloads.size() == 1 || Fits(one, arguments, names_)) {
      overload = &one;
      break;
    }
  }
  // None fits: complain by the one whose count of parameters is nearest.
  const size_t wanted = overload->parameters.size();
  const size_t given = arguments.positional.size();
  if (given > wanted && !overload->has_rest) {
    if (dialect_.tells_trace) {
      FailAt("wrong number of arguments (" + std::to_string(given) + " for " + std::to_string(wanted) + ") for `" +
                 std::string(entry.name) + "'",
             span);
    }
    FailAt("Only " + Plural(wanted, "argument") + " allowed, but " + std::to_string(given) +
               (given == 1 ? " was passed." : " were passed."),
           span);
  }
  SmallVector<Value, 8> bound;
  SmallVector<bool, 16> used;
  used.resize(arguments.named.size());
  for (size_t i = 0; i < wanted; ++i) {
    const BuiltInParameter& parameter = overload->parameters[i];
    size_t keyword = arguments.named.size();
    for (size_t k = 0; k < arguments.named.size(); ++k) {
      if (names_.Text(arguments.named[k].name) == parameter.name) keyword = k;
    }
    if (i < given) {
      if (keyword < arguments.named.size()) {
        FailAt("Argument $" + std::string(parameter.name) + " was passed both by position and by name.", span);
      }
      bound.push_back(arguments.positional[i]);
    } else if (keyword < arguments.named.size()) {
      used[keyword] = true;
      bound.push_back(arguments.named[keyword].value);
    } else if (parameter.optional) {
      bound.push_back(Value());
    } else {
      if (dialect_.modules) FailAt("Missing argument $" + std::string(parameter.name) + ".", span);
      throw SassError{.message = "Function " + std::string(entry.name) + " is missing argument $" +
                                 std::string(parameter.name) + ".",
                      .span = span,
                      .bare = true};
    }
  }
  SmallVector<Keyword, 4> rest;
  for (size_t k = 0; k < arguments.named.size(); ++k) {
    if (!used[k]) rest.push_back(arguments.named[k]);
  }
  ArgumentListBody* list = nullptr;
  if (overload->has_rest) {
    list = arena_.New<ArgumentListBody>();
    if (given > wanted) list->items = arena_.CopySpan(arguments.positional.span().subspan(wanted));
    list->keywords = arena_.CopySpan(rest.span());
    list->separator = arguments.separator == Separator::kUndecided ? Separator::kComma : arguments.separator;
    bound.push_back(Value::Of(list));
  } else if (!rest.empty()) {
    FailAt("No parameter named $" + std::string(names_.Text(rest.front().name)) + ".", span);
  }
  const Restore<Span> place(&place_, span);
  sass::Call call(*this, bound);
  const Value result = overload->run(call);
  if (list && !list->keywords.empty() && !list->keywords_read) {
    FailAt("No parameter named $" + std::string(names_.Text(list->keywords[0].name)) + ".", span);
  }
  // libsass copies the colour that it is asked to change, its place with it.
  const bool changed =
      result.is_color() && wanted > 0 && bound[0].is_color() && entry.name != "mix" && entry.name != "invert";
  return changed && result.place() == 0 ? result.At(bound[0].place()) : result.WithoutSlash(arena_);
}

Value Evaluator::PlainCallOf(std::string_view name, std::span<const Value> arguments) {
  // Ruby Sass has these two as functions of its own, which join without a space (lib/sass/script/functions.rb).
  const bool counts = name == "counter" || name == "counters";
  const std::string_view comma = options_.dialect == SassDialect::kRubySass37 && counts ? "," : ", ";
  Draft draft(this);
  std::string& text = draft.text;
  text += name;
  text += '(';
  bool first = true;
  for (const Value& argument : arguments) {
    if (!first) text += comma;
    first = false;
    AppendCss(values_, argument, text);
  }
  text += ')';
  return Value::Unquoted(arena_.Copy(text));
}

Value Evaluator::PlainCall(std::string_view name, const Arguments& arguments, Span span) {
  if (!arguments.named.empty() || arguments.keyword_rest) {
    FailAt(dialect_.modules ? "Plain CSS functions don't support keyword arguments."
                            : "Function " + std::string(name) + " doesn't support keyword arguments",
           span);
  }
  SmallVector<Value, 8> values;
  for (const Expression* argument : arguments.positional) values.push_back(Evaluate(*argument));
  if (arguments.rest) {
    const Value rest = Evaluate(*arguments.rest);
    for (const Value& item : AsList(arena_, rest)) values.push_back(item);
    if (rest.kind() == Kind::kArgumentList && !rest.argument_list().keywords.empty()) {
      FailAt("Plain CSS functions don't support keyword arguments.", span);
    }
  }
  return PlainCallOf(name, values);
}

Value Evaluator::CallFunction(Value function, std::span<const Value> positional, std::span<const Keyword> keywords) {
  CallArguments arguments;
  arguments.positional.assign(positional);
  arguments.named.assign(keywords);
  const Span span = place_;
  std::string_view name;
  if (function.is_function()) {
    const CallableBody& body = function.callable();
    if (body.callable) return Call_(*body.callable, arguments, span);
    name = body.name;
  } else if (function.is_string()) {
    name = function.text();
    const Name interned = names_.Intern(name);
    if (const Callable* callable = FindCallable(interned, false)) return Call_(*callable, arguments, span);
    if (interned == if_name_ && positional.size() == 3) return positional[0].truthy() ? positional[1] : positional[2];
    if (const BuiltInEntry* entry = FindGlobalBuiltIn(dialect_, names_.Text(interned))) {
      return CallBuiltIn(*entry, arguments, span);
    }
  } else {
    Fail(Inspect(values_, function) + " is not a function reference.", "function");
  }
  if (!keywords.empty()) Fail("Plain CSS functions don't support keyword arguments.");
  return PlainCallOf(name, positional);
}

}  // namespace tincture::compat::sass
