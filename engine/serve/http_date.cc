#include "engine/serve/http_date.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace tincture::engine {

namespace {

constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> MonthNamed(std::string_view name) {
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (name == kMonths[i]) return static_cast<int>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string HttpDate(int64_t seconds) {
  const time_t time = seconds;
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays[static_cast<size_t>(parts.tm_wday)], parts.tm_mday, kMonths[static_cast<size_t>(parts.tm_mon)],
                parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text.data();
}

std::optional<int64_t> ParseHttpDate(const std::string& text) {
  int day = 0;
  int year = 0;
  std::tm parts{};
  std::array<char, 4> month{};
  const char* in = text.c_str();
  // RFC 1123, RFC 850, asctime.
  if (std::sscanf(in, "%*3[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT", &day, month.data(), &year, &parts.tm_hour,
                  &parts.tm_min, &parts.tm_sec) != 6 &&
      std::sscanf(in, "%*[A-Za-z], %2d-%3[A-Za-z]-%4d %2d:%2d:%2d GMT", &day, month.data(), &year, &parts.tm_hour,
                  &parts.tm_min, &parts.tm_sec) != 6 &&
      std::sscanf(in, "%*3[A-Za-z] %3[A-Za-z] %2d %2d:%2d:%2d %4d", month.data(), &day, &parts.tm_hour, &parts.tm_min,
                  &parts.tm_sec, &year) != 6) {
    return std::nullopt;
  }
  const std::optional<int> number = MonthNamed(month.data());
  if (!number) return std::nullopt;
  if (year < 100) year += year < 70 ? 2000 : 1900;
  parts.tm_mday = day;
  parts.tm_mon = *number;
  parts.tm_year = year - 1900;
  return timegm(&parts);
}

}  // namespace tincture::engine
