// The text of a .bib file to a Bibliography. A scanner cuts it into tokens in four modes:
//
//   meta: text between objects, up to the next `@`
//   object: names, numbers and signs within @type{...}
//   content: within braces, up to the brace that closes them
//   literal: within quotes
//
// What is broken beyond the scanner's understanding ends its object and is left out with a word in the log of Ruby's
// gem; here it is left out silently. What the scanner passes and the grammar refuses is an error.
#include <algorithm>
#include <optional>

#include "compat/plugins/scholar/bibtex.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins::scholar {

namespace {

enum class Kind {
  kAt,
  kString,
  kPreamble,
  kComment,
  kName,
  kKey,
  kNumber,
  kOpen,
  kClose,
  kEquals,
  kComma,
  kSharp,
  kContent,
  kLiteral,
  kEnd
};

struct BibToken {
  Kind kind;
  std::string text;
  size_t place = 0;
};

bool IsWord(char c) { return IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }
bool IsIn(char c, std::string_view set) { return set.find(c) != set.npos; }
bool IsNameCharacter(char c) { return IsWord(c) || IsIn(c, "/:_!$?.%+&*-"); }
bool IsTypeCharacter(char c) { return IsAlnum(c) || IsIn(c, ":_!.$%&*-"); }
bool IsKeyCharacter(char c) { return IsWord(c) || IsIn(c, " /:_!$?.%+;&*'\"{}-"); }
bool IsOptionalKeyCharacter(char c) { return IsKeyCharacter(c) && c != '{' && c != '}'; }

class Scanner {
 public:
  Scanner(std::string_view text, const BibOptions& options) : text_(text), options_(options) {}

  std::vector<BibToken> Scan() {
    while (place_ < text_.size()) {
      switch (mode_) {
        case Mode::kMeta:
          ScanMeta();
          break;
        case Mode::kObject:
          ScanObject();
          break;
        case Mode::kContent:
          ScanContent();
          break;
        case Mode::kLiteral:
          ScanLiteral();
          break;
      }
    }
    Push(Kind::kEnd);
    return std::move(tokens_);
  }

 private:
  enum class Mode { kMeta, kObject, kContent, kLiteral };

  void Push(Kind kind, std::string_view text = {}) {
    std::string kept(text);
    if (options_.strip && !in_comment_ && (kind == Kind::kContent || kind == Kind::kLiteral)) kept = OnOneLine(kept);
    const bool continues = (kind == Kind::kContent || kind == Kind::kLiteral) && tokens_.size() > object_start_ &&
                           tokens_.back().kind == kind;
    if (continues) {
      tokens_.back().text += kept;
    } else {
      tokens_.push_back({kind, std::move(kept), place_});
    }
  }

