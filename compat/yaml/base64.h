// Ruby's Base64.decode64: everything that is no base64 digit is skipped, what follows the padding is dropped.
#pragma once

#include <string>
#include <string_view>

namespace tincture::yaml {

std::string DecodeBase64(std::string_view text);

}  // namespace tincture::yaml
