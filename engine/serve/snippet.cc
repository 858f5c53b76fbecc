#include "engine/serve/snippet.h"

#include <algorithm>

#include "engine/serve/request_path.h"

namespace tincture::engine {

namespace {

// The end of a head tag at the start of `text`, in one line: <head>, or <head, a character that is none of "(er)", and
// all that stands before the last '>' that no '<' comes before. 0: it is none.
size_t HeadTagSize(std::string_view text) {
  constexpr std::string_view kHead = "<head";
  if (!text.starts_with(kHead) || text.size() <= kHead.size()) return 0;
  const char next = text[kHead.size()];
  if (next == '>') return kHead.size() + 1;
  if (std::string_view("(er)").find(next) != std::string_view::npos) return 0;
  const std::string_view tag = text.substr(0, text.find('<', kHead.size() + 1));
  const size_t end = tag.rfind('>');
  return end == std::string_view::npos || end <= kHead.size() ? 0 : end + 1;
}

}  // namespace

// The script comes from the host that the page comes from: a browser may know this machine by several names.
std::string LiveReloadSnippet(const SnippetOptions& options) {
  std::string arguments = "port=" + std::to_string(options.port);
  if (options.min_delay) arguments += "&mindelay=" + EscapePath(*options.min_delay);
  if (options.max_delay) arguments += "&maxdelay=" + EscapePath(*options.max_delay);
  std::replace(arguments.begin(), arguments.end(), '\'', '_');
  return "<script>(function (script) { script.src = location.protocol + '//' + (location.hostname || 'localhost') + "
         "':" +
         std::to_string(options.port) + "/livereload.js?" + arguments +
         "'; document.head.appendChild(script); })(document.createElement('script'));</script>\n";
}

std::string WithSnippet(std::string page, std::string_view snippet, bool& has_head) {
  const size_t found = page.find("<head");
  has_head = found != std::string::npos;
  if (!has_head) return page;
  const size_t line_end = std::min(page.find('\n', found), page.size());
  std::string out = page.substr(0, found);
  for (size_t at = found; at < line_end;) {
    const size_t size = HeadTagSize(std::string_view(page).substr(at, line_end - at));
    const size_t next = size > 0 ? at + size : std::min(page.find("<head", at + 1), line_end);
    out.append(page, at, next - at);
    if (size > 0) out += snippet;
    at = next;
  }
  return out.append(page, line_end);
}

}  // namespace tincture::engine
