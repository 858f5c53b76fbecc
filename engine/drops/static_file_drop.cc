#include "engine/drops/static_file_drop.h"

#include <array>

#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

constexpr std::array<std::string_view, 6> kMethods = {"name",     "modified_time", "collection",
                                                      "basename", "extname",       "path"};

}  // namespace

std::span<const std::string_view> StaticFileDrop::Methods() const { return kMethods; }

bool StaticFileDrop::Call(const Symbol& method, DropAccess& access, Value* out) const {
  const std::string_view name = method.text;
  if (name == "path") {
    *out = Value::String(file_.relative_path);
  } else if (name == "name") {
    *out = Value::String(file_.name);
  } else if (name == "extname") {
    *out = Value::String(file_.extname);
  } else if (name == "modified_time") {
    *out = file_.modified_time;
  } else if (name == "basename") {
    *out = Value::String(access.arena.Copy(file_.Basename()));
  } else if (name == "collection") {
    *out = file_.collection ? Value::String(file_.Type()) : Value();
  } else {
    return false;
  }
  return true;
}

void StaticFileDrop::InspectTo(DropAccess&, std::string& out) const {
  out += "#<Jekyll::StaticFile @relative_path=";
  AppendQuoted(file_.relative_path, 0, out);
  out += '>';
}

}  // namespace tincture::engine
