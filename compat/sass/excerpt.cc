#include "compat/sass/excerpt.h"

#include "compat/sass/eval/evaluator.h"

namespace tincture::compat::sass {

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

// Relative to the working directory where it lies inside.
std::string ShownPath(const std::string& path, const Options& options) {
  const std::string folder = options.working_directory == "/" ? "/" : options.working_directory + "/";
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

std::string LibsassMessage(const std::string& message, const Shown& place, const std::string& path) {
  return "Error: " + message + "\n        on line " + std::to_string(place.line) + ":" + std::to_string(place.column) +
         " of " + path + "\n>> " + std::string(place.text) + "\n\n   " + std::string(place.column - 1, '-') + "^\n";
}

std::string DartMessage(const std::string& message, const Shown& place, size_t width, const std::string& path) {
  const std::string number = std::to_string(place.line);
  const std::string margin(number.size() + 1, ' ');
  return "Error: " + message + "\n" + margin + "╷\n" + number + " │ " + std::string(place.text) + "\n" + margin +
         "│ " + std::string(place.column - 1, ' ') + std::string(std::max<size_t>(width, 1), '^') + "\n" + margin +
         "╵\n  " + path + " " + number + ":" + std::to_string(place.column) + "  root stylesheet";
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
  const Shown place = PlaceOf(source.text, error.span.start);
  const std::string path = ShownPath(source.path, options);
  result.where = {source.path, static_cast<uint32_t>(place.line), static_cast<uint32_t>(place.column)};
  if (options.dialect == SassDialect::kDartSass) {
    const size_t length = error.span.end > error.span.start ? error.span.end - error.span.start : 1;
    const size_t left = place.text.size() + 1 > place.column ? place.text.size() + 1 - place.column : 1;
    result.message = DartMessage(error.message, place, std::min(length, left), path);
  } else {
    result.message = LibsassMessage(error.message, place, path);
  }
  return result;
}

}  // namespace tincture::compat::sass
