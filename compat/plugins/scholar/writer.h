// Writer: what the citation styles are written with: variables, groups, names, dates and letter case, joined by the
// rules of CSL 1.0.2 as citeproc-ruby 2.1 keeps them, to HTML. A style derives from it; one Writer writes one reference
// or one citation.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/scholar/item.h"

namespace tincture::compat::plugins::scholar {

// A piece of a reference, and which variables were looked at for it: a group none of whose variables holds anything is
// left out whole, its fixed words included.
struct Piece {
  std::string html;
  bool looked = false;                      // at a variable
  bool found = false;                       // something in one
  std::vector<std::string> variables = {};  // those that the item has

  bool empty() const { return html.empty(); }
};

enum class LetterCase { kAsIs, kTitle, kCapitalizeFirst, kLower };
enum class And { kNone, kText, kSymbol };
enum class Inverted { kNone, kFirst, kAll };  // name-as-sort-order

struct NameStyle {
  And conjunction = And::kNone;
  Inverted inverted = Inverted::kNone;
  bool is_short = false;
  bool has_initials = false;         // "D. E."
  bool comma_precedes_last = false;  // always, not only for three names and more
  bool comma_precedes_et_al = false;
  size_t et_al_min = 0;  // from so many names on the list is cut
  size_t et_al_use_first = 0;
  bool et_al_use_last = false;  // ..., last
  bool et_al_in_italics = false;
};

// What a name is of: "editor", "Eds.", "edited by".
struct RoleLabel {
  enum class Form { kLong, kShort, kVerb } form = Form::kLong;
  LetterCase letter_case = LetterCase::kAsIs;
  std::string_view prefix = {};
  std::string_view suffix = {};
  bool before = false;
};

// Names that the entry above began with, where a style prints a dash for them.
struct AuthorMemory {
  std::optional<std::string> previous;
  std::optional<std::string> current;
};

struct Locator {
  std::string label;  // "page"
  std::string text;
};

class Writer {
 public:
  explicit Writer(const Item& item) : item_(item) {}
  virtual ~Writer() = default;

  // The entry of a bibliography.
  virtual std::string Reference() = 0;
  // One work within a citation, without the citation's parentheses.
  virtual std::string Citation() = 0;

  void Suppress(const std::string& variable) { suppressed_.insert(variable); }
  // Its place in the bibliography, or among what the page cites; without one the work has no number.
  void set_number(int64_t number) { number_ = number; }
  void set_locator(const Locator& locator) { locator_ = locator; }
  void set_memory(AuthorMemory* memory, std::string_view substitute) {
    memory_ = memory;
    author_substitute_ = substitute;
  }

 protected:
  const Item& item() const { return item_; }
  const std::optional<Locator>& locator() const { return locator_; }
  bool IsType(std::initializer_list<std::string_view> types) const;
  bool HasAny(std::initializer_list<std::string_view> variables) const;
  bool Has(std::string_view variable) const { return item_.Has(variable); }
  bool IsNumeric(std::string_view variable) const;

  // A variable's text.
  Piece Variable(std::string_view name, LetterCase letter_case = LetterCase::kAsIs);
  // Pages: with a dash, the second number as `digits` says.
  enum class PageDigits { kAsIs, kExpanded, kMinimalTwo };
  Piece Pages(PageDigits digits);
  // --- Kinds of works that the styles share

  bool IsPeriodical() const {
    return IsType({"article-journal", "article-magazine", "article-newspaper", "periodical", "post-weblog", "review",
                   "review-book"});
  }
  bool IsEdited() const { return HasAny({"collection-editor", "compiler", "editor", "editorial-director"}); }

  // --- Pieces

  // A number as it is written: "1, 2", "3-4", "5 & 6".
  Piece Number(std::string_view name);
  // "2nd" where the variable is a number.
  Piece Ordinal(std::string_view name);
  // The word for a number variable, as many as it holds: "vol." and "vols."
  Piece Label(std::string_view variable, std::string_view singular, std::string_view plural,
              LetterCase letter_case = LetterCase::kAsIs);
  static bool IsPluralNumber(std::string_view text);
  static Piece Words(std::string_view text) { return {.html = std::string(text)}; }
  Piece Names(std::initializer_list<std::string_view> roles, const NameStyle& style,
              const std::optional<RoleLabel>& label = std::nullopt, std::string_view delimiter = "");
  // The first of `choices` that is not empty; what it was made of is not printed again.
  Piece Substitute(std::initializer_list<std::function<Piece()>> choices);

  Piece Year(std::string_view date);
  // "May 12"
  Piece MonthAndDay(std::string_view date);
  enum class DateForm { kYear, kYearMonth, kShortMonthAndYear, kFull };
  // "May 12, 2020", "Sept. 2020"
  Piece TextDate(std::string_view date, DateForm form);

  static Piece Group(std::string_view delimiter, std::vector<Piece> pieces);
  // Without a group's rule: what is there, joined.
  static Piece Join(std::string_view delimiter, std::vector<Piece> pieces);
  static Piece Affix(std::string_view prefix, Piece piece, std::string_view suffix = "");
  static Piece Italic(Piece piece);
  static Piece Bold(Piece piece);
  static Piece Quoted(Piece piece);
  static Piece Cased(Piece piece, LetterCase letter_case);

 private:
  Piece Read(std::string_view name) const;
  std::string NameList(const std::vector<ItemName>& names, const NameStyle& style);

  const Item& item_;
  std::set<std::string, std::less<>> suppressed_;
  std::optional<Locator> locator_;
  std::optional<int64_t> number_;
  AuthorMemory* memory_ = nullptr;
  std::string_view author_substitute_;
  bool names_written_ = false;
};

// Joins two texts without doubling the punctuation between them; a comma or full stop goes within closing quotes.
std::string Concatenate(std::string_view text, std::string_view suffix);

}  // namespace tincture::compat::plugins::scholar
