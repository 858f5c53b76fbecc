// Publisher: what is published at all (lib/jekyll/publisher.rb).
#pragma once

namespace tincture::engine {

struct Document;
struct Page;
struct Site;

// Not `published: false`, unless `unpublished` is set; documents not in the future either, unless `future` is.
bool Publishes(const Site& site, const Document& document);
bool Publishes(const Site& site, const Page& page);
// Whatever its date.
bool MayBePublished(const Site& site, const Document& document);
bool HiddenInTheFuture(const Site& site, const Document& document);

}  // namespace tincture::engine
