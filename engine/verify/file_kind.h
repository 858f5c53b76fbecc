// What a file of a built site is, by its name: the rows of verify's table.
#pragma once

#include <string_view>

namespace tincture::engine {

enum class SiteFileKind { kHtml, kCss, kXml, kJson, kScript, kImage, kOther };
inline constexpr int kSiteFileKinds = 7;

SiteFileKind KindOfFile(std::string_view path);
std::string_view NameOf(SiteFileKind kind);

}  // namespace tincture::engine
