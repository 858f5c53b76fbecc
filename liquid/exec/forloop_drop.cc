#include "liquid/exec/forloop_drop.h"

namespace tincture::liquid {

namespace {

constexpr Symbol kIndex = "index";
constexpr Symbol kIndex0 = "index0";
constexpr Symbol kFirst = "first";
constexpr Symbol kLast = "last";
constexpr Symbol kLength = "length";
constexpr Symbol kRightIndex = "rindex";
constexpr Symbol kRightIndex0 = "rindex0";
constexpr Symbol kParentLoop = "parentloop";
constexpr Symbol kName = "name";

}  // namespace

bool ForloopDrop::Find(const Symbol& key, DropAccess&, Value* out) const {
  if (key == kIndex) {
    *out = Value::Int(index_ + 1);
  } else if (key == kIndex0) {
    *out = Value::Int(index_);
  } else if (key == kFirst) {
    *out = Value::Bool(index_ == 0);
  } else if (key == kLast) {
    *out = Value::Bool(index_ == length_ - 1);
  } else if (key == kLength) {
    *out = Value::Int(length_);
  } else if (key == kRightIndex) {
    *out = Value::Int(length_ - index_);
  } else if (key == kRightIndex0) {
    *out = Value::Int(length_ - index_ - 1);
  } else if (key == kParentLoop) {
    *out = parent_ ? Value::OfDrop(parent_) : Value();
  } else if (key == kName) {
    *out = Value::String(name_);
  } else {
    return false;
  }
  return true;
}

}  // namespace tincture::liquid
