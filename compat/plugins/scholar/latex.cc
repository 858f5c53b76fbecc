#include "compat/plugins/scholar/latex.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

#include "compat/plugins/scholar/pattern.h"
#include "compat/text/case.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins::scholar {

namespace {

using Groups = Pattern::Groups;

struct Symbol {
  std::string_view macro;
  std::string_view character;
};

constexpr Symbol kSymbols[] = {
#include "compat/plugins/scholar/latex_symbols.inc"
};

// \'e: the accent that follows its letter.
constexpr Symbol kAccents[] = {
    {"`", "\u0300"}, {"'", "\u0301"}, {"^", "\u0302"},  {"~", "\u0303"},
    {"=", "\u0304"}, {".", "\u0307"}, {"\"", "\u0308"},
};

// \c{c}
constexpr Symbol kDiacritics[] = {
    {"r", "\u030A"}, {"H", "\u030B"}, {"u", "\u0306"}, {"v", "\u030C"}, {"G", "\u030F"}, {"M", "\u0322"},
    {"d", "\u0323"}, {"c", "\u0327"}, {"k", "\u0328"}, {"b", "\u0331"}, {"B", "\u0335"}, {"t", "\u0361"},
};

constexpr Symbol kLetters[] = {
    {"l", "ł"}, {"L", "Ł"}, {"o", "ø"}, {"O", "Ø"}, {"AA", "Å"}, {"aa", "å"}, {"AE", "Æ"}, {"ae", "æ"},
};

template <size_t N>
std::string_view CharacterOf(const Symbol (&table)[N], std::string_view macro) {
  for (const Symbol& symbol : table) {
    if (symbol.macro == macro) return symbol.character;
  }
  return {};
}

std::string Text(std::string_view a, std::string_view b = {}, std::string_view c = {}) {
  return std::string(a).append(b).append(c);
}

// Forms of the same thing are made one before anything is looked up.
std::string Normalize(std::string text) {
  static const Pattern dotless(R"(\\(i|j)\b)");
  static const Pattern before_space(R"((\\[a-zA-Z]+)\\([ \t\r\n\f\v]+))");
  static const Pattern before_stop(R"(([^{]\\[A-Za-z0-9_])([;,.:%]))");
  static const Pattern one_letter(R"((\\[^ \t\r\n\f\vij&#$\{\}_~%])[ \t\r\n\f\v]+([[:alpha:]]+)\b)", true);
  static const Pattern tie(R"((\A|[^\\])~)");
  text = dotless.Replace(text, [](const Groups& g) { return Text(g[1] == "i" ? "ı" : "ȷ"); });
  text = before_space.Replace(text, [](const Groups& g) { return Text(g[1], "{}", g[2]); });
  text = before_stop.Replace(text, [](const Groups& g) { return Text(g[1], "{}", g[2]); });
  text = one_letter.Replace(text, [](const Groups& g) { return Text(g[1], "{", g[2]) + "}"; });
  return tie.Replace(text, [](const Groups& g) { return Text(g[1], "\u00a0"); });
}

std::string DecodeAccents(std::string text) {
  static const Pattern mathematics(R"(\$([^$]+)\$)");
  static const Pattern braced(R"(\\([`'^~=."])\{(\p{L}\p{M}*)\})");
  static const Pattern bare(R"(\\([`'^~=."])(\p{L}\p{M}*))");
  static const Pattern diacritic(R"(\\([rHuvGMdckbBt])\{(\p{L}\p{M}*)([[:alpha:]]*)\})");
  static const Pattern letter(R"(\\(o|O|l|L|aa|AA|ae|AE)\b)");
  text = mathematics.Replace(text, [](const Groups& g) { return Text(g[1]); });
  for (const Pattern* accent : {&braced, &bare}) {
    text = accent->Replace(text, [](const Groups& g) { return Text(g[2], CharacterOf(kAccents, g[1])); });
  }
  text = diacritic.Replace(text, [](const Groups& g) { return Text(g[2], CharacterOf(kDiacritics, g[1]), g[3]); });
  return letter.Replace(text, [](const Groups& g) { return Text(CharacterOf(kLetters, g[1])); });
}

// Dashes and quotes. A run of four dashes or more is nothing.
std::string DecodeMark(std::string_view mark) {
  constexpr Symbol kMarks[] = {{"-", "-"}, {"--", "–"}, {"---", "—"}, {"``", "“"}, {"`", "‘"}, {"''", "”"}, {"'", "’"}};
  return std::string(CharacterOf(kMarks, mark));
}

