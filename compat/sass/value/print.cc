#include "compat/sass/value/print.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "compat/sass/error.h"
#include "compat/sass/value/color.h"
#include "compat/sass/value/map.h"
#include "compat/sass/value/number.h"
#include "compat/sass/value/operations.h"

namespace tincture::compat::sass {

namespace {

// ---- numbers

// Digits and the place of the point among them: 0.0123 is "123" at -1, 120 is "12" at 3.
struct Decimal {
  char digits[24];
  int size = 0;
  int point = 0;
};

Decimal ShortestDecimal(double number) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof(text), number, std::chars_format::scientific).ptr;
  Decimal decimal;
  const char* at = text;
  for (; at != end && *at != 'e'; ++at) {
    if (*at != '.') decimal.digits[decimal.size++] = *at;
  }
  int exponent = 0;
  std::from_chars(at + (at[1] == '+' ? 2 : 1), end, exponent);
  decimal.point = exponent + 1;
  while (decimal.size > 1 && decimal.digits[decimal.size - 1] == '0') --decimal.size;
  return decimal;
}

// Rounds half up to `places` digits after the point.
void Round(Decimal& decimal, int places) {
  const int keep = decimal.point + places;
  if (keep >= decimal.size) return;
  if (keep < 0) {
    decimal.size = 0;
    return;
  }
  const bool up = decimal.digits[keep] >= '5';
  decimal.size = keep;
  if (up) {
    int i = keep - 1;
    while (i >= 0 && decimal.digits[i] == '9') --i;
    if (i < 0) {
      decimal.digits[0] = '1';
      decimal.size = 1;
      ++decimal.point;
      return;
    }
    ++decimal.digits[i];
    decimal.size = i + 1;
  }
  while (decimal.size > 0 && decimal.digits[decimal.size - 1] == '0') --decimal.size;
}

void AppendDecimal(const Decimal& decimal, bool leading_zero, std::string& out) {
  if (decimal.size == 0) {
    out += '0';
    return;
  }
  if (decimal.point <= 0) {
    if (leading_zero) out += '0';
    out += '.';
    out.append(static_cast<size_t>(-decimal.point), '0');
    out.append(decimal.digits, static_cast<size_t>(decimal.size));
    return;
  }
  const int whole = std::min(decimal.point, decimal.size);
  out.append(decimal.digits, static_cast<size_t>(whole));
  out.append(static_cast<size_t>(decimal.point - whole), '0');
  if (decimal.size <= whole) return;
  out += '.';
  out.append(decimal.digits + whole, static_cast<size_t>(decimal.size - whole));
}

bool AppendSmallInteger(double number, std::string& out) {
  if (!(std::abs(number) < 9.2e18) || number != std::trunc(number) || (number == 0 && std::signbit(number)))
    return false;
  char text[24];
  const auto end = std::to_chars(text, text + sizeof(text), static_cast<int64_t>(number)).ptr;
  out.append(text, end);
  return true;
}

class Printer {
 public:
  Printer(const ValueContext& context, std::string& out, bool compressed, bool inspect)
      : context_(context), rules_(context.dialect.values), out_(out), compressed_(compressed), inspect_(inspect) {}

  void Print(const Value& value);
  void PrintDouble(double number, bool literal = false);
  void PrintQuoted(std::string_view text);
  void PrintUnquoted(std::string_view text);
  void PrintColor(const Value& value);
  void set_quote(bool quote) { quote_ = quote; }
  void set_any_units(bool any) { any_units_ = any; }
  void set_drop_brackets(bool drop) { drop_brackets_ = drop; }
  void set_events(MapEvents* events) { events_ = events; }
  void set_spaced(bool spaced) { spaced_ = spaced; }

 private:
  void PrintKind(const Value& value);
  void PrintShortest(double number);
  void PrintFixed(double number, bool literal);
  void PrintRoundedDouble(double number, bool literal);
  void PrintNumber(const Value& value);
  void PrintComplexUnits(const Value& value);
  void PrintCssQuoted(std::string_view text);
  void PrintEscape(uint32_t character, std::string_view rest);
  void PrintList(const Value& value);
  void PrintItems(std::span<const Value> items, Separator separator);
  void PrintItem(const Value& item, Separator separator);
  void PrintListWithFlags(const Value& value);
  bool ItemNeedsParens(const Value& item, Separator separator) const;
  bool LeavesOut(const Value& item) const;
  void PrintMap(const MapBody& map);
  void PrintMapPart(const Value& value);
  void PrintCalculation(std::string_view name, std::span<const Value> arguments);
  void PrintCalculationValue(const Value& value);
  void PrintCalculationUnits(std::span<const std::string_view> numerators,
                             std::span<const std::string_view> denominators);
  void PrintOperation(const OperationBody& operation);
  void PrintOptionalSpace() {
    if (!compressed_) out_ += ' ';
  }
  std::string_view Comma() const { return compressed_ ? "," : ", "; }

