// The style of the Institute of Electrical and Electronics Engineers: works have numbers; author, title in quotes and
// what it is part of, joined by commas, then where the work is to be had.
#include "compat/plugins/scholar/styles.h"

namespace tincture::compat::plugins::scholar {

namespace {

constexpr size_t kEtAlMin = 7;
constexpr LetterCase kTitle = LetterCase::kTitle;
constexpr LetterCase kFirst = LetterCase::kCapitalizeFirst;

class IeeeWriter : public Writer {
 public:
  using Writer::Writer;

  std::string Reference() override {
    return Join("", {Affix("[", Variable("citation-number"), "]"), Affix("", Author(), ", "), Body(), Access()}).html;
  }

  std::string Citation() override {
    return Affix("[", Group(", ", {Variable("citation-number"), CitationLocator()}), "]").html;
  }

 private:
  // --- Kinds of works

  // What has a title of its own, in italics.
  bool IsBookLike() const {
    return IsType({"bill", "book", "graphic", "legal_case", "legislation", "motion_picture", "song"});
  }
  bool IsOnline() const { return IsType({"webpage", "post", "post-weblog"}); }

  // --- Who

  static NameStyle PlainNames() { return {.conjunction = And::kText, .has_initials = true}; }
  static NameStyle CutNames() {
    NameStyle style = PlainNames();
    style.et_al_min = kEtAlMin;
    style.et_al_use_first = 1;
    style.et_al_in_italics = true;
    return style;
  }
  static RoleLabel AfterComma() { return {.form = RoleLabel::Form::kShort, .letter_case = kFirst, .prefix = ", "}; }

  Piece Author() {
    const auto names = [this](std::string_view role) {
      return [this, role] { return Names({role}, CutNames(), AfterComma()); };
    };
    return Substitute(
        {names("author"), names("editor"), names("translator"), [this] { return Names({"director"}, CutNames()); }});
  }

  Piece Editor() { return Names({"editor"}, PlainNames(), AfterComma()); }

  // --- What

  Piece Title() {
    const bool is_whole = IsBookLike() || IsType({"standard", "software"});
    return is_whole ? Italic(Variable("title")) : Quoted(Variable("title"));
  }

  Piece ContainerTitle() { return Italic(Variable("container-title")); }

  Piece Edition() {
    if (!IsBookLike() && !IsType({"chapter", "paper-conference", "report"})) return {};
    if (IsNumeric("edition")) return Group(" ", {Ordinal("edition"), Words("ed.")});
    return Affix("", Variable("edition", kFirst), ".");
  }

  Piece Locators() {
    return Group(
        ", ", {Edition(), Group(" ", {Words("vol."), Number("volume")}),
               Group(" ", {Number("number-of-volumes"), Words("vols.")}), Group(" ", {Words("no."), Number("issue")})});
  }

  Piece Page() {
    if (IsType({"article-journal"}) && Has("number")) {
      return Group(" ", {Words("Art."), Words("no."), Variable("number")});
    }
    return Group(" ", {Label("page", "p.", "pp."), Pages(PageDigits::kAsIs)});
  }

  Piece Series() {
    if (!Has("collection-title")) return {};
    return Join("", {Affix("", Words("in"), " "),
                     Affix("",
                           Group(", ", {Variable("collection-title"), Affix("no. ", Variable("collection-number")),
                                        Affix("vol. ", Variable("volume"))}),
                           ". ")});
  }

  Piece Event() {
    if (Has("container-title")) return Group(" ", {Words("in"), ContainerTitle()});
    return Group(" ", {Words("presented at the"), Variable("event")});
  }

  Piece GenreAndNumber() { return Group(" ", {Variable("genre"), Variable("number")}); }

  // --- Where and when

  Piece Publisher() {
    if (IsBookLike() || IsType({"chapter", "paper-conference"})) {
      return Group(": ", {Variable("publisher-place"), Variable("publisher")});
    }
    return Group(", ", {Variable("publisher"), Variable("publisher-place")});
  }

  Piece Issued() {
    if (IsType({"article-journal", "report", "paper-conference"})) {
      return TextDate("issued", DateForm::kShortMonthAndYear);
    }
    if (IsType({"motion_picture"})) return Affix("(", TextDate("issued", DateForm::kFull), ")");
    const bool by_year = IsBookLike() || IsType({"chapter", "thesis"});
    return TextDate("issued", by_year ? DateForm::kYear : DateForm::kFull);
  }

  Piece Status() { return HasAny({"page", "issue", "volume"}) ? Piece() : Bold(Variable("status", kFirst)); }

