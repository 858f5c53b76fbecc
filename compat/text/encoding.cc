#include "compat/text/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "compat/text/case.h"
#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

using Kind = Encoding::Kind;

struct Row {
  std::string_view aliases;  // separated by spaces, the name first, in small letters
  Encoding encoding;
};

// Encoding.name_list of Ruby 3.1, less those of mobile phones, those that cannot be converted and those that ICU lacks.
constexpr Row kRows[] = {
    {"utf-8 cp65001 locale external filesystem", {"UTF-8", Kind::kUtf8}},
    {"us-ascii ascii ansi_x3.4-1968 646", {"US-ASCII", Kind::kAscii}},
    {"ascii-8bit binary", {"ASCII-8BIT", Kind::kBinary}},
    {"utf-16", {"UTF-16", Kind::kWide}},
    {"utf-16be ucs-2be", {"UTF-16BE", Kind::kWide}},
    {"utf-16le", {"UTF-16LE", Kind::kWide}},
    {"utf-32", {"UTF-32", Kind::kWide}},
    {"utf-32be ucs-4be", {"UTF-32BE", Kind::kWide}},
    {"utf-32le ucs-4le", {"UTF-32LE", Kind::kWide}},
    {"utf-7 cp65000", {"UTF-7", Kind::kWide}},
    {"ibm037 ebcdic-cp-us", {"IBM037", Kind::kWide}},
    {"iso-2022-jp iso2022-jp", {"ISO-2022-JP", Kind::kWide}},
    {"iso-2022-jp-2 iso2022-jp2", {"ISO-2022-JP-2", Kind::kWide}},
    {"iso-8859-1 iso8859-1", {"ISO-8859-1", Kind::kTable, "ISO-8859-1"}},
    {"iso-8859-2 iso8859-2", {"ISO-8859-2", Kind::kTable, "ISO-8859-2"}},
    {"iso-8859-3 iso8859-3", {"ISO-8859-3", Kind::kTable, "ISO-8859-3"}},
    {"iso-8859-4 iso8859-4", {"ISO-8859-4", Kind::kTable, "ISO-8859-4"}},
    {"iso-8859-5 iso8859-5", {"ISO-8859-5", Kind::kTable, "ISO-8859-5"}},
    {"iso-8859-6 iso8859-6", {"ISO-8859-6", Kind::kTable, "ISO-8859-6"}},
    {"iso-8859-7 iso8859-7", {"ISO-8859-7", Kind::kTable, "ISO-8859-7"}},
    {"iso-8859-8 iso8859-8", {"ISO-8859-8", Kind::kTable, "ISO-8859-8"}},
    {"iso-8859-9 iso8859-9", {"ISO-8859-9", Kind::kTable, "ISO-8859-9"}},
    {"iso-8859-10 iso8859-10", {"ISO-8859-10", Kind::kTable, "ISO-8859-10"}},
    {"iso-8859-11 iso8859-11", {"ISO-8859-11", Kind::kTable, "iso-8859_11-2001"}},
    {"iso-8859-13 iso8859-13", {"ISO-8859-13", Kind::kTable, "ISO-8859-13"}},
    {"iso-8859-14 iso8859-14", {"ISO-8859-14", Kind::kTable, "ISO-8859-14"}},
    {"iso-8859-15 iso8859-15", {"ISO-8859-15", Kind::kTable, "ISO-8859-15"}},
    {"windows-1250 cp1250", {"Windows-1250", Kind::kTable, "windows-1250"}},
    {"windows-1251 cp1251", {"Windows-1251", Kind::kTable, "windows-1251"}},
    {"windows-1252 cp1252", {"Windows-1252", Kind::kTable, "windows-1252"}},
    {"windows-1253 cp1253", {"Windows-1253", Kind::kTable, "windows-1253"}},
    {"windows-1254 cp1254", {"Windows-1254", Kind::kTable, "windows-1254"}},
    {"windows-1255 cp1255", {"Windows-1255", Kind::kTable, "windows-1255"}},
    {"windows-1256 cp1256", {"Windows-1256", Kind::kTable, "windows-1256"}},
    {"windows-1257 cp1257", {"Windows-1257", Kind::kTable, "windows-1257"}},
    {"windows-874 cp874", {"Windows-874", Kind::kTable, "windows-874"}},
    {"tis-620", {"TIS-620", Kind::kTable, "TIS-620"}},
    {"koi8-r cp878", {"KOI8-R", Kind::kTable, "KOI8-R"}},
    {"koi8-u", {"KOI8-U", Kind::kTable, "KOI8-U"}},
    {"ibm437 cp437", {"IBM437", Kind::kTable, "IBM437"}},
    {"ibm737 cp737", {"IBM737", Kind::kTable, "IBM737"}},
    {"ibm775 cp775", {"IBM775", Kind::kTable, "IBM775"}},
    {"cp850 ibm850", {"CP850", Kind::kTable, "IBM850"}},
    {"ibm852", {"IBM852", Kind::kTable, "IBM852"}},
    {"cp852", {"CP852", Kind::kTable, "IBM852"}},
    {"ibm855", {"IBM855", Kind::kTable, "IBM855"}},
    {"cp855", {"CP855", Kind::kTable, "IBM855"}},
    {"ibm857 cp857", {"IBM857", Kind::kTable, "IBM857"}},
    {"ibm860 cp860", {"IBM860", Kind::kTable, "IBM860"}},
    {"ibm861 cp861", {"IBM861", Kind::kTable, "IBM861"}},
    {"ibm862 cp862", {"IBM862", Kind::kTable, "IBM862"}},
    {"ibm863 cp863", {"IBM863", Kind::kTable, "IBM863"}},
    {"ibm865 cp865", {"IBM865", Kind::kTable, "IBM865"}},
    {"ibm866 cp866", {"IBM866", Kind::kTable, "IBM866"}},
    {"ibm869 cp869", {"IBM869", Kind::kTable, "IBM869"}},
    {"macroman", {"macRoman", Kind::kTable, "macintosh"}},
    {"maccyrillic", {"macCyrillic", Kind::kTable, "x-mac-cyrillic"}},
    {"macgreek", {"macGreek", Kind::kTable, "x-mac-greek"}},
    {"macturkish", {"macTurkish", Kind::kTable, "x-mac-turkish"}},
    {"shift_jis", {"Shift_JIS", Kind::kTable, "Shift_JIS"}},
    {"windows-31j cp932 cswindows31j sjis pck", {"Windows-31J", Kind::kTable, "windows-31j"}},
    {"euc-jp eucjp", {"EUC-JP", Kind::kTable, "EUC-JP"}},
    {"eucjp-ms euc-jp-ms", {"eucJP-ms", Kind::kTable, "EUC-JP"}},
    {"cp51932", {"CP51932", Kind::kTable, "EUC-JP"}},
    {"big5", {"Big5", Kind::kTable, "Big5"}},
    {"cp950", {"CP950", Kind::kTable, "Big5"}},
    {"big5-hkscs big5-hkscs:2008", {"Big5-HKSCS", Kind::kTable, "Big5-HKSCS"}},
    {"gbk cp936", {"GBK", Kind::kTable, "GBK"}},
    {"gb2312 euc-cn euccn", {"GB2312", Kind::kTable, "GBK"}},
    {"gb18030", {"GB18030", Kind::kTable, "GB18030"}},
    {"euc-kr euckr", {"EUC-KR", Kind::kTable, "EUC-KR"}},
    {"cp949", {"CP949", Kind::kTable, "windows-949"}},
};

