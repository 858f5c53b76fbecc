#include "liquid/value/time_zone.h"

#include <algorithm>
#include <cstdlib>

#include "liquid/support/utf8.h"
#include "liquid/value/civil.h"
#include "liquid/value/zones.h"

namespace tincture {

namespace {

// Reads big-endian numbers off the front of a TZif file; what is past the end reads as 0 and clears ok().
class TzifReader {
 public:
  explicit TzifReader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  std::string_view rest() const { return rest_; }
  std::string_view Take(size_t count) {
    ok_ = ok_ && count <= rest_.size();
    if (!ok_) return {};
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  int64_t Number(size_t bytes) {
    const std::string_view taken = Take(bytes);
    uint64_t number = !taken.empty() && (taken[0] & 0x80) ? ~uint64_t{0} : 0;
    for (const char c : taken) number = number << 8 | static_cast<unsigned char>(c);
    return static_cast<int64_t>(number);
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

// RFC 8536, section 3.1.
struct TzifHeader {
  char version = 0;
  size_t is_utc_count, is_standard_count, leap_count, transition_count, type_count, name_bytes;

  size_t BodySize(size_t time_size) const {
    return transition_count * (time_size + 1) + type_count * 6 + name_bytes + leap_count * (time_size + 4) +
           is_standard_count + is_utc_count;
  }
};

std::optional<TzifHeader> ReadHeader(TzifReader& reader) {
  if (reader.Take(4) != "TZif") return std::nullopt;
  TzifHeader header;
  const std::string_view version = reader.Take(1);
  reader.Take(15);
  for (size_t* count : {&header.is_utc_count, &header.is_standard_count, &header.leap_count, &header.transition_count,
                        &header.type_count, &header.name_bytes}) {
    *count = static_cast<uint32_t>(reader.Number(4));
  }
  if (!reader.ok() || header.type_count == 0 || header.type_count > 256) return std::nullopt;
  header.version = version[0];
  return header;
}

// A POSIX TZ string, read from the front.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }
  bool Accept(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Three letters or more, or anything in <>; empty where there is none.
  std::string_view Name() {
    const bool quoted = Accept('<');
    size_t size = 0;
    while (size < rest_.size() && (quoted ? rest_[size] != '>' : IsAlpha(rest_[size]))) ++size;
    const std::string_view name = rest_.substr(0, size);
    if (name.size() < 3 || (quoted && size == rest_.size())) return {};
    rest_.remove_prefix(size + (quoted ? 1 : 0));
    return name;
  }
  bool AtOffset() const { return !rest_.empty() && (IsDigit(rest_[0]) || rest_[0] == '+' || rest_[0] == '-'); }
  // [+-]hh[:mm[:ss]] in seconds.
  int32_t Offset() {
    const bool negative = Accept('-');
    if (!negative) Accept('+');
    int32_t seconds = Number(999) * 3600;
    if (Accept(':')) seconds += Number(59) * 60;
    if (Accept(':')) seconds += Number(59);
    return negative ? -seconds : seconds;
  }
  int Number(int largest) {
    int number = 0;
    while (!rest_.empty() && IsDigit(rest_[0])) {
      number = std::min(number * 10 + (rest_[0] - '0'), largest);
      rest_.remove_prefix(1);
    }
    return number;
  }
  ZoneChange Change() {
    ZoneChange change;
    if (Accept('M')) {
      change.month = std::clamp(Number(12), 1, 12);
      Accept('.');
      change.week = std::clamp(Number(5), 1, 5);
      Accept('.');
      change.day = Number(6);
    } else {
      change.kind = Accept('J') ? ZoneChange::Kind::kDayOfYearNoLeap : ZoneChange::Kind::kDayOfYear;
      change.day = Number(365);
    }
    if (Accept('/')) change.time = Offset();
    return change;
  }

 private:
  std::string_view rest_;
};

int64_t DayOfChange(const ZoneChange& change, int64_t year) {
  if (change.kind != ZoneChange::Kind::kMonthWeekDay) {
    const bool skip_leap_day = change.kind == ZoneChange::Kind::kDayOfYearNoLeap;
    const int leap = skip_leap_day && IsLeapYear(year) && change.day >= 60;
    return DaysFromCivil(year, 1, 1) + change.day - (skip_leap_day ? 1 : 0) + leap;
  }
  const int64_t first = DaysFromCivil(year, change.month, 1);
  int day = (change.day - WeekdayOf(first) + 7) % 7 + (change.week - 1) * 7;
  while (day >= DaysInMonth(year, change.month)) day -= 7;
  return first + day;
}

int64_t InstantOfChange(const ZoneChange& change, int64_t year, int32_t offset_before) {
  return DayOfChange(change, year) * kSecondsPerDay + change.time - offset_before;
}

}  // namespace

TimeZone::TimeZone() { kinds_.push_back({0, false, AddName("UTC")}); }

uint32_t TimeZone::AddName(std::string_view name) {
  const auto at = static_cast<uint32_t>(names_.size());
  names_.insert(names_.end(), name.begin(), name.end());
  names_.push_back('\0');
  return at;
}

bool TimeZone::ReadTzif(std::string_view bytes) {
  TzifReader reader(bytes);
  std::optional<TzifHeader> header = ReadHeader(reader);
  if (!header) return false;
  size_t time_size = 4;
  if (header->version != '\0') {  // the same again with 64-bit times, then the rule for what follows
    reader.Take(header->BodySize(4));
    header = ReadHeader(reader);
    if (!header) return false;
    time_size = 8;
  }
  TzifReader body(reader.Take(header->BodySize(time_size)));
  if (!reader.ok()) return false;
  transitions_.resize(header->transition_count);
  for (Transition& transition : transitions_) transition.at = body.Number(time_size);
  for (Transition& transition : transitions_) transition.kind = static_cast<uint8_t>(body.Number(1));
  kinds_.resize(header->type_count);
  for (Kind& kind : kinds_) {
    kind.utc_offset = static_cast<int32_t>(body.Number(4));
    kind.is_dst = body.Number(1) != 0;
    kind.name = static_cast<uint8_t>(body.Number(1));
  }
  const std::string_view names = body.Take(header->name_bytes);
  names_.assign(names.begin(), names.end());
  names_.push_back('\0');
  for (Kind& kind : kinds_) kind.name = std::min<uint32_t>(kind.name, static_cast<uint32_t>(names_.size() - 1));
  std::erase_if(transitions_, [this](const Transition& transition) { return transition.kind >= kinds_.size(); });
  if (time_size == 8 && reader.Take(1) == "\n") ReadRule(reader.rest().substr(0, reader.rest().find('\n')));
  return true;
}

// glibc: without a rule of its own, a zone with summer time changes as the United States do.
bool TimeZone::ReadRule(std::string_view text) {
  RuleReader reader(text);
  Rule rule;
  const std::string_view standard = reader.Name();
  if (standard.empty()) return false;
  // A name without an offset is UTC under that name.
  rule.standard = {reader.AtOffset() ? -reader.Offset() : 0, false, AddName(standard)};
  const std::string_view summer = reader.Name();
  rule.has_summer = !summer.empty();
  if (rule.has_summer) {
    rule.summer = {rule.standard.utc_offset + 3600, true, AddName(summer)};
    if (reader.AtOffset()) rule.summer.utc_offset = -reader.Offset();
    const bool given = reader.Accept(',');
    RuleReader usual("M3.2.0,M11.1.0");
    RuleReader& changes = given ? reader : usual;
    rule.begin = changes.Change();
    changes.Accept(',');
    rule.end = changes.Change();
  }
  rule_ = rule;
  return true;
}

std::optional<TimeZone> TimeZone::FromTzif(std::string_view bytes) {
  TimeZone zone;
  if (!zone.ReadTzif(bytes)) return std::nullopt;
  return zone;
}

std::optional<TimeZone> TimeZone::Named(std::string_view name) {
  const std::optional<std::string_view> file = ZoneFile(name);
  return file ? FromTzif(*file) : std::nullopt;
}

TimeZone TimeZone::FromVariable(std::string_view tz) {
  if (!tz.empty() && tz[0] == ':') tz.remove_prefix(1);
  if (std::optional<TimeZone> named = Named(tz)) return std::move(*named);
  TimeZone zone;
  zone.ReadRule(tz);
  return zone;
}

const TimeZone::Kind& TimeZone::KindByRule(int64_t seconds) const {
  if (!rule_->has_summer) return rule_->standard;
  // glibc counts the years of a rule from 1970; before that there is no change.
  const int64_t year = std::max<int64_t>(1970, CivilFromDays(FloorDiv(seconds, kSecondsPerDay)).year);
  const int64_t begin = InstantOfChange(rule_->begin, year, rule_->standard.utc_offset);
  const int64_t end = InstantOfChange(rule_->end, year, rule_->summer.utc_offset);
  const bool summer = begin < end ? seconds >= begin && seconds < end : seconds < end || seconds >= begin;
  return summer ? rule_->summer : rule_->standard;
}

const TimeZone::Kind& TimeZone::KindAt(int64_t seconds) const {
  const auto after = std::upper_bound(transitions_.begin(), transitions_.end(), seconds,
                                      [](int64_t at, const Transition& transition) { return at < transition.at; });
  if (after == transitions_.end() && rule_) return KindByRule(seconds);
  if (after != transitions_.begin()) return kinds_[std::prev(after)->kind];
  const auto standard = std::find_if(kinds_.begin(), kinds_.end(), [](const Kind& kind) { return !kind.is_dst; });
  return standard == kinds_.end() ? kinds_.front() : *standard;
}

TimeZone::Local TimeZone::At(int64_t seconds) const {
  const Kind& kind = KindAt(seconds);
  return {kind.utc_offset, kind.is_dst, std::string_view(names_.data() + kind.name)};
}

Time TimeZone::Show(int64_t seconds, int32_t nanoseconds) const {
  const Local local = At(seconds);
  return {.seconds = seconds,
          .nanoseconds = nanoseconds,
          .utc_offset = local.utc_offset,
          .is_utc = false,
          .zone = local.abbreviation};
}

int64_t TimeZone::ToInstant(int64_t local_seconds) const {
  // No zone is further than a day from UTC, and none changes twice within two days.
  const int32_t before = KindAt(local_seconds - kSecondsPerDay).utc_offset;
  const int32_t after = KindAt(local_seconds + kSecondsPerDay).utc_offset;
  const int64_t early = local_seconds - before;
  const int64_t late = local_seconds - after;
  // Where neither fits, in a gap, the time counts on from before it.
  return KindAt(late).utc_offset == after ? late : early;
}

}  // namespace tincture
