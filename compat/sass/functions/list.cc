// sass:list and the global functions of lists. Any value is a list: of itself, or a map of its pairs.
#include <algorithm>
#include <vector>

#include "compat/sass/functions/helpers.h"
#include "compat/sass/value/operations.h"

namespace tincture::compat::sass {

namespace {

std::span<const Value> ItemsAt(Call& call, size_t i) { return AsList(call.arena(), call[i]); }

// The place of position `$n` (1 is the first, -1 the last) in the list that argument 0 is.
size_t PlaceOf(Call& call) {
  const Value& index = NumberAt(call, 1, "n");
  if (index.has_units() && call.dialect().modules) {
    Warn(call, "function-units",
         "$n: Passing a number with unit " + UnitText(call.dialect(), index.units()) +
             " is deprecated.\n\nTo preserve current behavior: " + UnitSuggestion(index, "n") +
             "\n\nMore info: https://sass-lang.com/d/function-units");
  }
  const int64_t position = CheckInt(call.values(), index, "n");
  const auto length = static_cast<int64_t>(ListLength(call[0]));
  if (position == 0) Fail("List index may not be 0.", "n");
  if (std::abs(position) > length) {
    Fail("Invalid index " + InspectAt(call, 1) + " for a list with " + std::to_string(length) + " elements.", "n");
  }
  return static_cast<size_t>(position < 0 ? length + position : position - 1);
}

Value Length(Call& call) { return Value::Number(static_cast<double>(ListLength(call[0]))); }

Value Nth(Call& call) {
  const size_t place = PlaceOf(call);
  return call[0].is_list() ? call[0].items()[place] : ItemsAt(call, 0)[place];
}

bool HasBrackets(const Value& value) { return value.is_list() && value.brackets(); }

Value SetNth(Call& call) {
  const size_t place = PlaceOf(call);
  const std::span<const Value> items = ItemsAt(call, 0);
  std::vector<Value> changed(items.begin(), items.end());
  changed[place] = call[2];
  return Value::NewList(call.arena(), changed, SeparatorOf(call[0]), HasBrackets(call[0]));
}

// What `$separator` names; `automatic` for auto.
Separator SeparatorAt(Call& call, size_t i, Separator automatic) {
  if (!call.Has(i)) return automatic;
  const std::string_view name = StringAt(call, i, "separator");
  if (name == "auto") return automatic;
  if (name == "space") return Separator::kSpace;
  if (name == "comma") return Separator::kComma;
  if (name == "slash" && call.dialect().modules) return Separator::kSlash;
  Fail(call.dialect().modules ? "$separator: Must be \"space\", \"comma\", \"slash\", or \"auto\"."
                              : "Separator name must be space, comma, or auto");
}

Value Join(Call& call) {
  Separator automatic = SeparatorOf(call[0]);
  if (automatic == Separator::kUndecided) automatic = SeparatorOf(call[1]);
  if (automatic == Separator::kUndecided) automatic = Separator::kSpace;
  const Separator separator = SeparatorAt(call, 2, automatic);
  const bool is_auto = !call.Has(3) || (call[3].is_string() && call[3].text() == "auto");
  const bool brackets = is_auto ? HasBrackets(call[0]) : call[3].truthy();
  const std::span<const Value> first = ItemsAt(call, 0);
  const std::span<const Value> second = ItemsAt(call, 1);
  std::vector<Value> items(first.begin(), first.end());
  items.insert(items.end(), second.begin(), second.end());
  return Value::NewList(call.arena(), items, separator, brackets);
}

Value Append(Call& call) {
  Separator automatic = SeparatorOf(call[0]);
  if (automatic == Separator::kUndecided) automatic = Separator::kSpace;
  const Separator separator = SeparatorAt(call, 2, automatic);
  const std::span<const Value> before = ItemsAt(call, 0);
  auto* const items = static_cast<Value*>(call.arena().Allocate((before.size() + 1) * sizeof(Value), alignof(Value)));
  std::copy(before.begin(), before.end(), items);
  items[before.size()] = call[1];
  return Value::List({items, before.size() + 1}, separator, HasBrackets(call[0]));
}

Value Zip(Call& call) {
  std::vector<std::span<const Value>> lists;
  size_t shortest = SIZE_MAX;
  for (const Value& value : RestAt(call, 0)) {
    lists.push_back(AsList(call.arena(), value));
    shortest = std::min(shortest, lists.back().size());
  }
  if (lists.empty()) return Value::List({}, Separator::kComma);
  std::vector<Value> rows;
  std::vector<Value> row(lists.size());
  for (size_t i = 0; i < shortest; ++i) {
    for (size_t j = 0; j < lists.size(); ++j) row[j] = lists[j][i];
    rows.push_back(Value::NewList(call.arena(), row, Separator::kSpace));
  }
  return Value::NewList(call.arena(), rows, Separator::kComma);
}

Value Index(Call& call) {
  const std::span<const Value> items = ItemsAt(call, 0);
  for (size_t i = 0; i < items.size(); ++i) {
    if (Equal(call.values(), items[i], call[1])) return Value::Number(static_cast<double>(i + 1));
  }
  return Value::Null();
}

Value SeparatorName(Call& call) {
  const Separator separator = SeparatorOf(call[0]);
  return Value::Unquoted(separator == Separator::kComma ? "comma" : separator == Separator::kSlash ? "slash" : "space");
}

Value IsBracketed(Call& call) { return Value::Bool(HasBrackets(call[0])); }

Value Slash(Call& call) {
  const std::span<const Value> items = RestAt(call, 0);
  if (items.size() < 2) Fail("At least two elements are required.");
  return Value::List(items, Separator::kSlash);
}

constexpr BuiltIn kFunctions[] = {
    {"length", "list", "length", "$list", Length},
    {"nth", "list", "nth", "$list, $n", Nth},
    {"set-nth", "list", "set-nth", "$list, $n, $value", SetNth},
    {"join", "list", "join", "$list1, $list2, $separator: auto, $bracketed: auto", Join},
    {"append", "list", "append", "$list, $val, $separator: auto", Append},
    {"zip", "list", "zip", "$lists...", Zip},
    {"index", "list", "index", "$list, $value", Index},
    {"is-bracketed", "list", "is-bracketed", "$list", IsBracketed},
    {"list-separator", "list", "separator", "$list", SeparatorName},
    {"", "list", "slash", "$elements...", Slash},
};

}  // namespace

std::span<const BuiltIn> ListFunctions() { return kFunctions; }

}  // namespace tincture::compat::sass
