#include "engine/read/document_reader.h"

#include <algorithm>
#include <vector>

#include "compat/text/pluralized.h"
#include "compat/text/slugify.h"
#include "compat/yaml/load.h"
#include "engine/model/string_edit.h"
#include "engine/read/text_file.h"
#include "engine/source/path.h"
#include "liquid/support/utf8.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// \d{min,max} at `i`: where the digits end, or npos.
size_t Digits(std::string_view text, size_t i, size_t min, size_t max) {
  size_t count = 0;
  while (i + count < text.size() && count < max && IsDigit(text[i + count])) ++count;
  return count >= min ? i + count : std::string_view::npos;
}

// \d{2,4}-\d{1,2}-\d{1,2} at the start: its length, or 0.
size_t DateLength(std::string_view text) {
  size_t i = Digits(text, 0, 2, 4);
  for (int part = 0; part < 2; ++part) {
    if (i == std::string_view::npos || i >= text.size() || text[i] != '-') return 0;
    i = Digits(text, i + 1, 1, 2);
  }
  return i == std::string_view::npos ? 0 : i;
}

std::optional<FileNameParts> MatchDateAt(std::string_view path, size_t start, bool slash_in_slug) {
  const std::string_view rest = path.substr(start);
  const size_t date = DateLength(rest);
  if (date == 0 || date >= rest.size() || rest[date] != '-') return std::nullopt;
  const size_t dot = rest.rfind('.');
  if (dot == std::string_view::npos || dot <= date || dot + 1 == rest.size()) return std::nullopt;
  const std::string_view slug = rest.substr(date + 1, dot - date - 1);
  if (!slash_in_slug && slug.find('/') != std::string_view::npos) return std::nullopt;
  return FileNameParts{std::string(rest.substr(0, date)), std::string(slug), std::string(rest.substr(dot))};
}

Value TextValue(Arena& arena, std::string_view text) { return Value::String(arena.Copy(text)); }

Value TextArray(Arena& arena, const std::vector<std::string_view>& texts) {
  std::vector<Value> items;
  for (const std::string_view text : texts) items.push_back(TextValue(arena, text));
  return Value::Array(arena, items);
}

void AddNew(const Value& item, std::vector<Value>& set) {
  const bool known = std::any_of(set.begin(), set.end(), [&](const Value& v) { return KeysEqual(v, item); });
  if (!known) set.push_back(item);
}

constexpr std::string_view kFrontMatter = "YAML front matter";

class DocumentReader {
 public:
  DocumentReader(Site& site, Document& document)
      : site_(site), document_(document), arena_(site.arena), data_(HashBuilder(arena_).Build()) {}

  // Document#initialize. Nothing in it can fail.
  void Initialize() {
    const bool is_draft = document_.relative_path.find(document_.collection.relative_directory) == std::string::npos &&
                          document_.collection.label == "posts";
    Set("draft", Value::Bool(is_draft));
    CategoriesFromPath(is_draft ? "_drafts" : document_.collection.relative_directory);
    document_.data = data_;
  }

  // Document#read.
  Status Read() {
    data_ = document_.data;  // a plugin may have set some of it
    if (document_.IsYamlFile()) return ReadYamlFile();
    Status status = ReadParts();
    document_.data = data_;
    return status ? status : HandleReadError(status.error());
  }

 private:
  void Set(std::string_view key, const Value& value) {
    HashBuilder builder(arena_, *data_);
    builder.Set(key, value);
    data_ = builder.Build();
  }
  void SetUnlessTrue(std::string_view key, const Value& value) {
    if (!data_->Get(key).Truthy()) Set(key, value);
  }

  Status ReadYamlFile() {
    const Result<std::string> text = site_.machine.files.Read(document_.path);
    if (!text) return text.error();
    const Result<Value> loaded =
        yaml::Load(*text, {.rules = site_.profile().yaml, .path = {}, .zone = &site_.zone}, arena_);
    if (!loaded) return loaded.error();
    document_.data = loaded->IsHash() ? &loaded->AsHash() : site_.empty_hash;
    return {};
  }

  Status ReadParts() {
    const Hash* defaults = site_.defaults().All(arena_, document_.relative_path, document_.collection.label);
    if (!defaults->empty()) {
      if (Status merged = MergeData(*defaults, "front matter defaults"); !merged) return merged;
    }
    if (Status read = ReadContent(); !read) return read;
    return ReadPostData();
  }

