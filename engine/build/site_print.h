// SitePrint: one fingerprint of everything that is constant while a site renders: settings, data, layouts, theme, and
// of each unit and file all but the text below its front matter. While it is the same, and what rendering itself asks
// the machine, a unit's output changes only with texts that it looks at (unit_record.h).
#pragma once

#include "engine/model/site.h"
#include "engine/trace/fingerprint.h"

namespace tincture::engine {

// Of a site that is read and generated, and of which nothing has rendered.
Fingerprint SitePrint(const Site& site);

}  // namespace tincture::engine
