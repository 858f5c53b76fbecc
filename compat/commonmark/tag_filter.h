// The extension tagfilter, as commonmarker applies it to raw HTML.
#pragma once

#include <string>
#include <string_view>

namespace tincture::commonmark {

// With "&lt;" for the "<" of the opening tags that change how the rest is read: title, textarea, style, ...
std::string FilterTags(std::string_view html);

}  // namespace tincture::commonmark