  // Colours.
  void PrintModernColor(const Color& color);
  void PrintLegacyColor(const Color& color);
  void PrintSmallestColor(const Color& color);
  bool TryHexOrName(const Color& rgb);
  void PrintHex(const Color& rgb);
  void PrintRgb(const Color& color);
  void PrintHsl(const Color& color);
  void PrintHwb(const Color& color);
  void PrintChannel(const Color& color, int channel, std::string_view unit = {});
  void PrintChannelValue(double value, std::string_view unit);
  void PrintSlashAlpha(const Color& color);
  void PrintColorFunction(const Color& color);
  void PrintOutOfRange(const Color& color);
  void PrintByteColor(const Color& color);
  void PrintRubyColor(const Color& color);
  void PrintLibsassColor(const Color& color);

  const ValueContext& context_;
  const ValueRules& rules_;
  std::string& out_;
  bool compressed_;
  bool inspect_;
  bool quote_ = true;
  bool drop_brackets_ = false;
  bool any_units_ = false;
  MapEvents* events_ = nullptr;
  bool spaced_ = false;
  // libsass: inside a list of this kind, a further one is put in parentheses.
  bool in_space_list_ = false;
  bool in_comma_list_ = false;
};

void Printer::PrintShortest(double number) {
  if (AppendSmallInteger(number, out_)) return;
  const bool negative = std::signbit(number);
  const double magnitude = std::abs(number);
  if (magnitude == 0) {
    out_ += '0';
    return;
  }
  Decimal decimal = ShortestDecimal(magnitude);
  if (inspect_ && rules_.inspect_all_digits) {
    const std::optional<int64_t> integer = FuzzyInt(context_, number);
    if (integer) {
      out_ += std::to_string(*integer);
      return;
    }
    if (negative) out_ += '-';
    AppendDecimal(decimal, true, out_);
    return;
  }
  // Dart Sass writes short texts as they are, and looks for a zero to drop only at their very start.
  const int fraction = std::max(decimal.size - decimal.point, 0);
  const int length = std::max(decimal.point, 1) + (fraction > 0 ? fraction + 1 : 0) + (negative ? 1 : 0);
  const bool direct = length < context_.precision + 2 || fraction <= context_.precision;
  const bool keeps_zero = !compressed_ || (direct && (negative || length >= context_.precision + 2));
  Round(decimal, context_.precision);
  if (negative && decimal.size > 0) out_ += '-';
  AppendDecimal(decimal, keeps_zero, out_);
}

void Printer::PrintFixed(double number, bool literal) {
  if (AppendSmallInteger(number, out_)) return;
  if (!std::isfinite(number)) {
    out_ += std::isnan(number) ? "NaN" : "Infinity";
    return;
  }
  char text[1500];  // the largest number has 309 digits, the smallest 1,074 places
  const int places = std::min(context_.precision, 1100);
  const auto end = std::to_chars(text, text + sizeof(text), number, std::chars_format::fixed, places).ptr;
  std::string_view view(text, static_cast<size_t>(end - text));
  if (view.find('.') != view.npos) {
    while (view.ends_with('0')) view.remove_suffix(1);
    if (view.ends_with('.')) view.remove_suffix(1);
  }
  if (view == "-0") view = "0";
  if (compressed_ && !literal) {
    const bool negative = view.starts_with('-');
    if (view.substr(negative ? 1 : 0).starts_with("0.")) {
      if (negative) out_ += '-';
      view.remove_prefix(negative ? 2 : 1);
    }
  }
  out_ += view;
}

void Printer::PrintRoundedDouble(double number, bool literal) {
  if (!std::isfinite(number)) {
    out_ += std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
    return;
  }
  if (AppendSmallInteger(number, out_)) return;
  if (const std::optional<int64_t> integer = FuzzyInt(context_, number); integer && std::abs(number) < 1e15) {
    out_ += std::to_string(*integer);
    return;
  }
  const double factor = std::pow(10.0, context_.precision);
  const double rounded = std::abs(number) < 1e15 ? std::round(number * factor) / factor : number;
  if (rounded == 0) {
    out_ += '0';
    return;
  }
  if (rounded < 0) out_ += '-';
  // Ruby Sass, too, keeps the zero of what was only passed on.
  AppendDecimal(ShortestDecimal(std::abs(rounded)), !compressed_ || literal, out_);
}

