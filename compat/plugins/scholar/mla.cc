// The style of the Modern Language Association, 9th edition: author, title, and the container that the work is part of
// with its contributors, version, number, publisher, date and location.
#include "compat/plugins/scholar/styles.h"

namespace tincture::compat::plugins::scholar {

namespace {

constexpr size_t kEtAlMin = 3;
constexpr LetterCase kTitle = LetterCase::kTitle;
constexpr LetterCase kFirst = LetterCase::kCapitalizeFirst;

class MlaWriter : public Writer {
 public:
  using Writer::Writer;

  std::string Reference() override {
    Piece body = Group(". ", {Author(), Title(), AfterTitle(), Container(), Has("source") ? Movable() : Piece(),
                              SecondContainer(), AtEnd()});
    return Affix("", std::move(body), ".").html;
  }

  std::string Citation() override {
    const bool is_bare = locator() && (locator()->label == "page" || locator()->label == "line");
    if (is_bare) return Group(" ", {ShortAuthor(), Words(locator()->text)}).html;
    return Group(", ", {ShortAuthor(), CitationLocator()}).html;
  }

 private:
  // Of one kind or the other: by whether there is an editor.
  bool IsEither() const { return IsType({"interview", "paper-conference"}); }
  bool IsSerialUse() const { return IsPeriodical() || (IsEither() && !IsEdited()); }

  // --- Author

  static NameStyle AuthorNames() {
    return {.conjunction = And::kText,
            .inverted = Inverted::kFirst,
            .comma_precedes_last = true,
            .comma_precedes_et_al = true,
            .et_al_min = kEtAlMin,
            .et_al_use_first = 1};
  }
  static NameStyle PlainNames() { return {.conjunction = And::kText, .et_al_min = kEtAlMin, .et_al_use_first = 1}; }
  static NameStyle ShortNames() {
    NameStyle style = PlainNames();
    style.is_short = true;
    return style;
  }

  Piece Author() {
    const auto names = [this](std::string_view role) {
      return [this, role] { return Names({role}, AuthorNames(), RoleLabel{.prefix = ", "}); };
    };
    // A composer who is not there does not count as the first names looked for, which a dash may stand for.
    const auto composer = [&] { return Has("composer") ? names("composer")() : Piece{.html = {}, .looked = true}; };
    return Substitute({composer, names("author"), names("editor"), names("translator"),
                       [this] { return IsType({"standard"}) ? Variable("authority") : Piece(); },
                       [this] { return Title(); }});
  }

  // --- Title

  Piece Title() {
    const bool with_part = IsType({"post", "webpage"}) || IsSerialUse();
    if (with_part) {
      return Group(", ", {PrimaryTitle(), Group(", ", {NumberedPart(LetterCase::kAsIs), PartTitle()})});
    }
    if (!Has("container-title")) {
      for (const std::string_view part : {"part-title", "volume-title"}) {
        if (Has(part)) return Italic(Variable(part, kTitle));
      }
    }
    return PrimaryTitle();
  }

  Piece PartTitle() {
    Piece title = Variable("part-title", kTitle);
    return IsSerialUse() ? Quoted(std::move(title)) : Italic(std::move(title));
  }

  Piece PrimaryTitle() {
    if (IsType({"bill", "collection", "legislation", "regulation", "treaty"})) return Variable("title", kTitle);
    if (IsType({"legal_case"})) return Italic(Variable("title"));
    if (IsType({"book", "classic", "graphic", "hearing", "map", "periodical"}))
      return Italic(Variable("title", kTitle));
    if (IsType({"post"})) return Quoted(Variable("title"));
    const bool in_quotes =
        Has("container-title") || IsType({"article", "dataset", "document", "interview", "manuscript",
                                          "paper-conference", "personal_communication", "speech"});
    return in_quotes ? Quoted(Variable("title", kTitle)) : Italic(Variable("title", kTitle));
  }

  Piece AfterTitle() {
    if (IsType({"thesis"}) || Has("number")) return {};
    return Group(", ", {Variable("genre", kFirst)});
  }

  // --- Numbers with their words

