// [text](url "title") [text][id] [id] and, behind an exclamation mark, images.
#include <string>

#include "compat/kramdown/attribute_list.h"
#include "compat/kramdown/span/angle_bracket.h"
#include "compat/kramdown/span/escaped_char.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

// Brackets within the text count; those of images that were read do not.
class BracketStop : public SpanStop {
 public:
  char FirstByte() const override { return ']'; }
  // FirstByte is only half of it: an opening bracket is a construct of its own, so that the scanner stops there anyway.
  bool IsAt(std::string_view text, size_t pos) const override {
    return text[pos] == ']' || text[pos] == '[' || StartsWithAt(text, pos, "![");
  }
  bool Accept(SpanParser& parser, Element& element) override {
    count_ += parser.source.Peek() == ']' ? -1 : 1;
    return Depth(element) == 0;
  }
  void Visit(size_t pos, const Element& element) override { visits_.push_back({pos, Depth(element)}); }

  struct VisitedPlace {
    size_t pos;
    int depth;
  };
  const std::vector<VisitedPlace>& visits() const { return visits_; }
  // How many brackets are open where the scanner is.
  int Depth(const Element& element) {
    for (const Element* next = counted_ ? counted_->next : element.first; next; next = next->next) {
      images_ += next->type == ElementType::kImg;
      counted_ = next;
    }
    return count_ - images_;
  }

 private:
  int count_ = 1;
  int images_ = 0;
  const Element* counted_ = nullptr;
  std::vector<VisitedPlace> visits_;
};

// Images within the text of images, which nobody writes: each level reads the rest of a text without closing brackets.
constexpr int kMaxImageDepth = 16;

constexpr uint64_t kBracketKind = 1 << 7;
constexpr uint64_t kParenKind = 1 << 6;

uint64_t DeadEndKey(size_t start, uint64_t open_flags) { return uint64_t{start} << 8 | kBracketKind | open_flags << 3; }
uint64_t DeadParenKey(size_t start) { return uint64_t{start} << 8 | kParenKind; }

// After a bracket without end: the brackets that were opened on the way and not closed have none either.
void MarkDeadEnds(SpanParser& parser, BracketStop& stop, const Element& element, uint64_t open_flags) {
  int lowest_after = stop.Depth(element);
  const std::vector<BracketStop::VisitedPlace>& visits = stop.visits();
  for (size_t i = visits.size(); i-- > 0;) {
    const bool behind_bracket = parser.text()[visits[i].pos - 1] == '[';
    if (behind_bracket && lowest_after >= visits[i].depth) {
      parser.dead_ends.insert(DeadEndKey(visits[i].pos, open_flags));
    }
    lowest_after = std::min(lowest_after, visits[i].depth);
  }
}

// The text of the link, from behind its bracket, as children of `element`; the scanner is then at the closing bracket.
bool ParseLinkText(SpanParser& parser, Element& element) {
  const uint64_t flags = parser.OpenFlags();
  if (parser.dead_ends.contains(DeadEndKey(parser.source.pos, flags))) return false;
  BracketStop stop;
  if (ParseSpans(parser, element, &stop, AllSpanRules(parser.document.options))) return true;
  MarkDeadEnds(parser, stop, element, flags);
  return false;
}

std::string_view UnescapeText(Arena& arena, std::string_view text) {
  if (text.find('\\') == std::string_view::npos) return text;
  std::string result = {};
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && IsEscapable(text[i + 1])) ++i;
    result += text[i];
  }
  return arena.Copy(result);
}

struct LinkTarget {
  std::string_view url = {};
  std::optional<std::string_view> title = {};
  Ial* ial = nullptr;
};

void AppendLink(SpanParser& parser, Element& element, const LinkTarget& target, std::string_view alt_text) {
  Document& document = parser.document;
  element.ial = target.ial;
  if (target.ial) UpdateAttributes(document, element.attr, *target.ial);
  if (element.type == ElementType::kA) {
    element.attr.Set(document.arena, "href", target.url);
  } else {
    element.attr.Set(document.arena, "src", target.url);
    element.attr.Set(document.arena, "alt", alt_text);
    element.RemoveChildren();
  }
  if (target.title) element.attr.Set(document.arena, "title", *target.title);
  parser.Append(&element);
}

struct LinkReference {
  std::string_view id = {};  // empty: the link's text is the id
  size_t end = 0;
};