void Printer::PrintDouble(double number, bool literal) {
  switch (rules_.digits) {
    case NumberDigits::kShortest:
      if (std::isfinite(number)) return PrintShortest(number);
      return PrintNumber(Value::Number(number));
    case NumberDigits::kFixed:
      return PrintFixed(number, literal);
    case NumberDigits::kRoundedDouble:
      return PrintRoundedDouble(number, literal);
  }
}

void Printer::PrintComplexUnits(const Value& value) {
  if (!inspect_ && !any_units_) Fail(Inspect(context_, value) + " isn't a valid CSS value.");
  PrintDouble(value.number());
  out_ += UnitText(context_.dialect, value.units());
}

void Printer::PrintNumber(const Value& value) {
  if (value.has_slash()) {
    Print(value.slash_left());
    out_ += spaced_ ? " / " : "/";
    return Print(value.slash_right());
  }
  const Units& units = value.units();
  if (rules_.complex_units_are_calc) {
    if (!std::isfinite(value.number()) || units.complex()) return PrintCalculation("calc", {&value, 1});
  } else if (units.complex()) {
    return PrintComplexUnits(value);
  }
  PrintDouble(value.number(), value.literal());
  if (!units.none()) out_ += units.numerators[0];
}

// ---- strings

bool IsHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// A private use character at the front of `text`: its code and its length in bytes; 0 where there is none.
uint32_t PrivateUse(std::string_view text, size_t& size) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(0) == 0xEE || (byte(0) == 0xEF && byte(1) <= 0xA3)) {  // U+E000-U+F8FF
    size = 3;
    return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  }
  if ((byte(0) == 0xF3 && byte(1) >= 0xB0) || byte(0) == 0xF4) {  // U+F0000-U+10FFFF
    size = 4;
    return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
  return 0;
}

void Printer::PrintEscape(uint32_t character, std::string_view rest) {
  char text[12];
  text[0] = '\\';
  const auto end = std::to_chars(text + 1, text + sizeof(text), character, 16).ptr;
  out_.append(text, end);
  if (!rest.empty() && (IsHexDigit(rest[0]) || rest[0] == ' ' || rest[0] == '\t')) out_ += ' ';
}

char QuoteFor(std::string_view text) {
  return text.find('"') != text.npos && text.find('\'') == text.npos ? '\'' : '"';
}

void Printer::PrintCssQuoted(std::string_view text) {
  const char quote = QuoteFor(text);
  out_ += quote;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    size_t size = 0;
    if (c == quote || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if ((byte < 0x20 && c != '\t') || byte == 0x7F) {
      PrintEscape(byte, text.substr(i + 1));
    } else if (const uint32_t code = compressed_ ? 0 : PrivateUse(text.substr(i), size)) {
      PrintEscape(code, text.substr(i + size));
      i += size - 1;
    } else {
      out_ += c;
    }
  }
  out_ += quote;
}

void Printer::PrintQuoted(std::string_view text) {
  if (rules_.escapes_unprintable) return PrintCssQuoted(text);
  const char quote = QuoteFor(text);
  out_ += quote;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      const char next = i + 1 < text.size() ? text[i + 1] : 'x';
      out_ += IsHexDigit(next) || next == ' ' || (next >= '\t' && next <= '\r') ? "\\a " : "\\a";
      continue;
    }
    if (c == quote || c == '\\') out_ += '\\';
    out_ += c;
  }
  out_ += quote;
}

// No newline, no private use character: nearly every text.
bool StaysAsItIs(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c != '\n' && static_cast<unsigned char>(c) < 0xEE; });
}

void Printer::PrintUnquoted(std::string_view text) {
  if (StaysAsItIs(text)) {
    out_ += text;
    return;
  }
  bool after_newline = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    size_t size = 0;
    if (c == '\n') {
      out_ += ' ';
      after_newline = true;
    } else if (after_newline && (c == ' ' || (!rules_.escapes_unprintable && c >= '\t' && c <= '\r'))) {
      continue;
    } else if (static_cast<unsigned char>(c) >= 0xEE && rules_.escapes_unprintable && !compressed_ &&
               PrivateUse(text.substr(i), size) != 0) {
      PrintEscape(PrivateUse(text.substr(i), size), text.substr(i + size));
      i += size - 1;
      after_newline = false;
    } else {
      out_ += c;
      after_newline = false;
    }
  }
}

// ---- lists and maps

bool Printer::LeavesOut(const Value& item) const {
  if (rules_.empty_strings_are_blank || rules_.lists_of_blanks_are_blank) return IsBlank(context_, item);
  return item.null() || (item.is_list() && !item.brackets() && item.items().empty());
}

