// CollectionReader and Collection#read (lib/jekyll/readers/collection_reader.rb, collection.rb).
#pragma once

#include "engine/model/site.h"
#include "engine/read/reader.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// Every collection but posts and data: files with front matter are documents, the others static files.
Status ReadCollections(Site& site, const InitHook& on_init);

}  // namespace tincture::engine