  Piece Numbered(std::string_view variable, std::string_view singular, std::string_view plural,
                 LetterCase letter_case = LetterCase::kAsIs) {
    return Group(" ", {IsNumeric(variable) ? Label(variable, singular, plural, letter_case) : Piece(),
                       Variable(variable, letter_case)});
  }
  Piece Volume() { return Numbered("volume", "vol.", "vols."); }
  Piece NumberedPart(LetterCase letter_case) {
    return Group(" ", {IsNumeric("part-number") ? Cased(Words("pt."), letter_case) : Piece(),
                       Variable("part-number", letter_case)});
  }

  // --- Container

  Piece Container() {
    return Group(", ",
                 {ContainerTitle(), Contributors(), Version(), Numbers(), Publisher(), PublicationDate(), Location()});
  }

  Piece ContainerTitle() {
    const bool has_editor = HasAny({"collection-editor", "container-author", "editor", "editorial-director"});
    if (IsPeriodical() || (IsEither() && !has_editor)) return SerialTitle();
    if (Has("container-title") && Has("part-title")) return Italic(Variable("part-title", kTitle));
    if (Has("container-title") && Has("volume-title")) return Italic(Variable("volume-title", kTitle));
    return Italic(Variable("container-title", kTitle));
  }

  // "special issue of", "supplement to"
  Piece SpecialIssue() {
    const bool is_periodical = IsType({"periodical"});
    const bool is_part = Has("volume-title") || (is_periodical && Has("title"));
    if (!Has("container-title") || !is_part) return {};
    const bool is_supplement = Has("supplement-number") && (Has("volume-title") || is_periodical);
    const bool in_capitals = is_periodical && !(is_supplement && Has("volume-title"));
    return Cased(Words(is_supplement ? "supplement to" : "special issue of"), in_capitals ? kFirst : LetterCase::kAsIs);
  }

  Piece SerialTitle() {
    Piece special = SpecialIssue();
    return Group(", ", {Italic(Variable("volume-title", kTitle)),
                        Group(" ", {special, Italic(Variable("container-title", kTitle)),
                                    Affix("[", Variable("publisher-place"), "]")})});
  }

  Piece Contributors() {
    const RoleLabel label = {.form = RoleLabel::Form::kVerb,
                             .letter_case = Has("container-title") ? LetterCase::kAsIs : kFirst,
                             .suffix = " ",
                             .before = true};
    return Group(", ", {Names({"editor", "translator"}, PlainNames(), label, ", "),
                        Names({"director"}, PlainNames(), label, ", ")});
  }

  Piece Version() {
    Piece edition = IsNumeric("edition") ? Group(" ", {Ordinal("edition"), Label("edition", "ed.", "eds.")})
                                         : Variable("edition", kFirst);
    const LetterCase letter_case = Has("edition") ? LetterCase::kAsIs : kFirst;
    return Group(", ",
                 {edition, Group(" ", {Label("version", "version", "versions", letter_case), Variable("version")})});
  }

  Piece Numbers() {
    Piece volume;
    if (IsSerialUse()) {
      volume = Join(", ", {Variable("collection-title"), Volume()});
    } else if (IsEither()) {
      volume = Volume();
    } else if (!HasAny({"part-title", "volume-title"})) {
      volume = BookVolume();
    }
    Piece number;
    if (Has("number")) {
      number = Join(" ", {Variable("genre"),
                          IsType({"standard"}) ? Group(" ", {Variable("number")}) : Numbered("number", "no.", "nos.")});
    }
    return Group(", ", {volume, Group(" ", {Label("issue", "no.", "nos."), Variable("issue")}),
                        Numbered("supplement-number", "supp.", "supps."), Group(" ", {number})});
  }

  // In small letters after something, not at all where only the author comes before, in capitals at the beginning.
  Piece BookVolume() {
    if (HasAny({"edition", "container-title"})) return Volume();
    const bool has_others =
        HasAny({"container-author", "contributor", "director", "editor-translator", "illustrator", "interviewer"});
    if (Has("author")) return has_others || HasAny({"editor", "translator"}) ? Volume() : Piece();
    if (Has("editor")) return has_others || Has("translator") ? Volume() : Piece();
    return has_others ? Volume() : Numbered("volume", "vol.", "vols.", kFirst);
  }

