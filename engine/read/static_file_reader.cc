#include "engine/read/static_file_reader.h"

#include "engine/source/path.h"

namespace tincture::engine {

StaticFile* MakeStaticFile(Site& site, const std::string& base, const std::string& dir, const std::string& name,
                           const Collection* collection) {
  auto file = std::make_unique<StaticFile>(site);
  file->collection = collection;
  file->dir = dir;
  file->name = name;
  file->relative_path = JoinPath(dir, name);
  file->extname = ExtName(name);
  file->path = JoinPath(collection ? site.config().collections_path() : base, file->relative_path);
  file->modified_time = site.FileTime(file->path);
  file->data = site.defaults().All(site.arena, file->relative_path, file->Type());
  site.owned_static_files.push_back(std::move(file));
  return site.owned_static_files.back().get();
}

void AddStaticFile(Site& site, const std::string& base, const std::string& dir, const std::string& name) {
  site.static_files.push_back(MakeStaticFile(site, base, dir, name, nullptr));
}

}  // namespace tincture::engine
