#include "compat/text/slugify.h"

#include <unicode/uchar.h>

#include "compat/text/case.h"
#include "compat/text/transliterate.h"
#include "liquid/support/utf8.h"

namespace tincture::text {

namespace {

enum class Mode { kRaw, kDefault, kPretty, kAscii };

// \p{M}, \p{L} and \p{Nd} since Jekyll 4; [[:alnum:]] before, which has letters and digits but not every mark.
bool IsWordCharacter(char32_t c, bool keep_marks) {
  if (c < 0x80) return IsAlnum(static_cast<char>(c));
  const auto code_point = static_cast<UChar32>(c);
  if (!keep_marks) return u_hasBinaryProperty(code_point, UCHAR_POSIX_ALNUM);
  return (U_GET_GC_MASK(code_point) & (U_GC_M_MASK | U_GC_L_MASK | U_GC_ND_MASK)) != 0;
}

bool IsKept(const CodePoint& c, Mode mode, bool keep_marks) {
  const char ascii = c.value < 0x80 ? static_cast<char>(c.value) : '\0';
  switch (mode) {
    case Mode::kRaw:
      return !IsSpace(ascii);
    case Mode::kAscii:
      return IsAlnum(ascii);
    case Mode::kPretty:
      if (ascii != '\0' && std::string_view("._~!$&'()+,;=@").find(ascii) != std::string_view::npos) return true;
      break;
    case Mode::kDefault:
      break;
  }
  return c.valid && IsWordCharacter(c.value, keep_marks);
}

// Every run of characters that the mode does not keep becomes one hyphen.
std::string Hyphenate(std::string_view text, Mode mode, bool keep_marks) {
  std::string slug;
  bool in_run = false;
  while (!text.empty()) {
    const CodePoint c = DecodeUtf8(text);
    const bool kept = IsKept(c, mode, keep_marks);
    if (kept) {
      slug += text.substr(0, c.size);
    } else if (!in_run) {
      slug += '-';
    }
    in_run = !kept;
    text.remove_prefix(c.size);
  }
  return slug;
}

std::string WithoutOuterHyphens(std::string slug) {
  if (slug.starts_with('-')) slug.erase(0, 1);
  if (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace

std::string Slugify(std::string_view text, std::string_view mode, bool cased, const compat::Profile& profile) {
  std::string slug(text);
  const bool marks = profile.slugs_keep_marks;
  if (mode == "raw") {
    slug = WithoutOuterHyphens(Hyphenate(text, Mode::kRaw, marks));
  } else if (mode == "default") {
    slug = WithoutOuterHyphens(Hyphenate(text, Mode::kDefault, marks));
  } else if (mode == "pretty") {
    slug = WithoutOuterHyphens(Hyphenate(text, Mode::kPretty, marks));
  } else if (mode == "ascii") {
    slug = WithoutOuterHyphens(Hyphenate(text, Mode::kAscii, marks));
  } else if (mode == "latin") {
    slug = WithoutOuterHyphens(Hyphenate(Transliterate(text), Mode::kDefault, marks));
  }
  return cased ? slug : Downcase(slug);
}

std::string TitleizeSlug(std::string_view slug) {
  // String#split drops empty words at the end only.
  while (slug.ends_with('-')) slug.remove_suffix(1);
  std::string title;
  while (!slug.empty()) {
    const size_t hyphen = slug.find('-');
    title += Capitalize(slug.substr(0, hyphen));
    if (hyphen == std::string_view::npos) break;
    title += ' ';
    slug.remove_prefix(hyphen + 1);
  }
  return title;
}

}  // namespace tincture::text