bool Printer::ItemNeedsParens(const Value& item, Separator separator) const {
  if (!item.is_list() || item.brackets() || item.items().size() < 2) return false;
  switch (separator) {
    case Separator::kComma:
      return item.separator() == Separator::kComma;
    case Separator::kSlash:
      return item.separator() == Separator::kComma || item.separator() == Separator::kSlash;
    default:
      return item.separator() != Separator::kUndecided;
  }
}

void Printer::PrintItem(const Value& item, Separator separator) {
  const bool parens = inspect_ && ItemNeedsParens(item, separator);
  if (parens) out_ += '(';
  Print(item);
  if (parens) out_ += ')';
}

void Printer::PrintItems(std::span<const Value> items, Separator separator) {
  const std::string_view between = separator == Separator::kComma   ? (spaced_ ? ", " : Comma())
                                   : separator == Separator::kSlash ? (compressed_ ? "/" : " / ")
                                                                    : " ";
  bool first = true;
  for (const Value& item : items) {
    if (!inspect_ && LeavesOut(item)) continue;
    if (!first) out_ += between;
    first = false;
    PrintItem(item, separator);
  }
}

// libsass's inspect().
void Printer::PrintListWithFlags(const Value& value) {
  const bool comma = value.separator() == Separator::kComma;
  const std::span<const Value> items = value.items();
  const bool single = items.size() == 1 && !items[0].is_list() && !value.brackets();
  const bool parens = single || (!value.brackets() && (comma ? in_comma_list_ : in_space_list_));
  if (value.brackets() || parens) out_ += value.brackets() ? '[' : '(';
  const bool was_space = in_space_list_;
  const bool was_comma = in_comma_list_;
  (comma ? in_comma_list_ : in_space_list_) = true;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out_ += comma ? ", " : " ";
    Print(items[i]);
  }
  in_space_list_ = was_space;
  in_comma_list_ = was_comma;
  if (single || (value.brackets() && comma && items.size() == 1)) out_ += ',';
  if (value.brackets() || parens) out_ += value.brackets() ? ']' : ')';
}

void Printer::PrintList(const Value& value) {
  const bool brackets = value.brackets() && !drop_brackets_;
  if (value.items().empty() && !brackets) {
    if (!inspect_ && !rules_.empty_list_is_nothing) Fail("() isn't a valid CSS value.");
    out_ += inspect_ ? "()" : "";
    return;
  }
  if (inspect_ && rules_.inspect_tracks_lists && !value.items().empty()) return PrintListWithFlags(value);
  const Separator separator = value.separator();
  const bool single =
      inspect_ && value.items().size() == 1 && (separator == Separator::kComma || separator == Separator::kSlash);
  if (brackets) out_ += '[';
  if (single && !brackets) out_ += '(';
  PrintItems(value.items(), separator);
  if (single) out_ += separator == Separator::kComma ? ',' : '/';
  if (single && !brackets) out_ += ')';
  if (brackets) out_ += ']';
}

void Printer::PrintMapPart(const Value& value) {
  const bool parens =
      !rules_.inspect_tracks_lists && value.is_list() && value.separator() == Separator::kComma && !value.brackets();
  if (parens) out_ += '(';
  Print(value);
  if (parens) out_ += ')';
}

void Printer::PrintMap(const MapBody& map) {
  if (!inspect_) {
    if (map.entries.empty() && rules_.empty_list_is_nothing) return;
    Fail(Inspect(context_, Value::Of(&map)) + " isn't a valid CSS value.");
  }
  out_ += '(';
  bool first = true;
  for (const MapEntry& entry : map.entries) {
    if (!first) out_ += ", ";
    first = false;
    PrintMapPart(entry.key);
    out_ += ": ";
    const bool was_space = in_space_list_;
    const bool was_comma = in_comma_list_;
    in_space_list_ = in_comma_list_ = true;
    PrintMapPart(entry.value);
    in_space_list_ = was_space;
    in_comma_list_ = was_comma;
  }
  out_ += ')';
}

// ---- calculations

void Printer::PrintCalculationUnits(std::span<const std::string_view> numerators,
                                    std::span<const std::string_view> denominators) {
  const auto print = [&](char op, std::string_view unit) {
    PrintOptionalSpace();
    out_ += op;
    PrintOptionalSpace();
    out_ += '1';
    out_ += unit;
  };
  for (const std::string_view unit : numerators) print('*', unit);
  for (const std::string_view unit : denominators) print('/', unit);
}

bool IsLow(char op) { return op == '+' || op == '-'; }

