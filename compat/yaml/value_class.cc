#include "compat/yaml/value_class.h"

#include <string>

#include "liquid/value/ruby_class.h"

namespace tincture::yaml {

namespace {

// Ruby names nil, true and false by value, everything else by class.
std::string_view NameInMessage(const Value& value) {
  if (value.IsNil()) return "nil";
  if (value.IsBool()) return value.AsBool() ? "true" : "false";
  return RubyClass(value);
}

}  // namespace

Error NoConversionIntoHash(const Value& value) {
  std::string message = "no implicit conversion of ";
  message.append(NameInMessage(value)).append(" into Hash");
  return Error{.kind = "TypeError", .message = message};
}

}  // namespace tincture::yaml
