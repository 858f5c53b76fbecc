// ForloopDrop: the variable `forloop`.
#pragma once

#include <cstdint>
#include <string_view>

#include "liquid/value/drop.h"

namespace tincture::liquid {

class ForloopDrop : public Drop {
 public:
  static constexpr std::string_view kClassName = "Liquid::ForloopDrop";

  // Keeps the name's view and the parent.
  void Start(std::string_view name, int64_t length, const ForloopDrop* parent) {
    name_ = name;
    length_ = length;
    index_ = 0;
    parent_ = parent;
  }
  void Increment() { ++index_; }

  std::string_view ClassName() const override { return kClassName; }
  bool IsHashLike() const override { return false; }
  bool Find(const Symbol& key, DropAccess& access, Value* out) const override;

  // A value of the template's refers to it: it must stay as it is.
  void Hold() const { held_ = true; }
  bool held() const { return held_; }

 private:
  std::string_view name_;
  int64_t length_ = 0;
  int64_t index_ = 0;
  const ForloopDrop* parent_ = nullptr;
  mutable bool held_ = false;
};

}  // namespace tincture::liquid