void Printer::PrintOperation(const OperationBody& operation) {
  const auto parenthesized = [&](const Value& value, bool parens) {
    if (parens) out_ += '(';
    PrintCalculationValue(value);
    if (parens) out_ += ')';
  };
  const Value& left = operation.left;
  const Value& right = operation.right;
  parenthesized(left, left.kind() == Kind::kOperation && IsLow(left.operation().op) && !IsLow(operation.op));
  const bool spaces = !compressed_ || IsLow(operation.op);
  if (spaces) out_ += ' ';
  out_ += operation.op;
  if (spaces) out_ += ' ';
  bool parens = false;
  if (right.kind() == Kind::kOperation) {
    parens = operation.op == '/' || (operation.op != '+' && IsLow(right.operation().op));
  } else if (right.is_number() && operation.op == '/') {
    parens = std::isfinite(right.number()) ? right.units().complex() : right.has_units();
  }
  parenthesized(right, parens);
}

void Printer::PrintCalculationValue(const Value& value) {
  if (value.kind() == Kind::kOperation) return PrintOperation(value.operation());
  if (!value.is_number()) return Print(value);
  const Units& units = value.units();
  if (!std::isfinite(value.number())) {
    out_ += std::isnan(value.number()) ? "NaN" : value.number() > 0 ? "infinity" : "-infinity";
    return PrintCalculationUnits(units.numerators, units.denominators);
  }
  if (!units.complex()) return Print(value);
  PrintDouble(value.number());
  if (!units.numerators.empty()) out_ += units.numerators[0];
  PrintCalculationUnits(units.numerators.empty() ? units.numerators : units.numerators.subspan(1), units.denominators);
}

void Printer::PrintCalculation(std::string_view name, std::span<const Value> arguments) {
  out_ += name;
  out_ += '(';
  bool first = true;
  for (const Value& argument : arguments) {
    if (!first) out_ += Comma();
    first = false;
    PrintCalculationValue(argument);
  }
  out_ += ')';
}

// ---- colours

void Printer::PrintChannelValue(double value, std::string_view unit) {
  if (!std::isfinite(value)) return PrintNumber(Value::Number(context_.arena, value, unit));
  PrintDouble(value);
  out_ += unit;
}

void Printer::PrintChannel(const Color& color, int channel, std::string_view unit) {
  if (color.Missing(channel)) {
    out_ += "none";
    return;
  }
  PrintChannelValue(color.channels[static_cast<size_t>(channel)], unit);
}

void Printer::PrintSlashAlpha(const Color& color) {
  if (!color.Missing(3) && FuzzyEqual(context_, color.alpha, 1)) return;
  PrintOptionalSpace();
  out_ += '/';
  PrintOptionalSpace();
  if (color.Missing(3)) {
    out_ += "none";
  } else {
    PrintChannelValue(color.alpha, {});
  }
}

void Printer::PrintColorFunction(const Color& color) {
  out_ += "color(";
  out_ += NameOf(color.space);
  for (int i = 0; i < 3; ++i) {
    out_ += ' ';
    PrintChannel(color, i);
  }
  PrintSlashAlpha(color);
  out_ += ')';
}

// CSS would clamp it: a mix with nothing keeps it as it is.
void Printer::PrintOutOfRange(const Color& color) {
  out_ += "color-mix(in ";
  out_ += NameOf(color.space);
  out_ += Comma();
  PrintColorFunction(ToSpace(color, ColorSpace::kXyzD65));
  PrintOptionalSpace();
  out_ += "100%";
  out_ += Comma();
  out_ += compressed_ ? "red" : "black";
  out_ += ')';
}

void Printer::PrintModernColor(const Color& color) {
  const bool polar = color.space == ColorSpace::kLch || color.space == ColorSpace::kOklch;
  const double top = ChannelsOf(color.space)[0].high;
  const bool light_outside = !FuzzyInRange(context_, color.channels[0], 0, top).has_value();
  const bool chroma_outside = polar && FuzzyLess(context_, color.channels[1], 0);
  if (!inspect_) {
    if (light_outside && !color.Missing(1) && !color.Missing(2)) return PrintOutOfRange(color);
    if (chroma_outside && !color.Missing(0) && !color.Missing(1)) return PrintOutOfRange(color);
  }
  out_ += NameOf(color.space);
  out_ += '(';
  if (!inspect_ && (!FuzzyInRange(context_, color.channels[0], 0, 100) || chroma_outside)) {
    out_ += compressed_ ? "from red " : "from black ";
  }
  if (!compressed_ && !color.Missing(0)) {
    PrintChannelValue(color.channels[0] * 100 / top, "%");
  } else {
    PrintChannel(color, 0);
  }
  out_ += ' ';
  PrintChannel(color, 1);
  out_ += ' ';
  PrintChannel(color, 2, polar && !compressed_ ? "deg" : "");
  PrintSlashAlpha(color);
  out_ += ')';
}

bool IsHexChannel(const ValueContext& context, double channel) {
  return FuzzyInt(context, channel).has_value() && FuzzyLessOrEqual(context, 0, channel) &&
         FuzzyLess(context, channel, 256);
}

