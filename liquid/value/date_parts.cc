#include "liquid/value/date_parts.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "liquid/support/utf8.h"

namespace tincture {

namespace {

constexpr size_t kLongestText = 128;

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

// After Normalize every byte beyond ASCII belongs to a letter.
bool IsWordByte(char c) { return IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }
bool IsLetterByte(char c) { return IsAlpha(c) || static_cast<unsigned char>(c) >= 0x80; }
bool IsSign(char c) { return c == '-' || c == '+'; }

// Lower case; a run of characters that no date form uses becomes one space.
std::string Normalize(std::string_view text) {
  constexpr std::string_view kKept = "-+',./:@[]";
  std::string out;
  bool in_gap = false;
  while (!text.empty()) {
    const CodePoint c = DecodeUtf8(text);
    const bool kept = c.value < 0x80 ? IsAlnum(text[0]) || kKept.find(text[0]) != std::string_view::npos
                                     : c.valid && u_isalnum(static_cast<UChar32>(c.value));
    if (kept) {
      for (const char byte : text.substr(0, c.size)) out += ToLower(byte);
    } else if (!in_gap) {
      out += ' ';
    }
    in_gap = !kept;
    text.remove_prefix(c.size);
  }
  return out;
}

int64_t NumberOf(std::string_view digits) {
  const bool negative = !digits.empty() && digits[0] == '-';
  if (!digits.empty() && IsSign(digits[0])) digits.remove_prefix(1);
  int64_t number = 0;
  for (const char c : digits) number = std::min<int64_t>(number * 10 + (c - '0'), int64_t{1} << 56);
  return negative ? -number : number;
}

int32_t NanosecondsOf(std::string_view digits) {
  std::string nine(digits.substr(0, 9));
  nine.resize(9, '0');
  return static_cast<int32_t>(NumberOf(nine));
}

// Reads a normalized text from one place onwards. The functions that take something say whether it was there and
// leave the place alone where it was not.
class Scanner {
 public:
  Scanner(std::string_view text, size_t at) : text_(text), at_(at) {}

  size_t at() const { return at_; }
  void Return(size_t at) { at_ = at; }
  std::string_view From(size_t start) const { return text_.substr(start, at_ - start); }
  bool AtEnd() const { return at_ == text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }

