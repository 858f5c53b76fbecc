// The URLs of documents, pages and static files: which template applies and what its placeholders mean
// (lib/jekyll/drops/url_drop.rb, page.rb, static_file.rb).
#pragma once

#include <string>

#include "liquid/support/status.h"

namespace tincture::engine {

struct Document;
struct Page;
struct StaticFile;

Result<std::string> DocumentUrl(const Document& document);
// Whether making its URL asks for its date.
bool UrlNeedsDate(const Document& document);
Result<std::string> PageUrl(const Page& page);
std::string StaticFileUrl(const StaticFile& file);

}  // namespace tincture::engine
