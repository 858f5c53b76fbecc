// Ruby's Time.parse: free text to a Time.
#pragma once

#include <optional>
#include <string_view>

#include "liquid/value/date_parts.h"
#include "liquid/value/time_zone.h"
#include "liquid/value/value.h"

namespace tincture {

// Nothing where Ruby raises ArgumentError: no date or time in it, or a part out of range (month 13).
// Parts that are missing before the first one given come from `now`, later ones are the least possible.
// A zone in the text wins; without one the time is local. The result's zone name points into `zone`.
std::optional<Time> ParseTime(std::string_view text, const Time& now, const TimeZone& zone);

// The second half of it: a Time of what Date._parse found.
std::optional<Time> MakeTime(const DateParts& parts, const Time& now, const TimeZone& zone);
// Whether MakeTime looks at `now`: no year is given.
inline bool NeedsNow(const DateParts& parts) { return !parts.year.has_value(); }

}  // namespace tincture