  Status ReadContent() {
    TextFile file;
    Status read = ReadTextFile(site_, document_.path, &file);
    document_.lines_before = file.lines_before;
    document_.key_lines = file.key_lines;
    // Of a file that could not be opened Ruby has no content, not an empty one.
    if (file.is_read) document_.text.SetContent(std::move(file.body));
    if (!read || !file.data.Truthy()) return read;
    if (!file.data.IsHash()) return NotAHash(file.data);
    return MergeData(file.data.AsHash(), kFrontMatter);
  }

  Error NotAHash(const Value& data) const {
    std::string inspected;
    DropAccess access{arena_, nullptr, {}};
    AppendInspect(data, access, inspected);
    const std::string_view type = data.IsArray() ? "Array" : data.IsString() ? "String" : "Object";
    return {.kind = "NoMethodError",
            .message = "undefined method `key?' for " + inspected + ":" + std::string(type),
            .hint = "Front matter must be lines of `key: value`.",
            .where = {document_.path, 1, 0}};
  }

  Status ReadPostData() {
    if (Status titled = PopulateTitle(); !titled) return titled;
    if (Status categorized = PopulateCategories(); !categorized) return categorized;
    Set("tags", text::PluralizedArray(*data_, "tag", "tags", arena_));
    document_.data = data_;
    GenerateExcerpt();
    return {};
  }

  // Document#merge_data!
  Status MergeData(const Hash& other, std::string_view source) {
    Result<const Hash*> merged = MergeCategories(other);
    if (!merged) return merged.error();
    data_ = DeepMergeHashes(arena_, *data_, **merged);
    const Value* date = data_->Find("date");
    if (date == nullptr || IsParsed(*date)) return {};
    Result<Value> parsed =
        site_.ParseDate(*date, "Document '" + document_.relative_path + "' does not have a valid date in the " +
                                   std::string(source) + ".");
    if (!parsed) {
      const bool is_of_file = source == kFrontMatter;
      parsed.error().where = {document_.path, is_of_file ? document_.key_lines.date : 0, is_of_file ? 1u : 0u};
      return parsed.error();
    }
    Set("date", *parsed);
    parsed_date_ = *parsed;
    return {};
  }

  // Jekyll prints and parses it again, which changes nothing of a year with four digits.
  bool IsParsed(const Value& date) const {
    constexpr int64_t kYear0 = -62167219200;
    constexpr int64_t kYear9999 = 253370764800;
    if (!date.IsTime() || !parsed_date_.IsTime() || &date.AsTime() != &parsed_date_.AsTime()) return false;
    return date.AsTime().seconds > kYear0 && date.AsTime().seconds < kYear9999;
  }

  // The union of the categories that the document has and those of `other`.
  Result<const Hash*> MergeCategories(const Hash& other) {
    Value theirs = other.Get("categories");
    if (theirs.IsNil()) return &other;
    if (theirs.IsString()) theirs = TextArray(arena_, SplitWords(theirs.AsString()));
    const Value ours = data_->Get("categories");
    if (ours.IsArray()) {
      if (!theirs.IsArray()) return NoConversion(theirs);
      std::vector<Value> all;
      for (const Value& category : ours.AsArray()) AddNew(category, all);
      for (const Value& category : theirs.AsArray()) AddNew(category, all);
      theirs = Value::Array(arena_, all);
    }
    HashBuilder merged(arena_, other);
    merged.Set("categories", theirs);
    return merged.Build();
  }

  Error NoConversion(const Value& value) const {
    const std::string_view type = value.IsInt()     ? "Integer"
                                  : value.IsHash()  ? "Hash"
                                  : value.IsFloat() ? "Float"
                                  : value.IsDate()  ? "Date"
                                  : value.IsTime()  ? "Time"
                                                    : "Object";
    return {.kind = "TypeError",
            .message = "no implicit conversion of " + std::string(type) + " into Array",
            .hint = "Write `categories` as a list or as words.",
            .where = {document_.path, 0, 0}};
  }

  // The folders above _posts, each a category.
  void CategoriesFromPath(const std::string& special_dir) {
    std::vector<std::string_view> folders;
    const std::string& path = document_.relative_path;
    const bool starts_there = path.starts_with(special_dir) && site_.profile().special_dir_counts_at_start;
    const std::string above = starts_there ? std::string() : path.substr(0, path.find(special_dir));
    for (const std::string_view folder : Split(above, '/')) {
      if (!folder.empty() && folder != special_dir && folder != document_.Basename()) folders.push_back(folder);
    }
    Set("categories", TextArray(arena_, folders));
  }

