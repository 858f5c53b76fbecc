// For hosts whose texts are not all UTF-8 (Jekyll's `encoding:`): Ruby's strings know their encoding, ours do not, so a
// filter that wants UTF-8 and met other bytes is called again with converted texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tincture::liquid {

// A Host may be one as well. Nothing where a text cannot be converted, or needs not to be.
class OtherEncoding {
 public:
  virtual ~OtherEncoding() = default;
  virtual std::optional<std::string> ToUtf8(std::string_view text) const = 0;
  virtual std::optional<std::string> FromUtf8(std::string_view text) const = 0;
};

}  // namespace tincture::liquid
