#include "liquid/value/strftime.h"

#include <algorithm>
#include <cstdlib>

#include "liquid/support/utf8.h"
#include "liquid/value/civil.h"
#include "liquid/value/number.h"

namespace tincture {

namespace {

constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
constexpr std::string_view kWeekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

// Ruby prints a Time at any width; a template that asks for more than this is told so instead of filling the memory.
constexpr int64_t kWidestTime = 1 << 20;
constexpr int64_t kWidestDate = 1024;

// What stands between % and the directive's letter.
struct Directive {
  char padding = 0;  // '0', ' ' or none given
  bool left = false;
  bool upper = false;
  bool change_case = false;
  int64_t width = 0;
  int colons = 0;
};

enum class Parsed { kDirective, kUnknown, kCutOff };

class Formatter {
 public:
  Formatter(const Time& time, bool is_date, std::string& out)
      : time_(time), civil_(ToCivil(time)), is_date_(is_date), out_(out) {}

  Status Run(std::string_view format);

 private:
  Parsed ParseDirective(std::string_view format, size_t& at, Directive& directive) const;
  bool AppendDirective(char letter, const Directive& directive);

  void Number(const Directive& directive, int64_t number, int64_t width, char padding = '0');
  void Text(const Directive& directive, std::string_view text);
  bool Composite(const Directive& directive, std::string_view format);
  void Name(const Directive& directive, std::string_view name);
  void Fraction(const Directive& directive, int64_t digits);
  bool Offset(const Directive& directive);
  void ZoneName(const Directive& directive);
  void Meridian(const Directive& directive, bool lower);

  int64_t WeekNumber(int weekday) const { return (civil_.day_of_year + 7 - weekday) / 7; }

