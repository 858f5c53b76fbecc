// How Ruby's own error messages name values.
#pragma once

#include <string>
#include <string_view>

#include "liquid/value/drop.h"
#include "liquid/value/value.h"

namespace tincture {

// value.class: "Integer", "String", "NilClass", a Drop's own.
std::string_view RubyClass(const Value& value);
// The other side in "comparison of String with 1 failed": nil, true, false and numbers are inspected, what else there
// is goes by its class.
std::string NameInComparison(const Value& value);
// "undefined method `[]' for 2.5:Float": Ruby 3.1's message of NoMethodError.
std::string UndefinedMethod(std::string_view method, const Value& receiver, DropAccess& access);

}  // namespace tincture
