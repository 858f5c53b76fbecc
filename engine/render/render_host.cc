#include "engine/render/render_host.h"

#include "engine/model/collection.h"
#include "engine/model/encoding.h"
#include "engine/model/turn.h"
#include "engine/read/text_file.h"
#include "engine/render/plugin_site.h"
#include "engine/source/path.h"
#include "engine/source/tracked_files.h"

namespace tincture::engine {

namespace {

void Note(ReadKind kind, std::string_view object, std::string_view name = {}) {
  if (Turn* turn = Turn::Current()) turn->Note(kind, object, name);
}

}  // namespace

void RenderHost::AddSiteFile(const std::string& relative_path, const std::string& url) {
  site_files_.emplace(relative_path, url);
  if (relative_path.starts_with('/')) site_files_.emplace(relative_path.substr(1), url);
}

void RenderHost::ListSiteFiles() {
  for (const auto& [name, layout] : site_.layouts) template_paths_.insert(layout.path);
  for (const Page* page : site_.pages) template_paths_.insert(page->path);
  for (const Document* document : site_.documents()) template_paths_.insert(document->path);
  for (const Page* page : site_.pages) {
    if (page->Url()) AddSiteFile(page->relative_path, *page->Url());
  }
  for (const StaticFile* file : site_.static_files) {
    if (file->Write()) AddSiteFile(file->relative_path, file->Url());
  }
  for (const auto& collection : site_.collections) {
    for (const Document* document : collection->docs) {
      if (document->Write() && document->Url()) AddSiteFile(document->relative_path, *document->Url());
    }
    for (const StaticFile* file : collection->files) {
      if (file->Write()) AddSiteFile(file->relative_path, file->Url());
    }
  }
}

uint64_t RenderHost::Variations() const {
  const Turn* turn = Turn::Current();
  return turn == nullptr ? 0 : turn->variations();
}

Result<std::string> RenderHost::Convert(Converter converter, std::string_view text, bool ascii_tagged) const {
  switch (converter) {
    case Converter::kMarkdown:
      return converters_.markdown().Convert(text, ascii_tagged, {});
    case Converter::kSmartyPants:
      return converters_.markdown().SmartyPants(text);
    case Converter::kSass:
      return ConvertSass(text, ".sass");
    case Converter::kScss:
      return ConvertSass(text, ".scss");
  }
  return std::string(text);
}

void RenderHost::WarnOfCode(std::string_view language, std::string_view page, std::string_view message) const {
  converters_.markdown().code_warnings().Add(language, page, message);
}

Result<std::string> RenderHost::ConvertSass(std::string_view text, std::string_view extname) const {
  Result<Converters::Converted> converted = converters_.Convert(plugins_, nullptr, extname, Value::String(text));
  if (!converted) return converted.error();
  return std::move(converted->text);
}

bool RenderHost::IsIncludable(const std::string& path, const std::string& folder) const {
  Note(ReadKind::kFile, path, "kind");
  if (!IsFile(path)) return false;
  if (!safe()) return true;
  Note(ReadKind::kFile, path, "real");
  const std::optional<std::string> real = site_.machine.files.RealPath(path);
  return real && real->starts_with(folder);
}

bool RenderHost::IsFile(const std::string& path) const {
  const std::lock_guard lock(mu_);
  const auto [found, is_new] = is_file_.try_emplace(path, false);
  const TrackedFiles::ForKinds scope;
  if (is_new) found->second = site_.machine.files.Stat(path).is_file();
  return found->second;
}

const liquid::Template* RenderHost::IncludedTemplate(const std::string& path, liquid::LiquidError* error) const {
  Turn* turn = Turn::Current();
  Note(ReadKind::kTemplate, path);
  if (turn == nullptr || !template_paths_.contains(path)) {
    const liquid::Template* known = templates_.Find(path);
    return known ? known : ParseFile(path, error);
  }
  turn->Note(ReadKind::kFiledTemplate, path);
  turn->NoteSharedPath();
  (void)turn->AwaitLower();
  if (const liquid::Template* filed = turn->Filed(path)) return filed;
  const liquid::Template* parsed = ParseFile(path, error);
  if (parsed != nullptr) turn->File(path, *parsed);
  return parsed;
}

const liquid::Template* RenderHost::ParseFile(const std::string& path, liquid::LiquidError* error) const {
  const Result<std::string> text = ReadInEncoding(site_, path);
  if (text) return templates_.Parse(path, *text, 0, error);
  error->kind = text.error().kind;
  error->text = text.error().message;
  return nullptr;
}

std::optional<std::string> RenderHost::CachedInclude(const std::string& key) const {
  Turn* turn = Turn::Current();
  return turn ? turn->Remembered("include " + key) : std::nullopt;
}

void RenderHost::StoreCachedInclude(const std::string& key, std::string_view html) const {
  if (Turn* turn = Turn::Current()) turn->Remember("include " + key, html);
}

std::optional<std::string> RenderHost::ToUtf8(std::string_view text) const {
  const text::Encoding& encoding = EncodingOf(site_);
  return encoding.is_utf8() ? std::nullopt : encoding.ToUtf8(text);
}

std::optional<std::string> RenderHost::FromUtf8(std::string_view text) const {
  return EncodingOf(site_).FromUtf8(text);
}

std::optional<std::string> RenderHost::UrlOfSiteFile(std::string_view path) const {
  Note(ReadKind::kDrop, "link", path);
  const auto found = site_files_.find(path);
  return found == site_files_.end() ? std::nullopt : std::optional<std::string>(found->second);
}

void RenderHost::ForEachPost(const std::function<bool(const PostReference&)>& visit) const {
  Note(ReadKind::kDrop, "posts");
  for (const Document* post : site_.posts().docs) {
    const Value date = post->Date();
    const Result<std::string>& url = post->Url();
    const PostReference reference{.relative_path = post->relative_path,
                                  .basename = post->Basename(),
                                  .slug = post->DataText("slug"),
                                  .url = url ? std::string_view(*url) : std::string_view(),
                                  .date = date.IsTime() ? date.AsTime() : Time{}};
    if (!visit(reference)) return;
  }
}

}  // namespace tincture::engine
