#include "compat/yaml/recursion.h"

#include <string>

#include "liquid/value/drop.h"

namespace tincture::yaml {

namespace {

class WithinItself : public Drop {
 public:
  explicit WithinItself(bool is_list) : is_list_(is_list) {}
  std::string_view ClassName() const override { return is_list_ ? "Array" : "Hash"; }
  std::string Identity() const override { return std::string(shown()); }
  bool Find(const Symbol&, DropAccess&, Value*) const override { return false; }
  bool IsHashLike() const override { return false; }
  void AppendTo(DropAccess& access, std::string& out) const override {
    if (is_list_) {
      access.error = Error{.kind = "ArgumentError", .message = "recursive array join"};
    } else {
      out += shown();
    }
  }
  void InspectTo(DropAccess&, std::string& out) const override { out += shown(); }

 private:
  std::string_view shown() const { return is_list_ ? "[...]" : "{...}"; }

  const bool is_list_;
};

const WithinItself& List() {
  static const WithinItself kList(true);
  return kList;
}

const WithinItself& Mapping() {
  static const WithinItself kMapping(false);
  return kMapping;
}

}  // namespace

Value ListWithinItself() { return Value::OfDrop(&List()); }

Value MappingWithinItself() { return Value::OfDrop(&Mapping()); }

bool IsWithinItself(const Value& value) {
  return value.IsDrop() && (&value.AsDrop() == &List() || &value.AsDrop() == &Mapping());
}

}  // namespace tincture::yaml
