// slice, truncate, truncatewords, split.
#include <algorithm>
#include <vector>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/items.h"
#include "liquid/std/filters/numbers.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/text_builder.h"
#include "liquid/support/text_search.h"
#include "liquid/support/utf8.h"
#include "liquid/support/white_space.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

namespace {

// The part that [offset, length] is of `size` items; nothing where Ruby's slice gives nil.
struct Part {
  size_t start = 0;
  size_t length = 0;
};

std::optional<Part> PartOf(size_t size, int64_t offset, int64_t length) {
  const auto count = static_cast<int64_t>(size);
  if (offset < 0) offset += count;
  if (offset < 0 || offset > count || length < 0) return std::nullopt;
  return Part{static_cast<size_t>(offset), static_cast<size_t>(std::min(length, count - offset))};
}

std::string_view Characters(Text text, const Part& part) {
  if (IsAscii(text.bytes)) return text.bytes.substr(part.start, part.length);
  text.bytes.remove_prefix(FirstOf(text, part.start).size());
  return FirstOf(text, part.length);
}

Value Slice(const FilterCall& call) {
  const std::optional<Value> from = ToIntegerValue(call, call.args[0]);
  if (!from) return Value();
  const Value given = call.Arg(1);
  const std::optional<Value> count = given.Truthy() ? ToIntegerValue(call, given) : Value::Int(1);
  if (!count) return Value();
  const std::optional<int64_t> offset = ToLong(call, *from);
  const std::optional<int64_t> length = offset ? ToLong(call, *count) : std::nullopt;
  if (!length) return Value();
  if (call.input.IsArray()) {
    const auto items = call.input.AsArray();
    const std::optional<Part> part = PartOf(items.size(), *offset, *length);
    return Value::Array(part ? items.subspan(part->start, part->length) : std::span<const Value>());
  }
  const Text text = InputText(call);
  const std::optional<Part> part = PartOf(LengthOf(text), *offset, *length);
  return part ? Value::String(Characters(text, *part), text.flags) : Value::String("");
}

Value Joined(const FilterCall& call, const Text& a, const Text& b) {
  if (!CheckJoins(call, a, b)) return Value();
  char* out = call.arena().AllocateChars(a.bytes.size() + b.bytes.size());
  std::copy(b.bytes.begin(), b.bytes.end(), std::copy(a.bytes.begin(), a.bytes.end(), out));
  return Value::String({out, a.bytes.size() + b.bytes.size()}, JoinedFlags(a, b));
}

Text Ellipsis(const FilterCall& call) { return call.args.size() > 1 ? TextOf(call, call.args[1]) : Text{"..."}; }

// The length that truncate and truncatewords are given, in whatever size: further than this no text reaches.
std::optional<int64_t> Length(const FilterCall& call, int64_t usual) {
  constexpr int64_t kEndless = int64_t{1} << 60;
  if (call.args.empty()) return usual;
  const std::optional<Value> given = ToIntegerValue(call, call.args[0]);
  if (!given) return std::nullopt;
  if (!given->IsInt()) return given->AsBigInt().starts_with('-') ? -kEndless : kEndless;
  return std::clamp(given->AsInt(), -kEndless, kEndless);
}

Value Truncate(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const std::optional<int64_t> length = Length(call, 50);
  if (!length) return Value();
  const Text text = InputText(call);
  if (static_cast<int64_t>(LengthOf(text)) <= *length) return text.ToValue();
  const Text ellipsis = Ellipsis(call);
  const auto kept = std::max<int64_t>(0, *length - static_cast<int64_t>(LengthOf(ellipsis)));
  return Joined(call, {FirstOf(text, static_cast<size_t>(kept)), text.flags}, ellipsis);
}

// The words of String#split(" "), one after another.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  bool Next(std::string_view& word) {
    size_t begin = 0;
    while (begin < rest_.size() && IsSpace(rest_[begin])) ++begin;
    size_t end = begin;
    while (end < rest_.size() && !IsSpace(rest_[end])) ++end;
    word = rest_.substr(begin, end - begin);
    rest_.remove_prefix(end);
    return !word.empty();
  }
  // Whether anything, be it white space, follows the last word.
  bool HasRest() const { return !rest_.empty(); }

 private:
  std::string_view rest_;
};

// The first `count` words with single spaces, and the ellipsis.
Value Abridged(const FilterCall& call, const Text& text, int64_t count) {
  const Text ellipsis = Ellipsis(call);
  TextBuilder out(call.arena(), std::min(text.bytes.size(), static_cast<size_t>(count) * 8) + ellipsis.bytes.size());
  std::string_view word;
  Words words(text.bytes);
  for (int64_t i = 0; i < count && words.Next(word); ++i) {
    if (i > 0) out.Append(' ');
    out.Append(word);
  }
  const uint8_t flags = JoinedFlags({out.text(), text.flags}, ellipsis);
  out.Append(ellipsis.bytes);
  return Value::String(out.Finish(), flags);
}

