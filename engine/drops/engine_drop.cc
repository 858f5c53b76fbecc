#include "engine/drops/engine_drop.h"

#include <algorithm>
#include <vector>

namespace tincture::engine {

bool EngineDrop::Find(const Symbol& key, DropAccess& access, Value* out) const {
  bool found = Call(key, access, out);
  if (!found) {
    const Value* value = Data()->Find(key);
    found = value != nullptr;
    *out = found ? *value : Value();
  }
  return found;
}

Value EngineDrop::Keys(DropAccess& access) const {
  std::vector<Value> keys;
  const std::span<const std::string_view> methods = Methods();
  for (const std::string_view method : methods) keys.push_back(Value::String(method));
  for (const Hash::Entry& entry : Data()->entries()) {
    const bool is_method =
        entry.key.IsString() && std::find(methods.begin(), methods.end(), entry.key.AsString()) != methods.end();
    if (!is_method) keys.push_back(entry.key);
  }
  return Value::Array(access.arena, keys);
}

Value TextOrError(const Result<std::string>& text, DropAccess& access) {
  if (text) return Value::String(access.arena.Copy(*text));
  if (!access.error) access.error = text.error();
  return {};
}

}  // namespace tincture::engine
