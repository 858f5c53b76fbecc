#include "compat/text/escape.h"

namespace tincture::text {

namespace {

std::string Escape(std::string_view text, std::string_view apostrophe) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += apostrophe;
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string XmlEscape(std::string_view text) { return Escape(text, "&apos;"); }

std::string HtmlEscape(std::string_view text) { return Escape(text, "&#39;"); }

std::string WebrickEscape(std::string_view text) { return Escape(text, "'"); }

}  // namespace tincture::text