// Liquid 4: a text of as many words as asked for gets its ellipsis too.
Value TruncateWords(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const Text text = InputText(call);
  if (!CheckValid(call, text)) return Value();
  const std::optional<int64_t> asked = Length(call, 15);
  if (!asked) return Value();
  const int64_t limit = *asked > 0 ? *asked - 1 : 0;
  int64_t count = 0;
  std::string_view word;
  for (Words words(text.bytes); count <= limit && words.Next(word);) ++count;
  return count > limit ? Abridged(call, text, limit + 1) : call.input;
}

// Liquid 5: kept where the words are no more than asked for and nothing follows the last.
Value TruncateWordsExactly(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const Text text = InputText(call);
  const std::optional<int64_t> asked = Length(call, 15);
  if (!asked) return Value();
  const int64_t limit = std::max<int64_t>(1, *asked);
  if (limit >= INT32_MAX) {
    const std::string_view words = tincture::TextOf(*ToIntegerValue(call, call.args[0]), call.access());
    return call.Fail(kArgumentError, "integer " + std::string(words) + " too big for truncatewords");
  }
  if (!CheckValid(call, text)) return Value();
  Words words(text.bytes);
  std::string_view word;
  for (int64_t i = 0; i < limit; ++i) {
    if (!words.Next(word)) return text.ToValue();
  }
  return words.HasRest() ? Abridged(call, text, limit) : text.ToValue();
}

// --- split

Value SplitCharacters(const FilterCall& call, const Text& text) {
  const size_t count = LengthOf(text);
  auto* const parts = static_cast<Value*>(call.arena().Allocate(count * sizeof(Value), alignof(Value)));
  std::string_view rest = text.bytes;
  for (size_t i = 0; i < count; ++i) {
    const size_t size = text.flags == kBinaryTagged ? 1 : DecodeUtf8(rest).size;
    parts[i] = Value::String(rest.substr(0, size), text.flags);
    rest.remove_prefix(size);
  }
  return Value::Array({parts, count});
}

Value SplitWords(const FilterCall& call, const Text& text) {
  std::vector<Value> parts;
  Words words(text.bytes);
  for (std::string_view word; words.Next(word);) parts.push_back(Value::String(word, text.flags));
  return Value::Array(call.arena(), parts);
}

Value SplitAt(const FilterCall& call, std::string_view pattern, const Text& text) {
  std::vector<Value> parts;
  std::string_view rest = text.bytes;
  for (size_t at = FindText(rest, pattern); at != std::string_view::npos; at = FindText(rest, pattern)) {
    parts.push_back(Value::String(rest.substr(0, at), text.flags));
    rest.remove_prefix(at + pattern.size());
  }
  parts.push_back(Value::String(rest, text.flags));
  while (!parts.empty() && parts.back().AsString().empty()) parts.pop_back();
  return Value::Array(call.arena(), parts);
}

Value Split(const FilterCall& call) {
  const Text text = InputText(call);
  const std::string_view pattern = TextOf(call, call.args[0]).bytes;
  if (!CheckValid(call, text)) return Value();
  if (pattern.empty()) return SplitCharacters(call, text);
  return pattern == " " ? SplitWords(call, text) : SplitAt(call, pattern, text);
}

// split and join: a list of one page's words would take more time than all that templates do with it.
Value SplitAndJoin(const FilterCall& call) {
  const std::string_view glue = call.args.size() > 1 ? TextOf(call, call.args[1]).bytes : " ";
  if (TextOf(call, call.args[0]).bytes != " " || glue != " ") {
    const Value parts = Split({call.input, call.args.first(1), call.context});
    return call.context.failed() ? Value() : Join({parts, call.args.subspan(1), call.context});
  }
  const Text text = InputText(call);
  if (!CheckValid(call, text)) return Value();
  TextBuilder out(call.arena(), text.bytes.size() + kWordsRoom);
  out.WroteTo(WriteWords(text.bytes, out.Room(text.bytes.size() + kWordsRoom)));
  const std::string_view joined = out.Finish();
  if (joined.empty()) return Value::String("", kAsciiTagged);
  return Value::String(joined, text.flags != 0 && IsAscii(joined) ? text.flags : uint8_t{0});
}

}  // namespace

void AddSliceFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"slice", 1, 2, Slice},
      {"truncate", 0, 2, Truncate},
      {"split", 1, 1, Split, false, SplitAndJoin},
      {"truncatewords", 0, 2, TruncateWords},
  };
  static constexpr Filter kExactly[] = {{"truncatewords", 0, 2, TruncateWordsExactly}};
  environment.AddFilters(kFilters);
  if (environment.dialect.truncatewords_counts_exactly) environment.AddFilters(kExactly);
}

}  // namespace tincture::liquid