  static std::string OnOneLine(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\n') {
        out += text[i];
        continue;
      }
      out += ' ';
      while (i + 1 < text.size() && IsSpace(text[i + 1])) ++i;
    }
    return out;
  }

  void LeaveObject() {
    mode_ = Mode::kMeta;
    in_comment_ = false;
    level_ = 0;
  }

  // What was read of the object is forgotten.
  void Broken() {
    tokens_.resize(object_start_);
    LeaveObject();
  }

  size_t AfterSpaces(size_t place) const {
    while (place < text_.size() && IsSpace(text_[place])) ++place;
    return place;
  }
  template <class Wanted>
  size_t After(size_t place, Wanted wanted) const {
    while (place < text_.size() && wanted(text_[place])) ++place;
    return place;
  }

  // Takes `word` in any case.
  bool TakeWord(std::string_view word) {
    if (text_.size() - place_ < word.size()) return false;
    for (size_t i = 0; i < word.size(); ++i) {
      if (ToLower(text_[place_ + i]) != word[i]) return false;
    }
    place_ += word.size();
    return true;
  }

  // Without `strict`, an object begins a line.
  void ScanMeta() {
    for (size_t at = text_.find('@', place_); at != text_.npos; at = text_.find('@', at + 1)) {
      size_t line = at;
      while (line > 0 && IsIn(text_[line - 1], " \t")) --line;
      if (!options_.strict && line > 0 && text_[line - 1] != '\n') continue;
      place_ = After(at + 1, [](char c) { return IsIn(c, " \t"); });
      EnterObject();
      return;
    }
    place_ = text_.size();
  }

  void EnterObject() {
    level_ = 0;
    object_start_ = tokens_.size();
    Push(Kind::kAt);
    mode_ = Mode::kObject;
    const size_t start = place_;
    if (TakeWord("string")) return Push(Kind::kString);
    if (TakeWord("preamble")) return Push(Kind::kPreamble);
    if (TakeWord("comment") && (place_ == text_.size() || !(IsWord(text_[place_]) || text_[place_] == '_'))) {
      in_comment_ = true;
      return Push(Kind::kComment);
    }
    place_ = After(start, IsTypeCharacter);
    if (place_ == start) return Broken();
    Push(Kind::kName, text_.substr(start, place_ - start));
    const size_t brace = AfterSpaces(place_);
    if (brace == text_.size() || text_[brace] != '{') return;
    place_ = brace + 1;
    level_ = 1;
    Push(Kind::kOpen);
    ScanKey();
  }

  void ScanKey() {
    const size_t start = AfterSpaces(place_);
    const size_t end = After(start, options_.allow_missing_keys ? IsOptionalKeyCharacter : IsKeyCharacter);
    if (end == text_.size() || text_[end] != ',' || (end == start && !options_.allow_missing_keys)) return;
    place_ = end + 1;
    Push(Kind::kKey, Strip(text_.substr(start, end - start)));
  }

  void ScanObject() {
    const size_t start = AfterSpaces(place_);
    if (start == text_.size()) {
      place_ = start;
      return;
    }
    const char c = text_[start];
    place_ = start + 1;
    if (c == '{') {
      ++level_;
      Push(Kind::kOpen);
      if (level_ > 1 || in_comment_) mode_ = Mode::kContent;
    } else if (c == '}') {
      place_ = AfterSpaces(place_);
      if (--level_ < 0) return Broken();
      Push(Kind::kClose);
      if (level_ == 0) LeaveObject();
    } else if (c == '=' || c == ',' || c == '#') {
      place_ = AfterSpaces(place_);
      Push(c == '=' ? Kind::kEquals : c == ',' ? Kind::kComma : Kind::kSharp);
    } else if (c == '"') {
      mode_ = Mode::kLiteral;
    } else if (IsDigit(c)) {
      place_ = After(start, IsDigit);
      Push(Kind::kNumber, text_.substr(start, place_ - start));
    } else if (IsNameCharacter(c)) {
      place_ = After(start, IsNameCharacter);
      Push(Kind::kName, text_.substr(start, place_ - start));
    } else if (c == '@') {
      EnterObject();
    } else {
      Broken();
    }
  }

  void ScanContent() {
    const size_t start = place_;
    const size_t brace = text_.find_first_of("{}", start);
    if (brace == text_.npos) {
      place_ = text_.size();
      return Broken();
    }
    place_ = brace + 1;
    level_ += text_[brace] == '{' ? 1 : -1;
    if (text_[brace] == '{') return Push(Kind::kContent, text_.substr(start, place_ - start));
    const bool ends = level_ == 0 || (level_ == 1 && !in_comment_);
    Push(Kind::kContent, text_.substr(start, (ends ? brace : place_) - start));
    if (!ends) return;
    Push(Kind::kClose);
    mode_ = Mode::kObject;
    if (level_ == 0) LeaveObject();
  }

  void ScanLiteral() {
    const size_t start = place_;
    const size_t stop = text_.find_first_of("{}\"", start);
    if (stop == text_.npos) {
      place_ = text_.size();
      return Broken();
    }
    place_ = stop + 1;
    const char c = text_[stop];
    if (c == '{') ++level_;
    if (c == '}' && --level_ < 1) return Broken();
    const bool ends = c == '"' && level_ == 1;
    Push(Kind::kLiteral, text_.substr(start, (ends ? stop : place_) - start));
    if (ends) mode_ = Mode::kObject;
  }

  std::string_view text_;
  const BibOptions& options_;
  size_t place_ = 0;
  Mode mode_ = Mode::kMeta;
  bool in_comment_ = false;
  int64_t level_ = 0;
  size_t object_start_ = 0;  // in tokens_
  std::vector<BibToken> tokens_;
};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ToLower(c);
  return lower;
}

}  // namespace

// The grammar: objects of tokens.
class BibParser {
 public:
  BibParser(std::string_view text, const BibOptions& options)
      : text_(text), options_(options), tokens_(Scanner(text, options).Scan()) {}

