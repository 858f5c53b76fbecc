// The ways in which Ruby's libraries escape HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace tincture::text {

// & < > " and ' as &apos;: String#encode(xml: :attr) without its quotes, the filter `xml_escape`.
std::string XmlEscape(std::string_view text);
// & < > " and ' as &#39;: CGI.escapeHTML, Liquid's `escape`, `h`.
std::string HtmlEscape(std::string_view text);
// & < > ": WEBrick::HTMLUtils.escape.
std::string WebrickEscape(std::string_view text);

}  // namespace tincture::text
