#include "liquid/value/ruby_class.h"

#include "liquid/value/drop.h"
#include "liquid/value/number.h"

namespace tincture {

std::string_view RubyClass(const Value& value) {
  switch (value.type()) {
    case Type::kNil:
      return "NilClass";
    case Type::kBool:
      return value.AsBool() ? "TrueClass" : "FalseClass";
    case Type::kInt:
    case Type::kBigInt:
      return "Integer";
    case Type::kFloat:
      return "Float";
    case Type::kString:
      return "String";
    case Type::kRange:
      return "Range";
    case Type::kTime:
      return "Time";
    case Type::kDate:
      return "Date";
    case Type::kArray:
      return "Array";
    case Type::kHash:
      return "Hash";
    case Type::kDrop:
      return value.AsDrop().ClassName();
    case Type::kEmpty:
    case Type::kBlank:
      return "Liquid::Expression::MethodLiteral";
  }
  return {};
}

std::string NameInComparison(const Value& value) {
  std::string text;
  switch (value.type()) {
    case Type::kNil:
      return "nil";
    case Type::kBool:
      return value.AsBool() ? "true" : "false";
    case Type::kInt:
      AppendInt(value.AsInt(), text);
      return text;
    case Type::kFloat:
      AppendFloat(value.AsFloat(), text);
      return text;
    default:
      return std::string(RubyClass(value));
  }
}

}  // namespace tincture
