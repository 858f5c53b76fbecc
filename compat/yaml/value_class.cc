#include "compat/yaml/value_class.h"

#include <string>

namespace tincture::yaml {

namespace {

// Ruby names nil, true and false by value, everything else by class.
std::string_view NameInMessage(const Value& value) {
  switch (value.type()) {
    case Type::kNil:
      return "nil";
    case Type::kBool:
      return value.AsBool() ? "true" : "false";
    case Type::kInt:
    case Type::kBigInt:
      return "Integer";
    case Type::kFloat:
      return "Float";
    case Type::kString:
      return "String";
    case Type::kTime:
      return "Time";
    case Type::kDate:
      return "Date";
    case Type::kArray:
      return "Array";
    default:
      return "Object";
  }
}

}  // namespace

Error NoConversionIntoHash(const Value& value) {
  std::string message = "no implicit conversion of ";
  message.append(NameInMessage(value)).append(" into Hash");
  return Error{.kind = "TypeError", .message = message};
}

}  // namespace tincture::yaml
