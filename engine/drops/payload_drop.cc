#include "engine/drops/payload_drop.h"

#include <array>

#include "engine/drops/site_drops.h"
#include "engine/model/turn.h"

namespace tincture::engine {

namespace {

constexpr std::array<std::string_view, 9> kMethods = {
    "site", "paginator", "jekyll", "theme", "layout", "highlighter_prefix", "highlighter_suffix", "page", "content"};

}  // namespace

std::span<const std::string_view> PayloadDrop::Methods() const { return kMethods; }

const Hash* PayloadDrop::Data() const { return drops_.site().empty_hash; }

bool PayloadDrop::Call(const Symbol& method, DropAccess&, Value* out) const {
  const std::string_view name = method.text;
  if (name == "page") {
    *out = page;
  } else if (name == "site") {
    *out = Value::OfDrop(&site);
  } else if (name == "layout") {
    if (Turn* turn = Turn::Current(); turn != nullptr && content_is_leaked) turn->NoteLeakedLayout();
    *out = layout;
  } else if (name == "content") {
    Turn* turn = content_is_leaked ? Turn::Current() : nullptr;
    *out = turn != nullptr ? turn->LeakedContent() : content;
  } else if (name == "paginator") {
    *out = paginator;
  } else if (name == "jekyll") {
    *out = Value::OfDrop(&drops_.jekyll());
  } else if (name == "theme" && drops_.site().profile().theme_in_templates) {
    *out = drops_.theme() ? Value::OfDrop(drops_.theme()) : Value();
  } else if (name == "highlighter_prefix") {
    *out = highlighter_prefix;
  } else if (name == "highlighter_suffix") {
    *out = highlighter_suffix;
  } else {
    return false;
  }
  return true;
}

}  // namespace tincture::engine