  const Time& time_;
  const CivilTime civil_;
  const bool is_date_;
  std::string& out_;
};

// Reads up to the directive's letter, which `at` is left on.
Parsed Formatter::ParseDirective(std::string_view format, size_t& at, Directive& directive) const {
  const std::string_view colon_ends[] = {":z", "::z", ":::z"};
  for (; at < format.size(); ++at) {
    const char c = format[at];
    if (IsDigit(c)) {
      if (c == '0') directive.padding = '0';
      directive.width = 0;
      for (; at < format.size() && IsDigit(format[at]); ++at) {
        directive.width = std::min<int64_t>(directive.width * 10 + (format[at] - '0'), int64_t{1} << 40);
      }
      --at;
      if (directive.width > INT32_MAX && !is_date_) return Parsed::kUnknown;
      continue;
    }
    if (c == ':') {
      for (int colons = 1; colons <= 3; ++colons) {
        if (format.substr(at).starts_with(colon_ends[colons - 1])) {
          directive.colons = colons;
          at += static_cast<size_t>(colons);
          return Parsed::kDirective;
        }
      }
      if (is_date_ || !format.substr(at).starts_with("::::")) return Parsed::kUnknown;
      directive.colons = 4;  // Time passes over four of them
      at += 3;
      continue;
    }
    if (c == 'E' || c == 'O') {
      const std::string_view allowed = c == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy";
      if (at + 1 < format.size() && allowed.find(format[at + 1]) != std::string_view::npos) {
        ++at;
        return Parsed::kDirective;
      }
      return Parsed::kUnknown;
    }
    if (c != '-' && c != '^' && c != '#' && c != '_') return Parsed::kDirective;
    if (directive.width > 0) return Parsed::kUnknown;  // flags come before the width
    if (c == '-') directive.left = true, directive.padding = 0;
    if (c == '^') directive.upper = true;
    if (c == '#') directive.change_case = true;
    if (c == '_') directive.padding = ' ';
  }
  return Parsed::kCutOff;
}

Status Formatter::Run(std::string_view format) {
  size_t at = 0;
  while (at < format.size()) {
    const size_t percent = std::min(format.find('%', at), format.size());
    out_ += format.substr(at, percent - at);
    if (percent == format.size()) break;
    at = percent + 1;
    Directive directive;
    const Parsed parsed = ParseDirective(format, at, directive);
    if (parsed == Parsed::kCutOff) {
      if (!is_date_) return Error{.kind = "ArgumentError", .message = "invalid format: " + std::string(format)};
      at = format.size() - 1;
    }
    if (directive.width > (is_date_ ? kWidestDate : kWidestTime) && parsed == Parsed::kDirective) {
      return Error{.kind = "Errno::ERANGE", .message = "Numerical result out of range - " + std::string(format)};
    }
    if (parsed != Parsed::kDirective || !AppendDirective(format[at], directive)) {
      out_ += format.substr(percent, at + 1 - percent);
    }
    ++at;
  }
  return {};
}

// printf's %*d and %0*d: the width counts the sign.
void Formatter::Number(const Directive& directive, int64_t number, int64_t width, char padding) {
  if (directive.left) {
    width = 1;
  } else if (directive.width > 0) {
    width = directive.width;
  }
  if (directive.padding) padding = directive.padding;
  std::string digits;
  AppendInt(number, digits);
  if (number < 0) digits.erase(0, 1);  // the lowest number has no positive
  const int64_t fill = std::max<int64_t>(0, width - static_cast<int64_t>(digits.size()) - (number < 0));
  if (number < 0 && padding == '0') out_ += '-';
  out_.append(static_cast<size_t>(fill), padding);
  if (number < 0 && padding != '0') out_ += '-';
  out_ += digits;
}

void Formatter::Text(const Directive& directive, std::string_view text) {
  const auto size = static_cast<int64_t>(text.size());
  if (!directive.left && directive.width > size) {
    out_.append(static_cast<size_t>(directive.width - size), directive.padding ? directive.padding : ' ');
  }
  for (const char c : text) out_ += directive.upper ? ToUpper(c) : c;
}

bool Formatter::Composite(const Directive& directive, std::string_view format) {
  std::string text;
  if (!Formatter(time_, is_date_, text).Run(format)) return false;
  Directive outer = directive;
  // Time pads a composite even under '-'.
  outer.left = directive.left && is_date_;
  Text(outer, text);
  return true;
}

void Formatter::Name(const Directive& directive, std::string_view name) {
  Directive shown = directive;
  shown.upper = directive.upper || directive.change_case;
  Text(shown, name);
}

void Formatter::Fraction(const Directive& directive, int64_t digits) {
  if (directive.width > 0) digits = directive.width;
  std::string nine;
  AppendInt(1'000'000'000 + time_.nanoseconds, nine);
  const std::string_view shown = std::string_view(nine).substr(1, static_cast<size_t>(digits));
  out_.append(shown).append(static_cast<size_t>(digits) - shown.size(), '0');
}

// %z: the width goes to the hours. With '-', UTC is -0000: "no zone known" in RFC 3339.
bool Formatter::Offset(const Directive& directive) {
  const bool negative = time_.utc_offset < 0 || (time_.is_utc && directive.left && !is_date_);
  const int offset = std::abs(time_.utc_offset);
  const int parts_given = directive.colons == 0 ? 2 : directive.colons + 1;
  const int parts_needed = offset % 3600 == 0 ? 1 : offset % 60 == 0 ? 2 : 3;
  const int parts = directive.colons == 3 ? parts_needed : parts_given;
  const int64_t rest = directive.colons == 0 ? 3 : 1 + 3 * (parts - 1);  // all but the hours' digits
  const int64_t usual = directive.left && is_date_ && offset < 36000 ? 1 : 2;
  const int64_t width = directive.width <= rest + usual ? usual : directive.width - rest;
  std::string hours;
  AppendInt(offset / 3600, hours);
  const auto fill = static_cast<size_t>(std::max<int64_t>(0, width - static_cast<int64_t>(hours.size())));
  const char sign = negative ? '-' : '+';
  if (directive.padding == ' ') {
    out_.append(fill, ' ') += sign;
  } else {
    out_ += sign;
    out_.append(fill, '0');
  }
  out_ += hours;
  const auto two_digits = [this](int number) {
    out_ += static_cast<char>('0' + number / 10);
    out_ += static_cast<char>('0' + number % 10);
  };
  if (parts >= 2) {
    if (directive.colons > 0) out_ += ':';
    two_digits(offset / 60 % 60);
  }
  if (parts >= 3) {
    out_ += ':';
    two_digits(offset % 60);
  }
  return true;
}

void Formatter::ZoneName(const Directive& directive) {
  const std::string_view name = is_date_ ? "+00:00" : time_.is_utc ? "UTC" : time_.zone;
  if (name.empty()) return;
  std::string shown(name);
  if (directive.change_case) std::transform(shown.begin(), shown.end(), shown.begin(), ToLower);
  Directive plain = directive;
  plain.upper = directive.upper && !directive.change_case;
  Text(plain, shown);
}

// %P is lower case and '#' raises it; %p is upper case and '#' lowers it.
void Formatter::Meridian(const Directive& directive, bool lower) {
  Directive shown = directive;
  shown.upper = lower ? directive.upper || directive.change_case : !directive.change_case;
  Text(shown, civil_.hour >= 12 ? "pm" : "am");
}

// False: no such directive.
bool Formatter::AppendDirective(char letter, const Directive& directive) {
  const auto number = [&](int64_t value, int64_t width, char padding = '0') {
    Number(directive, value, width, padding);
    return true;
  };
  const auto text = [&](std::string_view value) { return Text(directive, value), true; };
  const auto name = [&](std::string_view value) { return Name(directive, value), true; };
  const int hour12 = (civil_.hour + 11) % 12 + 1;
  switch (letter) {
    case 'A':
      return name(kWeekdays[civil_.weekday]);
    case 'a':
      return name(kWeekdays[civil_.weekday].substr(0, 3));
    case 'B':
      return name(kMonths[civil_.month - 1]);
    case 'b':
    case 'h':
      return name(kMonths[civil_.month - 1].substr(0, 3));
    case 'C':
      return number(FloorDiv(civil_.year, 100), 2);
    case 'c':
      return Composite(directive, "%a %b %e %H:%M:%S %Y");
    case 'D':
    case 'x':
      return Composite(directive, "%m/%d/%y");
    case 'd':
      return number(civil_.day, 2);
    case 'e':
      return number(civil_.day, 2, ' ');
    case 'F':
      return Composite(directive, "%Y-%m-%d");
    case 'G': {
      const int64_t year = IsoWeekOf(civil_).year;
      return number(year, year < 0 ? 5 : 4);
    }
    case 'g':
      return number(FloorMod(IsoWeekOf(civil_).year, 100), 2);
    case 'H':
      return number(civil_.hour, 2);
    case 'I':
      return number(hour12, 2);
    case 'j':
      return number(civil_.day_of_year + 1, 3);
    case 'k':
      return number(civil_.hour, 2, ' ');
    case 'L':
      return Fraction(directive, 3), true;
    case 'l':
      return number(hour12, 2, ' ');
    case 'M':
      return number(civil_.minute, 2);
    case 'm':
      return number(civil_.month, 2);
    case 'N':
      return Fraction(directive, 9), true;
    case 'n':
      return text("\n");
    case 'P':
      return Meridian(directive, true), true;
    case 'p':
      return Meridian(directive, false), true;
    case 'Q':
      return is_date_ && number(time_.seconds * 1000, 1);
    case 'R':
      return Composite(directive, "%H:%M");
    case 'r':
      return Composite(directive, "%I:%M:%S %p");
    case 'S':
      return number(civil_.second, 2);
    case 's':
      return number(time_.seconds, 1);
    case 'T':
    case 'X':
      return Composite(directive, "%H:%M:%S");
    case 't':
      return text("\t");
    case 'U':
      return number(WeekNumber(civil_.weekday), 2);
    case 'u':
      return number((civil_.weekday + 6) % 7 + 1, 1);
    case 'V':
      return number(IsoWeekOf(civil_).week, 2);
    case 'v':
      return Composite(directive, "%e-%^b-%4Y");
    case 'W':
      return number(WeekNumber((civil_.weekday + 6) % 7), 2);
    case 'w':
      return number(civil_.weekday, 1);
    case 'Y':
      return number(civil_.year, civil_.year < 0 ? 5 : 4);
    case 'y':
      return number(FloorMod(civil_.year, 100), 2);
    case 'Z':
      return ZoneName(directive), true;
    case 'z':
      return directive.colons <= 3 && Offset(directive);
    case '+':
      return is_date_ && Composite(directive, "%a %b %e %H:%M:%S %Z %Y");
    case '%':
      return text("%");
    default:
      return false;
  }
}

}  // namespace

Status FormatTime(const Time& time, std::string_view format, std::string& out) {
  return Formatter(time, false, out).Run(format);
}

Status FormatDate(int64_t days, std::string_view format, std::string& out) {
  const Time midnight = {.seconds = days * kSecondsPerDay};
  return Formatter(midnight, true, out).Run(format);
}

}  // namespace tincture