std::string DecodeSymbols(std::string text) {
  static const Pattern macro(R"(\\([A-Za-z][A-Za-z0-9]*)(?![\p{L}\p{N}\p{M}_])(?:\{\}|[ \t\r\n\f\v]+)?)");
  static const Pattern mark(R"((-+|`{1,2}|'{1,2}))");
  static const Pattern escaped(R"(\\([$%;#_&])(\{\})?)");
  static const Pattern tilde(R"(\\~\{\})");
  static const Pattern space(R"(\\ )");
  static const Pattern thin_space(R"(\\,(?:\{\}|[ \t\r\n\f\v]+|\b))");
  const auto decode_macro = [](const Groups& g) {
    const auto found =
        std::lower_bound(std::begin(kSymbols), std::end(kSymbols), g[1],
                         [](const Symbol& symbol, std::string_view name) { return symbol.macro < name; });
    return Text(found != std::end(kSymbols) && found->macro == g[1] ? found->character : g[0]);
  };
  text = macro.Replace(text, decode_macro);
  text = mark.Replace(text, [](const Groups& g) { return DecodeMark(g[1]); });
  text = escaped.Replace(text, [](const Groups& g) { return Text(g[1], g[2]); });
  text = tilde.Replace(text, [](const Groups&) { return Text("~"); });
  text = space.Replace(text, [](const Groups&) { return Text(" "); });
  return thin_space.Replace(text, [](const Groups&) { return Text("\u202F"); });
}

std::string WithoutBraces(std::string text) {
  static const Pattern braces(R"((^|[^\\])([\{\}]+))");
  static const Pattern escaped(R"(\\(\{|\}))");
  text = braces.Replace(text, [](const Groups& g) { return Text(g[1]); });
  return escaped.Replace(text, [](const Groups& g) { return Text(g[1]); });
}

std::string Composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || IsAscii(text)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  composer->normalizeUTF8(0, text, sink, nullptr, status);
  return U_FAILURE(status) ? text : out;
}

// \macro{...} with braces that may nest, put into an element.
template <const char* kMacro, const char* kOpen, const char* kClose>
std::string Wrap(std::string_view text) {
  static const Pattern pattern(std::string(R"(\\)") + kMacro + R"((\{(?:[^{}]|(?1))*\}))");
  return pattern.Replace(text, [](const Groups& g) { return Text(kOpen, g[1].substr(1, g[1].size() - 2), kClose); });
}

constexpr char kTextsc[] = "textsc", kFont[] = "<font style=\"font-variant: small-caps\">", kFontEnd[] = "</font>";
constexpr char kTextsuperscript[] = "textsuperscript", kSup[] = "<sup>", kSupEnd[] = "</sup>";
constexpr char kEmph[] = "emph", kTextit[] = "textit", kItalic[] = "<i>", kItalicEnd[] = "</i>";
constexpr char kTiny[] = "tiny", kTinySpan[] = "<span class=\"tiny\">", kSpanEnd[] = "</span>";

std::string DecodeLowercase(std::string_view text) {
  static const Pattern pattern(R"(\\lowercase(\{(?:[^{}]|(?1))*\}))");
  return pattern.Replace(text, [](const Groups& g) { return text::Downcase(g[1].substr(1, g[1].size() - 2)); });
}

// The entity has no semicolon in jekyll-scholar either.
std::string DecodeRegistered(std::string_view text) {
  static const Pattern pattern(R"(\\textregistered)");
  return pattern.Replace(text, [](const Groups&) { return Text("&#0174"); });
}

std::string DecodeLineBreaks(std::string_view text) {
  static const Pattern pattern("\n[ \t\r\n\f\v]*");
  return pattern.Replace(text, [](const Groups&) { return Text(" "); });
}

struct NamedFilter {
  std::string_view name;
  FilterFunction apply;
};

constexpr NamedFilter kFilters[] = {
    {"italics", &Wrap<kEmph, kItalic, kItalicEnd>},
    {"latex", &DecodeLatex},
    {"linebreaks", &DecodeLineBreaks},
    {"lowercase", &DecodeLowercase},
    {"smallcaps", &Wrap<kTextsc, kFont, kFontEnd>},
    {"superscript", &Wrap<kTextsuperscript, kSup, kSupEnd>},
    {"textit", &Wrap<kTextit, kItalic, kItalicEnd>},
    {"textregistered", &DecodeRegistered},
    {"tiny", &Wrap<kTiny, kTinySpan, kSpanEnd>},
};

}  // namespace

std::string DecodeLatex(std::string_view text) {
  if (text.find_first_of("\\{}$~-`'") == text.npos) return Composed(std::string(text));
  return Composed(WithoutBraces(DecodeSymbols(DecodeAccents(Normalize(std::string(text))))));
}

FilterFunction FindFilter(std::string_view name) {
  const std::string lower = text::Downcase(name);
  for (const NamedFilter& filter : kFilters) {
    if (filter.name == lower) return filter.apply;
  }
  return nullptr;
}

BibValue Filtered(BibValue value, const std::vector<FilterFunction>& filters) {
  for (const FilterFunction filter : filters) {
    for (BibValue::Token& token : value.tokens) token = {filter(token.text), false};
    for (PersonName& person : value.persons) {
      for (auto* part : {&person.first, &person.last, &person.prefix, &person.suffix}) {
        if (*part) *part = filter(**part);
      }
    }
  }
  return value;
}

Entry Filtered(Entry entry, const std::vector<FilterFunction>& filters) {
  for (auto& [name, value] : entry.fields) value = Filtered(std::move(value), filters);
  return entry;
}

}  // namespace tincture::compat::plugins::scholar
