// LiquidView: how code that stands in for a gem's template reads the site: variables, properties and filters with the
// meaning that `{{ a.b | filter }}` has. Short-lived; one thread.
// The first failure (an exception in Ruby) stays in the context; everything after it is nil, so a writer looks once, at
// its end: `return view.Finish(std::move(out))`.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "liquid/exec/context.h"
#include "liquid/support/status.h"
#include "liquid/support/symbol.h"
#include "liquid/value/value.h"

namespace tincture::compat::plugins {

class LiquidView {
 public:
  explicit LiquidView(liquid::Context& context) : context_(context) {}

  liquid::Context& context() { return context_; }
  Arena& arena() { return context_.arena(); }

  // {{ name }}
  Value Variable(const Symbol& name) { return context_.FindVariable(name, false); }
  // {{ of.key }} for a key other than size, first and last.
  Value Get(const Value& of, const Symbol& key);
  Value Get(const Value& of, const Symbol& key, const Symbol& inner) { return Get(Get(of, key), inner); }
  // {{ of[key] }}
  Value At(const Value& of, const Value& key);
  // What `for` walks over: an array's items, a hash's pairs, a string once, nothing else.
  std::span<const Value> Each(const Value& value);

  // {{ input | name: args }}. A filter that there is none of changes nothing.
  Value Filter(std::string_view name, const Value& input, std::initializer_list<Value> args = {});
  // {{ input | a | b | c }}
  Value Through(const Value& input, std::initializer_list<std::string_view> filters);
  // {{ value | default: otherwise }}
  Value Default(const Value& value, const Value& otherwise) { return Filter("default", value, {otherwise}); }
  // As {{ }} prints it.
  std::string Text(const Value& value);

  bool failed() const { return context_.failed(); }
  // `text`, or the error that is under way.
  Result<std::string> Finish(std::string text);

 private:
  liquid::Context& context_;
};

}  // namespace tincture::compat::plugins
