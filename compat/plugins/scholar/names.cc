// "A and B and C" to persons. A name is "First von Last", "von Last, First" or "von Last, Jr, First", told apart by its
// commas; `von` is what begins in lower case. Braces keep a word together and say nothing of its case, so that
// {\'E}mile counts as lower case, by the letters that follow. Names in Han, Kana or Hangul put the family first.
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <optional>
#include <span>

#include "compat/plugins/scholar/bibtex.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::plugins::scholar {

namespace {

enum class Case { kOther, kUpper, kLower };

struct Word {
  std::string text;
  Case letter_case = Case::kOther;
};

// One name: its words, with a break where a comma stood.
struct RawName {
  std::vector<std::vector<Word>> parts = {{}};
  bool family_first = false;
  bool broken = false;
};

bool IsFamilyFirst(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL;
}

class NameScanner {
 public:
  explicit NameScanner(std::string_view text) : text_(text) {}

  std::vector<RawName> Scan() {
    while (place_ < text_.size()) {
      if (TakeAnd()) continue;
      const char c = text_[place_];
      if (IsSpace(c)) {
        EndWord();
        ++place_;
      } else if (c == ',') {
        EndWord();
        names_.back().parts.emplace_back();
        ++place_;
      } else if (c == '{') {
        TakeBraces();
      } else if (c == '}') {
        names_.back().broken = true;
        ++place_;
      } else if (c == '\\') {
        word_.text += text_.substr(place_, 2);
        place_ += std::min<size_t>(2, text_.size() - place_);
      } else {
        TakeCharacter();
      }
    }
    EndWord();
    return std::move(names_);
  }

 private:
  // ",? and " between two names, in any case.
  bool TakeAnd() {
    size_t at = place_;
    if (text_[at] == ',') ++at;
    const size_t spaces = at;
    while (at < text_.size() && IsSpace(text_[at])) ++at;
    if (at == spaces || text_.size() - at < 4 || ToLower(text_[at]) != 'a' || ToLower(text_[at + 1]) != 'n' ||
        ToLower(text_[at + 2]) != 'd' || !IsSpace(text_[at + 3])) {
      return false;
    }
    at += 3;
    while (at < text_.size() && IsSpace(text_[at])) ++at;
    place_ = at;
    EndWord();
    names_.emplace_back();
    return true;
  }

  void TakeBraces() {
    int64_t level = 0;
    const size_t start = place_;
    do {
      if (text_[place_] == '{') ++level;
      if (text_[place_] == '}') --level;
      ++place_;
    } while (level > 0 && place_ < text_.size());
    if (level > 0) names_.back().broken = true;
    word_.text += text_.substr(start, place_ - start);
  }

  void TakeCharacter() {
    const CodePoint point = DecodeUtf8(text_.substr(place_));
    const auto c = static_cast<UChar32>(point.value);
    if (word_.letter_case == Case::kOther && u_hasBinaryProperty(c, UCHAR_UPPERCASE)) word_.letter_case = Case::kUpper;
    if (word_.letter_case == Case::kOther && u_hasBinaryProperty(c, UCHAR_LOWERCASE)) word_.letter_case = Case::kLower;
    if (point.value >= 0x80 && IsFamilyFirst(point.value)) names_.back().family_first = true;
    word_.text += text_.substr(place_, point.size);
    place_ += point.size;
  }

  void EndWord() {
    if (!word_.text.empty()) names_.back().parts.back().push_back(std::move(word_));
    word_ = {};
  }

  std::string_view text_;
  size_t place_ = 0;
  Word word_;
  std::vector<RawName> names_ = {{}};
};

using Words = std::span<const Word>;

std::optional<std::string> Joined(Words words) {
  if (words.empty()) return std::nullopt;
  std::string out;
  for (const Word& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

bool IsLower(const Word& word) { return word.letter_case == Case::kLower; }

// Where the words that are von end: after the last in lower case that leaves a word to follow. 0: there is no von.
size_t VonEnd(Words words) {
  for (size_t i = words.size() - 1; i > 0; --i) {
    if (IsLower(words[i - 1])) return i;
  }
  return 0;
}

// A family in lower case follows von at once, or is the only word.
bool EndsBadly(Words words, size_t von_end) {
  return words.size() > 1 && IsLower(words.back()) && von_end + 1 != words.size();
}

// "First von Last". Nothing where the words fit no name.
std::optional<PersonName> FirstLast(Words words) {
  size_t von = 0;
  while (von < words.size() && !IsLower(words[von])) ++von;
  PersonName name;
  if (von + 1 >= words.size()) {  // no von, for a last word in lower case is the family
    name.first = Joined(words.first(words.size() - 1));
    name.last = words.back().text;
    return name;
  }
  const size_t end = VonEnd(words);
  if (EndsBadly(words, end)) return std::nullopt;
  name.first = Joined(words.first(von));
  name.prefix = Joined(words.subspan(von, end - von));
  name.last = Joined(words.subspan(end));
  return name;
}

// "von Last First", of names that put the family first.
PersonName LastFirst(Words words) {
  const size_t end = VonEnd(words);
  PersonName name;
  name.prefix = Joined(words.first(end));
  name.last = words[end].text;
  name.first = Joined(words.subspan(end + 1));
  return name;
}

// "von Last, Jr, First": before the first comma all words up to the last in lower case are von.
std::optional<PersonName> LastCommaFirst(const std::vector<std::vector<Word>>& parts) {
  const Words words = parts[0];
  if (words.empty() || parts.size() > 3) return std::nullopt;
  const size_t end = VonEnd(words);
  if (EndsBadly(words, end)) return std::nullopt;
  PersonName name;
  name.prefix = Joined(words.first(end));
  name.last = Joined(words.subspan(end));
  if (parts.size() > 2) name.suffix = Joined(parts[1]);
  name.first = Joined(parts.back());
  return name;
}

std::optional<PersonName> ParseName(const RawName& raw) {
  if (raw.broken || (raw.parts.size() == 1 && raw.parts[0].empty())) return std::nullopt;
  if (raw.parts.size() > 1) return LastCommaFirst(raw.parts);
  return raw.family_first ? LastFirst(raw.parts[0]) : FirstLast(raw.parts[0]);
}

}  // namespace

// One name that is none, and there are none at all.
std::vector<PersonName> ParseNames(std::string_view text) {
  std::vector<PersonName> persons;
  for (const RawName& raw : NameScanner(text).Scan()) {
    std::optional<PersonName> person = ParseName(raw);
    if (!person) return {};
    persons.push_back(std::move(*person));
  }
  return persons;
}

}  // namespace tincture::compat::plugins::scholar
