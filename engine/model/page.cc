#include "engine/model/page.h"

#include "engine/config/front_matter_defaults.h"
#include "engine/model/document.h"
#include "engine/model/permalink.h"
#include "engine/model/sanitized_path.h"
#include "engine/model/site.h"
#include "engine/model/string_edit.h"
#include "engine/model/url.h"
#include "engine/source/path.h"
#include "engine/source/place.h"

namespace tincture::engine {

Value Page::Data(const Symbol& key) const {
  const Value* own = data->Find(key);
  if (own || attributes.IsHash()) return own ? *own : Value();
  // Moved by jekyll-paginate, it keeps the defaults of its file.
  const std::string_view file = pager.IsNil() ? std::string_view(relative_path) : PathBelow(path, site.source());
  return site.defaults().Find(file, type, key);
}

void Page::Process() {
  extname = ExtName(name);
  const std::string_view stem(name.data(), name.size() - extname.size());
  basename = site.profile().trailing_dots_cleaned ? WithoutTrailingDots(stem) : stem;
}

std::string Page::OutputExt() const { return OutputExtOf(site, Data("permalink"), extname); }

const Result<std::string>& Page::Url() const {
  if (!url_) url_ = fixed_url.empty() ? PageUrl(*this) : Result<std::string>(fixed_url);
  return *url_;
}

Result<std::string> Page::Dir() const {
  const Result<std::string>& url = Url();
  if (!url || url->ends_with('/')) return url;
  const std::string_view folder = DirName(*url);
  return folder.ends_with('/') ? std::string(folder) : std::string(folder) + "/";
}

Value Page::ShownPath() const {
  const Value* own = data->Find("path");
  return own ? *own : Value::String(relative_path);
}

Result<std::string> Page::Destination(std::string_view destination) const {
  const Result<std::string>& url = Url();
  if (!url) return url;
  std::string file = SanitizedPath(destination, UnescapePath(*url));
  if (url->ends_with('/')) file = JoinPath(file, "index");
  const std::string ext = OutputExt();
  return file.ends_with(ext) ? file : file + ext;
}

bool Page::IsHtml() const {
  const std::string ext = OutputExt();
  return ext == ".html" || ext == ".xhtml" || ext == ".htm";
}

bool Page::RenderWithLiquid() const {
  const Value wanted = Data("render_with_liquid");
  if (site.profile().render_with_liquid_key && wanted.IsBool() && !wanted.AsBool()) return false;
  return liquid && HasLiquidConstruct(Content());
}

bool Page::PlaceInLayout() const {
  if (asset || IsAssetFile()) return false;
  const Value layout = Data("layout");
  return !layout.IsString() || layout.AsString() != "none";
}

std::string Page::ExcerptSeparator() const {
  const Value own = Data("excerpt_separator");
  return site.TextOf(own.Truthy() ? own : site.config().Get("excerpt_separator"));
}

}  // namespace tincture::engine
