// The style of the American Psychological Association, 7th edition: author, date, title, source, each ended by a full
// stop, then where the work is to be had.
#include "compat/plugins/scholar/styles.h"

namespace tincture::compat::plugins::scholar {

namespace {

constexpr size_t kReferenceEtAlMin = 21;
constexpr size_t kReferenceEtAlUseFirst = 19;
constexpr size_t kCitationEtAlMin = 3;
constexpr LetterCase kTitle = LetterCase::kTitle;
constexpr LetterCase kFirst = LetterCase::kCapitalizeFirst;

class ApaWriter : public Writer {
 public:
  using Writer::Writer;

  std::string Reference() override {
    Piece body = Group(". ", {Author(), Date(), TitleAndDescriptions(), Container(), Event(), Publisher()});
    return Group(" ", {Affix("", std::move(body), "."), Access(), PublicationHistory()}).html;
  }

  std::string Citation() override { return Group(", ", {ShortAuthor(), ShortDate(), CitationLocator()}).html; }

 private:
  // --- Kinds of works

  bool IsOnline() const { return IsType({"post", "webpage"}); }
  bool IsBookOfParts() const {
    return IsType({"book", "classic", "collection", "entry", "entry-dictionary", "entry-encyclopedia"});
  }
  bool IsInProceedings() const { return IsEdited() || HasAny({"issue", "page", "volume"}); }

  // --- Author

  static NameStyle InvertedNames() {
    return {.conjunction = And::kSymbol,
            .inverted = Inverted::kAll,
            .has_initials = true,
            .comma_precedes_last = true,
            .et_al_min = kReferenceEtAlMin,
            .et_al_use_first = kReferenceEtAlUseFirst,
            .et_al_use_last = true};
  }
  static NameStyle PlainNames() {
    NameStyle style = InvertedNames();
    style.inverted = Inverted::kNone;
    style.comma_precedes_last = false;
    return style;
  }
  static RoleLabel InParentheses(RoleLabel::Form form) {
    return {.form = form, .letter_case = kTitle, .prefix = " (", .suffix = ")"};
  }

  Piece Author() {
    const auto names = [this](std::string_view role) {
      return [this, role] { return Names({role}, InvertedNames()); };
    };
    const auto labelled = [this](std::string_view role, RoleLabel::Form form) {
      return [this, role, form] { return Names({role}, InvertedNames(), InParentheses(form)); };
    };
    return Group(" ",
                 {Substitute({names("composer"), names("author"), labelled("director", RoleLabel::Form::kLong),
                              [this] { return Has("container-title") && IsBookOfParts() ? TitleAsAuthor() : Piece(); },
                              labelled("editor", RoleLabel::Form::kShort), [this] { return TitleAsAuthor(); }})});
  }

  Piece TitleAsAuthor() { return Has("title") ? Group(" ", {Title(), Parenthetical()}) : TitleAndDescriptions(); }

  // --- Date

  // Without a date there is no "n.d.": the group looks at year-suffix, which nothing holds.
  Piece Date() {
    Piece date;
    if (Has("issued")) {
      date = Group(", ", {Group("", {Year("issued"), Variable("year-suffix")}),
                          HasFullDate() ? MonthAndDay("issued") : Piece()});
    } else if (Has("status")) {
      date = Group("", {Variable("status", LetterCase::kLower), Affix("-", Variable("year-suffix"))});
    } else {
      date = Join("", {Words("n.d."), Affix("-", Variable("year-suffix"))});
    }
    return Affix("(", Group(" ", {Group("", {date})}), ")");
  }

  bool HasFullDate() const {
    if (IsType({"paper-conference"})) return !IsInProceedings();
    return IsType({"article-magazine", "article-newspaper", "broadcast", "collection", "document", "event", "interview",
                   "motion_picture", "pamphlet", "performance", "personal_communication", "post", "post-weblog", "song",
                   "speech", "webpage"});
  }

  // --- Title

  Piece TitleAndDescriptions() {
    if (Has("title")) return Group(" ", {Title(), Parenthetical(), Bracketed()});
    if (IsType({"bill", "report"})) return Join("", {Number(), Bracketed(), Parenthetical()});
    return Group(" ", {Bracketed(), Parenthetical()});
  }

