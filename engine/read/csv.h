// CSV and TSV as Ruby's CSV library reads them with `headers: true` (csv 3.2).
#pragma once

#include <string_view>
#include <vector>

#include "liquid/support/arena.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::engine {

struct CsvOptions {
  char separator = ',';
  // The first row names the columns, and rows are hashes; else rows are arrays.
  bool headers = true;
  bool convert_integers = false;  // the converters :integer, :float (both: :numeric)
  bool convert_floats = false;
};

// An array of rows. Fields are strings; one that is empty and not quoted is nil. Of two columns of one name the first
// counts; fields beyond the columns are under nil.
// Errors: "CSV::MalformedCSVError" with Ruby's message and the line.
Result<Value> ParseCsv(std::string_view text, const CsvOptions& options, Arena& arena);

}  // namespace tincture::engine
