// Values as text: as CSS, and as inspect() and error messages have them.
#pragma once

#include <string>

#include "compat/sass/output/mapping.h"
#include "compat/sass/value/context.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

// Appends `value` as it stands in a declaration. Fails where it has no CSS (a map, a unit such as px*px).
void AppendCss(const ValueContext& context, const Value& value, std::string& out);
// And where its tokens begin and end in `out`; null where nobody asks. `spaced`: there are spaces behind commas and around
// slashes even in compressed CSS (libsass, in @media).
void AppendCss(const ValueContext& context, const Value& value, std::string& out, MapEvents* events, bool spaced);
// As AppendCss, for text that goes on as a value: `a + b`, arguments of a CSS function.
void AppendText(const ValueContext& context, const Value& value, std::string& out);
// As AppendText, for `#{...}`: a string without its quotes.
void AppendInterpolated(const ValueContext& context, const Value& value, std::string& out);
// Always possible.
void AppendInspect(const ValueContext& context, const Value& value, std::string& out);
std::string Inspect(const ValueContext& context, const Value& value);
// The text of `#{value}`: a string's own, or in the context's arena.
std::string_view InterpolatedText(const ValueContext& context, const Value& value);

// A number without its unit.
void AppendNumber(const ValueContext& context, double number, std::string& out);
// `text` as a quoted string of CSS, by the dialect's choice of quotes and escapes.
void AppendQuoted(const ValueContext& context, std::string_view text, std::string& out);

}  // namespace tincture::compat::sass
