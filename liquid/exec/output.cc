#include "liquid/exec/output.h"

#include "liquid/support/utf8.h"

namespace tincture::liquid {

bool Output::ascii_tagged() const { return first_ != First::kUtf8 && IsAscii(text_); }

}  // namespace tincture::liquid