  Result<Bibliography> Parse() {
    Bibliography bibliography;
    while (!Is(Kind::kEnd) && !error_) {
      Expect(Kind::kAt);
      if (Take(Kind::kComment)) {
        SkipComment();
      } else if (Take(Kind::kString)) {
        ParseString(bibliography);
      } else if (Take(Kind::kPreamble)) {
        Expect(Kind::kOpen);
        ParseValue();
        Expect(Kind::kClose);
      } else {
        ParseEntry(bibliography);
      }
    }
    if (error_) return *error_;
    return bibliography;
  }

 private:
  const BibToken& token() const { return tokens_[next_]; }
  bool Is(Kind kind) const { return token().kind == kind; }
  bool Take(Kind kind) {
    if (!Is(kind) || error_) return false;
    if (kind != Kind::kEnd) ++next_;
    return true;
  }
  void Expect(Kind kind) {
    if (!Take(kind)) Fail("Failed to parse BibTeX on value \"" + token().text + "\"");
  }
  void Fail(std::string message) {
    if (error_) return;
    const size_t place = std::min(token().place, text_.size());
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(place), '\n');
    error_ = Error{.kind = "BibTeX::ParseError",
                   .message = std::move(message),
                   .hint = "Each field is name = {value} or name = \"value\", with a comma between two.",
                   .where = {.line = static_cast<uint32_t>(line)}};
  }

  void SkipComment() {
    Expect(Kind::kOpen);
    Take(Kind::kContent);
    Expect(Kind::kClose);
  }

  void ParseString(Bibliography& bibliography) {
    Expect(Kind::kOpen);
    const std::string name = Lower(token().text);
    Expect(Kind::kName);
    Expect(Kind::kEquals);
    BibValue value = ParseValue();
    Expect(Kind::kClose);
    if (!error_) bibliography.Define(name, std::move(value));
  }

  // "a" # b # {c}
  BibValue ParseValue() {
    BibValue value;
    do {
      if (Is(Kind::kName)) {
        value.tokens.push_back({Lower(token().text), true});
        ++next_;
      } else if (Is(Kind::kLiteral)) {
        value.tokens.push_back({token().text, false});
        ++next_;
      } else if (Take(Kind::kOpen)) {
        value.tokens.push_back({Is(Kind::kContent) ? token().text : std::string(), false});
        Take(Kind::kContent);
        Expect(Kind::kClose);
      } else {
        Fail("Failed to parse BibTeX on value \"" + token().text + "\"");
      }
    } while (Take(Kind::kSharp));
    return value;
  }

  void ParseEntry(Bibliography& bibliography) {
    Entry entry{.type = Lower(token().text), .key = {}, .fields = {}};
    Expect(Kind::kName);
    Expect(Kind::kOpen);
    if (Is(Kind::kKey)) {
      entry.key = token().text;
      ++next_;
    } else if (!options_.allow_missing_keys) {
      Fail("Failed to parse BibTeX entry: cite-key missing");
    }
    while (!error_ && !Take(Kind::kClose)) {
      ParseField(entry);
      if (!Is(Kind::kClose)) Expect(Kind::kComma);
    }
    if (entry.key.empty()) entry.key = DefaultKey(entry);
    if (!error_) bibliography.Add(std::move(entry), options_);
  }

  void ParseField(Entry& entry) {
    const std::string name = Lower(token().text);
    Expect(Kind::kName);
    Expect(Kind::kEquals);
    if (Is(Kind::kNumber)) {
      entry.Set(name, BibValue::OfText(token().text));
      ++next_;
    } else {
      entry.Set(name, ParseValue());
    }
  }

  // Family name of the first author, year, "a".
  static std::string DefaultKey(const Entry& entry) {
    std::string key;
    const BibValue* author = entry.Find("author");
    const std::vector<PersonName> names = author ? ParseNames(author->Text()) : std::vector<PersonName>();
    for (const char c : names.empty() ? std::string("unknown") : names[0].last.value_or("unknown")) {
      if (IsAlpha(c) || c == '-') key += c;
    }
    std::string year;
    if (const BibValue* value = entry.Find("year")) {
      for (const char c : value->Text()) {
        if (IsDigit(c)) year += c;
      }
    }
    return Lower(key.empty() ? "unknown" : key) + (year.empty() ? "-" : year) + "a";
  }

  std::string_view text_;
  const BibOptions& options_;
  std::vector<BibToken> tokens_;
  size_t next_ = 0;
  std::optional<Error> error_;
};

Result<Bibliography> Bibliography::Parse(std::string_view text, const BibOptions& options) {
  return BibParser(text, options).Parse();
}

}  // namespace tincture::compat::plugins::scholar
