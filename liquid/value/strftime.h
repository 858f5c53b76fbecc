// Ruby's Time#strftime and Date#strftime (3.1): every directive, the flags - 0 ^ # _ :, widths, the E and O modifiers.
// The two differ in %Z, %Q, %+, in a lone % at the end and in what a width may be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture {

// Appends to `out`. Fails as Ruby raises: ArgumentError "invalid format: %" where a directive is cut off,
// Errno::ERANGE for an enormous width.
Status FormatTime(const Time& time, std::string_view format, std::string& out);
// `days`: as Value::Date.
Status FormatDate(int64_t days, std::string_view format, std::string& out);

}  // namespace tincture
