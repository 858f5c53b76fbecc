#include "compat/sass/output/libsass_map.h"

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/import_resolver.h"
#include "compat/sass/vlq.h"

namespace tincture::compat::sass {

namespace {

// As libsass's JSON library (json.cpp, emit_string).
void AppendJson(std::string_view text, std::string* json) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  *json += '"';
  for (const char c : text) {
    const size_t escaped = std::string_view("\b\f\n\r\t\"\\").find(c);
    if (escaped != std::string_view::npos) {
      *json += '\\';
      *json += "bfnrt\"\\"[escaped];
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      *json += "\\u00";
      *json += kHex[static_cast<unsigned char>(c) >> 4];
      *json += kHex[c & 15];
    } else {
      *json += c;
    }
  }
  *json += '"';
}

std::string MappingsText(const LibsassMappings& mappings) {
  std::string text;
  LibsassMapping last;
  bool first = true;
  for (const LibsassMapping& mapping : mappings) {
    if (mapping.css.line != last.css.line) {
      last.css.column = 0;
      if (mapping.css.line > last.css.line) text.append(mapping.css.line - last.css.line, ';');
      last.css.line = std::max(last.css.line, mapping.css.line);
    } else if (!first) {
      text += ',';
    }
    first = false;
    AppendVlq(int64_t{mapping.css.column} - last.css.column, &text);
    AppendVlq(int64_t{mapping.source} - last.source, &text);
    AppendVlq(int64_t{mapping.original.line} - last.original.line, &text);
    AppendVlq(int64_t{mapping.original.column} - last.original.column, &text);
    last.css.column = mapping.css.column;
    last.source = mapping.source;
    last.original = mapping.original;
  }
  return text;
}

template <class Item>
void AppendList(std::string_view key, const std::deque<Source>& sources, Item item, std::string* json) {
  *json += "\t\"";
  *json += key;
  *json += "\": [\n";
  for (size_t i = 0; i < sources.size(); ++i) {
    *json += "\t\t";
    AppendJson(item(sources[i]), json);
    *json += i + 1 < sources.size() ? ",\n" : "\n";
  }
  *json += "\t],\n";
}

}  // namespace

std::string LibsassMapJson(const LibsassMappings& mappings, const std::deque<Source>& sources, std::string_view folder,
                           std::string_view file, bool contents) {
  std::string json = "{\n\t\"version\": 3,\n\t\"file\": ";
  AppendJson(file, &json);
  json += ",\n";
  AppendList(
      "sources", sources, [&](const Source& source) { return RelativePath(folder, source.path); }, &json);
  if (contents) {
    AppendList(
        "sourcesContent", sources, [](const Source& source) { return source.text; }, &json);
  }
  json += "\t\"names\": [],\n\t\"mappings\": ";
  AppendJson(MappingsText(mappings), &json);
  return json + "\n}";
}

std::string MapUrlComment(std::string_view url) {
  std::string comment = "\n/*# sourceMappingURL=";
  comment += url;
  return comment + " */";
}

std::string MapDataUrl(std::string_view json) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string url = "data:application/json;base64,";
  for (size_t i = 0; i < json.size(); i += 3) {
    uint32_t bits = 0;
    const size_t count = std::min<size_t>(3, json.size() - i);
    for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (k < count ? static_cast<unsigned char>(json[i + k]) : 0u);
    for (size_t k = 0; k < 4; ++k) url += k <= count ? kDigits[bits >> (18 - 6 * k) & 63] : '=';
  }
  return url;
}

}  // namespace tincture::compat::sass
