// GFM: ids of headers, from their text without markup.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "compat/kramdown/document.h"

namespace tincture::kramdown {

// The text of `element` with code, math, entities and typography as characters.
void AppendGfmRawText(const Element& element, std::string& out);

// Lower case words joined by hyphens; the second of equal ids gets "-1". May be empty.
class GfmHeaderIds {
 public:
  std::string Generate(const Options& options, std::string_view text);

 private:
  std::unordered_map<std::string, int> counts_;
};

}  // namespace tincture::kramdown
