#include "liquid/value/drop.h"

namespace tincture {

Value Drop::Keys(DropAccess&) const { return Value::Array(std::span<const Value>()); }

void Drop::AppendTo(DropAccess&, std::string& out) const { out += ClassName(); }

void Drop::InspectTo(DropAccess& access, std::string& out) const { AppendTo(access, out); }

std::optional<int> Drop::Compare(const Drop&) const { return std::nullopt; }

}  // namespace tincture
