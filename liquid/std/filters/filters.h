// The standard filters, one file a family. AddStandardFilters (liquid/std/standard.h) adds those of the dialect.
// Each says what Liquid's StandardFilters say, errors included; Ruby's own errors keep Ruby's class and wording.
#pragma once

#include "liquid/exec/environment.h"

namespace tincture::liquid {

void AddCaseFilters(Environment& environment);     // downcase upcase capitalize
void AddStripFilters(Environment& environment);    // strip lstrip rstrip strip_newlines newline_to_br
void AddHtmlFilters(Environment& environment);     // escape h escape_once strip_html
void AddUrlFilters(Environment& environment);      // url_encode url_decode
void AddBase64Filters(Environment& environment);   // base64_encode ... (Liquid 5)
void AddSliceFilters(Environment& environment);    // slice truncate truncatewords split
void AddReplaceFilters(Environment& environment);  // replace... remove... append prepend
void AddArrayFilters(Environment& environment);    // join first last reverse concat map where uniq compact size
void AddSortFilters(Environment& environment);     // sort sort_natural
void AddMathFilters(Environment& environment);     // abs plus ... at_most
void AddDateFilters(Environment& environment);     // date
void AddDefaultFilters(Environment& environment);  // default

}  // namespace tincture::liquid
