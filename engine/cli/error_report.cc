#include "engine/cli/error_report.h"

#include "engine/source/path.h"

namespace tincture::engine {

namespace {

std::string Shortened(const std::string& path, const std::string& source) {
  return IsWithin(path, source) && path.size() > source.size() ? path.substr(source.size() + 1) : path;
}

std::string PlaceText(const SourcePosition& where, const std::string& source) {
  std::string text = Shortened(where.path, source);
  if (where.line > 0) text += ":" + std::to_string(where.line);
  if (where.line > 0 && where.column > 0) text += ":" + std::to_string(where.column);
  return text;
}

std::string LineOf(const std::string& text, uint32_t number) {
  size_t start = 0;
  for (uint32_t line = 1; line < number; ++line) {
    start = text.find('\n', start);
    if (start == std::string::npos) return {};
    ++start;
  }
  return text.substr(start, text.find('\n', start) - start);
}

std::string Excerpt(const SourcePosition& where, const std::string& source, const FileSource& files) {
  if (where.line == 0 || where.path.empty()) return {};
  const Result<std::string> text = files.Read(ExpandPath(where.path, source));
  if (!text) return {};
  const std::string line = LineOf(*text, where.line);
  const std::string number = std::to_string(where.line);
  std::string excerpt = "\n  " + number + " | " + line;
  if (where.column == 0 || where.column > line.size() + 1) return excerpt;
  // Tabs stay tabs, so that the caret stands below its column.
  std::string indent;
  for (const char c : line.substr(0, where.column - 1)) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) indent += c == '\t' ? '\t' : ' ';
  }
  return excerpt + "\n  " + std::string(number.size(), ' ') + " | " + indent + "^";
}

}  // namespace

ErrorReport ReportOf(const Error& error, const std::string& source, const FileSource& files) {
  ErrorReport report{.place = PlaceText(error.where, source),
                     .message = error.message,
                     .excerpt = Excerpt(error.where, source, files),
                     .trail = {},
                     .hint = error.hint};
  for (const SourcePosition& from : error.included_from) report.trail += "\n  included from " + PlaceText(from, source);
  return report;
}

std::string DescribeError(const Error& error, const std::string& source, const FileSource& files) {
  const ErrorReport report = ReportOf(error, source, files);
  std::string text = report.place.empty() ? "" : report.place + ": ";
  text += report.message + report.excerpt + report.trail;
  if (!report.hint.empty()) text += "\n  " + report.hint;
  return text;
}

}  // namespace tincture::engine
