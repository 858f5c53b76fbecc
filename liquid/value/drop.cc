#include "liquid/value/drop.h"

namespace tincture {

Value Drop::Keys(DropAccess&) const { return Value::Array(std::span<const Value>()); }

void Drop::AppendTo(DropAccess&, std::string& out) const { out += ClassName(); }

void Drop::InspectTo(DropAccess& access, std::string& out) const { AppendTo(access, out); }

std::optional<int> Drop::Compare(const Drop&) const { return std::nullopt; }

bool ReadDrop(const Drop& drop, const Symbol& key, DropAccess& access, Value* out) {
  const bool found = drop.Find(key, access, out);
  if (!found) *out = Value();
  if (access.observer != nullptr) {
    const Value path = Value::String(key.text);
    access.observer->OnRead(drop, {&path, 1}, *out);
  }
  return found;
}

Value ReadKeys(const Drop& drop, DropAccess& access) {
  const Value keys = drop.Keys(access);
  if (access.observer != nullptr) access.observer->OnRead(drop, {}, keys);
  return keys;
}

}  // namespace tincture
