#include "engine/build/settings_print.h"

#include "engine/source/file_facts.h"

namespace tincture::engine {

namespace {

void Add(const std::vector<std::string>& texts, ByteWriter& out) {
  out.Number(texts.size());
  for (const std::string& text : texts) out.Text(text);
}

void Add(const Theme* theme, ByteWriter& out) {
  out.Number(theme != nullptr ? 1 : 0);
  if (theme == nullptr) return;
  for (const std::string* text :
       {&theme->name, &theme->version, &theme->root, &theme->includes_path, &theme->layouts_path, &theme->sass_path,
        &theme->assets_path, &theme->data_path, &theme->authors, &theme->description}) {
    out.Text(*text);
  }
  Add(theme->runtime_dependencies, out);
}

}  // namespace

Fingerprint PrintOfSettings(const Hash& settings) {
  Arena arena;
  HashBuilder rest(arena, settings);
  rest.Erase("quiet");
  return FingerprintOf(rest.BuildValue());
}

Fingerprint SettingsPrint(const Site& site) {
  ByteWriter out;
  Encode(PrintOfSettings(*site.settings), out);
  Encode(PrintOfSettings(site.config().hash()), out);
  out.Signed(site.zone.Show(0, 0).utc_offset);
  Add(site.includes_load_paths, out);
  Add(site.theme_plugins, out);
  Add(site.theme.get(), out);
  return FingerprintOf(out.bytes());
}

}  // namespace tincture::engine
