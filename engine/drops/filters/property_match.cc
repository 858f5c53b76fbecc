#include "engine/drops/filters/property_match.h"

#include <string>
#include <vector>

#include "engine/drops/filter_host.h"
#include "engine/drops/filters/item_property.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// Ruby's Array(value).
std::vector<Value> Members(const liquid::FilterCall& call, const Value& value) {
  if (value.IsNil()) return {};
  if (IsEnumerable(value)) return ItemsOf(call, value);
  return {value};
}

bool AnyReads(const liquid::FilterCall& call, const Value& property, std::string_view text) {
  for (const Value& member : Members(call, property)) {
    if (TextOf(member, call.access()) == text) return true;
  }
  return false;
}

// `empty` and `blank` are "" here: an empty string, or an array that joins to one.
bool ReadsAsNothing(const liquid::FilterCall& call, const Value& property) {
  std::string text;
  AppendJoined(Members(call, property), "", call.access(), text);
  return text.empty();
}

}  // namespace

bool CanLookFor(const liquid::FilterCall& call) {
  const bool by_type = HostOf(call.context).profile().where_matches_nil;
  if (!by_type) return !call.args[0].IsNil() && !call.args[1].IsNil();
  return call.args[0].Truthy() && !call.args[1].IsArray() && !call.args[1].IsHash();
}

bool PropertyMatches(const liquid::FilterCall& call, const Value& item) {
  const Value target = call.args[1];
  const Value property = ItemProperty(call, item, call.args[0]);
  if (call.context.failed()) return false;
  if (!HostOf(call.context).profile().where_matches_nil) {
    return AnyReads(call, property, TextOf(target, call.access()));
  }
  if (target.IsNil()) return property.IsNil();
  if (target.type() == Type::kEmpty || target.type() == Type::kBlank) return ReadsAsNothing(call, property);
  const std::string_view text = TextOf(target, call.access());
  return property.IsString() ? property.AsString() == text : AnyReads(call, property, text);
}

}  // namespace tincture::engine
