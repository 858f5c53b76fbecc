#include "compat/sass/output/source_map_json.h"

#include <algorithm>
#include <map>

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/import_resolver.h"
#include "compat/sass/vlq.h"

namespace tincture::compat::sass {

namespace {

// Finds places in a source by its line starts.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) starts_.push_back(at + 1);
  }

  Position PositionOf(uint32_t offset) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
    Position position{static_cast<uint32_t>(next - starts_.begin() - 1), 0};
    for (size_t at = *(next - 1); at < offset && at < text_.size(); ++at) {
      const auto c = static_cast<unsigned char>(text_[at]);
      if ((c & 0xC0) != 0x80) position.column += c >= 0xF0 ? 2 : 1;
    }
    return position;
  }

 private:
  std::string_view text_;
  std::vector<size_t> starts_ = {0};
};

void AppendJson(std::string_view text, std::string* json) {
  constexpr std::string_view kHex = "0123456789abcdef";
  *json += '"';
  for (const char c : text) {
    const size_t escaped = std::string_view("\n\r\t\b\f\"\\").find(c);
    if (escaped != std::string_view::npos) {
      *json += '\\';
      *json += "nrtbf\"\\"[escaped];
    } else if (static_cast<unsigned char>(c) < 0x20) {
      *json += "\\u00";
      *json += kHex[static_cast<unsigned char>(c) >> 4];
      *json += kHex[c & 15];
    } else {
      *json += c;
    }
  }
  *json += '"';
}

class Builder {
 public:
  explicit Builder(const std::deque<Source>& sources) : sources_(sources) {}

  // What Dart Sass leaves out: a second mapping of one line of the CSS to the same line (of whatever source), and a
  // second mapping of one place.
  void Add(const Mapping& mapping) {
    Known& known = Find(mapping.source);
    const Position place = known.lines.PositionOf(mapping.offset);
    if (any_ && mapping.line == line_ && (place.line == place_.line || mapping.column == column_)) return;
    Separate(mapping.line);
    AppendVlq(int64_t{mapping.column} - column_, &text);
    AppendVlq(known.number - source_, &text);
    AppendVlq(int64_t{place.line} - place_.line, &text);
    AppendVlq(int64_t{place.column} - place_.column, &text);
    source_ = known.number;
    column_ = mapping.column;
    place_ = place;
    any_ = true;
  }

  std::string text;
  std::vector<const Source*> used;  // in the order of their first mappings

 private:
  struct Known {
    int64_t number;
    Lines lines;
  };

  Known& Find(uint32_t source) {
    const auto found = known_.find(source);
    if (found != known_.end()) return found->second;
    used.push_back(&sources_[source]);
    return known_.emplace(source, Known{static_cast<int64_t>(used.size() - 1), Lines(sources_[source].text)})
        .first->second;
  }

  void Separate(uint32_t line) {
    if (any_ && line == line_) text += ',';
    if (line > line_) column_ = 0;
    for (; line_ < line; ++line_) text += ';';
  }

  const std::deque<Source>& sources_;
  std::map<uint32_t, Known> known_;
  bool any_ = false;
  uint32_t line_ = 0;
  int64_t column_ = 0;
  int64_t source_ = 0;
  Position place_;
};

}  // namespace

std::string SourceMapJson(const Mappings& mappings, const std::deque<Source>& sources, std::string_view folder,
                          std::string_view file) {
  Builder builder(sources);
  for (const Mapping& mapping : mappings) builder.Add(mapping);
  std::string names;
  std::string texts;
  for (const Source* source : builder.used) {
    if (!names.empty()) {
      names += ',';
      texts += ',';
    }
    AppendJson(RelativePath(folder, source->path), &names);
    AppendJson(source->text, &texts);
  }
  std::string json = R"({"version":3,"sourceRoot":"","sources":[)" + names + R"(],"names":[],"mappings":")";
  json += builder.text + R"(","sourcesContent":[)" + texts + R"(],"file":)";
  AppendJson(file, &json);
  return json + "}";
}

}  // namespace tincture::compat::sass
