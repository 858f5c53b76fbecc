// sass:selector and its global names.
#include "compat/sass/selector/selector.h"

#include <vector>

#include "compat/sass/functions/helpers.h"
#include "compat/sass/selector/algebra.h"
#include "compat/sass/selector/extend.h"

namespace tincture::compat::sass {

namespace {

// A selector may come as a string, a list of strings, or a list of such lists. False for anything else.
bool AppendSelectorText(const Value& value, bool outer, std::string& text) {
  if (value.is_string()) {
    text += value.text();
    return true;
  }
  if (!value.is_list() || value.items().empty()) return false;
  const Separator separator = value.separator();
  if (separator == Separator::kSlash || (separator == Separator::kComma && !outer)) return false;
  bool first = true;
  for (const Value& item : value.items()) {
    if (!first) text += separator == Separator::kComma ? ", " : " ";
    first = false;
    const bool nested = separator == Separator::kComma && item.is_list() && item.separator() == Separator::kSpace;
    if (!item.is_string() && !nested) return false;
    if (!AppendSelectorText(item, false, text)) return false;
  }
  return true;
}

std::string_view SelectorTextOf(Call& call, const Value& value, std::string_view name) {
  std::string text;
  if (!AppendSelectorText(value, true, text)) {
    Fail(Inspect(call.values(), value) +
             " is not a valid selector: it must be a string,\na list of strings, or a list of lists of strings.",
         std::string(name));
  }
  return call.arena().Copy(text);
}

// The error as Dart Sass shows it inside a message: with an excerpt of the selector.
[[noreturn]] void FailSelector(const SelectorError& error, std::string_view text, std::string_view name) {
  size_t width = 0;
  for (size_t i = 0; i < error.offset && i < text.size(); ++i)
    width += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  std::string message = error.message + "\n  ╷\n1 │ " + std::string(text) + "\n  │ " + std::string(width, ' ') +
                        std::string(std::max<size_t>(error.length, 1), '^') +
                        "\n  ╵\n  - 1:" + std::to_string(width + 1) + "  root stylesheet";
  Fail(std::move(message), std::string(name));
}

const SelectorList* SelectorOf(Call& call, const Value& value, std::string_view name, bool parent = false) {
  const std::string_view text = SelectorTextOf(call, value, name);
  try {
    return ParseSelector(call.arena(), call.dialect(), text, {.parent = parent});
  } catch (const SelectorError& error) {
    FailSelector(error, text, name);
  }
}

// Without combinators that are no CSS.
const SelectorList* PlainSelectorAt(Call& call, size_t i, std::string_view name) {
  const SelectorList* const list = SelectorOf(call, call[i], name);
  if (IsBogus(*list) && call.dialect().modules) {
    Warn(call, "bogus-combinators",
         "$" + std::string(name) + ": " + TextOf(*list) +
             " is not valid CSS.\nThis will be an error in Dart Sass 2.0.0.\n\nMore info: "
             "https://sass-lang.com/d/bogus-combinators");
  }
  return list;
}

Simples CompoundAt(Call& call, size_t i, std::string_view name) {
  const std::string_view text = SelectorTextOf(call, call[i], name);
  try {
    return ParseCompound(call.arena(), call.dialect(), text);
  } catch (const SelectorError& error) {
    FailSelector(error, text, name);
  }
}

Value TextItem(Call& call, std::string_view text) { return NewText(call, text, false); }

std::string TextOfCompound(Simples simples) {
  std::string text;
  for (const Simple* simple : simples) text += TextOf(*simple);
  return text;
}

}  // namespace

Value SelectorValue(Arena& arena, const SelectorList& list) {
  std::vector<Value> complexes;
  for (const Complex* complex : list.complexes) {
    std::vector<Value> items;
    const auto add = [&](std::string_view text) { items.push_back(Value::Unquoted(arena.Copy(text))); };
    for (const char& combinator : complex->leading) add({&combinator, 1});
    for (const Component& component : complex->components) {
      add(TextOfCompound(component.simples));
      for (const char& combinator : component.combinators) add({&combinator, 1});
    }
    complexes.push_back(Value::NewList(arena, items, Separator::kSpace));
  }
  return Value::NewList(arena, complexes, Separator::kComma);
}

namespace {

Value AsValue(Call& call, const SelectorList& list) { return SelectorValue(call.arena(), list); }

[[noreturn]] void FailNoSelector() { Fail("$selectors: At least one selector must be passed."); }

Value Nest(Call& call) {
  const SelectorList* nested = nullptr;
  for (const Value& value : RestAt(call, 0)) {
    const SelectorList* const child = SelectorOf(call, value, "", true);
    nested = ResolveParent(call.arena(), call.dialect(), child, nested, true);
  }
  if (!nested) FailNoSelector();
  return AsValue(call, *nested);
}

// `compound` with `&` before it: its type becomes the suffix. Nothing where it cannot have one.
std::vector<const Simple*> AfterParent(Call& call, Simples compound) {
  std::vector<const Simple*> simples(compound.begin(), compound.end());
  const Simple& first = *simples[0];
  if (first.kind == SimpleKind::kUniversal || (first.kind == SimpleKind::kType && first.has_namespace)) return {};
  if (first.kind == SimpleKind::kType) {
    simples[0] = NewSimple(call.arena(), {.kind = SimpleKind::kParent, .name = first.name});
  } else {
    simples.insert(simples.begin(), NewSimple(call.arena(), {.kind = SimpleKind::kParent}));
  }
  return simples;
}

const Complex* AppendedComplex(Call& call, const Complex& complex, const SelectorList& parent) {
  std::vector<const Simple*> simples;
  if (complex.leading.empty()) simples = AfterParent(call, complex.components[0].simples);
  if (simples.empty()) Fail("Can't append " + TextOf(complex) + " to " + TextOf(parent) + ".");
  Components components(complex.components.begin(), complex.components.end());
  components[0].simples = call.arena().CopySpan(Simples(simples));
  return NewComplexOf(call.arena(), {}, components, false);
}

Value Append(Call& call) {
  const std::span<const Value> selectors = RestAt(call, 0);
  if (selectors.empty()) FailNoSelector();
  std::vector<const SelectorList*> lists;
  for (const Value& value : selectors) lists.push_back(SelectorOf(call, value, ""));
  const SelectorList* parent = lists[0];
  for (size_t i = 1; i < lists.size(); ++i) {
    std::vector<const Complex*> complexes;
    for (const Complex* complex : lists[i]->complexes) complexes.push_back(AppendedComplex(call, *complex, *parent));
    const SelectorList* const child =
        NewSelectorList(call.arena(), call.arena().CopySpan(std::span<const Complex* const>(complexes)));
    parent = ResolveParent(call.arena(), call.dialect(), child, parent, true);
  }
  return AsValue(call, *parent);
}

Value Extend(Call& call) {
  const SelectorList* const selector = PlainSelectorAt(call, 0, "selector");
  const SelectorList* const target = PlainSelectorAt(call, 1, "extendee");
  const SelectorList* const source = PlainSelectorAt(call, 2, "extender");
  return AsValue(call, *ExtendOrReplace(call.arena(), call.dialect(), selector, target, source, false));
}

Value Replace(Call& call) {
  const SelectorList* const selector = PlainSelectorAt(call, 0, "selector");
  const SelectorList* const target = PlainSelectorAt(call, 1, "original");
  const SelectorList* const source = PlainSelectorAt(call, 2, "replacement");
  return AsValue(call, *ExtendOrReplace(call.arena(), call.dialect(), selector, target, source, true));
}

Value UnifyBoth(Call& call) {
  const SelectorList* const one = PlainSelectorAt(call, 0, "selector1");
  const SelectorList* const other = PlainSelectorAt(call, 1, "selector2");
  const SelectorList* const both = Unify(call.arena(), call.dialect(), *one, *other);
  return both ? AsValue(call, *both) : Value::Null();
}

Value IsSuper(Call& call) {
  const SelectorList* const super = PlainSelectorAt(call, 0, "super");
  return Value::Bool(IsSuperselector(call.dialect().values, *super, *PlainSelectorAt(call, 1, "sub")));
}

Value SimpleSelectors(Call& call) {
  std::vector<Value> simples;
  for (const Simple* simple : CompoundAt(call, 0, "selector")) simples.push_back(TextItem(call, TextOf(*simple)));
  return Value::NewList(call.arena(), simples, Separator::kComma);
}

Value Parse(Call& call) { return AsValue(call, *SelectorOf(call, call[0], "selector")); }

constexpr BuiltIn kFunctions[] = {
    {"is-superselector", "selector", "is-superselector", "$super, $sub", IsSuper},
    {"simple-selectors", "selector", "simple-selectors", "$selector", SimpleSelectors},
    {"selector-parse", "selector", "parse", "$selector", Parse},
    {"selector-nest", "selector", "nest", "$selectors...", Nest},
    {"selector-append", "selector", "append", "$selectors...", Append},
    {"selector-extend", "selector", "extend", "$selector, $extendee, $extender", Extend},
    {"selector-replace", "selector", "replace", "$selector, $original, $replacement", Replace},
    {"selector-unify", "selector", "unify", "$selector1, $selector2", UnifyBoth},
};

}  // namespace

std::span<const BuiltIn> SelectorFunctions() { return kFunctions; }

}  // namespace tincture::compat::sass