  // In italics where it stands for itself and not within something greater.
  Piece Title() {
    if (IsOnline()) return Italic(TitleWithPart());
    const bool like_periodical = IsPeriodical() || (IsType({"paper-conference"}) && !IsEdited());
    if (like_periodical) return Has("container-title") ? TitleWithPart() : Italic(TitleWithPart());
    if (Has("container-title")) return Variable("title");
    return Italic(Group(": ", {Variable("title"), VolumeTitle()}));
  }

  Piece TitleWithPart() { return Group(": ", {Variable("title"), PartTitle()}); }

  Piece PartTitle() { return Group(". ", {Group(" ", {Variable("part-number")}), Variable("part-title", kFirst)}); }

  Piece VolumeTitle() {
    Piece volume;
    if (Has("volume-title")) {
      volume = Group(" ", {Group(". ", {Group(" ", {VolumeLabel(), Variable("volume")}), Variable("volume-title")})});
    } else if (!IsNumeric("volume")) {
      volume = Group(" ", {VolumeLabel(), Variable("volume")});
    }
    return Group(": ", {volume, PartTitle()});
  }

  Piece VolumeLabel() { return Label("volume", "vol.", "vols.", kFirst); }

  // --- (Descriptions in parentheses)

  Piece Parenthetical() {
    std::vector<Piece> pieces = {SecondaryContributors()};
    if (IsType({"patent"})) {
      pieces = {Patent()};
    } else if (IsOnline()) {
      pieces.insert(pieces.end(), {DatabaseLocation(), Number(), BookLocators()});
    } else if (IsType({"report"}) && !Has("title")) {
      pieces.insert(pieces.end(), {DatabaseLocation(), BookLocators()});
    } else if (!Has("container-title")) {
      pieces.insert(pieces.end(), {DatabaseLocation(), Number(), BookLocators()});
    } else if (IsType({"broadcast", "graphic", "map", "motion_picture", "song"})) {
      pieces.push_back(Number());
    }
    return Affix("(", Group("", {Group("; ", std::move(pieces))}), ")");
  }

  Piece Patent() {
    return Group(" ", {Variable("authority"), Has("genre") ? Variable("genre", kFirst) : Words("Patent"),
                       Group(" ", {Label("number", "no.", "nos.", kFirst), Variable("number")})});
  }

  Piece ParentheticalOfContainer() {
    if (!Has("container-title")) return {};
    const bool numbered_by_title = IsType({"broadcast", "graphic", "map", "motion_picture", "song"});
    return Affix("(",
                 Group("", {Group("; ", {DatabaseLocation(), numbered_by_title ? Piece() : Number(), BookLocators()})}),
                 ")");
  }

  Piece SecondaryContributors() {
    const RoleLabel label = {.form = RoleLabel::Form::kShort, .letter_case = kTitle, .prefix = ", "};
    const bool like_periodical = IsPeriodical() || (IsType({"paper-conference"}) && !IsEdited());
    if (like_periodical || (Has("container-title") && !IsOnline())) {
      return Group("; ", {Names({"translator"}, PlainNames(), label, "; ")});
    }
    return Group("; ", {Names({"editor", "translator"}, PlainNames(), label, "; ")});
  }

  Piece DatabaseLocation() { return Has("archive-place") ? Piece() : Variable("archive_location"); }

  Piece Number() {
    if (!Has("number")) return {};
    const bool of_thesis = IsType({"thesis"}) && HasAny({"archive", "DOI", "URL"});
    return Group(", ", {Group(" ", {Variable("genre", kTitle),
                                    Group(" ", {Label("number", "no.", "nos.", kFirst), Variable("number")})}),
                        of_thesis ? Variable("publisher") : Piece()});
  }

  Piece BookLocators() {
    if (IsType({"article-journal", "article-magazine", "article-newspaper", "broadcast", "event", "interview", "patent",
                "performance", "periodical", "post", "post-weblog", "review", "review-book", "speech", "webpage"}) ||
        (IsType({"paper-conference"}) && !IsEdited())) {
      return {};
    }
    return Group(", ", {Group(" ", {Label("version", "version", "versions", kFirst), Variable("version")}), Edition(),
                        BookVolume()});
  }

  Piece Edition() {
    if (!IsNumeric("edition")) return Variable("edition");
    return Group(" ", {Ordinal("edition"), Label("edition", "ed.", "eds.")});
  }

