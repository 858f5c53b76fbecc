#include "engine/read/csv.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

namespace {

using Row = std::vector<Value>;

// One pass over the text. At a field: quoted runs to its closing quote, doubled quotes standing for one; unquoted runs
// to the separator or the end of the line and may hold no quote.
class CsvParser {
 public:
  CsvParser(std::string_view text, const CsvOptions& options, Arena& arena)
      : text_(text), options_(options), arena_(arena) {}

  Result<std::vector<Row>> Parse() {
    std::vector<Row> rows;
    while (at_ < text_.size()) {
      Row row;
      if (Status status = ParseRow(row); !status) return status.error();
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool AtLineEnd() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

  void SkipLineEnd() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  Status ParseRow(Row& row) {
    if (AtLineEnd()) {
      SkipLineEnd();
      return {};
    }
    while (true) {
      Result<Value> field = text_.substr(at_).starts_with('"') ? Quoted() : Unquoted();
      if (!field) return field.error();
      row.push_back(*field);
      if (AtLineEnd()) break;
      ++at_;  // the separator
    }
    SkipLineEnd();
    return {};
  }

  Result<Value> Unquoted() {
    const size_t start = at_;
    while (!AtLineEnd() && text_[at_] != options_.separator) {
      if (text_[at_] == '"') return Malformed("Illegal quoting");
      ++at_;
    }
    if (at_ == start) return Value();
    return Convert(text_.substr(start, at_ - start));
  }

  Result<Value> Quoted() {
    const uint32_t first_line = line_;
    std::string field;
    for (++at_;; ++at_) {
      const size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) return Malformed("Unclosed quoted field", first_line);
      const std::string_view piece = text_.substr(at_, quote - at_);
      for (const char c : piece) line_ += c == '\n';
      field += piece;
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      field += '"';
    }
    if (!AtLineEnd() && text_[at_] != options_.separator)
      return Malformed("Any value after quoted field isn't allowed");
    return Value::String(arena_.Copy(field));
  }

  Value Convert(std::string_view field) const {
    const char* const end = field.data() + field.size();
    int64_t integer = 0;
    if (options_.convert_integers) {
      const auto [stop, error] = std::from_chars(field.data(), end, integer);
      if (error == std::errc() && stop == end) return Value::Int(integer);
    }
    double number = 0;
    if (options_.convert_floats && (IsDigit(field[0]) || field[0] == '-')) {
      const auto [stop, error] = std::from_chars(field.data(), end, number);
      if (error == std::errc() && stop == end) return Value::Float(number);
    }
    return Value::String(arena_.Copy(field));
  }

  Error Malformed(std::string_view what) const { return Malformed(what, line_); }
  static Error Malformed(std::string_view what, uint32_t line) {
    return {.kind = "CSV::MalformedCSVError",
            .message = std::string(what) + " in line " + std::to_string(line) + ".",
            .hint = "Quote fields that hold quotes, doubling each quote.",
            .where = {{}, line, 0}};
  }

  std::string_view text_;
  const CsvOptions& options_;
  Arena& arena_;
  size_t at_ = 0;
  uint32_t line_ = 1;
};

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
  Result<std::vector<Row>> rows = CsvParser(text, options, arena).Parse();
  if (!rows) return rows.error();
  std::vector<Value> values;
  for (size_t i = options.headers ? 1 : 0; i < rows->size(); ++i) {
    const Row& row = (*rows)[i];
    values.push_back(options.headers ? RowHash(rows->front(), row, arena) : Value::Array(arena, row));
  }
  return Value::Array(arena, values);
}

}  // namespace tincture::engine
