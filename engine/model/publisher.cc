#include "engine/model/publisher.h"

#include "engine/model/document.h"
#include "engine/model/page.h"
#include "engine/model/site.h"

namespace tincture::engine {

namespace {

bool CanBePublished(const Site& site, const Hash& data) {
  const Value* published = data.Find("published");
  return published == nullptr || published->Truthy() || site.config().Truthy("unpublished");
}

}  // namespace

bool MayBePublished(const Site& site, const Document& document) { return CanBePublished(site, *document.data); }

bool HiddenInTheFuture(const Site& site, const Document& document) {
  const Value date = document.Date();
  return !site.config().Truthy("future") && date.IsTime() && date.AsTime().seconds > site.time.AsTime().seconds;
}

bool Publishes(const Site& site, const Document& document) {
  return CanBePublished(site, *document.data) && !HiddenInTheFuture(site, document);
}

bool Publishes(const Site& site, const Page& page) { return CanBePublished(site, *page.data); }

}  // namespace tincture::engine
