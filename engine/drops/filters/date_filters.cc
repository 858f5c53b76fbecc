#include <optional>
#include <string>

#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/exec/context.h"
#include "liquid/std/to_date.h"
#include "liquid/value/civil.h"
#include "liquid/value/ruby_text.h"
#include "liquid/value/strftime.h"
#include "liquid/value/time_zone.h"

namespace tincture::engine {

namespace {

// Liquid::Utils.to_date and then to_time.localtime.
std::optional<Time> LocalTime(const liquid::FilterCall& call) {
  const TimeZone& zone = call.context.zone();
  const std::optional<Value> date = liquid::ToDate(call.input, call.context);
  if (!date) return std::nullopt;
  if (date->IsDate()) return zone.ShowLocal(date->AsDate() * kSecondsPerDay);
  return zone.Show(date->AsTime().seconds, date->AsTime().nanoseconds);
}

Value FailInvalidDate(const liquid::FilterCall& call) {
  std::string message = "Invalid Date: '";
  AppendInspect(call.input, call.access(), message);
  return call.Fail("Jekyll::Errors::InvalidDateError", message + "' is not a valid datetime.");
}

// The date in one of strftime's formats; nothing at all stays nothing.
Value Format(const liquid::FilterCall& call, std::string_view format) {
  if (TextOf(call.input, call.access()).empty()) return call.input;
  const std::optional<Time> time = LocalTime(call);
  if (!time) return FailInvalidDate(call);
  std::string text;
  const Status status = FormatTime(*time, format, text);
  if (!status.ok()) return call.Fail(status.error());
  return MakeString(call, text);
}

std::string_view OrdinalSuffix(int day) {
  if (day >= 11 && day <= 13) return "th";
  constexpr std::string_view kSuffixes[] = {"th", "st", "nd", "rd"};
  return day % 10 < 4 ? kSuffixes[day % 10] : "th";
}

bool Is(const Value& value, std::string_view text) { return value.IsString() && value.AsString() == text; }

// "07 Nov 2008"; with "ordinal" "7th Nov 2008", with "US" besides "Nov 7th, 2008".
Value StringifyDate(const liquid::FilterCall& call, std::string_view month) {
  std::string format = "%d " + std::string(month) + " %Y";
  if (Is(call.Arg(0), "ordinal")) {
    const std::optional<Time> time = LocalTime(call);
    const std::string day = time ? "%-d" + std::string(OrdinalSuffix(ToCivil(*time).day)) : "";
    format = Is(call.Arg(1), "US") ? std::string(month) + " " + day + ", %Y" : day + " " + std::string(month) + " %Y";
  }
  return Format(call, format);
}

Value DateToString(const liquid::FilterCall& call) { return StringifyDate(call, "%b"); }
Value DateToLongString(const liquid::FilterCall& call) { return StringifyDate(call, "%B"); }
Value DateToXmlschema(const liquid::FilterCall& call) { return Format(call, "%Y-%m-%dT%H:%M:%S%:z"); }
Value DateToRfc822(const liquid::FilterCall& call) { return Format(call, "%a, %d %b %Y %H:%M:%S %z"); }

constexpr liquid::Filter kFilters[] = {
    {"date_to_string", 0, 2, DateToString, true},
    {"date_to_long_string", 0, 2, DateToLongString, true},
    {"date_to_xmlschema", 0, 0, DateToXmlschema, true},
    {"date_to_rfc822", 0, 0, DateToRfc822, true},
};

}  // namespace

std::span<const liquid::Filter> DateFilters() { return kFilters; }

}  // namespace tincture::engine
