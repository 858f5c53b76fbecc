#include "engine/build/site_print.h"

#include "engine/source/file_facts.h"

namespace tincture::engine {

namespace {

// Each thing with all its members, in the order of their declarations.
class Printer {
 public:
  void Add(const Site& site) {
    AddHash(site.settings);
    AddHash(&site.config().hash());
    out_.Signed(site.zone.Show(0, 0).utc_offset);
    AddTexts(site.includes_load_paths);
    AddTexts(site.theme_plugins);
    Add(site.theme.get());
    AddValue(site.data);
    for (const auto& [name, layout] : site.layouts) Add(name, layout);
    for (const auto& collection : site.collections) Add(*collection);
    out_.Number(site.pages.size());
    for (const Page* page : site.pages) Add(*page);
    out_.Number(site.static_files.size());
    for (const StaticFile* file : site.static_files) Add(*file);
  }

  Fingerprint Take() { return FingerprintOf(out_.bytes()); }

 private:
  void AddValue(const Value& value) { Encode(FingerprintOf(value), out_); }
  void AddHash(const Hash* hash) {
    out_.Number(hash != nullptr ? 1 : 0);
    if (hash != nullptr) AddValue(Value::OfHash(hash));
  }
  void AddTexts(const std::vector<std::string>& texts) {
    out_.Number(texts.size());
    for (const std::string& text : texts) out_.Text(text);
  }
  void AddUrl(const Result<std::string>& url) { out_.Text(url ? *url : "!" + url.error().message); }

  void Add(const Theme* theme) {
    out_.Number(theme != nullptr ? 1 : 0);
    if (theme == nullptr) return;
    for (const std::string* text :
         {&theme->name, &theme->version, &theme->root, &theme->includes_path, &theme->layouts_path, &theme->sass_path,
          &theme->assets_path, &theme->data_path, &theme->authors, &theme->description}) {
      out_.Text(*text);
    }
    AddTexts(theme->runtime_dependencies);
  }
  void Add(const std::string& name, const Layout& layout) {
    for (const std::string* text :
         {&name, &layout.name, &layout.path, &layout.relative_path, &layout.ext, &layout.content}) {
      out_.Text(*text);
    }
    out_.Number(layout.lines_before);
    AddHash(layout.data);
    out_.Number(layout.writer ? 1 : 0);
  }
  void Add(const Collection& collection) {
    for (const std::string* text :
         {&collection.label, &collection.relative_directory, &collection.directory, &collection.url_template}) {
      out_.Text(*text);
    }
    AddHash(collection.metadata);
    out_.Number(collection.docs.size());
    for (const Document* document : collection.docs) Add(*document);
    out_.Number(collection.files.size());
    for (const StaticFile* file : collection.files) Add(*file);
  }
  void Add(const Renderable& unit) {
    out_.Number(static_cast<uint64_t>(unit.kind));
    for (const std::string* text : {&unit.path, &unit.relative_path, &unit.extname, &unit.id}) out_.Text(*text);
    AddHash(unit.data);
    out_.Number(unit.lines_before);
    out_.Number(unit.index);
  }
  void AddExcerpt(const Excerpt* excerpt) {
    out_.Number(excerpt != nullptr ? 1 : 0);
    if (excerpt != nullptr) Add(static_cast<const Renderable&>(*excerpt));
  }
  void Add(const Document& document) {
    Add(static_cast<const Renderable&>(document));
    AddExcerpt(document.excerpt.get());
    out_.Number(document.position);
    out_.Number(document.date_filled ? 1 : 0);
    AddUrl(document.Url());
  }
  void Add(const Page& page) {
    Add(static_cast<const Renderable&>(page));
    for (const std::string* text : {&page.dir, &page.name, &page.basename, &page.fixed_url}) out_.Text(*text);
    AddExcerpt(page.excerpt.get());
    AddValue(page.pager);
    for (const bool is : {page.generated, page.asset, page.liquid, static_cast<bool>(page.writer)}) {
      out_.Number(is ? 1 : 0);
    }
    AddValue(page.attributes);
    out_.Text(page.type);
    AddUrl(page.Url());
  }
  void Add(const StaticFile& file) {
    for (const std::string* text : {&file.path, &file.dir, &file.name, &file.relative_path, &file.extname, &file.id}) {
      out_.Text(*text);
    }
    AddValue(file.modified_time);
    AddHash(file.data);
    out_.Text(file.collection != nullptr ? file.collection->label : std::string());
  }

  ByteWriter out_;
};

}  // namespace

Fingerprint SitePrint(const Site& site) {
  Printer printer;
  printer.Add(site);
  return printer.Take();
}

}  // namespace tincture::engine
