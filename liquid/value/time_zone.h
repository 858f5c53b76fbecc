// TimeZone: offsets and abbreviations of local time, and local time back to an instant, as Ruby on glibc has them.
// The zones of tzdata are part of the program (cmake/EmbedZones.cmake), so nothing is read from disk.
// Immutable once made; any thread may read it. Must outlive the Times it makes (their `zone` points into it).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/value/value.h"

namespace tincture {

// The part of a POSIX TZ string that says when summer time begins or ends each year.
struct ZoneChange {
  enum class Kind : uint8_t { kMonthWeekDay, kDayOfYear, kDayOfYearNoLeap } kind = Kind::kMonthWeekDay;
  int month = 0;
  int week = 0;
  int day = 0;          // of the week, or of the year
  int32_t time = 7200;  // seconds after local midnight
};

class TimeZone {
 public:
  struct Local {
    int32_t utc_offset;
    bool is_dst;
    std::string_view abbreviation;
  };

  // UTC.
  TimeZone();
  TimeZone(TimeZone&&) = default;
  TimeZone& operator=(TimeZone&&) = default;
  TimeZone(const TimeZone&) = delete;
  TimeZone& operator=(const TimeZone&) = delete;

  // What the variable TZ means to glibc: a zone's name, a leading ':' or not, else a POSIX rule such as
  // "CET-1CEST,M3.5.0,M10.5.0/3", else UTC under the name given.
  static TimeZone FromVariable(std::string_view tz);
  // A zone of tzdata; nothing where the program has none of that name.
  static std::optional<TimeZone> Named(std::string_view name);
  // The bytes of a TZif file such as /etc/localtime; nothing where they are none. Copies what it needs.
  static std::optional<TimeZone> FromTzif(std::string_view bytes);

  Local At(int64_t seconds) const;
  // The instant as shown here: Ruby's Time.at.
  Time Show(int64_t seconds, int32_t nanoseconds = 0) const;
  // Ruby's Time.local. `local_seconds`: the civil fields counted from 1970-01-01 00:00 as if in UTC.
  // Skipped times move forward by the gap; of doubled ones the second counts.
  int64_t ToInstant(int64_t local_seconds) const;
  Time ShowLocal(int64_t local_seconds, int32_t nanoseconds = 0) const {
    return Show(ToInstant(local_seconds), nanoseconds);
  }

 private:
  struct Kind {
    int32_t utc_offset;
    bool is_dst;
    uint32_t name;  // where it begins in names_, ended by NUL
  };
  struct Transition {
    int64_t at;
    uint8_t kind;
  };
  // What holds after the last transition.
  struct Rule {
    Kind standard;
    Kind summer;
    ZoneChange begin;
    ZoneChange end;
    bool has_summer = false;
  };

  bool ReadTzif(std::string_view bytes);
  bool ReadRule(std::string_view text);
  uint32_t AddName(std::string_view name);
  const Kind& KindAt(int64_t seconds) const;
  const Kind& KindByRule(int64_t seconds) const;

  std::vector<Transition> transitions_;
  std::vector<Kind> kinds_;
  std::vector<char> names_;  // not a string: a move must leave views into it valid
  std::optional<Rule> rule_;
};

}  // namespace tincture
