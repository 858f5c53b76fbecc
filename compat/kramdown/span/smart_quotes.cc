// "double" and 'single' quotes. kramdown's rules, after SmartyPants: each is tried where the scanner stands, which is
// at the quote or at the character before it.
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

constexpr std::string_view kPunctuation = "!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~";

bool IsQuoteAt(std::string_view text, size_t pos) {
  return pos < text.size() && (text[pos] == '"' || text[pos] == '\'');
}
bool IsSpaceAt(std::string_view text, size_t pos) { return pos < text.size() && IsSpace(text[pos]); }
bool IsAsciiWordAt(std::string_view text, size_t pos) { return pos < text.size() && IsWord(text[pos]); }
bool IsDigitAt(std::string_view text, size_t pos) { return pos < text.size() && IsDigit(text[pos]); }

// *"emphasis" follows at once.
bool IsBeforeEmphasis(std::string_view text, size_t pos) {
  return pos + 1 < text.size() && (text[pos] == '*' || text[pos] == '_') && !IsSpace(text[pos + 1]);
}

// Punctuation with no word behind it, an ellipsis apart.
bool IsBeforePunctuation(std::string_view text, size_t pos) {
  if (pos >= text.size() || kPunctuation.find(text[pos]) == std::string_view::npos) return false;
  return !StartsWithAt(text, pos + 1, "..") && IsWord(text[pos]) == IsWordAt(text, pos + 1);
}

bool IsBeforeSpaceOrS(std::string_view text, size_t pos) {
  if (pos >= text.size() || IsSpace(text[pos])) return true;
  return text[pos] == 's' && !IsWordAt(text, pos + 1);
}

bool MayCloseBehind(char c) { return std::string_view(" \\\t\r\n[{(-").find(c) == std::string_view::npos; }

Quote Opening(char quote) { return quote == '"' ? Quote::kLdquo : Quote::kLsquo; }
Quote Closing(char quote) { return quote == '"' ? Quote::kRdquo : Quote::kRsquo; }

struct Reading {
  std::string_view before;  // stays text
  Quote first;
  std::optional<Quote> second;
};

std::optional<Reading> ReadAtQuote(std::string_view text, size_t pos) {
  if (!IsQuoteAt(text, pos)) return std::nullopt;
  if (IsBeforeEmphasis(text, pos + 1)) return Reading{{}, Opening(text[pos]), {}};
  if (IsBeforePunctuation(text, pos + 1)) return Reading{{}, Closing(text[pos]), {}};
  return std::nullopt;
}

// He said, "'Quoted' words in a larger quote." and the '80s.
std::optional<Reading> ReadDoubledOrDecade(std::string_view text, size_t pos) {
  const size_t quote = IsSpaceAt(text, pos) ? pos + 1 : pos;
  const std::string_view before = text.substr(pos, quote - pos);
  if (StartsWithAt(text, quote, "\"'") && IsAsciiWordAt(text, quote + 2)) {
    return Reading{before, Quote::kLdquo, Quote::kLsquo};
  }
  if (StartsWithAt(text, quote, "'\"") && IsAsciiWordAt(text, quote + 2)) {
    return Reading{before, Quote::kLsquo, Quote::kLdquo};
  }
  const bool decade = StartsWithAt(text, quote, "'") && IsDigitAt(text, quote + 1) && IsDigitAt(text, quote + 2) &&
                      StartsWithAt(text, quote + 3, "s");
  if (decade) return Reading{before, Quote::kRsquo, {}};
  return std::nullopt;
}

Reading ReadByNeighbours(std::string_view text, size_t pos) {
  const size_t length = CharLength(text, pos);
  const size_t quote = pos + length;
  const std::string_view before = text.substr(pos, length);
  if (IsQuoteAt(text, quote)) {
    if (IsSpace(text[pos]) && IsAsciiWordAt(text, quote + 1)) return {before, Opening(text[quote]), {}};
    if (MayCloseBehind(text[pos])) return {before, Closing(text[quote]), {}};
  }
  if (IsQuoteAt(text, pos) && IsBeforeSpaceOrS(text, pos + 1)) return {{}, Closing(text[pos]), {}};
  if (StartsWithAt(text, quote, "'")) return {before, Quote::kLsquo, {}};
  if (text[pos] == '\'') return {{}, Quote::kLsquo, {}};
  if (StartsWithAt(text, quote, "\"")) return {before, Quote::kLdquo, {}};
  return {{}, Quote::kLdquo, {}};
}

Reading ReadQuotes(std::string_view text, size_t pos) {
  if (const std::optional<Reading> reading = ReadAtQuote(text, pos)) return *reading;
  if (const std::optional<Reading> reading = ReadDoubledOrDecade(text, pos)) return *reading;
  return ReadByNeighbours(text, pos);
}

void AppendQuote(SpanParser& parser, Quote quote) {
  Element* element = parser.document.New(ElementType::kSmartQuote);
  element->quote = quote;
  parser.Append(element);
}

}  // namespace

bool ParseSmartQuotes(SpanParser& parser) {
  Source& source = parser.source;
  const size_t next = source.pos + CharLength(source.text, source.pos);
  const bool starts = IsQuoteAt(source.text, source.pos) || (source.Peek() != '\\' && IsQuoteAt(source.text, next));
  if (!starts) return false;
  const Reading reading = ReadQuotes(source.text, source.pos);
  parser.AddText(reading.before);
  AppendQuote(parser, reading.first);
  if (reading.second) AppendQuote(parser, *reading.second);
  source.pos += reading.before.size() + (reading.second ? 2 : 1);
  return true;
}

}  // namespace tincture::kramdown
