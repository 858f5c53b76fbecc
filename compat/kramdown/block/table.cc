// | cell | cell |
// |------|:----:|
// | cell | cell |
#include <algorithm>
#include <string>
#include <vector>

#include "compat/kramdown/block/block_parser.h"
#include "compat/kramdown/span/span_parser.h"

namespace tincture::kramdown {

namespace {

// Rows are filled up to the widest; beyond this many cells a table stays as ragged as it was written.
constexpr size_t kMaxFilledCells = 1 << 20;

// (?:\||.*?[^\\\n]\|): a pipe at the start, or one that no backslash escapes.
bool HasPipe(std::string_view line) {
  if (line.starts_with('|')) return true;
  for (size_t pipe = line.find('|', 1); pipe != std::string_view::npos; pipe = line.find('|', pipe + 1)) {
    if (line[pipe - 1] != '\\') return true;
  }
  return false;
}

// Past the line at `pos` when it may be one of a table.
size_t MatchTableLine(std::string_view text, size_t pos) {
  const size_t newline = text.find('\n', pos);
  if (newline == std::string_view::npos || !HasPipe(text.substr(pos, newline - pos))) return kNoMatch;
  return newline + 1;
}

// A line of nothing but pipes, plus signs, colons, blanks and `rule`, of which there is at least one.
size_t MatchRuleLine(std::string_view text, size_t pos, char rule) {
  bool found = false;
  for (; pos < text.size() && text[pos] != '\n'; ++pos) {
    found = found || text[pos] == rule;
    const bool colon_or_blank = text[pos] == ':' || IsBlank(text[pos]);
    if (text[pos] != rule && text[pos] != '+' && text[pos] != '|' && !colon_or_blank) return kNoMatch;
  }
  return found && pos < text.size() ? pos + 1 : kNoMatch;
}

std::vector<Alignment> ReadAlignments(std::string_view line) {
  std::vector<Alignment> alignments;
  size_t taken = 0;  // a colon belongs to one rule only
  for (size_t pos = 0; (pos = line.find('-', pos)) != std::string_view::npos;) {
    const size_t end = std::min(line.find_first_not_of('-', pos), line.size());
    const bool left = pos > taken && line[pos - 1] == ':';
    const bool right = end < line.size() && line[end] == ':';
    const Alignment one_side = left ? Alignment::kLeft : right ? Alignment::kRight : Alignment::kDefault;
    alignments.push_back(left && right ? Alignment::kCenter : one_side);
    pos = taken = right ? end + 1 : end;
  }
  return alignments;
}

// The cells of one line while it is cut at its pipes.
class RowCells {
 public:
  void AppendToLast(std::string_view text) {
    if (cells_.empty()) cells_.emplace_back();
    cells_.back() += text;
  }
  // Cuts at unescaped pipes; an escaped one becomes a plain one.
  void AppendSplit(std::string_view text) {
    AppendToLast({});
    for (size_t i = 0; i < text.size(); ++i) {
      const bool escaped = i > 0 && text[i - 1] == '\\';
      if (text[i] == '|' && !escaped) {
        cells_.emplace_back();
        continue;
      }
      if (text[i] == '|') cells_.back().pop_back();
      cells_.back() += text[i];
    }
  }
  std::vector<std::string>& cells() { return cells_; }