  // \b
  bool AtBoundary() const {
    const bool before = at_ > 0 && IsWordByte(text_[at_ - 1]);
    return before != (!AtEnd() && IsWordByte(text_[at_]));
  }
  bool Take(char c) {
    if (AtEnd() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool Take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  template <class Accepts>
  size_t TakeWhile(Accepts accepts) {
    const size_t start = at_;
    while (!AtEnd() && accepts(text_[at_])) ++at_;
    return at_ - start;
  }
  void SkipSpace() { TakeWhile(IsSpace); }
  // \d{least,most}
  bool TakeDigits(std::string_view& digits, size_t least = 1, size_t most = kLongestText * 4) {
    const size_t start = at_;
    while (!AtEnd() && IsDigit(text_[at_]) && at_ - start < most) ++at_;
    if (at_ - start < least) return Return(start), false;
    digits = From(start);
    return true;
  }
  // '? -? \d+ with the parts that are allowed, as one text.
  bool TakeNumber(std::string_view& number, bool quote, std::string_view signs) {
    const size_t start = at_;
    if (quote) Take('\'');
    if (!AtEnd() && signs.find(text_[at_]) != std::string_view::npos) ++at_;
    std::string_view digits;
    if (!TakeDigits(digits)) return Return(start), false;
    number = From(start);
    return true;
  }
  // The number of the name that begins here, or -1.
  template <size_t n>
  int TakeName(const std::array<std::string_view, n>& names) {
    for (size_t i = 0; i < n; ++i) {
      if (Take(names[i])) return static_cast<int>(i);
    }
    return -1;
  }

 private:
  std::string_view text_;
  size_t at_;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(Normalize(text)) {}

  DateParts Run();

 private:
  using Form = bool (Parser::*)(Scanner&);

  // Tries `form` at each place; where it fits, a space takes the place of what it matched.
  bool Find(Form form);

  bool Weekday(Scanner& scanner);
  bool TimeOfDay(Scanner& scanner);
  bool European(Scanner& scanner);
  bool American(Scanner& scanner);
  bool Iso(Scanner& scanner);
  bool IsoWeek(Scanner& scanner);
  bool IsoWeekday(Scanner& scanner);
  bool IsoMonthDay(Scanner& scanner);
  bool IsoMonth(Scanner& scanner);
  bool IsoYearDay(Scanner& scanner);
  bool IsoDayOfYear(Scanner& scanner);
  bool Japanese(Scanner& scanner);
  bool VmsDayFirst(Scanner& scanner);
  bool VmsMonthFirst(Scanner& scanner);
  bool Slashes(Scanner& scanner);
  bool Dots(Scanner& scanner);
  bool QuotedYear(Scanner& scanner);
  bool MonthAlone(Scanner& scanner);
  bool OrdinalDay(Scanner& scanner);
  bool Digits(Scanner& scanner);
  bool BeforeChrist(Scanner& scanner);
  void LoneNumber();

  void ReadClock(std::string_view text);
  void ReadDigits(std::string_view sign, std::string_view digits, bool from_end);
  // Which of three written parts is the year, month and day. Empty: not given.
  void Assign(std::string year, std::string month, std::string day, bool before_christ);

  std::string text_;
  DateParts parts_;
  bool before_christ_ = false;
  bool complete_century_ = true;
};

bool Parser::Find(Form form) {
  for (size_t at = 0; at <= text_.size(); ++at) {
    Scanner scanner(text_, at);
    if ((this->*form)(scanner)) {
      text_.replace(at, scanner.at() - at, " ");
      return true;
    }
  }
  return false;
}

bool Parser::Weekday(Scanner& scanner) {
  if (!scanner.AtBoundary()) return false;
  const int day = scanner.TakeName(kWeekdays);
  if (day < 0) return false;
  scanner.TakeWhile([](char c) { return c != '-' && c != '/' && !IsDigit(c) && !IsSpace(c); });
  parts_.weekday = day;
  return true;
}

// [ap](?:m\b|\.m\.)
bool TakeMeridian(Scanner& scanner) {
  const size_t start = scanner.at();
  if (scanner.Take('a') || scanner.Take('p')) {
    if (scanner.Take(".m.") || (scanner.Take('m') && scanner.AtBoundary())) return true;
  }
  return scanner.Return(start), false;
}

// 10:20, 10:20:30.5
bool TakeColonTime(Scanner& scanner) {
  const size_t start = scanner.at();
  std::string_view digits;
  const auto part = [&] {
    const size_t before = scanner.at();
    scanner.SkipSpace();
    if (scanner.Take(':')) {
      scanner.SkipSpace();
      if (scanner.TakeDigits(digits)) return true;
    }
    return scanner.Return(before), false;
  };
  if (!scanner.TakeDigits(digits) || !part()) return scanner.Return(start), false;
  if (part() && (scanner.Take(',') || scanner.Take('.'))) scanner.TakeDigits(digits);
  return true;
}

// 10h, 10h20m30s
bool TakeLetterTime(Scanner& scanner) {
  const size_t start = scanner.at();
  std::string_view digits;
  if (!scanner.TakeDigits(digits)) return false;
  scanner.SkipSpace();
  if (!scanner.Take('h')) return scanner.Return(start), false;
  for (const char letter : {'m', 's'}) {
    const size_t before = scanner.at();
    scanner.SkipSpace();
    if (!scanner.TakeDigits(digits)) return scanner.Return(before), true;
    scanner.Take(letter);
  }
  return true;
}

// gmt+9, +09:00, -7
bool TakeOffset(Scanner& scanner) {
  const size_t start = scanner.at();
  if (!scanner.Take("gmt") && !scanner.Take("utc")) scanner.Take("ut");
  std::string_view digits;
  if (!IsSign(scanner.Peek())) return scanner.Return(start), false;
  scanner.Return(scanner.at() + 1);
  if (!scanner.TakeDigits(digits)) return scanner.Return(start), false;
  const size_t whole = scanner.at();
  if (!scanner.Take(',') && !scanner.Take('.') && !scanner.Take(':')) return true;
  if (!scanner.TakeDigits(digits)) return scanner.Return(whole), true;
  const size_t minutes = scanner.at();
  if (!scanner.Take(':') || !scanner.TakeDigits(digits)) scanner.Return(minutes);
  return true;
}

// "eastern daylight time", "est", "est dst"
bool TakeZoneName(Scanner& scanner) {
  const size_t start = scanner.at();
  const size_t run = scanner.TakeWhile([](char c) { return IsLetterByte(c) || c == '.' || IsSpace(c); });
  for (size_t size = run; size > 0; --size) {
    scanner.Return(start + size);
    if ((scanner.Take("standard") || scanner.Take("daylight")) && IsSpace(scanner.Peek())) {
      scanner.Return(scanner.at() + 1);
      if (scanner.Take("time") && scanner.AtBoundary()) return true;
    }
  }
  scanner.Return(start);
  if (scanner.TakeWhile(IsLetterByte) == 0) return false;
  const size_t name = scanner.at();
  if (IsSpace(scanner.Peek())) {
    scanner.Return(name + 1);
    if (scanner.Take("dst") && scanner.AtBoundary()) return true;
    scanner.Return(name);
  }
  if (scanner.AtBoundary()) return true;
  return scanner.Return(start), false;
}

bool Parser::TimeOfDay(Scanner& scanner) {
  const size_t start = scanner.at();
  if (TakeColonTime(scanner) || TakeLetterTime(scanner)) {
    const size_t clock = scanner.at();
    scanner.SkipSpace();
    if (!TakeMeridian(scanner)) scanner.Return(clock);
  } else {
    std::string_view digits;
    if (!scanner.TakeDigits(digits)) return false;
    scanner.SkipSpace();
    if (!TakeMeridian(scanner)) return false;
  }
  const std::string clock(scanner.From(start));
  const size_t end = scanner.at();
  scanner.SkipSpace();
  const size_t zone = scanner.at();
  if (TakeOffset(scanner) || TakeZoneName(scanner)) {
    parts_.zone = scanner.From(zone);
  } else {
    scanner.Return(end);
  }
  ReadClock(clock);
  return true;
}

// (\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])...)?
void Parser::ReadClock(std::string_view text) {
  Scanner scanner(text, 0);
  std::string_view digits;
  scanner.TakeDigits(digits);
  int64_t hour = NumberOf(digits);
  scanner.Take('h');
  const auto next = [&](std::optional<int64_t>& part) {
    const size_t before = scanner.at();
    scanner.SkipSpace();
    scanner.Take(':');
    scanner.SkipSpace();
    if (!scanner.TakeDigits(digits)) return scanner.Return(before), false;
    part = NumberOf(digits);
    return true;
  };
  if (next(parts_.minute)) {
    scanner.Take('m');
    if (next(parts_.second)) {
      if (scanner.Take(',') || scanner.Take('.')) {
        std::string_view fraction;
        scanner.TakeDigits(fraction);
        if (!fraction.empty()) parts_.nanoseconds = NanosecondsOf(fraction);
      }
      scanner.Take('s');
    }
  }
  scanner.SkipSpace();
  const char half = scanner.Peek();
  if (half == 'a' || half == 'p') hour = hour % 12 + (half == 'p' ? 12 : 0);
  parts_.hour = hour;
}

// (c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?
std::string_view TakeEra(Scanner& scanner) {
  const size_t start = scanner.at();
  for (const std::string_view era : {"ce", "c.e.", "bce", "b.c.e.", "ad", "a.d.", "bc", "b.c."}) {
    if (scanner.Take(era)) return scanner.From(start);
  }
  return {};
}

// \s*(era)?\s*(year), all or nothing.
bool TakeEraAndYear(Scanner& scanner, bool ordinal, std::string_view& era, std::string_view& year) {
  const size_t start = scanner.at();
  scanner.SkipSpace();
  era = TakeEra(scanner);
  scanner.SkipSpace();
  const size_t number = scanner.at();
  if (!scanner.TakeNumber(year, true, "-")) return era = {}, scanner.Return(start), false;
  const size_t digits = scanner.at();
  if (ordinal) {
    const bool suffixed = scanner.Take("st") || scanner.Take("nd") || scanner.Take("rd") || scanner.Take("th");
    if (!suffixed || !scanner.AtBoundary()) scanner.Return(digits);
    year = scanner.From(number);
  }
  return true;
}

// 5th of jan? no: 5 jan 2015, 5jan, 5th jan bc 15
bool Parser::European(Scanner& scanner) {
  std::string_view day;
  if (!scanner.TakeNumber(day, true, "")) return false;
  const auto in_word = [](char c) { return c != '-' && !IsDigit(c) && !IsSpace(c); };
  const size_t word = scanner.at();
  const size_t longest = scanner.TakeWhile(in_word);
  int month = -1;
  for (size_t size = longest + 1; month < 0 && size-- > 0;) {
    scanner.Return(word + size);
    scanner.SkipSpace();
    month = scanner.TakeName(kMonths);
  }
  if (month < 0) return false;
  scanner.TakeWhile([&](char c) { return in_word(c) && c != '\''; });
  std::string_view era;
  std::string_view year;
  TakeEraAndYear(scanner, true, era, year);
  Assign(std::string(year), std::to_string(month + 1), std::string(day), era.starts_with('b'));
  return true;
}

// jan 5, 2015
bool Parser::American(Scanner& scanner) {
  if (!scanner.AtBoundary()) return false;
  const int month = scanner.TakeName(kMonths);
  if (month < 0) return false;
  const auto in_word = [](char c) { return c != '-' && c != '\'' && !IsDigit(c) && !IsSpace(c); };
  scanner.TakeWhile(in_word);
  scanner.SkipSpace();
  std::string_view day;
  if (!scanner.TakeNumber(day, true, "")) return false;
  scanner.TakeWhile(in_word);
  const size_t end = scanner.at();
  scanner.SkipSpace();
  scanner.Take(',');
  std::string_view era;
  std::string_view year;
  if (!TakeEraAndYear(scanner, false, era, year)) scanner.Return(end);
  Assign(std::string(year), std::to_string(month + 1), std::string(day), era.starts_with('b'));
  return true;
}

// 2015-01-05
bool Parser::Iso(Scanner& scanner) {
  std::string_view year, month, day;
  if (!scanner.TakeNumber(year, true, "-+") || !scanner.Take('-') || !scanner.TakeDigits(month) || !scanner.Take('-') ||
      !scanner.TakeNumber(day, true, "-")) {
    return false;
  }
  Assign(std::string(year), std::string(month), std::string(day), false);
  return true;
}

// \b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b
bool Parser::IsoWeek(Scanner& scanner) {
  if (!scanner.AtBoundary()) return false;
  const size_t start = scanner.at();
  for (const size_t digits : {size_t{2}, size_t{4}, size_t{0}}) {
    scanner.Return(start);
    std::string_view year, week, day;
    if (!scanner.TakeDigits(year, digits, digits)) continue;
    scanner.Take('-');
    if (!scanner.Take('w') || !scanner.TakeDigits(week, 2, 2)) continue;
    const size_t end = scanner.at();
    scanner.Take('-');
    if (!scanner.TakeDigits(day, 1, 1) || !scanner.AtBoundary()) {
      day = {};
      scanner.Return(end);
    }
    if (!scanner.AtBoundary()) continue;
    if (!year.empty()) parts_.week_year = NumberOf(year);
    parts_.week = NumberOf(week);
    if (!day.empty()) parts_.week_weekday = static_cast<int>(NumberOf(day));
    return true;
  }
  return false;
}

bool Parser::IsoWeekday(Scanner& scanner) {
  std::string_view day;
  if (!scanner.Take("-w-") || !scanner.TakeDigits(day, 1, 1) || !scanner.AtBoundary()) return false;
  parts_.week_weekday = static_cast<int>(NumberOf(day));
  return true;
}

// --(\d{2})?-(\d{2})\b
bool Parser::IsoMonthDay(Scanner& scanner) {
  std::string_view month, day;
  if (!scanner.Take("--")) return false;
  scanner.TakeDigits(month, 2, 2);
  if (!scanner.Take('-') || !scanner.TakeDigits(day, 2, 2) || !scanner.AtBoundary()) return false;
  if (!month.empty()) parts_.month = NumberOf(month);
  parts_.day = NumberOf(day);
  return true;
}

// --(\d{2})(\d{2})?\b
bool Parser::IsoMonth(Scanner& scanner) {
  std::string_view month, day;
  if (!scanner.Take("--") || !scanner.TakeDigits(month, 2, 2)) return false;
  scanner.TakeDigits(day, 2, 2);
  if (!scanner.AtBoundary()) return false;
  parts_.month = NumberOf(month);
  if (!day.empty()) parts_.day = NumberOf(day);
  return true;
}

// \b(\d{2}|\d{4})-(\d{3})\b
bool TakeYearAndDay(Scanner& scanner, std::string_view& year, std::string_view& day) {
  const size_t start = scanner.at();
  for (const size_t digits : {size_t{2}, size_t{4}}) {
    scanner.Return(start);
    if (scanner.TakeDigits(year, digits, digits) && scanner.Take('-') && scanner.TakeDigits(day, 3, 3) &&
        scanner.AtBoundary()) {
      return true;
    }
  }
  return scanner.Return(start), false;
}

// 2015-109, unless a comma or a full stop stands before one.
bool Parser::IsoYearDay(Scanner& scanner) {
  std::string_view year, day;
  if (!scanner.AtBoundary() || !TakeYearAndDay(scanner, year, day)) return false;
  for (size_t at = 1; at < text_.size(); ++at) {
    Scanner other(text_, at);
    std::string_view ignored;
    if ((text_[at - 1] == ',' || text_[at - 1] == '.') && TakeYearAndDay(other, ignored, ignored)) return false;
  }
  parts_.year = NumberOf(year);
  parts_.day_of_year = NumberOf(day);
  return true;
}

// -109, unless a digit stands before one.
bool Parser::IsoDayOfYear(Scanner& scanner) {
  std::string_view day;
  if (scanner.at() > 0 && IsDigit(text_[scanner.at() - 1])) return false;
  if (!scanner.AtBoundary() || !scanner.Take('-') || !scanner.TakeDigits(day, 3, 3) || !scanner.AtBoundary()) {
    return false;
  }
  parts_.day_of_year = NumberOf(day);
  return true;
}

// h27.01.05: the years of Japanese eras
bool Parser::Japanese(Scanner& scanner) {
  constexpr std::string_view kEras = "mtshr";
  constexpr int kYearBefore[] = {1867, 1911, 1925, 1988, 2018};
  if (!scanner.AtBoundary()) return false;
  const size_t era = kEras.find(scanner.Peek());
  if (scanner.AtEnd() || era == std::string_view::npos) return false;
  scanner.Return(scanner.at() + 1);
  std::string_view year, month, day;
  if (!scanner.TakeDigits(year) || !scanner.Take('.') || !scanner.TakeDigits(month) || !scanner.Take('.') ||
      !scanner.TakeDigits(day)) {
    return false;
  }
  parts_.year = NumberOf(year) + kYearBefore[era];
  parts_.month = NumberOf(month);
  parts_.day = NumberOf(day);
  return true;
}

bool InVmsMonth(char c) { return c != '-' && c != '/' && c != '.'; }

// 5-jan-2015
bool Parser::VmsDayFirst(Scanner& scanner) {
  std::string_view day, year;
  if (!scanner.TakeNumber(day, true, "-") || !scanner.Take('-')) return false;
  const int month = scanner.TakeName(kMonths);
  if (month < 0) return false;
  scanner.TakeWhile(InVmsMonth);
  if (!scanner.Take('-') || !scanner.TakeNumber(year, true, "-")) return false;
  Assign(std::string(year), std::to_string(month + 1), std::string(day), false);
  return true;
}

// jan-5-2015, jan-5
bool Parser::VmsMonthFirst(Scanner& scanner) {
  if (!scanner.AtBoundary()) return false;
  const int month = scanner.TakeName(kMonths);
  if (month < 0) return false;
  scanner.TakeWhile(InVmsMonth);
  std::string_view day, year;
  if (!scanner.Take('-') || !scanner.TakeNumber(day, true, "-")) return false;
  const size_t end = scanner.at();
  if (!scanner.Take('-') || !scanner.TakeNumber(year, true, "-")) scanner.Return(end);
  Assign(std::string(year), std::to_string(month + 1), std::string(day), false);
  return true;
}

// 2015/1/5, 3/4/2015, 3/4
bool Parser::Slashes(Scanner& scanner) {
  std::string_view first, second, third;
  if (!scanner.TakeNumber(first, true, "-") || !scanner.Take('/')) return false;
  scanner.SkipSpace();
  if (!scanner.TakeNumber(second, true, "")) return false;
  const size_t end = scanner.at();
  // Any character that is no digit may stand before the third part; none of them begins it.
  if (!scanner.AtEnd()) {
    scanner.Return(end + DecodeUtf8(std::string_view(text_).substr(end)).size);
    scanner.SkipSpace();
  }
  if (scanner.at() == end || !scanner.TakeNumber(third, true, "-")) scanner.Return(end);
  Assign(std::string(first), std::string(second), std::string(third), false);
  return true;
}

// 04.05.2015
bool Parser::Dots(Scanner& scanner) {
  std::string_view first, second, third;
  if (!scanner.TakeNumber(first, true, "-") || !scanner.Take('.')) return false;
  scanner.SkipSpace();
  if (!scanner.TakeNumber(second, true, "") || !scanner.Take('.')) return false;
  scanner.SkipSpace();
  if (!scanner.TakeNumber(third, true, "-")) return false;
  Assign(std::string(first), std::string(second), std::string(third), false);
  return true;
}

bool Parser::QuotedYear(Scanner& scanner) {
  std::string_view year;
  if (!scanner.Take('\'') || !scanner.TakeDigits(year) || !scanner.AtBoundary()) return false;
  parts_.year = NumberOf(year);
  return true;
}

bool Parser::MonthAlone(Scanner& scanner) {
  if (!scanner.AtBoundary()) return false;
  const int month = scanner.TakeName(kMonths);
  if (month < 0) return false;
  scanner.TakeWhile([](char c) { return !IsSpace(c); });
  parts_.month = month + 1;
  return true;
}

bool Parser::OrdinalDay(Scanner& scanner) {
  std::string_view day;
  if (!scanner.TakeDigits(day)) return false;
  if (!scanner.Take("st") && !scanner.Take("nd") && !scanner.Take("rd") && !scanner.Take("th")) return false;
  if (!scanner.AtBoundary()) return false;
  parts_.day = NumberOf(day);
  return true;
}

// \s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\])
bool TakeDigitsZone(Scanner& scanner, std::string& zone) {
  scanner.SkipSpace();
  const size_t start = scanner.at();
  std::string_view digits;
  if (scanner.Take('z') && scanner.AtBoundary()) return zone = "z", true;
  scanner.Return(start);
  if (IsSign(scanner.Peek())) {
    scanner.Return(start + 1);
    if (scanner.TakeDigits(digits, 1, 4) && scanner.AtBoundary()) return zone = scanner.From(start), true;
    scanner.Return(start);
  }
  if (!scanner.Take('[')) return false;
  const size_t inner = scanner.at();
  if (IsSign(scanner.Peek())) scanner.Return(inner + 1);
  if (!IsDigit(scanner.Peek())) return scanner.Return(start), false;
  scanner.TakeWhile([](char c) { return c != ']'; });
  zone = scanner.From(inner);
  if (!scanner.Take(']')) return zone.clear(), scanner.Return(start), false;
  // [-5:EST] names the zone itself.
  const size_t colon = zone.find(':');
  if (colon != std::string::npos) {
    zone.erase(0, colon + 1);
  } else if (IsDigit(zone[0])) {
    zone.insert(0, "+");
  }
  return true;
}

// 20150105T102030.5+0900 and shorter: what the digits mean depends on how many they are.
bool Parser::Digits(Scanner& scanner) {
  const size_t start = scanner.at();
  if (IsSign(scanner.Peek())) scanner.Return(start + 1);
  const std::string sign(scanner.From(start));
  std::string_view view;
  if (!scanner.TakeDigits(view, 2, 14)) return false;
  const std::string digits(view);
  scanner.SkipSpace();
  scanner.Take('t');
  scanner.SkipSpace();
  std::string_view clock;
  const bool has_clock = scanner.TakeDigits(clock, 2, 6);
  const std::string time(clock);
  const bool has_fraction = scanner.Take(',') || scanner.Take('.');
  std::string_view fraction;
  if (has_fraction) scanner.TakeDigits(fraction);
  if (has_fraction) parts_.nanoseconds = NanosecondsOf(fraction);
  TakeDigitsZone(scanner, parts_.zone);

  // Before a fraction stand seconds, so the digits are read from their end.
  ReadDigits(sign, digits, !has_clock && has_fraction);
  if (!has_clock) return true;
  std::optional<int64_t>* const forward[] = {&parts_.hour, &parts_.minute, &parts_.second};
  std::optional<int64_t>* const backward[] = {&parts_.second, &parts_.minute, &parts_.hour};
  if (time.size() % 2 == 0) {
    for (size_t i = 0; i < time.size() / 2; ++i) {
      if (has_fraction) {
        *backward[i] = NumberOf(std::string_view(time).substr(time.size() - 2 * (i + 1), 2));
      } else {
        *forward[i] = NumberOf(std::string_view(time).substr(2 * i, 2));
      }
    }
  }
  return true;
}

void Parser::ReadDigits(std::string_view sign, std::string_view digits, bool from_end) {
  const size_t size = digits.size();
  const auto part = [digits](size_t start, size_t count) { return NumberOf(digits.substr(start, count)); };
  const auto year = [&](size_t count) {
    parts_.year = sign == "-" ? -part(0, count) : part(0, count);
    if (size >= 8) complete_century_ = false;
  };
  if (from_end) {
    std::optional<int64_t>* const units[] = {&parts_.second, &parts_.minute, &parts_.hour,
                                             &parts_.day,    &parts_.month,  &parts_.year};
    if (size == 9 || size == 11 || size == 13) return;
    size_t end = size;
    for (size_t i = 0; i < std::size(units) && end > 0; ++i) {
      const size_t width = i == 5 ? end : std::min<size_t>(2, end);
      *units[i] = part(end - width, width);
      end -= width;
    }
    if (size == 12 && sign == "-") parts_.year = -*parts_.year;
    if (size == 14) year(4);
    return;
  }
  switch (size) {
    case 2:
      parts_.day = part(0, 2);
      return;
    case 3:
      parts_.day_of_year = part(0, 3);
      return;
    case 4:
      parts_.month = part(0, 2);
      parts_.day = part(2, 2);
      return;
    case 5:
      year(2);
      parts_.day_of_year = part(2, 3);
      return;
    case 6:
      year(2);
      parts_.month = part(2, 2);
      parts_.day = part(4, 2);
      return;
    case 7:
      year(4);
      parts_.day_of_year = part(4, 3);
      return;
    case 8:
    case 10:
    case 12:
    case 14:
      year(4);
      parts_.month = part(4, 2);
      parts_.day = part(6, 2);
      if (size >= 10) parts_.hour = part(8, 2);
      if (size >= 12) parts_.minute = part(10, 2);
      if (size >= 14) parts_.second = part(12, 2);
      return;
    default:
      return;
  }
}

bool Parser::BeforeChrist(Scanner& scanner) {
  if (!scanner.AtBoundary()) return false;
  const size_t start = scanner.at();
  for (const std::string_view era : {"bc", "bce"}) {
    if (scanner.Take(era) && scanner.AtBoundary()) return before_christ_ = true;
    scanner.Return(start);
  }
  if (!scanner.Take("b.c.")) return false;
  return before_christ_ = true;
}

// What is left is one number: the day where only a time was found, the hour where only a day was.
void Parser::LoneNumber() {
  const std::string_view rest = Strip(text_);
  if (rest.empty() || rest.size() > 2 || !std::all_of(rest.begin(), rest.end(), IsDigit)) return;
  const int64_t number = NumberOf(rest);
  if (parts_.hour && !parts_.day) {
    if (number >= 1 && number <= 31) parts_.day = number;
  } else if (parts_.day && !parts_.hour) {
    if (number <= 24) parts_.hour = number;
  }
}

bool StartsQuoted(const std::string& part) { return !part.empty() && part[0] == '\''; }

// The sign and digits within a part, such as -5 of "'-5th".
std::string_view DigitsWithSign(const std::string& part, bool& something_follows) {
  size_t start = 0;
  while (start < part.size() && !IsSign(part[start]) && !IsDigit(part[start])) ++start;
  size_t end = start + (start < part.size() && IsSign(part[start]) ? 1 : 0);
  while (end < part.size() && IsDigit(part[end])) ++end;
  something_follows = end < part.size();
  return std::string_view(part).substr(start, end - start);
}

std::optional<int64_t> PlainNumber(const std::string& part) {
  size_t start = 0;
  while (start < part.size() && !IsDigit(part[start])) ++start;
  size_t end = start;
  while (end < part.size() && IsDigit(part[end])) ++end;
  return NumberOf(std::string_view(part).substr(start, end - start));
}

void Parser::Assign(std::string year, std::string month, std::string day, bool before_christ) {
  if (!year.empty() && !month.empty() && day.empty()) {
    day = std::exchange(month, std::exchange(year, std::string()));
  }
  if (year.empty() && (day.size() > 2 || StartsQuoted(day))) year.swap(day);
  if (!year.empty()) {
    bool something_follows = false;
    const std::string digits(DigitsWithSign(year, something_follows));
    if (something_follows) {
      year = day;
      day = digits;
    }
  }
  if (!month.empty() && (StartsQuoted(month) || month.size() > 2)) {
    std::string old_year = std::exchange(year, month);
    month = std::exchange(day, old_year);
  }
  if (!day.empty() && (StartsQuoted(day) || day.size() > 2)) year.swap(day);
  if (!year.empty()) {
    bool something_follows = false;
    const std::string_view digits = DigitsWithSign(year, something_follows);
    const bool has_sign = !digits.empty() && IsSign(digits[0]);
    if (has_sign || digits.size() > 2) complete_century_ = false;
    parts_.year = NumberOf(digits);
    if (before_christ) before_christ_ = true;
  }
  if (!month.empty()) parts_.month = PlainNumber(month);
  if (!day.empty()) parts_.day = PlainNumber(day);
}

void CompleteCentury(std::optional<int64_t>& year) {
  if (year && *year >= 0 && *year <= 99) *year += *year >= 69 ? 1900 : 2000;
}

DateParts Parser::Run() {
  Find(&Parser::Weekday);
  Find(&Parser::TimeOfDay);
  static constexpr Form kForms[] = {
      &Parser::European,      &Parser::American,   &Parser::Iso,        &Parser::Japanese,     &Parser::VmsDayFirst,
      &Parser::VmsMonthFirst, &Parser::Slashes,    &Parser::Dots,       &Parser::IsoWeek,      &Parser::IsoWeekday,
      &Parser::IsoMonthDay,   &Parser::IsoMonth,   &Parser::IsoYearDay, &Parser::IsoDayOfYear, &Parser::QuotedYear,
      &Parser::MonthAlone,    &Parser::OrdinalDay, &Parser::Digits};
  for (const Form form : kForms) {
    if (Find(form)) break;
  }
  Find(&Parser::BeforeChrist);
  LoneNumber();
  if (before_christ_) {
    if (parts_.week_year) parts_.week_year = 1 - *parts_.week_year;
    if (parts_.year) parts_.year = 1 - *parts_.year;
  }
  if (complete_century_) {
    CompleteCentury(parts_.week_year);
    CompleteCentury(parts_.year);
  }
  return parts_;
}

// --- What most sites write: 2015-01-05, 2015-01-05 10:20:30 +0100, 2015-01-05T10:20:30Z. The forms above make the same
// of it, in twenty times the time.

// Whether the text begins as `shape` says: d is a digit, all else itself.
bool HasShape(std::string_view text, std::string_view shape) {
  if (text.size() < shape.size()) return false;
  for (size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == 'd' ? !IsDigit(text[i]) : text[i] != shape[i]) return false;
  }
  return true;
}

bool IsIsoZone(std::string_view text) {
  return text.empty() || text == "Z" || (text.size() == 5 && (HasShape(text, "+dddd") || HasShape(text, "-dddd"))) ||
         (text.size() == 6 && (HasShape(text, "+dd:dd") || HasShape(text, "-dd:dd")));
}

std::optional<DateParts> ParseIso(std::string_view text) {
  if (!HasShape(text, "dddd-dd-dd")) return std::nullopt;
  const auto part = [text](size_t at, size_t size) { return NumberOf(text.substr(at, size)); };
  DateParts parts;
  parts.year = part(0, 4);
  parts.month = part(5, 2);
  parts.day = part(8, 2);
  if (text.size() == 10) return parts;
  if ((text[10] != 'T' && text[10] != ' ') || !HasShape(text.substr(11), "dd:dd:dd")) return std::nullopt;
  parts.hour = part(11, 2);
  parts.minute = part(14, 2);
  parts.second = part(17, 2);
  std::string_view zone = text.substr(19);
  if (zone.size() > 1 && zone[0] == ' ') zone.remove_prefix(1);
  if (!IsIsoZone(zone)) return std::nullopt;
  parts.zone = zone == "Z" ? "z" : zone;
  return parts;
}

}  // namespace

std::optional<DateParts> ParseDateParts(std::string_view text) {
  if (std::optional<DateParts> iso = ParseIso(text)) return iso;
  if (CharacterCount(text) > kLongestText) return std::nullopt;
  return Parser(text).Run();
}

}  // namespace tincture
