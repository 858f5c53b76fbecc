// date; and to_date, for hosts' own date filters.
#include <algorithm>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/std/to_date.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/date_parts.h"
#include "liquid/value/number.h"
#include "liquid/value/strftime.h"
#include "liquid/value/time_parse.h"

namespace tincture::liquid {

namespace {

// Ruby shows any instant; ours end with 64 bits, in the year 292277026596.
std::optional<Value> AtSecond(const Value& seconds, Context& context) {
  if (!seconds.IsInt()) return std::nullopt;
  return Value::OfTime(context.arena(), context.zone().Show(seconds.AsInt()));
}

bool EqualsIgnoringCase(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return ToLower(a) == b; });
}

std::optional<Value> FromText(std::string_view text, Context& context) {
  if (text.empty()) return std::nullopt;
  if (EqualsIgnoringCase(text, "now") || EqualsIgnoringCase(text, "today")) {
    const Time now = context.Now();
    return Value::OfTime(context.arena(), context.zone().Show(now.seconds, now.nanoseconds));
  }
  if (std::all_of(text.begin(), text.end(), IsDigit)) return AtSecond(ToInteger(text, context.arena()), context);
  const std::optional<DateParts> parts = ParseDateParts(text);
  if (!parts) return std::nullopt;
  const std::optional<Time> time = MakeTime(*parts, NeedsNow(*parts) ? context.Now() : Time(), context.zone());
  return time ? std::optional<Value>(Value::OfTime(context.arena(), *time)) : std::nullopt;
}

Value Date(const FilterCall& call) {
  const Text format = TextOf(call, call.args[0]);
  if (format.bytes.empty()) return call.input;
  const std::optional<Value> date = ToDate(call.input, call.context);
  if (!date) return call.input;
  std::string out;
  const Status status =
      date->IsDate() ? FormatDate(date->AsDate(), format.bytes, out) : FormatTime(date->AsTime(), format.bytes, out);
  // Liquid passes Ruby's ArgumentError on as its own; a width beyond all bounds stays Ruby's.
  if (!status.ok()) {
    const bool is_argument = status.error().kind == "ArgumentError";
    return call.Fail(is_argument ? kArgumentError : std::string_view(status.error().kind), status.error().message);
  }
  return Keep(call, out, format.flags);
}

}  // namespace

std::optional<Value> ToDate(const Value& input, Context& context) {
  switch (input.type()) {
    case Type::kTime:
    case Type::kDate:
      return input;
    case Type::kInt:
      return AtSecond(input, context);
    case Type::kString:
      return FromText(input.AsString(), context);
    default:
      return std::nullopt;
  }
}

void AddDateFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {{"date", 1, 1, Date, true}};
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