  Piece Place() {
    const std::string_view variable = Has("publisher-place") ? "publisher-place" : "event-place";
    return Affix("", Group(", ", {Variable(variable, kTitle)}), ".");
  }

  Piece Accessed() { return Group(": ", {Words("Accessed"), TextDate("accessed", DateForm::kFull)}); }
  Piece Address() { return Group(": ", {Words("Available at"), Variable("URL")}); }

  Piece Access() {
    if (IsOnline()) {
      return Has("URL") ? Affix(" ", Group(". ", {Accessed(), Words("[Online]"), Address()})) : Piece();
    }
    if (Has("DOI")) return Affix(" doi: ", Variable("DOI"), ".");
    if (!Has("URL")) return {};
    Piece medium =
        Has("medium") ? Variable("medium", kFirst) : Words(IsType({"motion_picture"}) ? "Online Video" : "Online");
    return Join("", {Affix(" ", Group(". ", {Accessed(), Affix("[", Group(" ", {medium}), "]")}), ". "),
                     Affix(" ", Address())});
  }

  // --- Between the author and the access, kind by kind

  Piece Body() {
    if (IsType({"article-journal"})) return Article();
    if (IsType({"paper-conference", "speech"})) return Paper();
    if (IsType({"chapter"})) return Chapter();
    if (IsType({"report"})) return Sentence({Title(), Publisher(), GenreAndNumber(), Issued()});
    if (IsType({"thesis"})) return Sentence({Title(), Variable("genre"), Publisher(), Issued()});
    if (IsType({"software"})) {
      return Affix("", Group(". ", {Title(), Affix("(", Issued(), ")"), Variable("genre"), Publisher()}), ".");
    }
    if (IsType({"article"})) {
      return Sentence({Title(), Issued(), Group(": ", {Italic(Publisher()), Variable("number")})});
    }
    if (IsOnline()) return Sentence({Title(), Variable("container-title")});
    if (IsType({"patent"})) return Group(", ", {Title(), Variable("number"), Issued()});
    if (IsType({"motion_picture"})) return Join("", {Affix("", Place(), ". "), Sentence({Title(), Issued()})});
    if (IsType({"standard"})) return Sentence({Title(), GenreAndNumber(), Place(), Issued()});
    if (IsBookLike()) return InSentences({Title(), Locators()}, {Publisher(), Issued(), Page()});
    const bool is_in_one = IsType({"article-magazine", "article-newspaper", "broadcast", "interview", "manuscript",
                                   "map", "personal_communication"});
    if (is_in_one) return Sentence({Title(), ContainerTitle(), Locators(), Publisher(), Page(), Issued()});
    return InSentences({Title(), ContainerTitle(), Locators()}, {Publisher(), Page(), Issued()});
  }

  static Piece Sentence(std::vector<Piece> pieces) { return Affix("", Group(", ", std::move(pieces)), "."); }

  // The work and its series, and how it came out.
  Piece InSentences(std::vector<Piece> work, std::vector<Piece> imprint) {
    return Join("", {Affix("", Group(", ", std::move(work)), ". "), Series(), Sentence(std::move(imprint))});
  }

  Piece Article() {
    Piece body = Group(", ", {Title(), ContainerTitle(), Locators(), Page(), Issued(), Status()});
    return Join("", {body, Words(HasAny({"URL", "DOI"}) ? "," : ".")});
  }

  Piece Paper() {
    return Join("", {Affix("", Group(", ", {Title(), Event(), Editor()}), ", "), Series(),
                     Sentence({Publisher(), Issued(), Page(), Status()})});
  }

  Piece Chapter() {
    Piece number = Group(" ", {Label("chapter-number", "chap.", "chaps."), Variable("chapter-number")});
    return Sentence({Title(), Group(" ", {Affix("", Words("in"), " "), ContainerTitle()}), Locators(), Editor(),
                     Series(), Publisher(), Issued(), number, Page()});
  }

  // --- In the text

  Piece CitationLocator() {
    if (!locator()) return {};
    const LocatorTerm term = FindLocatorTerm(locator()->label);
    const bool is_page = locator()->label == "page";
    Piece label = Words(IsPluralNumber(locator()->text) ? term.short_plural : term.short_singular);
    return Group(" ", {Cased(std::move(label), is_page ? LetterCase::kAsIs : kFirst), Words(locator()->text)});
  }
};

}  // namespace

std::unique_ptr<Writer> MakeIeeeWriter(const Item& item) { return std::make_unique<IeeeWriter>(item); }

}  // namespace tincture::compat::plugins::scholar