  Piece BookVolume() {
    Piece volume;
    if (!Has("volume")) {
      volume = Group("", {Affix("", Label("number-of-volumes", "vol.", "vols.", kFirst), " "), Words("1–"),
                          Variable("number-of-volumes")});
    } else if (!Has("volume-title") && IsNumeric("volume")) {
      volume = Group(" ", {VolumeLabel(), Variable("volume")});
    }
    return Group(", ", {Group(" ", {Words(""), Variable("supplement-number")}), volume,
                        Group(" ", {Label("issue", "issue", "issues", kFirst), Variable("issue")}),
                        Group(" ", {Affix("", Label("page", "p.", "pp."), " "), Pages(PageDigits::kExpanded)})});
  }

  // --- [Descriptions in brackets]

  Piece Bracketed() {
    Piece piece;
    if (IsType({"thesis"})) {
      piece = Thesis();
    } else if (!Has("container-title")) {
      piece = Format();
    } else if (IsType({"event", "paper-conference", "performance", "speech"})) {
      if (IsInProceedings()) piece = Format();
    } else if (!IsType({"document", "report", "software", "standard"})) {
      piece = Format();
    }
    return Affix("[", Group("", {piece}), "]");
  }

  Piece Thesis() {
    Piece genre;
    if (!Has("number")) {
      genre =
          Group(", ", {Variable("genre", kFirst), HasAny({"archive", "DOI", "URL"}) ? Variable("publisher") : Piece()});
    }
    return Group("; ", {genre, Variable("medium", kFirst)});
  }

  Piece BracketedOfContainer() {
    Piece piece;
    if (IsType({"event", "paper-conference", "performance", "speech"})) {
      if (!IsInProceedings()) piece = Format();
    } else if (IsType({"software"})) {
      piece = Format();
    }
    return Affix("[", Group("", {piece}), "]");
  }

  Piece Format() {
    if (!HasAny({"genre", "medium"})) return GenericLabel();
    return Group("; ", {Has("number") ? Piece() : Variable("genre", kFirst), Variable("medium", kFirst)});
  }

  // What a work without a description is.
  Piece GenericLabel() const {
    struct Kind {
      std::string_view type;
      std::string_view label;
    };
    constexpr Kind kKinds[] = {{"broadcast", "Broadcast"},
                               {"collection", "Archival collection"},
                               {"dataset", "Dataset"},
                               {"figure", "Figure"},
                               {"graphic", "Graphic"},
                               {"interview", "Interview"},
                               {"map", "Map"},
                               {"motion_picture", "Video recording"},
                               {"post", "Post"},
                               {"review", "Review"},
                               {"review-book", "Book review"},
                               {"software", "Software"},
                               {"song", "Audio recording"}};
    if (IsPrivate()) return Words("Personal communication");
    for (const Kind& kind : kKinds) {
      if (kind.type == item().type) return Words(kind.label);
    }
    return {};
  }

  // --- Source

  Piece Container() {
    if (IsPeriodical()) return PeriodicalContainer();
    if (IsType({"paper-conference"})) {
      const bool like_book = HasAny({"editor", "editorial-director", "collection-editor", "container-author"});
      return like_book ? BookContainer() : PeriodicalContainer();
    }
    return IsOnline() ? Piece() : BookContainer();
  }

  Piece PeriodicalContainer() {
    Piece volume = Has("volume") ? Group("", {Italic(Variable("volume")), Affix("(", Variable("issue"), ")")})
                                 : Italic(Variable("issue"));
    Piece place = Has("number") ? Group(" ", {Words("Article"), Variable("number")}) : Pages(PageDigits::kExpanded);
    Piece status;
    if (Has("issued") && !HasAny({"issue", "number", "page", "volume"})) status = Variable("status", kFirst);
    return Group(". ", {Group(", ", {Italic(Variable("container-title", kTitle)), volume, place}), status});
  }

  Piece BookContainer() {
    if (!Has("container-title")) return {};
    Piece editors =
        Substitute({[this] { return Names({"editor"}, PlainNames(), InParentheses(RoleLabel::Form::kShort)); }});
    Piece title = Italic(Group(": ", {Variable("container-title"), VolumeTitle()}));
    return Group(" ", {Words("In"), Group(", ", {editors, title}), ParentheticalOfContainer(), BracketedOfContainer()});
  }

  Piece Event() {
    if (!HasAny({"event", "event-title"}) || (IsType({"paper-conference"}) && IsInProceedings())) return {};
    return Group(", ", {Variable(Has("event-title") ? "event-title" : "event"), Variable("event-place")});
  }

