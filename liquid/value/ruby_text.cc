#include "liquid/value/ruby_text.h"

#include <unicode/uchar.h>

#include "liquid/support/utf8.h"
#include "liquid/value/civil.h"
#include "liquid/value/compare.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"

namespace tincture {

namespace {

constexpr char kHex[] = "0123456789ABCDEF";

void AppendPadded(int64_t number, size_t width, std::string& out) {
  std::string digits;
  AppendInt(number < 0 ? -number : number, digits);
  if (number < 0) out += '-';
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

void AppendCivilDate(int64_t year, int month, int day, std::string& out) {
  AppendPadded(year, 4, out);
  out += '-';
  AppendPadded(month, 2, out);
  out += '-';
  AppendPadded(day, 2, out);
}

void AppendClock(const CivilTime& civil, std::string& out) {
  AppendCivilDate(civil.year, civil.month, civil.day, out);
  out += ' ';
  AppendPadded(civil.hour, 2, out);
  out += ':';
  AppendPadded(civil.minute, 2, out);
  out += ':';
  AppendPadded(civil.second, 2, out);
}

void AppendZone(const Time& time, std::string& out) {
  if (time.is_utc) {
    out += " UTC";
    return;
  }
  const int offset = time.utc_offset < 0 ? -time.utc_offset : time.utc_offset;
  out += time.utc_offset < 0 ? " -" : " +";
  AppendPadded(offset / 3600, 2, out);
  AppendPadded(offset / 60 % 60, 2, out);
}

// Time#inspect adds the fraction, without trailing zeros.
void AppendTimeInspect(const Time& time, std::string& out) {
  AppendClock(ToCivil(time), out);
  if (time.nanoseconds != 0) {
    out += '.';
    AppendPadded(time.nanoseconds, 9, out);
    out.erase(out.find_last_not_of('0') + 1);
  }
  AppendZone(time, out);
}

void AppendDateInspect(int64_t days, std::string& out) {
  constexpr int64_t kJulianDayOfEpoch = 2440588;
  out += "#<Date: ";
  AppendDate(days, out);
  out += " ((";
  AppendInt(days + kJulianDayOfEpoch, out);
  out += "j,0s,0n),+0s,2299161j)>";
}

char ShortEscape(char32_t c) {
  switch (c) {
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\f':
      return 'f';
    case '\v':
      return 'v';
    case '\b':
      return 'b';
    case '\a':
      return 'a';
    case 0x1B:
      return 'e';
    default:
      return 0;
  }
}

void AppendHexByte(unsigned char byte, std::string& out) {
  out += "\\x";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

void AppendUnicodeEscape(char32_t c, std::string& out) {
  out += c > 0xFFFF ? "\\u{" : "\\u";
  const int digits = c > 0xFFFFF ? 6 : c > 0xFFFF ? 5 : 4;
  for (int i = digits - 1; i >= 0; --i) out += kHex[(c >> (4 * i)) & 15];
  if (c > 0xFFFF) out += '}';
}

// Onigmo's [[:print:]]: what is assigned, but no control (U+0085 counts as white space) and no line separator.
bool IsPrintable(char32_t c) {
  if (c < 0x7F) return c >= 0x20;
  if (c == 0x85) return true;
  const uint32_t category = U_MASK(u_charType(static_cast<UChar32>(c)));
  return (category & (U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CS_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) == 0;
}

void AppendQuotedCharacter(const CodePoint& c, std::string_view text, bool unicode, std::string& out) {
  if (!c.valid || (c.value > 0x7F && !unicode)) {
    for (const char byte : text) AppendHexByte(static_cast<unsigned char>(byte), out);
  } else if (const char letter = ShortEscape(c.value)) {
    out += '\\';
    out += letter;
  } else if (IsPrintable(c.value)) {
    out += text;
  } else if (unicode) {
    AppendUnicodeEscape(c.value, out);
  } else {
    AppendHexByte(static_cast<unsigned char>(c.value), out);
  }
}

// What inspect puts a backslash before: quotes, backslash, and # where it would start an interpolation.
bool NeedsBackslash(std::string_view rest) {
  if (rest[0] == '"' || rest[0] == '\\') return true;
  return rest[0] == '#' && rest.size() > 1 && (rest[1] == '{' || rest[1] == '$' || rest[1] == '@');
}

void InspectAt(const Value& value, DropAccess& access, int depth, std::string& out);

void InspectArray(std::span<const Value> items, DropAccess& access, int depth, std::string& out) {
  out += '[';
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ", ";
    InspectAt(items[i], access, depth + 1, out);
  }
  out += ']';
}

void InspectHash(const Hash& hash, DropAccess& access, int depth, std::string& out) {
  out += '{';
  bool first = true;
  for (const Hash::Entry& entry : hash.entries()) {
    if (!first) out += ", ";
    first = false;
    InspectAt(entry.key, access, depth + 1, out);
    out += "=>";
    InspectAt(entry.value, access, depth + 1, out);
  }
  out += '}';
}

void InspectAt(const Value& value, DropAccess& access, int depth, std::string& out) {
  switch (value.type()) {
    case Type::kNil:
      out += "nil";
      return;
    case Type::kString:
      AppendQuoted(value.AsString(), value.string_flags(), out);
      return;
    case Type::kEmpty:
    case Type::kBlank:
      out += "\"\"";
      return;
    case Type::kTime:
      AppendTimeInspect(value.AsTime(), out);
      return;
    case Type::kDate:
      AppendDateInspect(value.AsDate(), out);
      return;
    case Type::kArray:
      // Ruby prints [...] for an array within itself; ours stops there for one nested too deep.
      if (depth > kMaxNesting) {
        out += "[...]";
      } else {
        InspectArray(value.AsArray(), access, depth, out);
      }
      return;
    case Type::kHash:
      if (depth > kMaxNesting) {
        out += "{...}";
      } else {
        InspectHash(value.AsHash(), access, depth, out);
      }
      return;
    case Type::kDrop:
      value.AsDrop().InspectTo(access, out);
      return;
    default:
      AppendText(value, access, out);
  }
}

void JoinAt(std::span<const Value> items, std::string_view separator, DropAccess& access, int depth, std::string& out) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += separator;
    if (items[i].IsString()) {
      out += items[i].AsString();
    } else if (!items[i].IsArray()) {
      AppendText(items[i], access, out);
    } else if (depth < kMaxNesting) {
      JoinAt(items[i].AsArray(), separator, access, depth + 1, out);
    }
  }
}

}  // namespace

void AppendTime(const Time& time, std::string& out) {
  AppendClock(ToCivil(time), out);
  AppendZone(time, out);
}

void AppendDate(int64_t days, std::string& out) {
  const CivilDate date = CivilFromDays(days);
  AppendCivilDate(date.year, date.month, date.day, out);
}

void AppendQuoted(std::string_view text, uint8_t flags, std::string& out) {
  const bool unicode = (flags & (kAsciiTagged | kBinaryTagged)) == 0;
  out += '"';
  while (!text.empty()) {
    const CodePoint c = DecodeUtf8(text);
    if (NeedsBackslash(text)) {
      out += '\\';
      out += text[0];
    } else {
      AppendQuotedCharacter(c, text.substr(0, c.size), unicode, out);
    }
    text.remove_prefix(c.size);
  }
  out += '"';
}

void AppendText(const Value& value, DropAccess& access, std::string& out) {
  switch (value.type()) {
    case Type::kNil:
    case Type::kEmpty:
    case Type::kBlank:
      return;
    case Type::kBool:
      out += value.AsBool() ? "true" : "false";
      return;
    case Type::kInt:
      AppendInt(value.AsInt(), out);
      return;
    case Type::kFloat:
      AppendFloat(value.AsFloat(), out);
      return;
    case Type::kBigInt:
    case Type::kString:
      out += value.AsString();
      return;
    case Type::kRange:
      AppendInt(value.AsRange().first, out);
      out += "..";
      AppendInt(value.AsRange().last, out);
      return;
    case Type::kTime:
      AppendTime(value.AsTime(), out);
      return;
    case Type::kDate:
      AppendDate(value.AsDate(), out);
      return;
    case Type::kDrop:
      value.AsDrop().AppendTo(access, out);
      return;
    case Type::kArray:
    case Type::kHash:
      InspectAt(value, access, 0, out);
      return;
  }
}

bool InspectsAsAscii(const Value& value) {
  const Value* inner = &value;
  for (int depth = 0; depth < kMaxNesting; ++depth) {
    if (inner->IsArray() && !inner->AsArray().empty()) {
      inner = &inner->AsArray().front();
    } else if (inner->IsHash() && !inner->AsHash().empty()) {
      inner = &inner->AsHash().entries().front().key;
    } else {
      break;
    }
  }
  return !inner->IsString() && !inner->IsDrop();
}

void AppendInspect(const Value& value, DropAccess& access, std::string& out) { InspectAt(value, access, 0, out); }

void AppendJoined(std::span<const Value> items, std::string_view separator, DropAccess& access, std::string& out) {
  JoinAt(items, separator, access, 0, out);
}

std::string_view TextOf(const Value& value, DropAccess& access) {
  if (value.IsString() || value.type() == Type::kBigInt) return value.AsString();
  std::string text;
  AppendText(value, access, text);
  return access.arena.Copy(text);
}

}  // namespace tincture
