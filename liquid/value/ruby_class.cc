#include "liquid/value/ruby_class.h"

#include "liquid/value/drop.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_text.h"

namespace tincture {

namespace {

// Integers that Ruby keeps without an object: what rb_cmperr inspects.
bool IsFixnum(int64_t number) { return number >= -(int64_t{1} << 62) && number < int64_t{1} << 62; }

}  // namespace

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
      if (!IsFixnum(value.AsInt())) return "Integer";
      AppendInt(value.AsInt(), text);
      return text;
    case Type::kFloat:
      AppendFloat(value.AsFloat(), text);
      return text;
    default:
      return std::string(RubyClass(value));
  }
}

std::string UndefinedMethod(std::string_view method, const Value& receiver, DropAccess& access) {
  // Ruby leaves out the class where the text says it already.
  std::string name;
  AppendInspect(receiver, access, name);
  if (!name.starts_with('#')) name.append(":").append(RubyClass(receiver));
  return "undefined method `" + std::string(method) + "' for " + name;
}

}  // namespace tincture
