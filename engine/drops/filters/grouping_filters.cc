#include "engine/drops/filters/expression_filter.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/item_property.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/exec/context.h"
#include "liquid/exec/template.h"
#include "liquid/value/hash.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// Ruby's group_by: groups in the order in which their first member came.
class Groups {
 public:
  explicit Groups(Arena& arena) : arena_(arena), places_(arena) {}

  void Add(const Value& name, const Value& item) {
    const Value* place = places_.Find(name);
    if (place == nullptr) {
      places_.Set(name, Value::Int(static_cast<int64_t>(groups_.size())));
      groups_.push_back({name, {}});
      groups_.back().items.push_back(item);
    } else {
      groups_[static_cast<size_t>(place->AsInt())].items.push_back(item);
    }
  }

  Value ToArray() const {
    std::vector<Value> hashes;
    for (const Group& group : groups_) {
      HashBuilder hash(arena_);
      hash.Set("name", group.name);
      hash.Set("items", Value::Array(arena_, group.items));
      hash.Set("size", Value::Int(static_cast<int64_t>(group.items.size())));
      hashes.push_back(hash.BuildValue());
    }
    return Value::Array(arena_, hashes);
  }

 private:
  struct Group {
    Value name;
    std::vector<Value> items;
  };

  Arena& arena_;
  HashBuilder places_;
  std::vector<Group> groups_;
};

Value GroupBy(const liquid::FilterCall& call) {
  if (!IsEnumerable(call.input)) return call.input;
  Groups groups(call.arena());
  for (const Value& item : ItemsOf(call, call.input)) {
    const Value property = ItemProperty(call, item, call.args[0]);
    if (call.context.failed()) return Value();
    groups.Add(Value::String(TextOf(property, call.access())), item);
  }
  return groups.ToArray();
}

// The names keep their type. The expression may have filters.
Value GroupByExp(const liquid::FilterCall& call) {
  if (!IsEnumerable(call.input)) return call.input;
  if (!call.args[1].IsString()) return FailNoConversion(call, call.args[1], "String");
  const Result<const liquid::Variable*> variable =
      liquid::ParseStandaloneVariable(call.args[1].AsString(), call.context.environment(), call.arena());
  if (!variable.ok()) {
    FailSyntax(call, variable.error());
    return Value();
  }
  const liquid::Context::Scope scope(call.context);
  Groups groups(call.arena());
  for (const Value& item : ItemsOf(call, call.input)) {
    SetItem(call, item);
    const Value name = call.context.Evaluate(**variable);
    if (call.context.failed()) return Value();
    groups.Add(name, item);
  }
  return groups.ToArray();
}

constexpr liquid::Filter kFilters[] = {
    {"group_by", 1, 1, GroupBy},
    {"group_by_exp", 2, 2, GroupByExp},
};

}  // namespace

std::span<const liquid::Filter> GroupingFilters() { return kFilters; }

}  // namespace tincture::engine