// [id] or [], white space allowed before it.
std::optional<LinkReference> MatchReference(std::string_view text, size_t pos) {
  pos = SkipSpace(text, pos);
  if (pos >= text.size() || text[pos] != '[') return std::nullopt;
  const size_t close = text.find(']', pos + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return LinkReference{text.substr(pos + 1, close - pos - 1), close + 1};
}

bool ParseReferenceLink(SpanParser& parser, Element& element, const LinkReference& reference, std::string_view alt_text,
                        int line) {
  Document& document = parser.document;
  const std::string_view id = NormalizeLinkId(document.arena, reference.id.empty() ? alt_text : reference.id);
  const LinkDefinition* definition = document.links.Find(id);
  if (!definition) {
    if (reference.id.empty()) {
      document.Warn("No link definition for link ID '" + std::string(id) + "' found on line " + std::to_string(line),
                    line);
    }
    return false;
  }
  parser.source.pos = reference.end;
  Ial* ial = definition->eob ? definition->eob->ial : nullptr;
  AppendLink(parser, element, {definition->url, definition->title, ial}, alt_text);
  return true;
}

struct UrlMatch {
  std::string_view url = {};
  size_t end = 0;       // where a title may stand, or past the closing parenthesis
  bool closed = false;  // the parenthesis was there
};

// <url>
std::optional<UrlMatch> MatchBracketedUrl(SpanParser& parser, size_t paren) {
  const std::string_view text = parser.text();
  if (!StartsWithAt(text, paren, "(<")) return std::nullopt;
  const size_t close = FindClosingAngle(parser, paren + 2);
  if (close == kNoMatch) return std::nullopt;
  const bool closed = close + 1 < text.size() && text[close + 1] == ')';
  return UrlMatch{text.substr(paren + 2, close - paren - 2), close + (closed ? 2 : 1), closed};
}

bool IsQuote(char c) { return c == '"' || c == '\''; }

// Up to the parenthesis that closes the one at `paren`, or to white space before a quote. A scan that comes to no good
// end settles all parentheses that it left open.
UrlMatch MatchPlainUrl(SpanParser& parser, size_t paren) {
  const std::string_view text = parser.text();
  std::vector<size_t> open;
  size_t last_end = paren + 1;
  size_t pos = paren;
  bool stopped = false;
  for (; pos < text.size() && !stopped; ++pos) {
    if (text[pos] == '(') {
      if (parser.dead_ends.contains(DeadParenKey(pos))) return {{}, text.size(), false};
      open.push_back(pos);
    } else if (text[pos] == ')') {
      open.pop_back();
      stopped = open.empty();
    } else if (IsSpace(text[pos]) && pos + 1 < text.size() && IsQuote(text[pos + 1])) {
      stopped = true;
    } else {
      continue;
    }
    last_end = pos + 1;
  }
  if (!stopped) {
    for (const size_t unclosed : open) parser.dead_ends.insert(DeadParenKey(unclosed));
  }
  const size_t url_end = std::max(last_end, paren + 2) - 1;
  return UrlMatch{Strip(text.substr(paren + 1, url_end - paren - 1)), last_end, open.empty()};
}

// "title") with white space around; the title runs to the first quote that a parenthesis follows.
std::optional<std::string_view> MatchTitle(SpanParser& parser, size_t pos, size_t& end) {
  const std::string_view text = parser.text();
  pos = SkipSpace(text, pos);
  if (pos >= text.size() || !IsQuote(text[pos])) return std::nullopt;
  size_t& dead_from = parser.dead_titles[text[pos] == '"' ? 0 : 1];
  if (pos >= dead_from) return std::nullopt;
  for (size_t close = pos + 2; (close = text.find(text[pos], close)) != std::string_view::npos; ++close) {
    end = SkipSpace(text, close + 1);
    if (end >= text.size() || text[end] != ')') continue;
    ++end;
    return text.substr(pos + 1, close - pos - 1);
  }
  dead_from = pos;
  return std::nullopt;
}

bool ParseInlineLink(SpanParser& parser, Element& element, size_t paren, std::string_view alt_text) {
  std::optional<UrlMatch> url = MatchBracketedUrl(parser, paren);
  if (!url) url = MatchPlainUrl(parser, paren);
  LinkTarget target{.url = url->url};
  size_t end = url->end;
  if (!url->closed) {
    target.title = MatchTitle(parser, url->end, end);
    if (!target.title) return false;
  }
  parser.source.pos = end;
  AppendLink(parser, element, target, alt_text);
  return true;
}

// What follows the closing bracket, at which the scanner stands.
bool ParseAfterText(SpanParser& parser, Element& element, std::string_view alt_text, int line) {
  const std::string_view text = parser.text();
  const size_t after = parser.source.pos + 1;
  if (const std::optional<LinkReference> reference = MatchReference(text, after)) {
    return ParseReferenceLink(parser, element, *reference, alt_text, line);
  }
  if (after >= text.size() || text[after] != '(') {
    return ParseReferenceLink(parser, element, {{}, after}, alt_text, line);
  }
  return ParseInlineLink(parser, element, after, alt_text);
}

// Past "[" or "![" with something but "^" behind it.
size_t MatchLinkStart(std::string_view text, size_t pos) {
  const size_t bracket = text[pos] == '!' ? pos + 1 : pos;
  if (bracket + 1 >= text.size() || text[bracket] != '[' || text[bracket + 1] == '^') return kNoMatch;
  return bracket + 1;
}

}  // namespace

bool ParseLink(SpanParser& parser) {
  Source& source = parser.source;
  const size_t start = source.pos;
  const size_t content = MatchLinkStart(source.text, start);
  if (content == kNoMatch) return false;
  const bool is_image = source.text[start] == '!';
  const bool may_open = is_image ? parser.open_images < kMaxImageDepth : parser.open_links + parser.open_images == 0;
  if (may_open) {
    const int line = source.Line();
    Element* element = parser.document.New(is_image ? ElementType::kImg : ElementType::kA);
    source.pos = content;
    if (ParseLinkText(parser, *element)) {
      const std::string_view text = source.text.substr(content, source.pos - content);
      if (ParseAfterText(parser, *element, UnescapeText(parser.document.arena, text), line)) return true;
    }
  }
  source.pos = content;
  parser.AddText(source.text.substr(start, content - start));
  return true;
}

}  // namespace tincture::kramdown
