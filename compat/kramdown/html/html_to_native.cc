#include "compat/kramdown/html/html_to_native.h"
namespace tincture::kramdown {
void ConvertHtmlToNative(Document&, Element&) {}
}  // namespace tincture::kramdown
