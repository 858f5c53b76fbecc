#include <algorithm>
#include <string>
#include <vector>

#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/support/symbol.h"
#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// How many items to take off: the argument, or 1. False: the call has failed.
bool Count(const liquid::FilterCall& call, size_t* count) {
  int64_t number = 1;
  if (!call.args.empty() && !ToInteger(call, call.args[0], &number)) return false;
  if (number < 0) {
    FailArgument(call, "negative array size");
    return false;
  }
  *count = std::min(static_cast<size_t>(number), call.input.AsArray().size());
  return true;
}

Value Pop(const liquid::FilterCall& call) {
  size_t count = 0;
  if (!call.input.IsArray() || !Count(call, &count)) return call.input;
  const auto items = call.input.AsArray();
  return Value::Array(items.first(items.size() - count));
}

Value Shift(const liquid::FilterCall& call) {
  size_t count = 0;
  if (!call.input.IsArray() || !Count(call, &count)) return call.input;
  return Value::Array(call.input.AsArray().subspan(count));
}

Value Push(const liquid::FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  const auto items = call.input.AsArray();
  std::vector<Value> longer(items.begin(), items.end());
  longer.push_back(call.args[0]);
  return Value::Array(call.arena(), longer);
}

Value Unshift(const liquid::FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  const auto items = call.input.AsArray();
  std::vector<Value> longer(1, call.args[0]);
  longer.insert(longer.end(), items.begin(), items.end());
  return Value::Array(call.arena(), longer);
}

// Ruby's choice is random. Ours looks so and is the same in every build: it follows from the array's own text.
class Choice {
 public:
  explicit Choice(uint32_t seed) : state_(seed | 1) {}
  size_t Below(size_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_ % limit;
  }

 private:
  uint32_t state_;
};

Value Sample(const liquid::FilterCall& call) {
  if (!call.input.IsArray()) return call.input;
  const auto items = call.input.AsArray();
  std::string text;
  AppendJoined(items, ",", call.access(), text);
  Choice choice(HashText(text));
  const Value argument = call.args.empty() ? Value::Int(1) : call.args[0];
  const Value number = ParseInteger(TextOf(argument, call.access()), call.arena()).value_or(Value::Int(1));
  if (!number.IsInt() || number.AsInt() == 1) return items.empty() ? Value() : items[choice.Below(items.size())];
  if (number.AsInt() < 0) return FailArgument(call, "negative sample number");
  std::vector<Value> left(items.begin(), items.end());
  const size_t count = std::min(static_cast<size_t>(number.AsInt()), left.size());
  for (size_t i = 0; i < count; ++i) std::swap(left[i], left[i + choice.Below(left.size() - i)]);
  left.resize(count);
  return Value::Array(call.arena(), left);
}

std::string Sentence(std::span<const Value> items, std::string_view connector, DropAccess& access) {
  std::string text;
  if (items.size() < 3) {
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text.append(" ").append(connector).append(" ");
      AppendText(items[i], access, text);
    }
    return text;
  }
  AppendJoined(items.first(items.size() - 1), ", ", access, text);
  text.append(", ").append(connector).append(" ");
  AppendText(items.back(), access, text);
  return text;
}

// Ruby asks for `length` and `[]` only, so a short string or hash passes for an array of its characters, of nothing.
Value ArrayToSentenceString(const liquid::FilterCall& call) {
  const Value connector_value = call.args.empty() ? Value::String("and") : call.args[0];
  const std::string_view connector = TextOf(connector_value, call.access());
  std::vector<Value> items;
  if (call.input.IsArray()) {
    items.assign(call.input.AsArray().begin(), call.input.AsArray().end());
  } else if (call.input.IsString()) {
    const std::string_view text = call.input.AsString();
    const size_t length = CharacterCount(text);
    if (length > 2) {
      return FailNoMethod(call, "join", Value::String(text.substr(0, CharacterOffset(text, length - 1))));
    }
    const size_t half = CharacterOffset(text, 1);
    if (length > 0) items.push_back(Value::String(text.substr(0, half)));
    if (length > 1) items.push_back(Value::String(text.substr(half)));
  } else if (call.input.IsHash()) {
    if (call.input.AsHash().size() > 2) return FailNoMethod(call, "join", Value());
    items.resize(call.input.AsHash().size());
  } else {
    return FailNoMethod(call, "length", call.input);
  }
  return MakeString(call, Sentence(items, connector, call.access()));
}

constexpr liquid::Filter kFilters[] = {
    {"pop", 0, 1, Pop},         {"push", 1, 1, Push},     {"shift", 0, 1, Shift},
    {"unshift", 1, 1, Unshift}, {"sample", 0, 1, Sample}, {"array_to_sentence_string", 0, 1, ArrayToSentenceString},
};

}  // namespace

std::span<const liquid::Filter> ArrayFilters() { return kFilters; }

}  // namespace tincture::engine
