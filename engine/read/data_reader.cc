#include "engine/read/data_reader.h"

#include <algorithm>
#include <array>

#include "compat/yaml/load.h"
#include "engine/model/sanitized_path.h"
#include "engine/model/string_edit.h"
#include "engine/read/csv.h"
#include "engine/read/text_file.h"
#include "engine/read/vanished.h"
#include "engine/source/entry_filter.h"
#include "engine/source/glob.h"
#include "engine/source/path.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

constexpr int kMaxDepth = 100;
// In the order of Jekyll's glob pattern: of two files with one key the later one counts.
constexpr std::array<std::string_view, 5> kExtensions = {".yaml", ".yml", ".json", ".csv", ".tsv"};

bool IsWordChar(char c) { return IsAlnum(c) || c == '_'; }

class DataReader {
 public:
  explicit DataReader(Site& site)
      : site_(site), files_(site.machine.files), filter_(site.config().entry_rules(), files_) {}

  Result<const Hash*> ReadFolder(const std::string& folder, int depth) {
    HashBuilder data(site_.arena);
    const Result<bool> is_outside = filter_.IsOutsideLink(folder);
    if (!is_outside) return is_outside.error();
    if (*is_outside || !files_.Stat(folder).is_directory()) return data.Build();
    const std::vector<std::string> names = GlobFolder(files_, folder);
    for (const std::string_view extension : kExtensions) {
      for (const std::string& name : names) {
        if (!name.ends_with(extension) || name.size() == extension.size()) continue;
        if (Status read = AddEntry(folder, name, depth, data); !read) return read.error();
      }
    }
    for (const std::string& name : names) {
      WarnOfUnknownData(site_, JoinPath(folder, name));
      if (LeadsInACircle(folder, name)) return BrokenLink(files_, JoinPath(folder, name));
      if (!files_.Stat(JoinPath(folder, name)).is_directory()) continue;
      if (Status read = AddEntry(folder, name, depth, data); !read) return read.error();
    }
    return data.Build();
  }

 private:
  // A folder seen from its own is none any more where too many links lead to it.
  bool LeadsInACircle(const std::string& folder, const std::string& name) const {
    const std::string path = JoinPath(folder, name);
    const FileInfo info = files_.Stat(path);
    if (!info.is_symlink || info.kind != FileKind::kAbsent) return false;
    const std::optional<std::string> real = files_.RealPath(folder);
    return real && files_.Stat(JoinPath(*real, name)).is_directory();
  }

  Status AddEntry(const std::string& folder, const std::string& name, int depth, HashBuilder& data) {
    const std::string path = JoinPath(folder, name);
    const Result<bool> is_outside = filter_.IsOutsideLink(path);
    if (!is_outside) return is_outside.error();
    if (*is_outside) return {};
    if (files_.Stat(path).is_directory()) {
      if (depth == kMaxDepth) return {};
      const Result<const Hash*> inner = ReadFolder(path, depth + 1);
      if (!inner) return inner.error();
      data.Set(site_.arena.Copy(SanitizeDataName(name)), Value::OfHash(*inner));
      return {};
    }
    const Result<Value> value = ReadFile(path);
    if (!value) return value.error();
    data.Set(site_.arena.Copy(SanitizeDataName(BaseName(name).substr(0, name.size() - ExtName(name).size()))), *value);
    return {};
  }

  Result<Value> ReadFile(const std::string& path) {
    const Result<std::string> text = files_.Read(path);
    if (!text) return text.error();
    const std::string extension = DowncaseAscii(ExtName(path));
    Result<Value> value =
        extension == ".csv" ? ParseCsv(*text, OptionsOf("csv_reader", ','), site_.arena)
        : extension == ".tsv"
            ? ParseCsv(*text, OptionsOf("tsv_reader", '\t'), site_.arena)
            : yaml::Load(WithoutBom(*text), {.rules = site_.profile().yaml, .path = path, .zone = &site_.zone},
                         site_.arena);
    if (!value) value.error().where.path = path;
    return value;
  }

  CsvOptions OptionsOf(const Symbol& key, char separator) const {
    CsvOptions options;
    options.separator = separator;
    const Value settings = site_.Setting(key);
    if (!site_.profile().csv_reader_key || !settings.IsHash()) return options;
    const Value* headers = settings.AsHash().Find("headers");
    if (headers != nullptr) options.headers = headers->Truthy();
    const Value converters = settings.AsHash().Get("csv_converters");
    if (!converters.IsArray()) return options;
    for (const Value& converter : converters.AsArray()) {
      const std::string name = site_.TextOf(converter);
      options.convert_integers |= name == "integer" || name == "numeric" || name == "all";
      options.convert_floats |= name == "float" || name == "numeric" || name == "all";
    }
    return options;
  }

  Site& site_;
  const FileSource& files_;
  const EntryFilter filter_;
};

}  // namespace

namespace {

// Ruby's \b sees every letter as a word character; bytes above ASCII are taken for letters.
bool IsLetterByte(char c) { return IsWordChar(c) || static_cast<unsigned char>(c) >= 0x80; }

// (?=$|\s?\b) after white space that ends before `at`.
bool EndsCleanly(std::string_view name, size_t at) {
  if (at == name.size() || name[at] == '\n' || IsLetterByte(name[at])) return true;
  return IsSpace(name[at]) && at + 1 < name.size() && IsLetterByte(name[at + 1]);
}

// (?<=^|\b\s)\s+(?=$|\s?\b): how much white space at `at` is dropped.
size_t DroppedSpace(std::string_view name, size_t at) {
  const bool at_line_start = at == 0 || name[at - 1] == '\n';
  const bool after_word_and_space = at >= 2 && IsSpace(name[at - 1]) && IsLetterByte(name[at - 2]);
  if (!at_line_start && !after_word_and_space) return 0;
  size_t end = at;
  while (end < name.size() && IsSpace(name[end])) ++end;
  while (end > at && !EndsCleanly(name, end)) --end;
  return end - at;
}

std::string WithUnderscores(std::string_view name) {
  std::string key;
  for (size_t i = 0; i < name.size(); ++i) {
    if (!IsSpace(name[i])) {
      key += name[i];
    } else if (i == 0 || !IsSpace(name[i - 1])) {
      key += '_';
    }
  }
  return key;
}

}  // namespace

std::string SanitizeDataName(std::string_view name) {
  std::string kept;
  for (size_t i = 0; i < name.size();) {
    const size_t dropped = IsSpace(name[i]) ? DroppedSpace(name, i) : 0;
    if (dropped == 0 && (IsWordChar(name[i]) || name[i] == '-' || IsSpace(name[i]))) kept += name[i];
    i += std::max<size_t>(dropped, 1);
  }
  return WithUnderscores(kept);
}

Status ReadData(Site& site) {
  DataReader reader(site);
  const Result<const Hash*> own = reader.ReadFolder(site.InSourceDir(site.config().Text("data_dir", "_data")), 0);
  if (!own) return own.error();
  site.data = Value::OfHash(*own);
  if (!site.profile().theme_config_and_data || !site.theme || site.theme->data_path.empty()) return {};
  const Result<const Hash*> theirs = reader.ReadFolder(site.theme->data_path, 0);
  if (!theirs) return theirs.error();
  site.data = Value::OfHash(DeepMergeHashes(site.arena, **theirs, **own));
  return {};
}

}  // namespace tincture::engine
