// A language with sections, <! and !> around them by default, that a program may let through unescaped. Neither Jekyll
// nor kramdown does, so they show as errors.
#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

// `begin` up to the delimiter, which both are taken off `text`; all of it where there is none.
std::string_view TakeUntil(std::string_view& text, std::string_view delimiter, bool& found) {
  const size_t end = text.find(delimiter);
  found = end != text.npos;
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(found ? end + delimiter.size() : text.size());
  return taken;
}

void Stream(Lexer& l, std::string_view text) {
  const std::string_view begin = StringOption(l.options(), "start").value_or("<!");
  const std::string_view end = StringOption(l.options(), "end").value_or("!>");
  const Definition* named = Find(StringOption(l.options(), "lang").value_or("plaintext"));
  const Definition& language = named == nullptr ? PlainText() : *named;
  for (bool found = true; found;) {
    l.Continue(language, TakeUntil(text, begin, found));
    if (found) l.Put(Escape, TakeUntil(text, end, found));
  }
}

}  // namespace

const Definition lexers::escape = {.tag = "escape", .aliases = "esc", .stream = Stream};

}  // namespace tincture::rouge