 private:
  std::vector<std::string> cells_;
};

// A code span as it could have been written: delimiters longer than any run of backticks within.
std::string Requote(std::string_view code) {
  size_t longest = 0;
  for (size_t pos = 0; (pos = code.find('`', pos)) != std::string_view::npos;) {
    const size_t end = std::min(code.find_first_not_of('`', pos), code.size());
    longest = std::max(longest, end - pos);
    pos = end;
  }
  const std::string delimiter(longest + 1, '`');
  const std::string_view padding = longest > 0 ? " " : "";
  return delimiter + std::string(padding) + std::string(code) + std::string(padding) + delimiter;
}

void AppendTextCells(BlockParser& parser, std::string_view text, RowCells& cells) {
  Document& document = parser.document;
  Element* root = document.New(ElementType::kRoot);
  SpanParser spans(document, text, 1, ElementType::kRawText, parser.depth);
  ParseSpans(spans, *root, nullptr, kCodespan);
  for (const Element* child = root->first; child; child = child->next) {
    if (child->type == ElementType::kRawText) {
      cells.AppendSplit(child->value.view());
    } else {
      cells.AppendToLast(Requote(child->value.view()));
    }
  }
}

// Start and end of the next <code ...>...</code>.
std::pair<size_t, size_t> FindCodeElement(std::string_view line, size_t pos) {
  const size_t start = line.find("<code", pos);
  if (start == std::string_view::npos) return {line.size(), line.size()};
  const size_t open_end = line.find('>', start + 5);
  const size_t close = open_end == std::string_view::npos ? open_end : line.find("</code>", open_end + 1);
  if (close == std::string_view::npos) return {line.size(), line.size()};
  return {start, close + 7};
}

// Pipes within code do not separate.
std::vector<std::string> SplitRow(BlockParser& parser, std::string_view line) {
  RowCells cells;
  for (size_t pos = 0; pos < line.size();) {
    const auto [start, end] = FindCodeElement(line, pos);
    AppendTextCells(parser, line.substr(pos, start - pos), cells);
    if (start < end) cells.AppendToLast(line.substr(start, end - start));
    pos = end;
  }
  return std::move(cells.cells());
}

Element* MakeRow(BlockParser& parser, std::string_view line, bool leading_pipe) {
  std::vector<std::string> cells = SplitRow(parser, line);
  if (leading_pipe && !cells.empty() && Strip(cells.front()).empty()) cells.erase(cells.begin());
  if (!cells.empty() && Strip(cells.back()).empty()) cells.pop_back();
  Document& document = parser.document;
  Element* row = document.New(ElementType::kTr);
  for (const std::string& cell : cells) {
    Element* element = document.New(ElementType::kTd);
    element->Append(document.New(ElementType::kRawText, document.arena.Copy(Strip(cell))));
    row->Append(element);
  }
  return row;
}

size_t CountChildren(const Element& element) {
  size_t count = 0;
  for (const Element* child = element.first; child; child = child->next) ++count;
  return count;
}

struct TableReader {
  BlockParser& parser;
  Element* table;
  bool leading_pipe;
  std::vector<Element*> rows = {};
  std::vector<Alignment> alignments = {};
  bool has_footer = false;
  size_t columns = 0;

