// The pages that the server writes itself: errors and redirects.
#pragma once

#include <string>
#include <string_view>

#include "engine/serve/message.h"

namespace tincture::engine {

// `detail`: one sentence, plain text.
Response ErrorResponse(int status, std::string_view detail);
// 301 to `location`, which is a URL without anything to escape.
Response RedirectResponse(const std::string& location);

}  // namespace tincture::engine
