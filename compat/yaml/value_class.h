// Ruby's complaint about a value that is no Hash.
#pragma once

#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::yaml {

// "no implicit conversion of Array into Hash".
Error NoConversionIntoHash(const Value& value);

}  // namespace tincture::yaml
