#include "engine/drops/collection_drop.h"

#include <array>

#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

constexpr std::array<std::string_view, 6> kMethods = {"output",    "label", "files",
                                                      "directory", "docs",  "relative_directory"};

}  // namespace

std::span<const std::string_view> CollectionDrop::Methods() const { return kMethods; }

bool CollectionDrop::Call(const Symbol& method, DropAccess&, Value* out) const {
  const std::string_view name = method.text;
  if (name == "output") {
    *out = Value::Bool(collection_.Write());
  } else if (name == "label") {
    *out = Value::String(collection_.label);
  } else if (name == "files") {
    *out = files_;
  } else if (name == "directory") {
    *out = Value::String(collection_.directory);
  } else if (name == "docs") {
    *out = docs_;
  } else if (name == "relative_directory") {
    *out = Value::String(collection_.relative_directory);
  } else {
    return false;
  }
  return true;
}

void CollectionDrop::AppendTo(DropAccess& access, std::string& out) const { AppendText(docs_, access, out); }

}  // namespace tincture::engine
