#include "engine/read/text_file.h"

#include <algorithm>
#include <optional>

#include "compat/text/front_matter.h"
#include "compat/yaml/load.h"
#include "engine/model/encoding.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

namespace {

bool IsStrict(const Site& site) { return site.config().Truthy("strict_front_matter"); }

Status Report(Site& site, const std::string& path, const Error& error) {
  site.log.Warn(ReadingComplaint("Error reading file ", path, error), "");
  if (IsStrict(site)) return error;
  return {};
}

Error InvalidFrontMatter(const std::string& path) {
  return {.kind = "Jekyll::Errors::InvalidYAMLFrontMatterError",
          .message = "Invalid YAML front matter in " + path,
          .hint = "Front matter must be lines of `key: value`.",
          .where = {path, 1, 0}};
}

Error InvalidBytes(const text::Encoding& encoding, const std::string& path) {
  return {.kind = "ArgumentError",
          .message = "invalid byte sequence in " + std::string(encoding.name),
          .hint = encoding.is_utf8() ? "Save the file as UTF-8." : "`encoding` in _config.yml says what files are in.",
          .where = {path, 0, 0}};
}

}  // namespace

std::string ReadingComplaint(std::string_view otherwise, const std::string& path, const Error& error) {
  const bool is_yaml = error.kind == "Psych::SyntaxError";
  std::string complaint(is_yaml ? "YAML Exception reading " : otherwise);
  complaint += PlaceIn(path, error.where.line, error.where.column) + ": " + error.message;
  if (is_yaml) complaint += "; the file is used without its front matter";
  return complaint;
}

bool FileHasYamlHeader(const FileSource& files, const std::string& path) {
  constexpr size_t kFirstLine = 1024;  // its end decides; longer ones are read whole
  Result<std::string> start = files.ReadStart(path, kFirstLine);
  const bool cut = start && start->size() == kFirstLine && start->starts_with("---");
  if (cut && start->find('\n') == std::string::npos) start = files.Read(path);
  return start && text::HasYamlHeader(*start);
}

std::string_view WithoutBom(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

bool IsFatal(const Error& error) { return error.kind.starts_with("Jekyll::Errors::"); }

Status ReadTextFile(const Site& site, const std::string& path, TextFile* file) {
  Result<std::string> text = ReadInEncoding(site, path);
  if (!text) return text.error();
  const text::Encoding& encoding = EncodingOf(site);
  file->is_read = true;
  file->body = *std::move(text);
  if (!encoding.IsValid(file->body)) return InvalidBytes(encoding, path);
  const std::string whole = std::move(file->body);
  const std::optional<text::FrontMatter> split = text::SplitFrontMatter(whole);
  file->found = split.has_value();
  file->body = split ? split->body : std::string_view(whole);
  if (!split) return {};
  file->lines_before = static_cast<uint32_t>(
      std::count(whole.begin(), whole.end() - static_cast<std::ptrdiff_t>(file->body.size()), '\n'));
  file->key_lines = FindKeyLines(split->yaml);
  // YAML is read as UTF-8, while the body keeps its bytes.
  const std::string utf8 = encoding.is_utf8() ? std::string() : encoding.ToUtf8(split->yaml).value_or("");
  const std::string_view yaml = encoding.is_utf8() || utf8.empty() ? split->yaml : utf8;
  Result<Value> data = yaml::Load(yaml, {.rules = site.profile().yaml, .path = {}, .zone = &site.zone}, site.arena);
  if (!data) {
    data.error().where.path = path;
    return data.error();
  }
  file->data = *data;
  return {};
}

Status ReadConvertible(Site& site, const std::string& path, TextFile* file) {
  if (Status read = ReadTextFile(site, path, file); !read) {
    if (Status strict = Report(site, path, read.error()); !strict) return strict;
  }
  if (!file->data.Truthy()) file->data = Value::OfHash(site.empty_hash);
  if (!file->data.IsHash()) return InvalidFrontMatter(path);
  const Value permalink = file->data.AsHash().Get("permalink");
  if (permalink.IsString() && permalink.AsString().empty()) {
    return Error{.kind = "Jekyll::Errors::InvalidPermalinkError",
                 .message = "Invalid permalink in " + path,
                 .hint = "Give `permalink` a value or remove it.",
                 .where = {path, 0, 0}};
  }
  return {};
}

}  // namespace tincture::engine