  Piece Publisher() {
    if (IsType({"thesis"}) || IsSerialUse()) return {};
    return Variable(Has("publisher") ? "publisher" : "publisher-place");
  }

  Piece PublicationDate() {
    if (IsType({"speech"})) return {};
    if (IsType({"book", "chapter", "motion_picture", "paper-conference", "thesis"})) {
      return TextDate("issued", DateForm::kYear);
    }
    return TextDate("issued", IsType({"article-journal"}) ? DateForm::kYearMonth : DateForm::kFull);
  }

  Piece Location() {
    const bool in_proceedings = IsEdited() || HasAny({"issue", "page", "volume"});
    const bool has_event =
        !IsPeriodical() && !IsType({"personal_communication"}) && !(IsType({"paper-conference"}) && in_proceedings);
    return Group(", ", {has_event ? Event() : Piece(), Variable("archive"), Variable("archive-place"),
                        Variable("archive_collection"), Variable("archive_location"),
                        Group(" ", {Label("page", "p.", "pp."), Pages(PageDigits::kMinimalTwo)}),
                        Has("source") ? Piece() : Address()});
  }

  Piece Event() {
    if (!HasAny({"event", "event-date", "event-title"})) return {};
    return Group(", ", {Variable(Has("event-title") ? "event-title" : "event", kFirst), Variable("event-place")});
  }

  Piece Address() { return Has("DOI") ? Affix("https://doi.org/", Variable("DOI")) : Variable("URL"); }

  Piece SecondContainer() { return Group(", ", {Italic(Variable("source")), Has("source") ? Address() : Piece()}); }

  // --- At the end

  Piece AtEnd() {
    Piece accessed;
    if (!Has("issued")) accessed = Group(" ", {Words("Accessed"), TextDate("accessed", DateForm::kFull)});
    return Group(", ", {accessed, Variable("medium", kFirst), Has("source") ? Piece() : Movable()});
  }

  Piece Movable() {
    if (IsSerialUse()) return Group(", ", {Variable("section", kTitle)});
    return Group(", ", {IsType({"thesis"}) ? Group(", ", {Variable("publisher"), Variable("genre")}) : Piece(),
                        Series(), Volumes()});
  }

  Piece Series() {
    if (!Has("collection-title")) return {};
    return Group(IsNumeric("collection-number") ? " " : ", ",
                 {Variable("collection-title", kTitle), Variable("collection-number")});
  }

  Piece Volumes() {
    Piece whole;
    if (HasAny({"part-title", "volume-title"})) {
      Piece title = Has("container-title") ? Italic(Variable("container-title", kTitle)) : PrimaryTitle();
      Piece volume = Has("volume") ? Numbered("volume", "vol.", "vols.", kFirst) : Piece();
      Piece of = HasAny({"volume", "part-number"}) ? Words("of") : Piece();
      if (!Has("volume") && Has("part-number")) volume = NumberedPart(kFirst);
      whole = Group(" ", {volume, of, Group(", ", {title})});
    }
    Piece count;
    if (!Has("volume")) {
      count = Group(" ", {Variable("number-of-volumes"),
                          IsNumeric("number-of-volumes") ? Label("number-of-volumes", "vol.", "vols.") : Piece()});
    }
    return Group(", ", {whole, count});
  }

  // --- In the text

  Piece ShortAuthor() {
    const auto names = [this](std::string_view role) { return [this, role] { return Names({role}, ShortNames()); }; };
    return Group(", ", {Substitute({names("composer"), names("author"), names("editor"), names("translator"),
                                    [this] { return IsType({"standard"}) ? Variable("authority") : Piece(); },
                                    [this] { return PrimaryTitle(); }})});
  }

  Piece CitationLocator() {
    if (!locator()) return {};
    const LocatorTerm term = FindLocatorTerm(locator()->label);
    return Group(" ", {Words(IsPluralNumber(locator()->text) ? term.short_plural : term.short_singular),
                       Words(locator()->text)});
  }
};

}  // namespace

std::unique_ptr<Writer> MakeMlaWriter(const Item& item) { return std::make_unique<MlaWriter>(item); }

}  // namespace tincture::compat::plugins::scholar