bool HasWord(std::string_view words, std::string_view word) {
  for (size_t start = 0; start <= words.size();) {
    const size_t end = std::min(words.find(' ', start), words.size());
    if (words.substr(start, end - start) == word) return true;
    start = end + 1;
  }
  return false;
}

const Encoding* Find(std::string_view name) {
  if (name == "utf-8") return &kRows[0].encoding;
  const std::string small = Downcase(name);
  for (const Row& row : kRows) {
    if (HasWord(row.aliases, small)) return &row.encoding;
  }
  return nullptr;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<std::string> Convert(const char* from, const char* to, std::string_view text) {
  struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Closer> reader(ucnv_open(from, &status));
  const std::unique_ptr<UConverter, Closer> writer(ucnv_open(to, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(reader.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(writer.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out(text.size() * 4 + 16, '\0');
  char* end = out.data();
  const char* at = text.data();
  ucnv_convertEx(writer.get(), reader.get(), &end, out.data() + out.size(), &at, text.data() + text.size(), nullptr,
                 nullptr, nullptr, nullptr, true, true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<size_t>(end - out.data()));
  return out;
}

}  // namespace

bool Encoding::IsValid(std::string_view bytes) const {
  if (kind == Kind::kUtf8) return IsValidUtf8(bytes);
  if (kind == Kind::kAscii) return IsAscii(bytes);
  return kind == Kind::kBinary || ToUtf8(bytes).has_value();
}

std::optional<std::string> Encoding::ToUtf8(std::string_view bytes) const {
  if (IsAscii(bytes) || (is_utf8() && IsValidUtf8(bytes))) return std::string(bytes);
  if (kind != Kind::kTable) return std::nullopt;
  return Convert(table, "UTF-8", bytes);
}

std::optional<std::string> Encoding::FromUtf8(std::string_view text) const {
  if (is_utf8() || IsAscii(text)) return std::string(text);
  if (kind != Kind::kTable) return std::nullopt;
  return Convert("UTF-8", table, text);
}

bool Encoding::Holds(uint32_t code_point) const {
  std::string character;
  AppendUtf8(code_point, character);
  return FromUtf8(character).has_value();
}

FileEncoding FindEncoding(std::string_view name) {
  const Encoding* utf8 = &kRows[0].encoding;
  if (Downcase(name.substr(0, 4)) == "bom|") name.remove_prefix(4);
  const size_t colon = name.find(':');
  const Encoding* whole = Find(name);
  if (whole || colon == name.npos) return {whole ? whole : utf8, whole ? whole : utf8};
  const Encoding* external = Find(name.substr(0, colon));
  const Encoding* internal = Find(name.substr(colon + 1));
  if (!external) external = utf8;
  // With a byte order mark asked for, which UTF-8 is, Ruby renames and does not convert.
  if (external->is_utf8() && internal) return {internal, internal};
  return {external, internal ? internal : external};
}

}  // namespace tincture::text
