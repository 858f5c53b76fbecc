#include "engine/model/encoding.h"

namespace tincture::engine {

namespace {

text::FileEncoding FileEncodingOf(const Site& site) {
  return text::FindEncoding(site.config().Text("encoding", "utf-8"));
}

Error NeedsBinaryMode(const std::string& path) {
  return {.kind = "ArgumentError",
          .message = "ASCII incompatible encoding needs binmode",
          .hint = "Save the site's files as UTF-8 and set `encoding: utf-8`.",
          .where = {path, 0, 0}};
}

Error CannotConvert(const std::string& path, const text::FileEncoding& encoding) {
  return {.kind = "Encoding::UndefinedConversionError",
          .message = "a character from " + std::string(encoding.external->name) + " cannot be converted to " +
                     std::string(encoding.internal->name),
          .hint = "`encoding` is read as \"what the files are in:what to make of it\".",
          .where = {path, 0, 0}};
}

}  // namespace

const text::Encoding& EncodingOf(const Site& site) { return *FileEncodingOf(site).internal; }

Result<std::string> ReadInEncoding(const Site& site, const std::string& path) {
  const text::FileEncoding encoding = FileEncodingOf(site);
  if (encoding.external->kind == text::Encoding::Kind::kWide) return NeedsBinaryMode(path);
  Result<std::string> bytes = site.machine.files.Read(path);
  if (!bytes) return bytes;
  if (encoding.external->is_utf8() && bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  if (encoding.external == encoding.internal) return bytes;
  const std::optional<std::string> utf8 = encoding.external->ToUtf8(*bytes);
  std::optional<std::string> converted = utf8 ? encoding.internal->FromUtf8(*utf8) : std::nullopt;
  if (!converted) return CannotConvert(path, encoding);
  return *std::move(converted);
}

}  // namespace tincture::engine
