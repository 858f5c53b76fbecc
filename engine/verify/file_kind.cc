#include "engine/verify/file_kind.h"

#include <algorithm>
#include <string>

#include "engine/source/path.h"
#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

struct Known {
  std::string_view extname;
  SiteFileKind kind;
};

constexpr Known kKnown[] = {
    {".html", SiteFileKind::kHtml},  {".htm", SiteFileKind::kHtml},         {".xhtml", SiteFileKind::kHtml},
    {".css", SiteFileKind::kCss},    {".xml", SiteFileKind::kXml},          {".atom", SiteFileKind::kXml},
    {".rss", SiteFileKind::kXml},    {".xsl", SiteFileKind::kXml},          {".json", SiteFileKind::kJson},
    {".map", SiteFileKind::kJson},   {".webmanifest", SiteFileKind::kJson}, {".js", SiteFileKind::kScript},
    {".mjs", SiteFileKind::kScript}, {".png", SiteFileKind::kImage},        {".jpg", SiteFileKind::kImage},
    {".jpeg", SiteFileKind::kImage}, {".gif", SiteFileKind::kImage},        {".svg", SiteFileKind::kImage},
    {".webp", SiteFileKind::kImage}, {".avif", SiteFileKind::kImage},       {".ico", SiteFileKind::kImage},
};

}  // namespace

SiteFileKind KindOfFile(std::string_view path) {
  std::string extname(ExtName(path));
  std::transform(extname.begin(), extname.end(), extname.begin(), ToLower);
  for (const Known& known : kKnown) {
    if (known.extname == extname) return known.kind;
  }
  return SiteFileKind::kOther;
}

std::string_view NameOf(SiteFileKind kind) {
  switch (kind) {
    case SiteFileKind::kHtml:
      return "HTML";
    case SiteFileKind::kCss:
      return "CSS";
    case SiteFileKind::kXml:
      return "feeds, XML";
    case SiteFileKind::kJson:
      return "JSON";
    case SiteFileKind::kScript:
      return "scripts";
    case SiteFileKind::kImage:
      return "images";
    case SiteFileKind::kOther:
      break;
  }
  return "other files";
}

}  // namespace tincture::engine
