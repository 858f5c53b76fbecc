#include "compat/sass/excerpt.h"

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/import_resolver.h"
#include "compat/sass/syntax/characters.h"

namespace tincture::compat::sass {

std::string ShownPath(const std::string& path, const std::string& working_directory) {
  const std::string folder = working_directory == "/" ? "/" : working_directory + "/";
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

namespace {

struct Shown {
  size_t line = 1;    // from 1
  size_t column = 1;  // from 1, in characters
  std::string_view text;
};

Shown PlaceOf(std::string_view source, size_t offset) {
  offset = std::min(offset, source.size());
  Shown place;
  size_t start = 0;
  for (size_t i = 0; i < offset; ++i) {
    if (source[i] == '\n') {
      ++place.line;
      start = i + 1;
    }
  }
  for (size_t i = start; i < offset; ++i) place.column += (source[i] & 0xC0) != 0x80 ? 1 : 0;
  size_t end = source.find('\n', start);
  if (end == source.npos) end = source.size();
  place.text = source.substr(start, end - start);
  if (place.text.ends_with('\r')) place.text.remove_suffix(1);
  return place;
}

// The lines after the first are indented, and the last ends.
std::string Indented(std::string_view message) {
  std::string text = "Error: ";
  bool after_newline = false;
  for (const char c : message) {
    if (c != '\n' && after_newline) text += "       ";
    after_newline = c == '\n';
    text += c;
  }
  if (!after_newline) text += '\n';
  return text;
}

// A part of the line around the place, and a mark below.
std::string LibsassExcerpt(std::string_view source, const Shown& place) {
  constexpr size_t kBefore = 42;
  constexpr size_t kMost = 76;
  const size_t start = static_cast<size_t>(place.text.data() - source.data());
  size_t end = std::min(source.find_first_of("\r\n", start), source.size());
  if (end < source.size()) ++end;
  const std::string_view line = source.substr(start, end - start);
  const size_t column = place.column - 1;
  const size_t before = column > line.size() ? column : kBefore;
  const size_t skipped = column > before ? column - before : 0;
  const size_t length = std::min(line.size() - std::min(skipped, line.size()), kMost);
  return ">> " + std::string(line.substr(std::min(skipped, line.size()), length)) + "\n   " +
         std::string(column - skipped, '-') + "^\n";
}

// libsass says what it found around the place where something else should stand.
std::string AroundPlace(std::string_view source, size_t offset, std::string_view expected) {
  constexpr size_t kMost = 18;
  constexpr size_t kLeft = 15;
  size_t at = std::min(offset, source.size());
  while (at < source.size() && IsSpace(source[at])) ++at;
  size_t left_end = at;
  while (left_end > 0 && IsSpace(source[left_end - 1])) --left_end;
  size_t left = left_end;
  while (left > 0 && left_end - left < kMost && !IsNewline(source[left - 1])) --left;
  size_t right = at;
  while (right < source.size() && right - at <= kMost && !IsNewline(source[right])) ++right;
  const bool cut = right - at > kMost ? true : left > 0 && !IsNewline(source[left - 1]);
  std::string before(source.substr(left, left_end - left));
  if (before.size() > kLeft && cut) before = "..." + before.substr(before.size() - kLeft);
  const auto quoted = [](std::string_view text) {
    const char quote = text.find('"') != text.npos && text.find('\'') == text.npos ? '\'' : '"';
    std::string out(1, quote);
    for (const char c : text) {
      if (c == quote || c == '\\') out += '\\';
      out += c;
    }
    return out + quote;
  };
  return "Invalid CSS after " + quoted(before) + ": " + std::string(expected) + ", was " +
         quoted(source.substr(at, right - at));
}

constexpr std::string_view kArgumentsEnd = "expected the arguments' end.";

// What libsass expects where our parser says this; empty where it has other words.
std::string ExpectedByLibsass(std::string_view message) {
  if (message == "Expected expression." || message == "Expected digit." || message == kArgumentsEnd)
    return "expected expression (e.g. 1px, bold)";
  if (message == "unmatched \"}\".") return "expected selector or at-rule";
  if (message == "expected \";\".") return "expected \"}\"";
  if (message == "expected selector.") return "expected selector";
  if (message == "expected 1 selector or at-rule.") return "expected 1 selector or at-rule";
  if (message == "Expected identifier.") return "expected identifier";
  const bool one_character = message.starts_with("expected \"") && message.ends_with("\".");
  return one_character ? std::string(message.substr(0, message.size() - 1)) : std::string();
}

// The last token before `offset`: what libsass read last.
size_t LastToken(std::string_view source, size_t offset) {
  size_t end = std::min(offset, source.size());
  while (end > 0 && IsSpace(source[end - 1])) --end;
  if (end == 0) return 0;
  size_t start = end - 1;
  if (!IsNameCharacter(source[start])) return start;
  while (start > 0 && IsNameCharacter(source[start - 1])) --start;
  const bool prefixed = start > 0 && std::string_view("$@.#%").find(source[start - 1]) != std::string_view::npos;
  return prefixed ? start - 1 : start;
}

std::string LibsassMessage(const SassError& error, const std::deque<Source>& sources, const Options& options) {
  const std::string folder = options.working_directory == "/" ? "/" : options.working_directory + "/";
  const auto place_of = [&](Span span) {
    const Shown place = PlaceOf(sources[span.source].text, span.start);
    const bool bare = error.bare && error.trace.empty();
    const std::string column = bare ? std::string() : ":" + std::to_string(place.column);
    return std::to_string(place.line) + column + " of " + RelativePath(folder, sources[span.source].path);
  };
  std::string text = Indented(error.message);
  std::string_view before = "        on line ";
  if (!error.elsewhere && (!error.bare || error.trace.empty())) {
    text += std::string(before) + place_of(error.span);
    before = "\n        from line ";
  }
  for (const TraceLine& line : error.trace) {
    if (!text.ends_with('\n')) text += line.caller;
    text += std::string(before) + place_of(line.span);
    before = "\n        from line ";
  }
  const std::string_view source = sources[error.span.source].text;
  return text + "\n" + LibsassExcerpt(source, PlaceOf(source, error.span.start));
}

// The parser's message in libsass's words.
SassError InLibsassWords(SassError error, std::string_view source) {
  const std::string expected = ExpectedByLibsass(error.message);
  const bool plain = error.message.starts_with("unclosed ");
  if (expected.empty() && !plain) return error;
  size_t at = std::min<size_t>(error.span.start, source.size());
  // Where a value should stand, libsass has gone there already.
  const bool at_value = error.message == "Expected expression." || error.message == "Expected digit.";
  if (!plain) error.message = AroundPlace(source, at, expected);
  const bool at_root = expected == "expected 1 selector or at-rule";
  while (at_value && at < source.size() && IsSpace(source[at])) ++at;
  // Between statements it stands where the space before begins.
  const bool after_space = expected == "expected \"}\"" && at > 0 && IsSpace(source[at - 1]);
  while ((at_root || after_space) && at > 0 && IsSpace(source[at - 1])) --at;
  error.span.start = static_cast<uint32_t>(at_value || at_root || after_space ? at : LastToken(source, at));
  return error;
}

std::string RubyMessage(const std::string& message, const Shown& place, const std::string& path) {
  return "Error: " + message + "\n        on line " + std::to_string(place.line) + ":" + std::to_string(place.column) +
         " of " + path + "\n>> " + std::string(place.text) + "\n\n   " + std::string(place.column - 1, '-') + "^\n";
}

std::string DartMessage(const std::string& message, const Shown& place, size_t width, const std::string& path) {
  const std::string number = std::to_string(place.line);
  const std::string margin(number.size() + 1, ' ');
  return "Error: " + message + "\n" + margin + "╷\n" + number + " │ " + std::string(place.text) + "\n" + margin + "│ " +
         std::string(place.column - 1, ' ') + std::string(std::max<size_t>(width, 1), '^') + "\n" + margin + "╵\n  " +
         path + " " + number + ":" + std::to_string(place.column) + "  root stylesheet";
}

}  // namespace

Error ErrorOf(const SassError& error, const std::deque<Source>& sources, const Options& options) {
  Error result;
  result.kind = "SassC::SyntaxError";
  if (error.span.source >= sources.size()) {
    result.message = "Error: " + error.message;
    return result;
  }
  const Source& source = sources[error.span.source];
  if (DialectOf(options.dialect).tells_trace) {
    const SassError worded = error.syntax ? InLibsassWords(error, source.text) : error;
    const Span where = error.elsewhere && !error.trace.empty() ? error.trace.front().span : worded.span;
    const Shown place = PlaceOf(sources[where.source].text, where.start);
    result.where = {sources[where.source].path, static_cast<uint32_t>(place.line), static_cast<uint32_t>(place.column)};
    result.message = LibsassMessage(worded, sources, options);
    return result;
  }
  const Shown place = PlaceOf(source.text, error.span.start);
  const std::string path = ShownPath(source.path, options.working_directory);
  result.where = {source.path, static_cast<uint32_t>(place.line), static_cast<uint32_t>(place.column)};
  if (options.dialect == SassDialect::kDartSass) {
    const size_t length = error.span.end > error.span.start ? error.span.end - error.span.start : 1;
    const size_t left = place.text.size() + 1 > place.column ? place.text.size() + 1 - place.column : 1;
    result.message = DartMessage(error.message, place, std::min(length, left), path);
  } else {
    result.message = RubyMessage(error.message, place, path);
  }
  return result;
}

}  // namespace tincture::compat::sass
