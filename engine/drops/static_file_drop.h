// StaticFileDrop (lib/jekyll/drops/static_file_drop.rb).
#pragma once

#include "engine/drops/engine_drop.h"
#include "engine/model/static_file.h"

namespace tincture::engine {

class StaticFileDrop : public EngineDrop {
 public:
  explicit StaticFileDrop(const StaticFile& file) : file_(file) {}

  const StaticFile& file() const { return file_; }
  std::string_view ClassName() const override { return "Jekyll::Drops::StaticFileDrop"; }
  Standing standing() const override { return Standing::kLasting; }
  std::string Identity() const override { return file_.id; }
  void InspectTo(DropAccess& access, std::string& out) const override;

 protected:
  std::span<const std::string_view> Methods() const override;
  bool Call(const Symbol& method, DropAccess& access, Value* out) const override;
  const Hash* Data() const override { return file_.data; }

 private:
  const StaticFile& file_;
};

}  // namespace tincture::engine
