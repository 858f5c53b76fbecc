// The errors that Ruby raises when a filter meets a value of the wrong kind.
#pragma once

#include <string>
#include <string_view>

#include "liquid/exec/environment.h"
#include "liquid/value/value.h"

namespace tincture::engine {

// NoMethodError: "undefined method `sort' for 5:Integer".
Value FailNoMethod(const liquid::FilterCall& call, std::string_view method, const Value& receiver);
// TypeError: "no implicit conversion of nil into String".
Value FailNoConversion(const liquid::FilterCall& call, const Value& value, std::string_view into);
// "comparison of String with 2 failed".
Value FailComparison(const liquid::FilterCall& call, const Value& a, const Value& b);
// Ruby's ArgumentError, which Liquid turns into its own.
Value FailArgument(const liquid::FilterCall& call, std::string_view message);

// Liquid::Utils.to_integer: an Integer, or text that Integer() takes. False: the call has failed.
bool ToInteger(const liquid::FilterCall& call, const Value& value, int64_t* number);

// A string made for the render.
Value MakeString(const liquid::FilterCall& call, std::string_view text);

}  // namespace tincture::engine
