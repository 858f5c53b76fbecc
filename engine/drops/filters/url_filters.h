// URLs of the site, as the filters, `link` and `post_url` write them.
#pragma once

#include <string>
#include <string_view>

#include "liquid/support/status.h"
#include "liquid/value/drop.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// `config`: site.config. An absolute URL comes back as it is. Errors: text that is no URL to Addressable.
Result<std::string> RelativeUrl(std::string_view url, const Value& config, DropAccess& access);
Result<std::string> AbsoluteUrl(std::string_view url, const Value& config, DropAccess& access);

}  // namespace tincture::engine