  Piece Publisher() {
    Piece publisher;
    if (IsType({"thesis"})) {
      if (!HasAny({"archive", "DOI", "URL"})) publisher = Variable("publisher");
    } else if (IsOnline()) {
      publisher = Group("; ", {Variable("container-title", kTitle), Variable("publisher")});
    } else if (IsType({"paper-conference"})) {
      if (IsEdited()) publisher = Variable("publisher");
    } else if (!IsPeriodical()) {
      publisher = Variable("publisher");
    }
    return Group("; ", {publisher, Archive()});
  }

  Piece Archive() {
    if (!Has("archive-place")) return Group(", ", {Variable("archive")});
    const bool has_collection = Has("archive_collection");
    Piece first = Group(" ", {Variable(has_collection ? "archive_collection" : "archive"),
                              Affix("(", Variable("archive_location"), ")")});
    return Group(", ", {first, has_collection ? Variable("archive") : Piece(), Variable("archive-place")});
  }

  Piece Access() {
    if (Has("DOI")) return Affix("https://doi.org/", Variable("DOI"));
    if (!Has("URL")) return {};
    Piece retrieved;
    if (!HasAny({"issued", "status"})) {
      retrieved =
          Group(" ", {Words("Retrieved"), Affix("", TextDate("accessed", DateForm::kFull), ","), Words("from")});
    }
    return Group(" ", {retrieved, Variable("URL")});
  }

  Piece PublicationHistory() {
    if (IsType({"patent"})) return Affix("(", Variable("references"), ")");
    Piece status;
    if (Has("issued") && HasAny({"issue", "number", "page", "volume"})) status = Variable("status", kFirst);
    return Affix("(", Group("; ", {status, Variable("references")}), ")");
  }

  // --- In the text

  // A talk that nobody else can look up.
  bool IsPrivate() const {
    return IsType({"interview", "personal_communication"}) &&
           !HasAny({"archive", "container-title", "DOI", "publisher", "URL"});
  }

  Piece PrivateAuthor() {
    NameStyle style = PlainNames();
    style.et_al_min = kCitationEtAlMin;
    style.et_al_use_first = 1;
    style.et_al_use_last = false;
    return Group(", ", {Substitute({[&] { return Names({"author"}, style); }, [this] { return ShortTitle(); }}),
                        Words("personal communication")});
  }

  Piece ShortAuthor() {
    if (IsPrivate()) return PrivateAuthor();
    const NameStyle style = {
        .conjunction = And::kSymbol, .is_short = true, .et_al_min = kCitationEtAlMin, .et_al_use_first = 1};
    const auto names = [this, style](std::string_view role) {
      return [this, style, role] { return Names({role}, style); };
    };
    return Substitute({names("composer"), names("author"), names("director"),
                       [this] { return Has("container-title") && IsBookOfParts() ? ShortTitle() : Piece(); },
                       names("editor"), [this] { return ShortTitle(); }});
  }

  Piece ShortTitle() {
    if (!Has("title")) {
      const std::string_view kind = Has("genre") ? "genre" : "medium";
      return Affix("[", Group("", {Has(kind) ? Variable(kind, kFirst) : GenericLabel()}), "]");
    }
    Piece title = Variable("title", kTitle);
    return Has("container-title") && !IsOnline() ? Quoted(std::move(title)) : Italic(std::move(title));
  }

  Piece ShortDate() {
    if (Has("issued")) {
      Piece date = IsPrivate() ? TextDate("issued", DateForm::kFull) : Year("issued");
      return Group("/", {Group(" ", {Group("", {date, Variable("year-suffix")})})});
    }
    if (Has("status")) return Variable("status", LetterCase::kLower);
    return Words("n.d.");
  }

  Piece CitationLocator() {
    if (!locator()) return {};
    const LocatorTerm term = FindLocatorTerm(locator()->label);
    const bool is_short = term.label == "page" || term.label == "paragraph";
    const bool is_plural = IsPluralNumber(locator()->text);
    const std::string_view word = is_short ? (is_plural ? term.short_plural : term.short_singular)
                                           : (is_plural ? term.long_plural : term.long_singular);
    return Group(" ", {Cased(Words(word), is_short ? LetterCase::kAsIs : kFirst), Words(locator()->text)});
  }
};

}  // namespace

std::unique_ptr<Writer> MakeApaWriter(const Item& item) { return std::make_unique<ApaWriter>(item); }

}  // namespace tincture::compat::plugins::scholar
