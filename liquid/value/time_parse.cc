#include "liquid/value/time_parse.h"

#include <algorithm>
#include <array>
#include <string>

#include "liquid/support/utf8.h"
#include "liquid/value/civil.h"
#include "liquid/value/date_parts.h"

namespace tincture {

namespace {

// Beyond it a year means nothing to anyone; Ruby computes on, ours gives up.
constexpr int64_t kLargestYear = 100'000'000;

struct ClockTime {
  int64_t year = 0;
  int64_t month = 1;
  int64_t day = 1;
  int64_t hour = 0;
  int64_t minute = 0;
  int64_t second = 0;
};

struct NamedOffset {
  std::string_view name;
  int hours;
};

// RFC 2822's names; the military letters follow.
constexpr NamedOffset kNamedOffsets[] = {{"UTC", 0},  {"UT", 0},   {"GMT", 0},  {"EST", -5}, {"EDT", -4}, {"CST", -6},
                                         {"CDT", -5}, {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};

std::optional<int> MilitaryOffset(std::string_view zone) {
  if (zone.size() != 1) return std::nullopt;
  constexpr std::string_view kEast = "ABCDEFGHIKLM";
  constexpr std::string_view kWest = "NOPQRSTUVWXY";
  if (zone == "Z") return 0;
  if (const size_t east = kEast.find(zone[0]); east != std::string_view::npos) return static_cast<int>(east) + 1;
  if (const size_t west = kWest.find(zone[0]); west != std::string_view::npos) return -static_cast<int>(west) - 1;
  return std::nullopt;
}

int TwoDigits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

// +hh, +hhmm, +hh:mm, +hhmmss, +hh:mm:ss
std::optional<int64_t> NumericOffset(std::string_view zone) {
  if (zone.size() < 3 || (zone[0] != '+' && zone[0] != '-')) return std::nullopt;
  const int sign = zone[0] == '-' ? -1 : 1;
  const bool colons = zone.size() > 3 && zone[3] == ':';
  const std::string_view shape = colons ? "dd:dd:dd" : "dddddd";
  const std::string_view rest = zone.substr(1);
  const size_t part = colons ? 3 : 2;
  if (rest.size() > shape.size() || (rest.size() != 2 && rest.size() != part + 2 && rest.size() != 2 * part + 2)) {
    return std::nullopt;
  }
  for (size_t i = 0; i < rest.size(); ++i) {
    if (shape[i] == 'd' ? !IsDigit(rest[i]) : rest[i] != ':') return std::nullopt;
  }
  int64_t seconds = TwoDigits(rest) * 3600;
  if (rest.size() > 2) seconds += TwoDigits(rest.substr(part)) * 60;
  if (rest.size() > part + 2) seconds += TwoDigits(rest.substr(2 * part));
  return sign * seconds;
}

// What local time is called on the first of `month`, and its offset.
std::optional<int64_t> LocalOffset(std::string_view name, int64_t year, int month, const TimeZone& zone) {
  const auto local = zone.At(zone.ToInstant(SecondsFromCivil(year, month, 1, 0, 0, 0)));
  const bool same = std::equal(name.begin(), name.end(), local.abbreviation.begin(), local.abbreviation.end(),
                               [](char a, char b) { return a == ToUpper(b); });
  return same ? std::optional<int64_t>(local.utc_offset) : std::nullopt;
}

// Time.zone_offset. `name` is in upper case.
std::optional<int64_t> ZoneOffset(std::string_view name, int64_t year, const TimeZone& zone) {
  if (const auto offset = NumericOffset(name)) return offset;
  for (const NamedOffset& known : kNamedOffsets) {
    if (known.name == name) return known.hours * 3600;
  }
  if (const auto hours = MilitaryOffset(name)) return *hours * 3600;
  if (const auto winter = LocalOffset(name, year, 1, zone)) return winter;
  return LocalOffset(name, year, 7, zone);
}

bool MeansUtc(std::string_view name) {
  return name == "-00:00" || name == "-0000" || name == "-00" || name == "UTC" || name == "Z" || name == "UT";
}

int64_t DaysIn(const ClockTime& clock) {
  return clock.month >= 1 && clock.month <= 12 ? DaysInMonth(clock.year, static_cast<int>(clock.month)) : 0;
}

// Takes `amount` off one part; returns what the next larger one must give up for it. A part that nothing is taken off
// stays as it is, out of range or not.
int64_t TakeOff(int64_t& part, int64_t amount, int64_t size) {
  const int64_t own = amount % size;
  int64_t rest = amount / size;
  if (own == 0) return rest;
  rest -= FloorDiv(part - own, size);
  part = FloorMod(part - own, size);
  return rest;
}

// As time.rb does it, a day that overflows its month becomes the first of the next.
void ApplyOffset(ClockTime& clock, int64_t offset) {
  int64_t rest = TakeOff(clock.second, offset, 60);
  rest = TakeOff(clock.minute, rest, 60);
  const int64_t days = -TakeOff(clock.hour, rest, 24);
  if (days == 0) return;
  clock.day += days;
  if (days > 0 && DaysIn(clock) > 0 && clock.day > DaysIn(clock)) {
    clock.day = 1;
    if (++clock.month > 12) clock.month = 1, ++clock.year;
  } else if (days < 0 && clock.day < 1) {
    if (--clock.month < 1) clock.month = 12, --clock.year;
    clock.day = DaysIn(clock);
  }
}

// What Time.utc and Time.local accept: days count on past the end of a short month, 24:00 and second 60 are allowed.
std::optional<int64_t> CountedSeconds(const ClockTime& clock) {
  const auto within = [](int64_t value, int64_t least, int64_t most) { return value >= least && value <= most; };
  if (!within(clock.month, 1, 12) || !within(clock.day, 1, 31) || !within(clock.hour, 0, 24) ||
      !within(clock.minute, 0, 59) || !within(clock.second, 0, 60) ||
      !within(clock.year, -kLargestYear, kLargestYear) ||
      (clock.hour == 24 && (clock.minute > 0 || clock.second > 0))) {
    return std::nullopt;
  }
  return SecondsFromCivil(clock.year, static_cast<int>(clock.month), clock.day, static_cast<int>(clock.hour),
                          static_cast<int>(clock.minute), static_cast<int>(clock.second));
}

// The instant as Time.parse shows it: in UTC, in local time where that has the same offset, else at a fixed offset.
std::optional<Time> ShowIn(int64_t seconds, int32_t nanoseconds, std::string_view zone_name, int64_t offset,
                           const TimeZone& zone) {
  if (MeansUtc(zone_name)) return Time{.seconds = seconds, .nanoseconds = nanoseconds, .is_utc = true};
  const Time local = zone.Show(seconds, nanoseconds);
  if (local.utc_offset == offset) return local;
  if (offset <= -kSecondsPerDay || offset >= kSecondsPerDay) return std::nullopt;
  return Time{.seconds = seconds, .nanoseconds = nanoseconds, .utc_offset = static_cast<int32_t>(offset)};
}

class Maker {
 public:
  Maker(const DateParts& parts, const Time& now, const TimeZone& zone) : parts_(parts), now_(now), zone_(zone) {
    name_.resize(parts.zone.size());
    std::transform(parts.zone.begin(), parts.zone.end(), name_.begin(), ToUpper);
  }

  std::optional<Time> Make() const {
    const DateParts& p = parts_;
    if (!p.year && !p.day_of_year && !p.month && !p.day && !p.hour && !p.minute && !p.second && !p.nanoseconds) {
      return std::nullopt;
    }
    return p.day_of_year ? MakeByDayOfYear() : MakeOn(p.month, p.day);
  }

 private:
  std::optional<int64_t> OffsetIn(int64_t year) const {
    if (name_.empty() || year > kLargestYear || year < -kLargestYear) return std::nullopt;
    return ZoneOffset(name_, year, zone_);
  }

  // The parts before the first one given are those of now.
  ClockTime Completed(const std::optional<int64_t>& month, const std::optional<int64_t>& day,
                      const CivilTime& now) const {
    const std::optional<int64_t> given[] = {parts_.year, month, day, parts_.hour, parts_.minute, parts_.second};
    const int64_t current[] = {now.year, now.month, now.day, now.hour, now.minute, now.second};
    ClockTime clock;
    int64_t* const fields[] = {&clock.year, &clock.month, &clock.day, &clock.hour, &clock.minute, &clock.second};
    bool before_first = true;
    for (size_t i = 0; i < std::size(fields); ++i) {
      before_first = before_first && !given[i];
      if (given[i]) *fields[i] = *given[i];
      if (before_first) *fields[i] = current[i];
    }
    return clock;
  }

  std::optional<Time> MakeOn(std::optional<int64_t> month, std::optional<int64_t> day) const {
    const int64_t offset_year = parts_.year.value_or(ToCivil(now_).year);
    std::optional<int64_t> offset = OffsetIn(offset_year);
    Time now = zone_.Show(now_.seconds, now_.nanoseconds);
    if (offset) now.utc_offset = static_cast<int32_t>(*offset);
    ClockTime clock = Completed(month, day, ToCivil(now));
    if (clock.year != offset_year) offset = OffsetIn(clock.year);
    if (offset) ApplyOffset(clock, *offset);
    const std::optional<int64_t> seconds = CountedSeconds(clock);
    if (!seconds) return std::nullopt;
    const int32_t nanoseconds = parts_.nanoseconds.value_or(0);
    return offset ? ShowIn(*seconds, nanoseconds, name_, *offset, zone_) : zone_.ShowLocal(*seconds, nanoseconds);
  }

  std::optional<Time> MakeByDayOfYear() const {
    const int64_t day_of_year = *parts_.day_of_year;
    if (day_of_year < 1 || day_of_year > 366) return std::nullopt;
    // A first guess of the month, then corrected by how far it missed.
    int64_t month = (day_of_year - 1) / 31 + 1;
    int64_t day = (day_of_year - 1) % 31 + 1;
    const std::optional<Time> guess = MakeOn(month, day);
    if (!guess) return std::nullopt;
    const int64_t missing = day_of_year - (ToCivil(*guess).day_of_year + 1);
    if (missing == 0) return guess;
    day += missing;
    const int64_t year = parts_.year.value_or(ToCivil(now_).year);
    const int64_t days = DaysInMonth(year, static_cast<int>(month));
    if (day > 28 && day > days) {
      if (++month > 12) return std::nullopt;
      day -= days;
    }
    return MakeOn(month, day);
  }

  const DateParts& parts_;
  const Time& now_;
  const TimeZone& zone_;
  std::string name_;
};

}  // namespace

std::optional<Time> MakeTime(const DateParts& parts, const Time& now, const TimeZone& zone) {
  return Maker(parts, now, zone).Make();
}

std::optional<Time> ParseTime(std::string_view text, const Time& now, const TimeZone& zone) {
  const std::optional<DateParts> parts = ParseDateParts(text);
  return parts ? MakeTime(*parts, now, zone) : std::nullopt;
}

}  // namespace tincture
