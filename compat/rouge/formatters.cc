#include "compat/rouge/formatters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace tincture::rouge {

namespace {

struct Span {
  Token token;
  std::string_view text;
};
using Spans = std::vector<Span>;

// Rouge writes an Escape as an error unless the program has allowed raw output, which neither Jekyll nor kramdown does.
Token Filtered(Token token) { return token == Escape ? Error : token; }

Spans SpansOf(const TokenList& tokens) {
  Spans spans;
  spans.reserve(tokens.pieces.size());
  size_t begin = 0;
  for (const TokenList::Piece& piece : tokens.pieces) {
    spans.push_back({Filtered(piece.token), std::string_view(tokens.text).substr(begin, piece.end - begin)});
    begin = piece.end;
  }
  return spans;
}

constexpr std::string_view kOpenTags[] = {
#define TOKEN(name, qualified_name, css_class) "<span class=\"" css_class "\">",
#include "compat/rouge/tokens.inc"
#undef TOKEN
};

std::string_view EntityOf(char c) {
  return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string_view();
}

constexpr auto kIsEscaped = [] {
  std::array<bool, 256> table = {};
  for (const char c : {'&', '<', '>'}) table[static_cast<uint8_t>(c)] = true;
  return table;
}();

void AppendEscaped(std::string& out, std::string_view text) {
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!kIsEscaped[static_cast<uint8_t>(text[i])]) continue;
    out.append(text, begin, i - begin).append(EntityOf(text[i]));
    begin = i + 1;
  }
  out.append(text, begin);
}

void AppendSpan(std::string& out, const Span& span) {
  if (span.token == Text) return AppendEscaped(out, span.text);
  out.append(kOpenTags[span.token]);
  AppendEscaped(out, span.text);
  out += "</span>";
}

std::string Html(const Spans& spans) {
  std::string out;
  for (const Span& span : spans) AppendSpan(out, span);
  return out;
}

// Formatter#token_lines: without the newlines; no last empty line.
std::vector<Spans> Lines(const TokenList& tokens) {
  std::vector<Spans> lines;
  Spans line;
  for (Span span : SpansOf(tokens)) {
    for (size_t end; (end = span.text.find('\n')) != span.text.npos; span.text.remove_prefix(end + 1)) {
      if (end > 0) line.push_back({span.token, span.text.substr(0, end)});
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!span.text.empty()) line.push_back(span);
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

size_t SkipDigits(std::string_view text, size_t at) {
  return std::min(text.find_first_not_of("0123456789", at), text.size());
}

// sprintf for one integer: %i or %d with flags, width and precision; %% is a percent sign.
std::string FormatNumber(std::string_view format, int number) {
  std::string out;
  for (size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      out += format[i];
      continue;
    }
    size_t end = std::min(format.find_first_not_of("-+ 0", i + 1), format.size());
    end = SkipDigits(format, end);
    if (end < format.size() && format[end] == '.') end = SkipDigits(format, end + 1);
    const char kind = end < format.size() ? format[end] : '\0';
    const bool is_number = (kind == 'i' || kind == 'd' || kind == 'u' || kind == 's') && end - i < 8;
    if (is_number) {
      char piece[256];
      const std::string directive = std::string(format.substr(i, end - i)) + "d";
      std::snprintf(piece, sizeof piece, directive.c_str(), number);
      out += piece;
    } else {
      out += kind == '%' ? "%" : std::string(format.substr(i, end + 1 - i));
    }
    i = end;
  }
  return out;
}

}  // namespace

std::string FormatHtml(const TokenList& tokens) {
  constexpr size_t kTags = std::string_view("<span class=\"xx\"></span>").size();
  std::string out;
  out.reserve(tokens.text.size() + tokens.text.size() / 8 + tokens.pieces.size() * kTags);
  size_t begin = 0;
  for (const TokenList::Piece& piece : tokens.pieces) {
    AppendSpan(out, {Filtered(piece.token), std::string_view(tokens.text).substr(begin, piece.end - begin)});
    begin = piece.end;
  }
  return out;
}

std::string FormatHtmlInline(const TokenList& tokens, const Theme& theme) {
  std::string out;
  for (const Span& span : SpansOf(tokens)) {
    if (span.token != Text) out.append("<span style=\"").append(StyleOf(theme, span.token)).append("\">");
    AppendEscaped(out, span.text);
    if (span.token != Text) out += "</span>";
  }
  return out;
}

std::string FormatHtmlPygments(std::string_view inner, std::string_view css_class) {
  std::string out = "<div class=\"highlight\"><pre class=\"";
  out.append(css_class).append("\"><code>").append(inner).append("</code></pre></div>");
  return out;
}

std::string FormatHtmlTable(const TokenList& tokens, std::string inner, const TableOptions& options) {
  auto line_count = std::count(tokens.text.begin(), tokens.text.end(), '\n');
  if (!tokens.text.ends_with('\n')) {
    ++line_count;
    inner += '\n';
  }
  std::string out = "<table class=\"" + options.table_class + "\"><tbody><tr><td class=\"" + options.gutter_class +
                    " gl\"><pre class=\"lineno\">";
  for (int i = 0; i < line_count; ++i) out += FormatNumber(options.line_format, options.start_line + i) + "\n";
  out += "</pre></td><td class=\"" + options.code_class + "\"><pre>" + inner + "</pre></td></tr></tbody></table>";
  return out;
}

std::string FormatHtmlLineHighlighter(const TokenList& tokens, std::span<const int> lines, std::string_view css_class) {
  std::string out;
  int number = 0;
  for (const Spans& spans : Lines(tokens)) {
    const bool marked = std::find(lines.begin(), lines.end(), ++number) != lines.end();
    if (marked) out.append("<span class=\"").append(css_class).append("\">");
    out += Html(spans) + "\n";
    if (marked) out += "</span>";
  }
  return out;
}

std::string FormatHtmlLinewise(const TokenList& tokens, const LinewiseOptions& options) {
  std::string out;
  int number = 0;
  for (const Spans& spans : Lines(tokens)) {
    out += "<" + options.tag_name + " class=\"" + FormatNumber(options.css_class, ++number) + "\">";
    out += Html(spans) + "\n</" + options.tag_name + ">";
  }
  return out;
}

std::string FormatHtmlLineTable(const TokenList& tokens, const LineTableOptions& options) {
  std::string out = "<table class=\"" + options.table_class + "\"><tbody>";
  int number = options.start_line;
  for (const Spans& spans : Lines(tokens)) {
    out += "<tr id=\"" + FormatNumber(options.line_id, number) + "\" class=\"" + options.line_class +
           "\"><td class=\"" + options.gutter_class +
           " gl\" style=\"-moz-user-select: none;-ms-user-select: none;-webkit-user-select: none;user-select: "
           "none;\"><pre>" +
           std::to_string(number) + "</pre></td><td class=\"" + options.code_class + "\"><pre>" + Html(spans) +
           "\n</pre></td></tr>";
    ++number;
  }
  return out + "</tbody></table>";
}

std::string FormatHtmlLegacy(const TokenList& tokens, const LegacyOptions& options) {
  std::string out = options.inline_theme ? FormatHtmlInline(tokens, *options.inline_theme) : FormatHtml(tokens);
  if (options.line_numbers) out = FormatHtmlTable(tokens, std::move(out), options.table);
  return options.wrap ? FormatHtmlPygments(out, options.css_class) : out;
}

}  // namespace tincture::rouge