  void AppendSection(ElementType type, bool force);
  void ReadSeparator(std::string_view line);
  void ReadFooterSeparator();
  void ReadRow(std::string_view line);
  void ReadLines();
};

// Rows so far become a section; below a footer's rule only the footer itself is one.
void TableReader::AppendSection(ElementType type, bool force) {
  if (has_footer && type == ElementType::kTbody && !force) return;
  Element* section = parser.document.New(type);
  for (Element* row : rows) section->Append(row);
  rows.clear();
  table->Append(section);
}

void TableReader::ReadSeparator(std::string_view line) {
  if (rows.empty()) return;
  if (!alignments.empty() || has_footer) return AppendSection(ElementType::kTbody, false);
  AppendSection(ElementType::kThead, false);
  alignments = ReadAlignments(line);
}

void TableReader::ReadFooterSeparator() {
  if (!rows.empty()) AppendSection(ElementType::kTbody, true);
  has_footer = true;
}

void TableReader::ReadRow(std::string_view line) {
  while (!line.empty() && IsBlank(line.back())) line.remove_suffix(1);
  Element* row = MakeRow(parser, line, leading_pipe);
  columns = std::max(columns, CountChildren(*row));
  rows.push_back(row);
}

void TableReader::ReadLines() {
  Source& source = parser.source;
  while (!source.AtEnd()) {
    const size_t end = MatchTableLine(source.text, source.pos);
    if (end == kNoMatch) break;
    const std::string_view line = source.text.substr(source.pos, end - 1 - source.pos);
    if (MatchRuleLine(source.text, source.pos, '-') != kNoMatch) {
      ReadSeparator(line);
    } else if (MatchRuleLine(source.text, source.pos, '=') != kNoMatch) {
      ReadFooterSeparator();
    } else {
      ReadRow(line);
    }
    source.pos = end;
  }
}

// The lines of `text` without their newlines; empty ones at the end do not count.
std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (text.ends_with('\n')) text.remove_suffix(1);
  for (size_t start = 0; start <= text.size() && !text.empty();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

// Whether every line has a pipe outside of code spans and elements. As in kramdown the pieces of text between those are
// looked at one by one; the answer is what the last of them leaves behind.
bool HasPipeOnEachLine(BlockParser& parser, std::string_view text, int line) {
  Document& document = parser.document;
  Element* root = document.New(ElementType::kRoot);
  SpanParser spans(document, text, line, ElementType::kRawText, parser.depth);
  ParseSpans(spans, *root, nullptr, kCodespan | kSpanHtml);
  bool pipe_on_line = false;
  for (const Element* child = root->first; child; child = child->next) {
    const std::vector<std::string_view> lines = Lines(child->value.view());
    if (child->type == ElementType::kCodespan) {
      if (lines.size() > 2 || (lines.size() == 2 && !pipe_on_line)) break;
      if (lines.size() == 2) pipe_on_line = false;
      continue;
    }
    if (lines.size() > 1 && !pipe_on_line && !HasPipe(lines.front())) break;
    if (lines.size() > 1) pipe_on_line = false;
    pipe_on_line = pipe_on_line || (!lines.empty() && HasPipe(lines.back()));
  }
  return pipe_on_line;
}

bool HasBody(const Element& table) {
  for (const Element* section = table.first; section; section = section->next) {
    if (section->type == ElementType::kTbody) return true;
  }
  return false;
}

void FillRow(Document& document, Element& row, size_t columns, size_t& budget) {
  for (size_t cells = CountChildren(row); cells < columns && budget > 0; ++cells, --budget) {
    row.Append(document.New(ElementType::kTd));
  }
}

void FinishTable(TableReader& reader) {
  Document& document = reader.parser.document;
  size_t budget = kMaxFilledCells;
  for (Element* section = reader.table->first; section; section = section->next) {
    for (Element* row = section->first; row; row = row->next) FillRow(document, *row, reader.columns, budget);
  }
  reader.alignments.resize(reader.columns, Alignment::kDefault);
  reader.table->alignment = document.arena.CopySpan(std::span<const Alignment>(reader.alignments));
  reader.parser.tree->Append(reader.table);
}

bool StartsWithPipe(std::string_view text, size_t pos) {
  pos = SkipSpace(text, pos);
  return pos < text.size() && text[pos] == '|';
}

bool IsTableStart(std::string_view text, size_t pos) {
  const size_t start = SkipOptSpace(text, pos);
  if (start >= text.size() || IsSpace(text[start])) return false;
  return MatchTableLine(text, start) != kNoMatch;
}

// Reads a table as far as it goes; whether what was read is one.
bool ReadTable(TableReader& reader) {
  BlockParser& parser = reader.parser;
  Source& source = parser.source;
  const size_t start = source.pos;
  const size_t rule_end = MatchRuleLine(source.text, source.pos, '-');
  if (rule_end != kNoMatch) source.pos = rule_end;
  reader.ReadLines();
  if (!IsBlockBoundary(source.text, source.pos)) return false;
  const std::string_view lines = source.text.substr(start, source.pos - 1 - start);
  if (!HasPipeOnEachLine(parser, lines, source.Line())) return false;
  if (!reader.rows.empty()) reader.AppendSection(reader.has_footer ? ElementType::kTfoot : ElementType::kTbody, false);
  if (HasBody(*reader.table)) return true;
  const int line = reader.table->line;
  parser.document.Warn("Found table without body on line " + std::to_string(line) + " - ignoring it", line);
  return false;
}

}  // namespace

bool ParseTable(BlockParser& parser) {
  Source& source = parser.source;
  if (!parser.AfterBlockBoundary() || !IsTableStart(source.text, source.pos)) return false;
  const size_t start = source.pos;
  // kramdown hands the waiting attribute list over even when this turns out to be no table.
  TableReader reader{.parser = parser,
                     .table = parser.NewBlock(ElementType::kTable),
                     .leading_pipe = StartsWithPipe(source.text, start)};
  if (ReadTable(reader)) {
    FinishTable(reader);
    return true;
  }
  source.pos = start;
  return false;
}

}  // namespace tincture::kramdown
