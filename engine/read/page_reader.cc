#include "engine/read/page_reader.h"

#include "engine/model/sanitized_path.h"
#include "engine/read/text_file.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

void GenerateExcerpt(Site& site, Page& page) {
  if (!site.profile().page_excerpts || !site.Setting("page_excerpts").Truthy()) return;
  const std::string separator = page.ExcerptSeparator();
  if (separator.empty() || !page.IsHtml() || page.data->Get("excerpt").Truthy()) return;
  page.excerpt = MakeExcerpt(page, separator, site.excerpt_rules, site.arena, site.log);
}

}  // namespace

Result<Page*> ReadPage(Site& site, const std::string& base, const std::string& dir, const std::string& name,
                       const InitHook& on_init) {
  auto page = std::make_unique<Page>(site);
  page->dir = dir;
  page->name = name;
  page->path = SanitizedPath(base, JoinPath(dir, name));
  page->relative_path = JoinPath(dir, name);
  while (page->relative_path.starts_with('/')) page->relative_path.erase(0, 1);
  page->Process();
  TextFile file;
  if (Status read = ReadConvertible(site, page->path, &file); !read) return read.error();
  page->data = &file.data.AsHash();
  page->lines_before = file.lines_before;
  page->key_lines = file.key_lines;
  page->text.SetContent(std::move(file.body));
  GenerateExcerpt(site, *page);
  if (on_init) {
    if (Status status = on_init(*page); !status) return status.error();
  }
  site.owned_pages.push_back(std::move(page));
  return site.owned_pages.back().get();
}

}  // namespace tincture::engine