  Status PopulateTitle() {
    std::optional<FileNameParts> parts =
        MatchDatedName(document_.relative_path, site_.profile().dated_folders_are_posts);
    if (parts) {
      if (Status dated = ModifyDate(parts->date); !dated) return dated;
    } else {
      parts = MatchDatelessName(document_.relative_path);
    }
    const bool has_slug = parts || site_.profile().post_slug_required;
    if (!has_slug && !data_->Get("title").Truthy()) return NoSlug();
    if (!has_slug) {
      SetUnlessTrue("slug", Value());
      SetUnlessTrue("ext", Value());
      return {};
    }
    if (!parts) parts = FileNameParts{.date = {}, .slug = std::string(document_.BasenameWithoutExt()), .ext = {}};
    std::string_view slug = parts->slug;
    if (site_.profile().trailing_dots_cleaned) slug = WithoutTrailingDots(slug);
    SetUnlessTrue("title", TextValue(arena_, text::TitleizeSlug(slug)));
    SetUnlessTrue("slug", TextValue(arena_, slug));
    SetUnlessTrue("ext", parts->ext.empty() ? Value() : TextValue(arena_, parts->ext));
    return {};
  }

  static Error NoSlug() {
    return {.kind = "NoMethodError",
            .message = "undefined method `split' for nil:NilClass",
            .hint = "Give the file an extension."};
  }

  // The file name's date counts where the front matter has none.
  Status ModifyDate(std::string_view date) {
    const Value known = data_->Get("date");
    const bool is_site_time = known.IsTime() && known.AsTime().seconds == site_.time.AsTime().seconds;
    if (known.Truthy() && !is_site_time) return {};
    HashBuilder of_name(arena_);
    of_name.Set("date", TextValue(arena_, date));
    return MergeData(*of_name.Build(), "filename");
  }

  Status PopulateCategories() {
    std::vector<Value> names;
    const Value known = data_->Get("categories");
    std::vector<Value> listed;
    if (known.IsArray()) {
      listed.assign(known.AsArray().begin(), known.AsArray().end());
    } else if (!known.IsNil()) {
      listed.push_back(known);
    }
    const Value more = text::PluralizedArray(*data_, "category", "categories", arena_);
    listed.insert(listed.end(), more.AsArray().begin(), more.AsArray().end());
    for (const Value& name : listed) AddNew(TextValue(arena_, site_.TextOf(name)), names);
    HashBuilder categories(arena_);
    categories.Set("categories", Value::Array(arena_, names));
    return MergeData(*categories.Build(), kFrontMatter);
  }

  void GenerateExcerpt() {
    const std::string separator = document_.ExcerptSeparator();
    if (separator.empty() || data_->Get("excerpt").Truthy()) return;
    document_.excerpt = MakeExcerpt(document_, separator, site_.excerpt_rules, arena_, site_.log);
  }

  Status HandleReadError(const Error& error) {
    site_.log.Error("Error:", ReadingComplaint("could not read file ", document_.path, error));
    if (site_.config().Truthy("strict_front_matter") || IsFatal(error)) return error;
    return {};
  }

  Site& site_;
  Document& document_;
  Arena& arena_;
  const Hash* data_;
  Value parsed_date_;
};

}  // namespace

std::optional<FileNameParts> MatchDatedName(std::string_view path, bool slash_in_slug) {
  if (auto parts = MatchDateAt(path, 0, slash_in_slug); parts && !slash_in_slug) return parts;
  // The deepest folder first; Jekyll 4 looks at the file's own name only.
  for (size_t slash = path.rfind('/'); slash != std::string_view::npos && slash > 0;
       slash = path.rfind('/', slash - 1)) {
    if (auto parts = MatchDateAt(path, slash + 1, slash_in_slug)) return parts;
    if (!slash_in_slug) return std::nullopt;
  }
  return MatchDateAt(path, 0, slash_in_slug);
}

std::optional<FileNameParts> MatchDatelessName(std::string_view path) {
  const size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == path.size()) return std::nullopt;
  const size_t slash = path.substr(0, dot).rfind('/');
  const size_t start = slash == std::string_view::npos ? 0 : slash + 1;
  return FileNameParts{
      .date = {}, .slug = std::string(path.substr(start, dot - start)), .ext = std::string(path.substr(dot))};
}

Result<std::unique_ptr<Document>> ReadDocument(Site& site, const Collection& collection, const std::string& path,
                                               const InitHook& on_init) {
  auto document = std::make_unique<Document>(site, collection);
  document->path = path;
  document->extname = ExtName(path);
  document->relative_path = ReplaceFirst(path, site.config().collections_path() + "/", "");
  DocumentReader reader(site, *document);
  reader.Initialize();
  if (on_init) {
    if (Status status = on_init(*document); !status) return status.error();
  }
  if (Status read = reader.Read(); !read) return read.error();
  return document;
}

}  // namespace tincture::engine
