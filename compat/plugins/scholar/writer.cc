#include "compat/plugins/scholar/writer.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "compat/plugins/scholar/pattern.h"
#include "compat/text/case.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins::scholar {

namespace {

using Groups = Pattern::Groups;

constexpr std::string_view kCloseQuote = "”";
constexpr std::string_view kCloseInnerQuote = "’";
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

constexpr std::array<std::string_view, 12> kShortMonths = {"Jan.", "Feb.", "Mar.",  "Apr.", "May",  "June",
                                                           "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."};

bool IsSqueezable(char c) { return IsSpace(c) || std::string_view(".,:;!?)([]").find(c) != std::string_view::npos; }

// A closing tag at the end.
std::string_view ClosingTag(std::string_view text) {
  if (!text.ends_with('>')) return {};
  const size_t open = text.rfind('<');
  if (open == text.npos || text.size() - open < 4 || text[open + 1] != '/' || !IsAlpha(text[open + 2])) return {};
  return text.substr(open);
}

std::string_view ClosingQuotes(std::string_view text) {
  size_t start = text.size();
  while (true) {
    const std::string_view before = text.substr(0, start);
    if (!before.ends_with(kCloseQuote) && !before.ends_with(kCloseInnerQuote)) return text.substr(start);
    start -= kCloseQuote.size();
  }
}

// citeproc-ruby escapes what stands alone only.
std::string Finalized(std::string html) {
  if (html.find_first_of("&<>") == html.npos) return html;
  std::string out;
  for (size_t i = 0; i < html.size(); ++i) {
    const char c = html[i];
    const bool before_space = i + 1 < html.size() && IsSpace(html[i + 1]);
    if ((c == '&' || c == '<') && before_space) {
      if (html[i + 1] == ' ') out += c == '&' ? "&amp; " : "&lt; ";
      ++i;
    } else if (c == '>' && !out.empty() && IsSpace(out.back())) {
      out.back() = ' ';
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view SkipDoubled(std::string_view text, std::string_view suffix) {
  size_t skip = 0;
  while (skip < suffix.size() && IsSqueezable(suffix[skip]) && text.ends_with(suffix.substr(0, skip + 1))) ++skip;
  return suffix.substr(skip);
}

bool EndsWithOneOf(std::string_view text, std::string_view characters) {
  return !text.empty() && characters.find(text.back()) != characters.npos;
}

}  // namespace

std::string Concatenate(std::string_view text, std::string_view suffix) {
  if (suffix.empty()) return std::string(text);
  if (text.empty()) return std::string(suffix);
  const std::string_view tag = ClosingTag(text);
  text.remove_suffix(tag.size());
  const std::string_view quotes = ClosingQuotes(text);
  text.remove_suffix(quotes.size());
  suffix = SkipDoubled(text, suffix);
  const bool gives_way = (suffix.starts_with('.') && EndsWithOneOf(text, ";,!?:")) ||
                         (suffix.starts_with(',') && EndsWithOneOf(text, ";:")) ||
                         (suffix.starts_with(';') && EndsWithOneOf(text, ",:"));
  if (gives_way) suffix.remove_prefix(1);
  std::string out(text);
  if (!quotes.empty() && (suffix.starts_with('.') || suffix.starts_with(','))) {
    out += suffix[0];
    suffix.remove_prefix(1);
  }
  return out.append(quotes).append(tag).append(suffix);
}

namespace {

std::string WithPrefix(std::string_view prefix, std::string_view text) {
  size_t size = prefix.size();
  while (size > 0 && IsSqueezable(prefix[size - 1]) && text.starts_with(prefix.substr(size - 1))) --size;
  return std::string(prefix.substr(0, size)).append(text);
}

// --- Letter case

bool IsStopWord(std::string_view word) {
  static const std::set<std::string, std::less<>> kWords = {
      "a",         "about",      "above",      "across",    "afore",   "after",   "against", "along",
      "alongside", "amid",       "amidst",     "among",     "amongst", "an",      "and",     "anenst",
      "apropos",   "apud",       "around",     "as",        "aside",   "astride", "at",      "athwart",
      "atop",      "barring",    "before",     "behind",    "below",   "beneath", "beside",  "besides",
      "between",   "beyond",     "but",        "by",        "circa",   "despite", "d",       "down",
      "during",    "except",     "for",        "forenenst", "from",    "given",   "in",      "inside",
      "into",      "lest",       "like",       "modulo",    "near",    "next",    "nor",     "notwithstanding",
      "of",        "off",        "on",         "onto",      "or",      "out",     "over",    "per",
      "plus",      "pro",        "qua",        "sans",      "since",   "so",      "than",    "the",
      "through",   "thru",       "throughout", "thruout",   "till",    "to",      "toward",  "towards",
      "under",     "underneath", "until",      "unto",      "up",      "upon",    "versus",  "vs",
      "v",         "via",        "vis-à-vis",  "with",      "within",  "without"};
  return kWords.contains(text::Downcase(word));
}

std::string TitleCase(std::string_view text) {
  static const Pattern word(R"(\b(\p{L})([\p{L}.]+)\b)");
  static const Pattern last(R"((\.|\b)(\p{Ll})([\p{L}.]+)\b$)");
  static const Pattern lower(R"(^\p{Ll})");
  bool is_first = true;
  const std::string cased = word.Replace(text, [&](const Groups& g) {
    const bool raises = lower.Matches(g[1]) && (is_first || !IsStopWord(g[0]));
    is_first = false;
    return (raises ? text::Upcase(g[1]) : std::string(g[1])).append(g[2]);
  });
  return last.Replace(
      cased, [](const Groups& g) { return g[1] == "." ? std::string(g[0]) : text::Upcase(g[2]).append(g[3]); });
}

std::string CapitalizeFirst(std::string_view text) {
  static const Pattern pattern(R"(\A([^\p{L}\p{N}]*)(\p{Ll}))");
  return pattern.Replace(text, [](const Groups& g) { return std::string(g[1]) + text::Upcase(g[2]); });
}

std::string InCase(std::string_view text, LetterCase letter_case) {
  switch (letter_case) {
    case LetterCase::kTitle:
      return TitleCase(text);
    case LetterCase::kCapitalizeFirst:
      return CapitalizeFirst(text);
    case LetterCase::kLower:
      return text::Downcase(text);
    case LetterCase::kAsIs:
      break;
  }
  return std::string(text);
}

// --- Numbers

bool IsNumericText(std::string_view text) {
  static const Pattern pattern(
      R"(\A[A-Za-z0-9_.:;]*\d+[A-Za-z0-9_.:;]*(\s*[,&-]\s*[A-Za-z0-9_.:;]*\d+[A-Za-z0-9_.:;]*)*\z)");
  return pattern.Matches(text);
}

bool IsPlural(std::string_view text) {
  static const Pattern pattern(R"(\S[\s,&–-]\S|\df)");
  return pattern.Matches(text);
}

std::string OrdinalOf(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const int tens = number % 100;
  const int ones = number % 10;
  const bool is_teen = tens >= 11 && tens <= 13;
  std::string_view ending = "th";
  if (!is_teen && ones >= 1 && ones <= 3) ending = ones == 1 ? "st" : ones == 2 ? "nd" : "rd";
  return std::to_string(number).append(ending);
}

// --- Names

std::string JoinedBy(std::string_view delimiter, std::initializer_list<std::optional<std::string>> parts) {
  std::string out;
  for (const auto& part : parts) {
    if (!part || part->empty()) continue;
    if (!out.empty()) out += delimiter;
    out += *part;
  }
  return out;
}

// Written in a script that puts the given name first.
bool IsRomanesque(const ItemName& name) {
  const std::string text = name.given.value_or("") + name.family.value_or("");
  constexpr UScriptCode kScripts[] = {USCRIPT_LATIN,    USCRIPT_GREEK,    USCRIPT_CYRILLIC, USCRIPT_HEBREW,
                                      USCRIPT_ARMENIAN, USCRIPT_GEORGIAN, USCRIPT_COMMON};
  for (std::string_view rest = text; !rest.empty();) {
    const CodePoint point = DecodeUtf8(rest);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(point.value), &status);
    if (std::find(std::begin(kScripts), std::end(kScripts), script) == std::end(kScripts)) return false;
    rest.remove_prefix(point.size);
  }
  return true;
}

// "Donald Ervin" to "D. E.", "Jean-Paul" to "J.-P."
std::string Initials(std::string_view given) {
  static const Pattern word(R"(([[:upper:]])[^[:upper:]\s-]*\s*)");
  static const Pattern hyphen(R"(\s*-)");
  const std::string initials = word.Replace(given, [](const Groups& g) { return std::string(g[1]) + ". "; });
  return std::string(Strip(hyphen.Replace(initials, [](const Groups&) { return std::string("-"); })));
}

std::string NameText(const ItemName& name, const NameStyle& style, size_t position) {
  std::optional<std::string> given = name.given;
  const bool is_romanesque = IsRomanesque(name);
  if (given && style.has_initials && is_romanesque) given = Initials(*given);
  const std::string family = JoinedBy(" ", {name.particle, name.family});
  if (!is_romanesque)
    return given ? name.family.value_or("") + (name.family ? " " : "") + *given : name.family.value_or("");
  if (style.is_short) return family;
  const bool inverted = style.inverted == Inverted::kAll || (style.inverted == Inverted::kFirst && position == 0);
  if (inverted) return JoinedBy(", ", {family, given, name.suffix});
  return JoinedBy(" ", {JoinedBy(" ", {given, family}), name.suffix});
}

std::string JoinTexts(const std::vector<std::string>& texts, std::string_view delimiter) {
  std::string out;
  for (size_t i = 0; i < texts.size(); ++i) {
    out = i == 0 ? texts[0] : Concatenate(delimiter.empty() ? out : Concatenate(out, delimiter), texts[i]);
  }
  return out;
}

std::string_view RoleTerm(std::string_view role, RoleLabel::Form form, bool is_plural) {
  struct Term {
    std::string_view role;
    RoleLabel::Form form;
    std::string_view singular;
    std::string_view plural;
  };
  using Form = RoleLabel::Form;
  constexpr Term kTerms[] = {
      {"editor", Form::kLong, "editor", "editors"},
      {"editor", Form::kShort, "ed.", "eds."},
      {"editor", Form::kVerb, "edited by", "edited by"},
      {"translator", Form::kLong, "translator", "translators"},
      {"translator", Form::kShort, "trans.", "trans."},
      {"translator", Form::kVerb, "translated by", "translated by"},
      {"editortranslator", Form::kLong, "editor & translator", "editors & translators"},
      {"editortranslator", Form::kShort, "ed. & trans.", "eds. & trans."},
      {"editortranslator", Form::kVerb, "edited & translated by", "edited & translated by"},
      {"director", Form::kLong, "director", "directors"},
      {"director", Form::kShort, "dir.", "dirs."},
      {"director", Form::kVerb, "directed by", "directed by"},
      {"composer", Form::kVerb, "composed by", "composed by"},
  };
  for (const Term& term : kTerms) {
    if (term.role == role && term.form == form) return is_plural ? term.plural : term.singular;
  }
  return {};
}

void Note(Piece& into, const Piece& piece) {
  into.looked |= piece.looked;
  into.found |= piece.found;
  into.variables.insert(into.variables.end(), piece.variables.begin(), piece.variables.end());
}

}  // namespace

bool Writer::IsType(std::initializer_list<std::string_view> types) const {
  return std::find(types.begin(), types.end(), item_.type) != types.end();
}

bool Writer::HasAny(std::initializer_list<std::string_view> variables) const {
  return std::any_of(variables.begin(), variables.end(), [this](std::string_view name) { return item_.Has(name); });
}

bool Writer::IsNumeric(std::string_view variable) const { return IsNumericText(item_.Text(variable)); }

// A variable that is suppressed was there, but gives no text.
Piece Writer::Read(std::string_view name) const {
  Piece piece{.html = {}, .looked = true};
  const std::string number = name == "citation-number" && number_ ? std::to_string(*number_) : "";
  const std::string_view text = number.empty() ? item_.Text(name) : std::string_view(number);
  piece.found = !text.empty();
  if (item_.Has(name)) piece.variables.emplace_back(name);
  if (!suppressed_.contains(name)) piece.html = text;
  return piece;
}

Piece Writer::Variable(std::string_view name, LetterCase letter_case) { return Cased(Read(name), letter_case); }

Piece Writer::Pages(PageDigits digits) {
  static const Pattern range(R"(\b([[:alpha:]]*)(\d+)([[:alpha:]]*)\s*[–-]+\s*([[:alpha:]]*)(\d+)([[:alpha:]]*)\b)");
  Piece piece = Read("page");
  piece.html = range.Replace(piece.html, [digits](const Groups& g) {
    std::string first(g[2]), last(g[5]);
    const bool has_letters = !g[1].empty() || !g[3].empty() || !g[4].empty() || !g[6].empty();
    if (digits != PageDigits::kAsIs && !has_letters && first.size() >= last.size()) {
      last.insert(0, first.substr(0, first.size() - last.size()));
      if (digits == PageDigits::kMinimalTwo && first.size() > 2) {
        size_t same = 0;
        while (first.size() - same > 2 && first[same] == last[same]) ++same;
        last.erase(0, same);
      }
    }
    return std::string(g[1]).append(first).append(g[3]).append("–").append(g[4]).append(last).append(g[6]);
  });
  piece.html = Finalized(std::move(piece.html));
  return piece;
}

Piece Writer::Number(std::string_view name) {
  static const Pattern comma(R"(\s*,\s*)"), hyphen(R"(\s*-\s*)"), ampersand(R"(\s*&\s*)");
  Piece piece = Read(name);
  if (IsNumericText(piece.html)) {
    piece.html = comma.Replace(piece.html, [](const Groups&) { return std::string(", "); });
    piece.html = hyphen.Replace(piece.html, [](const Groups&) { return std::string("-"); });
    piece.html = ampersand.Replace(piece.html, [](const Groups&) { return std::string(" & "); });
  }
  piece.html = Finalized(std::move(piece.html));
  return piece;
}

Piece Writer::Ordinal(std::string_view name) {
  static const Pattern number(R"((?<![A-Za-z0-9_.:;])\d+(?![A-Za-z0-9_.:;]))");
  Piece piece = Read(name);
  if (IsNumericText(piece.html)) {
    piece.html = number.Replace(piece.html, [](const Groups& g) { return OrdinalOf(g[0]); });
  }
  return piece;
}

bool Writer::IsPluralNumber(std::string_view text) { return IsPlural(text); }

// The look at the variable is not noticed by groups.
Piece Writer::Label(std::string_view variable, std::string_view singular, std::string_view plural,
                    LetterCase letter_case) {
  const std::string_view text = item_.Text(variable);
  if (text.empty()) return {};
  bool is_plural = IsPlural(text) && (variable == "page" || IsNumericText(text));
  if (variable == "number-of-volumes") is_plural = BibValue::OfText(std::string(text)).ToInt() > 1;
  return Cased(Words(is_plural ? plural : singular), letter_case);
}

std::string Writer::NameList(const std::vector<ItemName>& names, const NameStyle& style) {
  const bool is_cut = style.et_al_min > 0 && names.size() >= style.et_al_min;
  const size_t shown = is_cut ? std::min(style.et_al_use_first, names.size()) : names.size();
  std::vector<std::string> texts;
  for (size_t i = 0; i < shown; ++i) texts.push_back(Finalized(NameText(names[i], style, i)));
  std::string out;
  if (is_cut && style.et_al_use_last && names.size() - shown > 1) {
    out = JoinTexts({JoinTexts(texts, ", "), Finalized(NameText(names.back(), style, shown))}, ", … ");
  } else if (is_cut) {
    const bool has_comma = style.comma_precedes_et_al || shown > 1;
    const std::string et_al = style.et_al_in_italics ? "<i>et al.</i>" : "et al.";
    out = JoinTexts({JoinTexts(texts, ", "), et_al}, has_comma ? ", " : " ");
  } else if (names.size() < 2) {
    out = JoinTexts(texts, ", ");
  } else {
    const bool has_comma = style.comma_precedes_last || names.size() > 2 || style.conjunction == And::kNone;
    std::string connector = style.conjunction == And::kText ? "and " : style.conjunction == And::kSymbol ? "& " : "";
    connector.insert(0, has_comma ? ", " : " ");
    const std::string last = texts.back();
    texts.pop_back();
    out = JoinTexts({JoinTexts(texts, ", "), last}, connector);
  }
  if (memory_ != nullptr && !names_written_) {
    memory_->current = out;
    if (memory_->previous == out) out = author_substitute_;
  }
  return Finalized(out);
}

Piece Writer::Names(std::initializer_list<std::string_view> roles, const NameStyle& style,
                    const std::optional<RoleLabel>& label, std::string_view delimiter) {
  struct Role {
    std::string_view name;
    const std::vector<ItemName>* persons;
  };
  Piece piece{.html = {}, .looked = true};
  std::vector<Role> present;
  for (const std::string_view role : roles) {
    const auto found = item_.names.find(role);
    if (found == item_.names.end()) continue;
    piece.variables.emplace_back(role);
    piece.found |= !found->second.empty();
    if (!suppressed_.contains(role) && !found->second.empty()) present.push_back({role, &found->second});
  }
  // Who edited and translated is named once.
  if (present.size() == 2 && present[0].name == "editor" && present[1].name == "translator" &&
      *present[0].persons == *present[1].persons) {
    present = {{"editortranslator", present[0].persons}};
  }
  std::vector<std::string> lists;
  for (const Role& role : present) {
    std::string list = NameList(*role.persons, style);
    if (label) {
      const std::string_view term = RoleTerm(role.name, label->form, role.persons->size() > 1);
      const std::string text = Affix(label->prefix, Cased(Words(term), label->letter_case), label->suffix).html;
      list = label->before ? Concatenate(text, list) : Concatenate(list, text);
    }
    lists.push_back(std::move(list));
  }
  names_written_ = true;
  piece.html = Finalized(JoinTexts(lists, delimiter));
  return piece;
}

Piece Writer::Substitute(std::initializer_list<std::function<Piece()>> choices) {
  Piece nothing{.html = {}, .looked = true};
  for (const auto& choice : choices) {
    Piece piece = choice();
    Note(nothing, piece);
    if (piece.empty()) continue;
    suppressed_.insert(piece.variables.begin(), piece.variables.end());
    piece.looked = piece.found = true;
    return piece;
  }
  return nothing;
}

namespace {

std::string YearText(int year) {
  if (year < 0) return std::to_string(-year) + " BC";
  return std::to_string(year) + (year < 1000 ? " AD" : "");
}

std::string MonthText(const ItemDate& date, const std::array<std::string_view, 12>& names = kMonths) {
  return date.month && *date.month >= 1 && *date.month <= 12 ? std::string(names[*date.month - 1]) : "";
}

Piece DatePiece(const Item& item, std::string_view name, const std::function<std::string(const ItemDate&)>& print) {
  Piece piece{.html = {}, .looked = true};
  const auto found = item.dates.find(name);
  if (found == item.dates.end()) return piece;
  piece.variables.emplace_back(name);
  piece.found = !found->second.IsEmpty();
  if (piece.found) piece.html = found->second.literal ? *found->second.literal : print(found->second);
  return piece;
}

}  // namespace

Piece Writer::Year(std::string_view date) {
  return DatePiece(item_, date, [](const ItemDate& parts) { return YearText(*parts.year); });
}

Piece Writer::MonthAndDay(std::string_view date) {
  return DatePiece(item_, date, [](const ItemDate& parts) {
    return MonthText(parts) + (parts.day ? " " + std::to_string(*parts.day) : "");
  });
}

Piece Writer::TextDate(std::string_view date, DateForm form) {
  return DatePiece(item_, date, [form](const ItemDate& parts) {
    std::string out;
    const bool is_short = form == DateForm::kShortMonthAndYear;
    const std::string month = form == DateForm::kYear ? "" : MonthText(parts, is_short ? kShortMonths : kMonths);
    if (!month.empty()) out += month + " ";
    if (form == DateForm::kFull && parts.day) out += std::to_string(*parts.day) + ", ";
    return out + YearText(*parts.year);
  });
}

Piece Writer::Join(std::string_view delimiter, std::vector<Piece> pieces) {
  Piece joined;
  std::vector<std::string> texts;
  for (const Piece& piece : pieces) {
    Note(joined, piece);
    if (!piece.empty()) texts.push_back(piece.html);
  }
  joined.html = Finalized(JoinTexts(texts, delimiter));
  return joined;
}

Piece Writer::Group(std::string_view delimiter, std::vector<Piece> pieces) {
  Piece group = Join(delimiter, std::move(pieces));
  if (group.looked && !group.found) group.html.clear();
  return group;
}

Piece Writer::Affix(std::string_view prefix, Piece piece, std::string_view suffix) {
  if (piece.empty()) return piece;
  piece.html = Finalized(Concatenate(WithPrefix(prefix, piece.html), suffix));
  return piece;
}

Piece Writer::Italic(Piece piece) {
  if (!piece.empty()) piece.html = Finalized("<i>" + piece.html + "</i>");
  return piece;
}

Piece Writer::Bold(Piece piece) {
  if (!piece.empty()) piece.html = Finalized("<b>" + piece.html + "</b>");
  return piece;
}

// Quotes within are the inner ones.
Piece Writer::Quoted(Piece piece) {
  if (piece.empty()) return piece;
  static const Pattern open(R"((“|"\b))");
  static const Pattern close(R"((”|\b"))");
  std::string inner = open.Replace(piece.html, [](const Groups&) { return std::string("‘"); });
  inner = close.Replace(inner, [](const Groups&) { return std::string("’"); });
  piece.html = Finalized("“" + inner + "”");
  return piece;
}

Piece Writer::Cased(Piece piece, LetterCase letter_case) {
  piece.html = Finalized(InCase(piece.html, letter_case));
  return piece;
}

}  // namespace tincture::compat::plugins::scholar