int Byte(double channel) { return static_cast<int>(std::lround(channel)); }

bool CanBeHex(const ValueContext& context, const Color& rgb) {
  return std::ranges::all_of(rgb.channels, [&](double channel) { return IsHexChannel(context, channel); });
}

void AppendHexByte(int byte, std::string& out) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += kDigits[byte >> 4 & 15];
  out += kDigits[byte & 15];
}

bool IsDouble(int byte) { return (byte & 15) == byte >> 4; }

void Printer::PrintHex(const Color& rgb) {
  const int bytes[] = {Byte(rgb.channels[0]), Byte(rgb.channels[1]), Byte(rgb.channels[2])};
  const bool is_short = compressed_ && IsDouble(bytes[0]) && IsDouble(bytes[1]) && IsDouble(bytes[2]);
  out_ += '#';
  for (const int byte : bytes) {
    if (is_short) {
      out_ += "0123456789abcdef"[byte & 15];
    } else {
      AppendHexByte(byte, out_);
    }
  }
}

bool Printer::TryHexOrName(const Color& rgb) {
  if (!CanBeHex(context_, rgb)) return false;
  const std::string_view name =
      ColorName(context_.dialect, Byte(rgb.channels[0]), Byte(rgb.channels[1]), Byte(rgb.channels[2]));
  const size_t start = out_.size();
  PrintHex(rgb);
  if (!name.empty() && (!compressed_ || name.size() <= out_.size() - start)) {
    out_.resize(start);
    out_ += name;
  }
  return true;
}

void Printer::PrintRgb(const Color& color) {
  const bool opaque = FuzzyEqual(context_, color.alpha, 1);
  const Color rgb = ToSpace(color, ColorSpace::kRgb);
  out_ += opaque ? "rgb(" : "rgba(";
  const bool integers = std::ranges::all_of(rgb.channels, [&](double channel) {
    return inspect_ ? FuzzyInt(context_, channel).has_value()
                    : channel == std::round(channel) && std::isfinite(channel);
  });
  for (int i = 0; i < 3; ++i) {
    if (i > 0) out_ += Comma();
    const double channel = rgb.channels[static_cast<size_t>(i)];
    if (integers) {
      PrintDouble(std::round(channel));
    } else {
      PrintChannelValue(channel * 100 / 255, "%");
    }
  }
  if (!opaque) {
    out_ += Comma();
    PrintDouble(color.alpha);
  }
  out_ += ')';
}

void Printer::PrintHsl(const Color& color) {
  const bool opaque = FuzzyEqual(context_, color.alpha, 1);
  const Color hsl = ToSpace(color, ColorSpace::kHsl);
  out_ += opaque ? "hsl(" : "hsla(";
  PrintChannelValue(hsl.channels[0], "");
  out_ += Comma();
  PrintChannelValue(hsl.channels[1], "%");
  out_ += Comma();
  PrintChannelValue(hsl.channels[2], "%");
  if (!opaque) {
    out_ += Comma();
    PrintDouble(color.alpha);
  }
  out_ += ')';
}

void Printer::PrintHwb(const Color& color) {
  out_ += "hwb(";
  PrintDouble(color.channels[0]);
  out_ += ' ';
  PrintDouble(color.channels[1]);
  out_ += "% ";
  PrintDouble(color.channels[2]);
  out_ += '%';
  if (!FuzzyEqual(context_, color.alpha, 1)) {
    out_ += " / ";
    PrintDouble(color.alpha);
  }
  out_ += ')';
}

void Printer::PrintSmallestColor(const Color& color) {
  const Color rgb = ToSpace(color, ColorSpace::kRgb);
  if (FuzzyEqual(context_, color.alpha, 1) && TryHexOrName(rgb)) return;
  const size_t start = out_.size();
  PrintRgb(rgb);
  const size_t middle = out_.size();
  PrintHsl(ToSpace(rgb, ColorSpace::kHsl));
  const size_t rgb_size = middle - start;
  const size_t hsl_size = out_.size() - middle;
  if (rgb_size <= hsl_size + 2) {
    out_.resize(middle);
  } else {
    out_.erase(start, rgb_size);
  }
}

void Printer::PrintLegacyColor(const Color& color) {
  if (!inspect_ && !InGamut(color)) return PrintHsl(color);
  if (compressed_) return PrintSmallestColor(color);
  if (color.space == ColorSpace::kHsl) return PrintHsl(color);
  if (inspect_ && color.space == ColorSpace::kHwb) return PrintHwb(color);
  if (color.spelling == ColorSpelling::kRgbFunction) return PrintRgb(color);
  if (color.spelling == ColorSpelling::kOriginal) {
    out_ += color.original;
    return;
  }
  if (FuzzyEqual(context_, color.alpha, 1) && TryHexOrName(ToSpace(color, ColorSpace::kRgb))) return;
  if (color.space == ColorSpace::kHwb) return PrintHsl(color);
  PrintRgb(color);
}

