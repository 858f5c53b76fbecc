#include "engine/drops/payload_drop.h"

#include <array>

#include "engine/drops/site_drops.h"
#include "engine/model/turn.h"

namespace tincture::engine {

namespace {

constexpr Symbol kPage = "page";
constexpr Symbol kSite = "site";
constexpr Symbol kLayout = "layout";
constexpr Symbol kContent = "content";
constexpr Symbol kPaginator = "paginator";
constexpr Symbol kJekyll = "jekyll";
constexpr Symbol kTheme = "theme";
constexpr Symbol kHighlighterPrefix = "highlighter_prefix";
constexpr Symbol kHighlighterSuffix = "highlighter_suffix";

constexpr std::array<std::string_view, 9> kMethods = {
    "site", "paginator", "jekyll", "theme", "layout", "highlighter_prefix", "highlighter_suffix", "page", "content"};

}  // namespace

std::span<const std::string_view> PayloadDrop::Methods() const { return kMethods; }

const Hash* PayloadDrop::Data() const { return drops_.site().empty_hash; }

bool PayloadDrop::Call(const Symbol& method, DropAccess&, Value* out) const {
  if (method == kPage) {
    *out = page;
  } else if (method == kSite) {
    *out = Value::OfDrop(&site);
  } else if (method == kLayout) {
    if (Turn* turn = Turn::Current(); turn != nullptr && content_is_leaked) turn->NoteLeakedLayout();
    *out = layout;
  } else if (method == kContent) {
    Turn* turn = content_is_leaked ? Turn::Current() : nullptr;
    *out = turn != nullptr ? turn->LeakedContent() : content;
  } else if (method == kPaginator) {
    *out = paginator;
  } else if (method == kJekyll) {
    *out = Value::OfDrop(&drops_.jekyll());
  } else if (method == kTheme && drops_.site().profile().theme_in_templates) {
    *out = drops_.theme() ? Value::OfDrop(drops_.theme()) : Value();
  } else if (method == kHighlighterPrefix) {
    *out = highlighter_prefix;
  } else if (method == kHighlighterSuffix) {
    *out = highlighter_suffix;
  } else {
    return false;
  }
  return true;
}

}  // namespace tincture::engine
