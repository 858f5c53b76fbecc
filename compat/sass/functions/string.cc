// sass:string and the global functions of strings. Positions count code points.
#include <algorithm>
#include <vector>

#include "compat/sass/functions/helpers.h"

namespace tincture::compat::sass {

namespace {

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

int64_t CountCodePoints(std::string_view text) {
  return static_cast<int64_t>(text.size()) - std::count_if(text.begin(), text.end(), IsContinuation);
}

// Where the code point `index` (from 0) begins.
size_t ByteOf(std::string_view text, int64_t index) {
  size_t at = 0;
  for (; index > 0 && at < text.size(); --index) {
    ++at;
    while (at < text.size() && IsContinuation(text[at])) ++at;
  }
  return at;
}

Value Like(Call& call, std::string_view text) { return Value::String(text, call[0].quoted()); }

Value Unquote(Call& call) {
  if (!call[0].is_string() && call.dialect().values.unquote_takes_anything) return call[0];
  return Value::Unquoted(StringAt(call, 0, "string"));
}

Value Quote(Call& call) { return Value::Quoted(StringAt(call, 0, "string")); }

Value Length(Call& call) { return Value::Number(static_cast<double>(CountCodePoints(StringAt(call, 0, "string")))); }

// Positions from 1, or from the end below 0, to an index from 0.
int64_t IndexOf(int64_t position, int64_t length, bool may_be_negative) {
  if (position == 0) return 0;
  if (position > 0) return std::min(position - 1, length);
  const int64_t index = length + position;
  return index < 0 && !may_be_negative ? 0 : index;
}

Value Insert(Call& call) {
  const std::string_view text = StringAt(call, 0, "string");
  const std::string_view insert = StringAt(call, 1, "insert");
  const Value& index = NumberAt(call, 2, "index");
  CheckNoUnits(call.values(), index, "index");
  int64_t position = CheckInt(call.values(), index, "index");
  const int64_t length = CountCodePoints(text);
  if (position < 0) position = std::max<int64_t>(length + position + 2, 0);
  const size_t at = ByteOf(text, IndexOf(position, length, false));
  return NewText(call, std::string(text.substr(0, at)) + std::string(insert) + std::string(text.substr(at)),
                 call[0].quoted());
}

Value Index(Call& call) {
  const std::string_view text = StringAt(call, 0, "string");
  const size_t at = text.find(StringAt(call, 1, "substring"));
  if (at == text.npos) return Value::Null();
  return Value::Number(static_cast<double>(CountCodePoints(text.substr(0, at)) + 1));
}

Value Slice(Call& call) {
  const std::string_view text = StringAt(call, 0, "string");
  const Value& start = NumberAt(call, 1, "start-at");
  const Value end = call.Has(2) ? NumberAt(call, 2, "end-at") : Value::Number(-1);
  CheckNoUnits(call.values(), start, "start-at");
  CheckNoUnits(call.values(), end, "end-at");
  const int64_t length = CountCodePoints(text);
  const int64_t last_position = CheckInt(call.values(), end, "");
  if (last_position == 0) return Like(call, {});
  const int64_t first = IndexOf(CheckInt(call.values(), start, ""), length, false);
  int64_t last = IndexOf(last_position, length, true);
  if (last == length) --last;
  if (last < first) return Like(call, {});
  const size_t from = ByteOf(text, first);
  return Like(call, text.substr(from, ByteOf(text, last + 1) - from));
}

Value WithCase(Call& call, char first, char last, int change) {
  std::string text(StringAt(call, 0, "string"));
  for (char& c : text) {
    if (c >= first && c <= last) c = static_cast<char>(c + change);
  }
  return NewText(call, text, call[0].quoted());
}
Value ToUpperCase(Call& call) { return WithCase(call, 'a', 'z', -32); }
Value ToLowerCase(Call& call) { return WithCase(call, 'A', 'Z', 32); }

Value UniqueId(Call& call) {
  constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
  uint64_t random = call.host().Random();
  std::string id = "u";
  for (int i = 0; i < 8; ++i, random /= 36) id += kDigits[random % 36];
  return NewText(call, id, false);
}

Value ListOf(Call& call, const std::vector<Value>& items) {
  return Value::NewList(call.arena(), items, Separator::kComma, true);
}

Value SplitEach(Call& call, std::string_view text) {
  std::vector<Value> items;
  for (size_t at = 0; at < text.size();) {
    const size_t next = at + ByteOf(text.substr(at), 1);
    items.push_back(Like(call, text.substr(at, next - at)));
    at = next;
  }
  return ListOf(call, items);
}

Value Split(Call& call) {
  const std::string_view text = StringAt(call, 0, "string");
  const std::string_view separator = StringAt(call, 1, "separator");
  int64_t limit = -1;
  if (IsGiven(call, 2)) {
    limit = CheckInt(call.values(), NumberAt(call, 2, "limit"), "limit");
    if (limit < 1) Fail("$limit: Must be 1 or greater, was " + InspectAt(call, 2) + ".");
  }
  if (text.empty()) return ListOf(call, {});
  if (separator.empty()) return SplitEach(call, text);
  std::vector<Value> items;
  size_t at = 0;
  for (size_t found; limit != 0 && (found = text.find(separator, at)) != text.npos; --limit) {
    items.push_back(Like(call, text.substr(at, found - at)));
    at = found + separator.size();
  }
  items.push_back(Like(call, text.substr(at)));
  return ListOf(call, items);
}

constexpr BuiltIn kFunctions[] = {
    {"unquote", "string", "unquote", "$string", Unquote},
    {"quote", "string", "quote", "$string", Quote},
    {"to-upper-case", "string", "to-upper-case", "$string", ToUpperCase},
    {"to-lower-case", "string", "to-lower-case", "$string", ToLowerCase},
    {"unique-id", "string", "unique-id", "", UniqueId},
    {"str-length", "string", "length", "$string", Length},
    {"str-insert", "string", "insert", "$string, $insert, $index", Insert},
    {"str-index", "string", "index", "$string, $substring", Index},
    {"str-slice", "string", "slice", "$string, $start-at, $end-at: -1", Slice},
    {"", "string", "split", "$string, $separator, $limit: null", Split},
};

}  // namespace

std::span<const BuiltIn> StringFunctions() { return kFunctions; }

}  // namespace tincture::compat::sass