// A double as Ruby writes it, but whole numbers without ".0".
std::string RubyFloat(const ValueContext& context, double number) {
  const double factor = std::pow(10.0, context.precision);
  const double rounded = std::round(number * factor) / factor;
  std::string text;
  if (rounded == 0 || rounded >= 1e-4) {
    AppendNumber(context, rounded, text);
    return text.starts_with('.') ? "0" + text : text;
  }
  const Decimal decimal = ShortestDecimal(rounded);
  text += decimal.digits[0];
  text += '.';
  text.append(decimal.digits + 1, static_cast<size_t>(decimal.size - 1));
  if (decimal.size == 1) text += '0';
  const int exponent = 1 - decimal.point;
  text += exponent < 10 ? "e-0" : "e-";
  return text + std::to_string(exponent);
}

// Ruby: a colour is what was written, its name, #rrggbb or rgba(); compressed, the shortest of them.
void Printer::PrintRubyColor(const Color& color) {
  const Color rgb = RgbOf(context_, color);
  const std::string_view original = color.spelling == ColorSpelling::kOriginal ? color.original : std::string_view();
  const int bytes[] = {Byte(rgb.channels[0]), Byte(rgb.channels[1]), Byte(rgb.channels[2])};
  const bool clear = color.alpha == 0 && bytes[0] + bytes[1] + bytes[2] == 0;
  const std::string_view name = color.alpha >= 1 ? ColorName(context_.dialect, bytes[0], bytes[1], bytes[2])
                                : clear          ? "transparent"
                                                 : std::string_view();
  if (!compressed_ && !original.empty()) {
    out_ += original;
    return;
  }
  if (!compressed_ && !name.empty() && color.alpha >= 1) {
    out_ += name;
    return;
  }
  const size_t start = out_.size();
  if (color.alpha >= 1) {
    PrintHex(rgb);
  } else {
    out_ += "rgba(";
    for (const int byte : bytes) {
      out_ += std::to_string(byte);
      out_ += Comma();
    }
    out_ += RubyFloat(context_, color.alpha);
    out_ += ')';
  }
  if (!compressed_) return;
  std::string_view best = original;
  if (!name.empty() && (best.empty() || name.size() < best.size())) best = name;
  if (!best.empty() && best.size() <= out_.size() - start) {
    out_.resize(start);
    out_ += best;
  }
}

// libsass: compressed, what was written counts as the name where the colour has no other, and "#rrggbb" is taken only
// where it is shorter.
void Printer::PrintLibsassColor(const Color& color) {
  const bool has_original = color.spelling == ColorSpelling::kOriginal;
  if (has_original && !compressed_) {
    out_ += color.original;
    return;
  }
  Color rgb = ToSpace(color, ColorSpace::kRgb);
  for (double& channel : rgb.channels) channel = RoundHalf(context_, std::clamp(channel, 0.0, 255.0));
  const double alpha = std::clamp(color.alpha, 0.0, 1.0);
  if (alpha >= 1) {
    const bool is_word = has_original && !color.original.starts_with('#');
    std::string_view name =
        is_word ? color.original
                : ColorName(context_.dialect, Byte(rgb.channels[0]), Byte(rgb.channels[1]), Byte(rgb.channels[2]));
    if (name.empty() && has_original) name = color.original;
    const size_t start = out_.size();
    PrintHex(rgb);
    if (!name.empty() && (!compressed_ || name.size() <= out_.size() - start)) {
      out_.resize(start);
      out_ += name;
    }
    return;
  }
  out_ += "rgba(";
  for (const double channel : rgb.channels) {
    out_ += std::to_string(Byte(channel));
    out_ += Comma();
  }
  char text[32];
  std::snprintf(text, sizeof(text), "%g", alpha);
  out_ += text;
  out_ += ')';
}

