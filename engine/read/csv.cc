#include "engine/read/csv.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "liquid/value/hash.h"
#include "liquid/value/number.h"

namespace tincture::engine {

namespace {

using Row = std::vector<Value>;

// The first line break of the text decides what ends every row (`row_sep: :auto`).
std::string_view RowSeparator(std::string_view text) {
  const size_t at = text.find_first_of("\r\n");
  if (at == std::string_view::npos || text[at] == '\n') return "\n";
  return text.substr(at, 2) == "\r\n" ? "\r\n" : "\r";
}

// A scanner over the rows of a text. At a field: a quoted one runs to its closing quote, doubled quotes standing for
// one; an unquoted one to the separator or the end of the row, and may hold neither quote nor line break.
class Scanner {
 public:
  Scanner(std::string_view text, char separator, Arena& arena)
      : rest_(text), row_separator_(RowSeparator(text)), separator_(separator), arena_(arena) {}

  bool done() const { return rest_.empty(); }

  Result<Row> NextRow() {
    Row row;
    ++line_;
    if (SkipRowEnd()) return row;
    while (true) {
      const Result<Value> field = rest_.starts_with('"') ? Quoted() : Unquoted();
      if (!field) return field.error();
      row.push_back(*field);
      if (rest_.empty() || SkipRowEnd()) return row;
      rest_.remove_prefix(1);  // the separator: a field ends at nothing else
      if (!rest_.empty()) continue;
      row.push_back(Value());
      return row;
    }
  }

 private:
  bool SkipRowEnd() {
    if (!rest_.starts_with(row_separator_)) return false;
    rest_.remove_prefix(row_separator_.size());
    return true;
  }

  bool AtFieldEnd() const { return rest_.empty() || rest_.front() == separator_ || rest_.starts_with(row_separator_); }

  Result<Value> Unquoted() {
    size_t end = 0;
    while (end < rest_.size() && rest_[end] != separator_ && !rest_.substr(end).starts_with(row_separator_)) {
      if (rest_[end] == '"') return Malformed("Illegal quoting", line_);
      if (rest_[end] == '\r' || rest_[end] == '\n') return StrayNewLine(rest_.substr(end));
      ++end;
    }
    const std::string_view field = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return field.empty() ? Value() : Value::String(field);
  }

  Result<Value> Quoted() {
    const uint32_t first_line = line_;
    const std::string_view start = rest_.substr(1);
    size_t end = 0;
    bool doubled = false;
    while (true) {
      if (end >= start.size()) return Malformed("Unclosed quoted field", first_line);
      if (start[end] == '"') {
        if (end + 1 >= start.size() || start[end + 1] != '"') break;
        doubled = true;
        ++end;
      } else if (start.substr(end).starts_with(row_separator_)) {
        ++line_;
      }
      ++end;
    }
    rest_ = start.substr(end + 1);
    if (!AtFieldEnd()) return Malformed("Any value after quoted field isn't allowed", line_);
    const std::string_view field = start.substr(0, end);
    return Value::String(doubled ? WithoutDoubledQuotes(field) : field);
  }

  std::string_view WithoutDoubledQuotes(std::string_view field) {
    std::string text;
    for (size_t i = 0; i < field.size(); ++i) {
      text += field[i];
      if (field[i] == '"') ++i;
    }
    return arena_.Copy(text);
  }

  Error StrayNewLine(std::string_view at) const {
    const std::string shown = at.starts_with("\r\n") ? "\\r\\n" : at.starts_with('\r') ? "\\r" : "\\n";
    return Malformed("Unquoted fields do not allow new line <\"" + shown + "\">", line_);
  }

  static Error Malformed(const std::string& what, uint32_t line) {
    return {.kind = "CSV::MalformedCSVError",
            .message = what + " in line " + std::to_string(line) + ".",
            .hint = "Put a field that holds quotes or line breaks in double quotes, its own quotes doubled.",
            .where = {{}, line, 0}};
  }

  std::string_view rest_;
  std::string_view row_separator_;
  char separator_;
  Arena& arena_;
  uint32_t line_ = 0;
};

// Kernel#Float, for what a table's cell holds.
std::optional<Value> ParseFloat(std::string_view text) {
  if (text.find_first_not_of(" +-.0123456789eE_") != std::string_view::npos) return std::nullopt;
  if (text.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  return Value::Float(ToFloat(text));
}

Value Converted(const Value& field, const CsvOptions& options, Arena& arena) {
  if (!field.IsString()) return field;
  std::optional<Value> number;
  if (options.convert_integers) number = ParseInteger(field.AsString(), arena);
  if (!number && options.convert_floats) number = ParseFloat(field.AsString());
  return number.value_or(field);
}

// CSV::Row#to_hash.
Value RowHash(const Row& headers, const Row& row, Arena& arena) {
  HashBuilder hash(arena);
  for (size_t i = 0; i < std::max(headers.size(), row.size()); ++i) {
    const Value key = i < headers.size() ? headers[i] : Value();
    if (hash.Find(key) == nullptr) hash.Set(key, i < row.size() ? row[i] : Value());
  }
  return hash.BuildValue();
}

}  // namespace

Result<Value> ParseCsv(std::string_view text, const CsvOptions& options, Arena& arena) {
  Scanner scanner(arena.Copy(text), options.separator, arena);
  std::vector<Value> rows;
  std::optional<Row> headers;
  while (!scanner.done()) {
    Result<Row> row = scanner.NextRow();
    if (!row) return row.error();
    if (options.headers && !headers) {
      headers = std::move(*row);
      continue;
    }
    for (Value& field : *row) field = Converted(field, options, arena);
    rows.push_back(headers ? RowHash(*headers, *row, arena) : Value::Array(arena, *row));
  }
  return Value::Array(arena, rows);
}

}  // namespace tincture::engine
