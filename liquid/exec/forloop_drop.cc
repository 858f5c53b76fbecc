#include "liquid/exec/forloop_drop.h"

namespace tincture::liquid {

bool ForloopDrop::Find(const Symbol& key, DropAccess&, Value* out) const {
  if (key.text == "index") {
    *out = Value::Int(index_ + 1);
  } else if (key.text == "index0") {
    *out = Value::Int(index_);
  } else if (key.text == "first") {
    *out = Value::Bool(index_ == 0);
  } else if (key.text == "last") {
    *out = Value::Bool(index_ == length_ - 1);
  } else if (key.text == "length") {
    *out = Value::Int(length_);
  } else if (key.text == "rindex") {
    *out = Value::Int(length_ - index_);
  } else if (key.text == "rindex0") {
    *out = Value::Int(length_ - index_ - 1);
  } else if (key.text == "parentloop") {
    *out = parent_ ? Value::OfDrop(parent_) : Value();
  } else if (key.text == "name") {
    *out = Value::String(name_);
  } else {
    return false;
  }
  return true;
}

}  // namespace tincture::liquid