void Printer::PrintColor(const Value& value) {
  const Color& color = value.color();
  switch (rules_.color_printing) {
    case ColorPrinting::kRuby:
      return PrintRubyColor(color);
    case ColorPrinting::kLibsass:
      if (value.literal() && !inspect_) {
        out_ += color.original;
        return;
      }
      return PrintLibsassColor(color);
    case ColorPrinting::kDart:
      break;
  }
  switch (color.space) {
    case ColorSpace::kRgb:
    case ColorSpace::kHsl:
    case ColorSpace::kHwb: {
      if (color.missing == 0) return PrintLegacyColor(color);
      const bool rgb = color.space == ColorSpace::kRgb;
      out_ += NameOf(color.space);
      out_ += '(';
      PrintChannel(color, 0, rgb || compressed_ ? "" : "deg");
      out_ += ' ';
      PrintChannel(color, 1, rgb ? "" : "%");
      out_ += ' ';
      PrintChannel(color, 2, rgb ? "" : "%");
      PrintSlashAlpha(color);
      out_ += ')';
      return;
    }
    case ColorSpace::kLab:
    case ColorSpace::kLch:
    case ColorSpace::kOklab:
    case ColorSpace::kOklch:
      return PrintModernColor(color);
    default:
      return PrintColorFunction(color);
  }
}

// ---- all kinds

void Printer::Print(const Value& value) {
  const bool is_token =
      value.is_string() || value.is_color() || value.is_bool() || (value.is_number() && !value.has_slash());
  if (!events_ || !is_token) return PrintKind(value);
  events_->push_back({static_cast<uint32_t>(out_.size()), value.place()});
  PrintKind(value);
  events_->push_back({static_cast<uint32_t>(out_.size()), value.place(), MapEvent::Kind::kEnd});
}

void Printer::PrintKind(const Value& value) {
  switch (value.kind()) {
    case Kind::kNumber:
      return PrintNumber(value);
    case Kind::kString:
      return value.quoted() && quote_ ? PrintQuoted(value.text()) : PrintUnquoted(value.text());
    case Kind::kColor:
      return PrintColor(value);
    case Kind::kList:
    case Kind::kArgumentList:
      return PrintList(value);
    case Kind::kMap:
      return PrintMap(value.map());
    case Kind::kCalculation:
      return PrintCalculation(value.calculation().name, value.calculation().arguments);
    case Kind::kOperation:
      return PrintOperation(value.operation());
    case Kind::kFunction:
    case Kind::kMixin: {
      if (!inspect_) Fail(Inspect(context_, value) + " isn't a valid CSS value.");
      out_ += value.is_function() ? "get-function(" : "get-mixin(";
      PrintQuoted(value.callable().name);
      out_ += ')';
      return;
    }
    case Kind::kTrue:
      out_ += "true";
      return;
    case Kind::kFalse:
      out_ += "false";
      return;
    case Kind::kNull:
    case Kind::kAbsent:
      if (inspect_) out_ += "null";
      return;
  }
}

bool TextIsCompressed(const ValueContext& context) {
  return context.style == Style::kCompressed && context.dialect.values.text_follows_style;
}

}  // namespace

void AppendCss(const ValueContext& context, const Value& value, std::string& out) {
  Printer(context, out, context.style == Style::kCompressed, false).Print(value);
}

void AppendCss(const ValueContext& context, const Value& value, std::string& out, MapEvents* events, bool spaced) {
  Printer printer(context, out, context.style == Style::kCompressed, false);
  printer.set_events(events);
  printer.set_spaced(spaced);
  printer.Print(value);
}

void AppendText(const ValueContext& context, const Value& value, std::string& out) {
  Printer printer(context, out, TextIsCompressed(context), false);
  printer.set_any_units(context.dialect.values.text_allows_any_units);
  printer.Print(value);
}

void AppendInterpolated(const ValueContext& context, const Value& value, std::string& out) {
  if (value.is_string()) {
    Printer(context, out, TextIsCompressed(context), false).PrintUnquoted(value.text());
    return;
  }
  Printer printer(context, out, TextIsCompressed(context), false);
  printer.set_quote(false);
  printer.set_drop_brackets(context.dialect.values.interpolation_drops_brackets);
  printer.Print(value);
}

std::string_view InterpolatedText(const ValueContext& context, const Value& value) {
  if (value.is_string() && StaysAsItIs(value.text())) return value.text();
  std::string text;
  AppendInterpolated(context, value, text);
  return context.arena.Copy(text);
}

void AppendInspect(const ValueContext& context, const Value& value, std::string& out) {
  // libsass has a style of its own for this.
  const bool compressed = TextIsCompressed(context) && !context.dialect.values.inspect_tracks_lists;
  Printer(context, out, compressed, true).Print(value);
}

std::string Inspect(const ValueContext& context, const Value& value) {
  std::string text;
  AppendInspect(context, value, text);
  return text;
}

void AppendNumber(const ValueContext& context, double number, std::string& out) {
  Printer(context, out, TextIsCompressed(context), false).PrintDouble(number);
}

void AppendQuoted(const ValueContext& context, std::string_view text, std::string& out) {
  Printer(context, out, TextIsCompressed(context), false).PrintQuoted(text);
}

}  // namespace tincture::compat::sass
